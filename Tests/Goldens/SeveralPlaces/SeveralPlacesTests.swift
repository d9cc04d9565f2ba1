import CallbackRuntime
import Foundation
import Testing

@Suite("Events in several places")
struct SeveralPlacesTests {
  private static let bodies = [
    #"{"type":"meeting_started","at":1709181296123,"payload":{"account":"a","object":{"id":"1"}}}"#,
    #"{"type":"url_validation","at":1709181296123,"payload":{"account":"a","plainToken":"t"}}"#,
    #"{"type":"challenge","payload":{"account":"a"},"token":"t"}"#,
    #"{"type":"account_closed","payload":{"account":"a"}}"#,
  ]

  @Test("Each event has its fields in its own place, and is written there")
  func places() throws {
    let events = try Self.bodies.map { try Places.Callback(json: $0).event }
    #expect(
      events == [
        .meetingStarted(Places.MeetingStarted(id: "1")),
        .urlValidation(Places.URLValidation(plainToken: "t")),
        .challenge(Places.Challenge(token: "t")), .accountClosed(Places.AccountClosed()),
      ])
    for body in Self.bodies {
      let report = try Places.Callback.validate(json: body)
      #expect(report.findings == [])
      #expect(report.value.json() == body)
      #expect(report.value.payload.account == "a")
      let decoded = try JSONDecoder().decode(Places.Callback.self, from: Data(body.utf8))
      #expect(decoded == report.value)
      #expect(try Places.Callback(json: JSONEncoder().encode(decoded)) == decoded)
    }
  }

  @Test("The number in the sequence is that of the event's own fields")
  func sequence() throws {
    let body = #"{"type":"meeting_started","payload":{"object":{"id":"1","sequence":5}}}"#
    #expect(try Places.Callback(json: body).deliverySequence == 5)
    for body in Self.bodies { #expect(try Places.Callback(json: body).deliverySequence == nil) }
  }

  @Test("The payload of other events is unknown where an event has none of its own")
  func payloadOfOthers() throws {
    let challenge = #"{"type":"challenge","token":"t","payload":{"object":{"x":1}}}"#
    #expect(try Places.Callback.validate(json: challenge).findings == [])
    let validation = #"{"type":"url_validation","payload":{"plainToken":"t","object":{"x":1}}}"#
    let findings = try Places.Callback.validate(json: validation).findings
    #expect(findings.map(\.path) == ["payload.object"])
    let closed = #"{"type":"account_closed","payload":{"object":{"x":1}}}"#
    #expect(
      try Places.Callback.validate(json: closed).findings.map(\.path) == ["payload.object.x"])
  }

  @Test("The payload of an event whose fields no page describes is kept as it is, without findings")
  func undescribed() throws {
    let survey =
      #"{"type":"survey_answered","at":1709181296123,"payload":{"object":{"x":1,"y":[{"z":null}]}}}"#
    let report = try Places.Callback.validate(json: survey)
    #expect(report.findings == [])
    #expect(report.value.json() == survey)
    guard case .surveyAnswered(let event) = report.value.event else {
      Issue.record("\(report.value.event)")
      return
    }
    #expect(event.object?["x"]?.int == 1)
    // Of an event that has no fields a page says so, and members are unknown.
    let closed = #"{"type":"account_closed","payload":{"object":{"x":1}}}"#
    #expect(try Places.Callback.validate(json: closed).findings.map(\.rule) == [.unknownField])
  }

  @Test("Absence is a finding, except for an event without payload")
  func absence() throws {
    let closed = #"{"type":"account_closed"}"#
    #expect(try Places.Callback.validate(json: closed).findings == [])
    let malformed = #"{"type":"meeting_started","payload":{}}"#
    let findings = try Places.Callback.validate(json: malformed).findings
    #expect(findings.map(\.path) == ["payload.object.id"])
    #expect(findings.map(\.rule) == [.malformedEvent])
  }

  @Test("An error is located in the event's place, and the raw JSON of the place is kept")
  func malformed() throws {
    for (body, path, details) in [
      (
        #"{"type":"meeting_started","payload":{"object":{"id":1}}}"#, "payload.object.id",
        #"{"id":1}"#
      ),
      (
        #"{"type":"url_validation","payload":{"plainToken":1}}"#, "payload.plainToken",
        #"{"plainToken":1}"#
      ),
      (
        #"{"type":"challenge","token":1,"payload":{}}"#, "token",
        #"{"type":"challenge","token":1,"payload":{}}"#
      ),
    ] {
      let callback = try Places.Callback(json: body)
      guard case .malformed(let event) = callback.event else {
        Issue.record("\(body): \(callback.event)")
        continue
      }
      #expect(event.error.path == path)
      #expect(event.details.description == details)
      #expect(callback.json() == body)
      #expect(callback.validate().map(\.path).contains(path))
    }
  }

  @Test("An undocumented event has its payload where most events have it")
  func unknown() throws {
    let body = #"{"type":"new","payload":{"object":{"x":[1]}}}"#
    guard case .unrecognized(let event) = try Places.Callback(json: body).event else {
      Issue.record("not unrecognized")
      return
    }
    #expect(event.details.description == #"{"x":[1]}"#)
    #expect(try Places.Callback(json: body).json() == body)
  }
}
