import CallbackRuntime
import Foundation
import Testing

@Suite("Events named by a header")
struct HeaderDispatchTests {
  private static let opened =
    #"{"action":"opened","sender":{"login":"ann"},"issue":{"number":7}}"#
  private static let transferred =
    #"{"action":"transferred","sender":{"login":"ann"},"issue":{"number":7}}"#
  private static let headers = ["x-event": "issues", "x-delivery": "1"]

  @Test("The longest matching ID decides, and an unknown rest of it falls back to a shorter one")
  func longest() throws {
    let opened = try Forge.Callback(json: Self.opened, headers: Self.headers)
    #expect(opened.event == .issueOpened(Forge.IssueOpened(issue: Forge.Issue(number: 7))))
    #expect(opened.event.id == "issues.opened")
    let transferred = try Forge.Callback(json: Self.transferred, headers: Self.headers)
    #expect(transferred.event == .issueChanged(Forge.IssueChanged(issue: Forge.Issue(number: 7))))
    #expect(transferred.event.id == "issues")
    #expect(transferred.action == "transferred")
    let ping = try Forge.Callback(json: #"{"zen":"z"}"#, headers: ["X-Event": "ping"])
    #expect(ping.event == .ping(Forge.Ping(zen: "z")))
    let unknown = try Forge.Callback(json: Self.opened, headers: ["X-Event": "release"])
    #expect(unknown.event.id == "release.opened")
  }

  @Test("A body is written as it came", arguments: [opened, transferred])
  func written(_ body: String) throws {
    for event in ["issues", "new"] {
      let callback = try Forge.Callback(json: body, headers: ["X-Event": event])
      #expect(callback.json() == body)
    }
  }

  @Test("A new callback has the values that its event determines")
  func created() throws {
    let event = Forge.Event.issueOpened(Forge.IssueOpened(issue: Forge.Issue(number: 7)))
    #expect(Forge.Callback(event: event).json() == #"{"action":"opened","issue":{"number":7}}"#)
  }

  @Test("Headers come from a function or a dictionary, whatever the case of their names")
  func headers() throws {
    let request = ["X-EVENT": "issues", "X-Delivery": "1"]
    let callback = try Forge.Callback(json: Self.opened, headers: request)
    #expect(callback.deduplicationKey == .init(xDelivery: "1"))
    let other = try Forge.Callback(json: Self.opened.utf8) { name in
      name == "X-Event" ? "issues" : nil
    }
    #expect(other.event == callback.event)
    #expect(other.deduplicationKey == nil)
    let report = try Forge.Callback.validate(json: Self.opened, headers: request)
    #expect(report.value == callback)
    #expect(report.findings == [])
  }

  @Test("A receiver decodes the headers, too")
  func receiving() throws {
    let report = try Forge.Callback.report(body: Array(Self.opened.utf8)) { name in
      ["X-Event": "issues", "X-Delivery": "1,2"][name]
    }
    #expect(report.value.deliveryKey == #"["1,2"]"#)
    #expect(report.value.deliveryContent == .event)
  }

  @Test("Without its header no event is known")
  func missing() throws {
    let error = #expect(throws: CallbackDecodingError.self) {
      try Forge.Callback(json: Self.opened)
    }
    #expect(error?.path == "header X-Event")
    #expect(error?.problem == .missing("header X-Event"))
  }

  @Test("A decoder has the headers in its user info")
  func codable() throws {
    let decoder = JSONDecoder()
    decoder.userInfo[Forge.Callback.headersKey] = Self.headers
    for body in [Self.opened, Self.transferred] {
      let decoded = try decoder.decode(Forge.Callback.self, from: Data(body.utf8))
      #expect(try decoded == Forge.Callback(json: body, headers: Self.headers))
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Forge.Callback.self, from: Data(Self.opened.utf8))
    }
  }
}
