import CallbackRuntime

// Logs callbacks from standard input, one per line, with their findings.
while let body = readLine() {
  do {
    let report = try TRTCRoom.Callback.validate(json: body)
    print(line(for: report.value.event))
    for finding in report.findings { print("  finding: \(finding)") }
  } catch {
    print("unreadable: \(error)")
  }
}

/// The log line of an event.
func line(for event: TRTCRoom.Event) -> String {
  switch event {
  case .createRoom(let event):
    "room \(text(event.roomID)): made by \(text(event.userID))"
  case .dismissRoom(let event):
    "room \(text(event.roomID)): closed"
  case .enterRoom(let event):
    "room \(text(event.roomID)): \(text(event.userID)) entered as \(text(event.role))"
  case .exitRoom(let event):
    "room \(text(event.roomID)): \(text(event.userID)) left, "
      + "reason \(text(event.reason?.rawValue)): \(text(event.reason))"
  case .startVideo(let event):
    "room \(text(event.roomID)): \(text(event.userID)) began to send video"
  case .unrecognized(let event):
    "unrecognized event \(event.id)"
  case .malformed(let event):
    "malformed event \(event.id): \(event.error)"
  default:
    "event \(event.id)"
  }
}

/// The description of a value; "?" for nil.
func text<Value>(_ value: Value?) -> String {
  value.map { "\($0)" } ?? "?"
}
