import CallbackRuntime
import Foundation
import Testing

@Suite("Events under their keys")
struct EventKeysTests {
  private static let transcript =
    #"{"id":"1","sentAt":1709181296123,"transcript":{"text":"Hello","isFinal":true}}"#

  @Test("The name of a member identifies the event, and its value has the event's fields")
  func events() throws {
    let callback = try Keyed.Callback(json: Self.transcript)
    #expect(callback.id == "1")
    #expect(callback.event == .transcript(Keyed.Transcript(text: "Hello", isFinal: true)))
    #expect(callback.event.id == "transcript")
    #expect(callback.json() == Self.transcript)
    #expect(try Keyed.Callback.validate(json: Self.transcript).findings == [])
    let complete = try Keyed.Callback(json: #"{"turn_complete":{},"id":"2"}"#)
    #expect(complete.event == .turnComplete(Keyed.TurnComplete()))
    #expect(complete.json() == #"{"id":"2","turn_complete":{}}"#)
  }

  @Test("An undocumented key is an unrecognized event with its name and the whole body")
  func unknown() throws {
    let body = #"{"id":"1","tool_call":{"name":[1.50]}}"#
    let report = try Keyed.Callback.validate(json: body)
    #expect(report.value.id == "1")
    guard case .unrecognized(let event) = report.value.event else {
      Issue.record("\(report.value.event)")
      return
    }
    #expect(event.id == "tool_call")
    #expect(event.details.description == #"{"name":[1.50]}"#)
    #expect(event.body.description == body)
    #expect(report.value.json() == body)
    #expect(report.findings.map(\.path) == ["tool_call"])
    #expect(report.findings.map(\.rule) == [.unknownEvent])
    let details = try RawJSON("[1]")
    let built = Keyed.Callback(event: .unrecognized(.init(id: "tool_call", details: details)))
    #expect(built.json() == #"{"tool_call":[1]}"#)
  }

  @Test(
    "Of several undocumented members one with an object is the event, and then the first by name",
    arguments: [
      (#"{"b":1,"d":{},"c":{},"a":null}"#, "c"), (#"{"b":1,"a":null}"#, "b"),
      (#"{"b":null,"a":null}"#, "a"), (#"{"b":[],"a":"x"}"#, "a"),
    ])
  func severalUnknown(_ body: String, _ id: String) throws {
    let report = try Keyed.Callback.validate(json: body)
    #expect(report.value.event.id == id)
    #expect(report.value.json() == body)
    let decoded = try JSONDecoder().decode(Keyed.Callback.self, from: Data(body.utf8))
    #expect(decoded.event.id == id)
    #expect(report.findings.contains { $0.path == id && $0.rule == .unknownEvent })
    #expect(!report.findings.contains { $0.path == id && $0.rule == .unknownField })
  }

  @Test("A body without a key is an error")
  func none() {
    for body in ["{}", #"{"id":"1","sentAt":1}"#] {
      #expect(
        throws: CallbackDecodingError(problem: .missing("key of ."), offset: 0, path: "key of .")
      ) {
        try Keyed.Callback(json: body)
      }
    }
    let error = CallbackDecodingError(problem: .missing("key of ."), offset: 0, path: "key of .")
    #expect("\(error)" == "key of .: no member has the name of an event (byte 0)")
  }

  @Test(
    "Of the keys of two events the first in the schema counts; the other is kept and written back")
  func two() throws {
    let bodies = [
      #"{"usage":{"seconds":3},"transcript":{"text":"a"},"id":"1"}"#,
      #"{"transcript":{"text":"a"},"id":"1","usage":{"seconds":3}}"#,
    ]
    for body in bodies {
      let report = try Keyed.Callback.validate(json: body)
      let callback = report.value
      #expect(callback.event == .transcript(Keyed.Transcript(text: "a")))
      #expect(callback.faults.map(\.path) == ["usage"])
      #expect(callback.faults.map(\.json.description) == [#"{"seconds":3}"#])
      #expect(callback.faults.map(\.error.problem) == [.anotherEvent])
      #expect(callback.faults.map(\.error.path) == ["usage"])
      #expect(try RawJSON(bytes: callback.json()) == RawJSON(body))
      #expect(report.findings.map(\.path) == ["usage"])
      #expect(report.findings.map(\.rule) == [.unknownField])
      let decoded = try JSONDecoder().decode(Keyed.Callback.self, from: Data(body.utf8))
      #expect(decoded == callback)
      #expect(try RawJSON(bytes: JSONEncoder().encode(decoded)) == RawJSON(body))
    }
  }

  @Test("A key with null counts only if no key has a value")
  func null() throws {
    let one = #"{"transcript":null,"usage":{"seconds":3},"turn_complete":null}"#
    let report = try Keyed.Callback.validate(json: one)
    #expect(report.value.event == .usage(Keyed.Usage(seconds: 3)))
    #expect(report.value.faults.map(\.path) == ["transcript", "turn_complete"])
    #expect(report.value.faults.map(\.json.description) == ["null", "null"])
    #expect(try RawJSON(bytes: report.value.json()) == RawJSON(one))
    let decoded = try JSONDecoder().decode(Keyed.Callback.self, from: Data(one.utf8))
    #expect(decoded == report.value)
    #expect(report.findings.map(\.rule) == [.null, .null, .missing])
    let alone = #"{"turn_complete":null,"usage":null,"id":"1"}"#
    #expect(try Keyed.Callback(json: alone).event == .usage(Keyed.Usage()))
    guard case .malformed(let event) = try Keyed.Callback(json: #"{"transcript":null}"#).event
    else {
      Issue.record("not malformed")
      return
    }
    #expect(event.error.path == "transcript.text")
  }

  @Test("A value that does not decode makes the event malformed, and is written back")
  func malformed() throws {
    for (body, path) in [
      (#"{"id":"1","transcript":{"text":1}}"#, "transcript.text"),
      (#"{"id":"1","transcript":[2]}"#, "transcript"),
      (#"{"id":"1","transcript":{}}"#, "transcript.text"),
    ] {
      let callback = try Keyed.Callback(json: body)
      guard case .malformed(let event) = callback.event else {
        Issue.record("\(callback.event)")
        continue
      }
      #expect(event.id == "transcript")
      #expect(event.error.path == path)
      #expect(callback.json() == body)
      #expect(callback.validate().map(\.path) == ["\(path)"])
    }
  }

  @Test("A broken optional field costs that field, and is kept with its path")
  func broken() throws {
    let body = #"{"transcript":{"text":"a","isFinal":"yes"},"id":"1"}"#
    let callback = try Keyed.Callback(json: body)
    #expect(callback.event == .transcript(Keyed.Transcript(text: "a")))
    #expect(callback.faults.map(\.path) == ["transcript.isFinal"])
    #expect(try Keyed.Callback.validate(json: body).findings.map(\.rule) == [.wrongType])
    #expect(try RawJSON(bytes: callback.json()) == RawJSON(body))
  }

  @Test("Foundation's coders read and write the same")
  func codable() throws {
    let bodies = [
      Self.transcript, #"{"turn_complete":null}"#, #"{"usage":{}}"#, #"{"x":{"a":null},"id":"1"}"#,
      #"{"transcript":{}}"#,
    ]
    for body in bodies {
      let direct = try Keyed.Callback(json: body)
      let decoded = try JSONDecoder().decode(Keyed.Callback.self, from: Data(body.utf8))
      #expect(decoded == direct)
      #expect(try Keyed.Callback(json: JSONEncoder().encode(direct)) == direct)
    }
  }
}
