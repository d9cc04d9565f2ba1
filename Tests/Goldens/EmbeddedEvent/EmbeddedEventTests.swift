import CallbackRuntime
import Foundation
import Testing

@Suite("Events as JSON in a string")
struct EmbeddedEventTests {
  private static func body(_ data: String, type: String = "RoomCreate") -> String {
    #"{"EventType":"\#(type)","EventData":\#(data),"EventTime":"2023-03-21T15:32:04+08:00","EventId":"1","#
      + #""Signature":"s","Nonce":"n"}"#
  }
  private static let text = #""{\"RoomId\":\"a\\\"b\",\"Timestamp\":1679383924691}""#
  private static let object = #"{"RoomId":"a\"b","Timestamp":1679383924691}"#

  @Test("The text and the object mean the same; the object is a finding")
  func forms() throws {
    let documented = try Embedded.Callback.read(json: Self.body(Self.text))
    let other = try Embedded.Callback.read(json: Self.body(Self.object))
    #expect(documented.value == other.value)
    #expect(documented.findings == [])
    #expect(other.findings.map(\.rule) == [.otherType])
    guard case .roomCreate(let event) = documented.value.event else {
      Issue.record("\(documented.value.event)")
      return
    }
    #expect(event.roomID == "a\"b")
    #expect(event.timestamp == 1_679_383_924_691)
  }

  @Test("It is written as a text, whatever it came as", arguments: [text, object])
  func written(_ data: String) throws {
    let written = try Embedded.Callback(json: Self.body(data)).json()
    #expect(String(decoding: written, as: UTF8.self) == Self.body(Self.text))
  }

  @Test("Both ways in agree", arguments: [text, object, #""{""#, "null", #""{\"RoomId\":1}""#])
  func codable(_ data: String) throws {
    for body in [Self.body(data), Self.body(data, type: "New")] {
      let direct = try Embedded.Callback(json: body)
      let decoded = try JSONDecoder().decode(Embedded.Callback.self, from: Data(body.utf8))
      #expect(decoded == direct)
      #expect(try Embedded.Callback(json: direct.json()) == direct)
      #expect(try Embedded.Callback(json: JSONEncoder().encode(direct)) == direct)
    }
  }

  @Test("The data may come before the type")
  func order() throws {
    let body = #"{"EventData":"{\"Size\":18446744073709551615}","EventType":"end"}"#
    let callback = try Embedded.Callback(json: body)
    #expect(callback.event == .ended(Embedded.Ended(size: .max)))
    #expect(callback.event.id == "end")
  }

  @Test("Findings inside the text have the path through it")
  func paths() throws {
    let data = #""{\"RoomId\":\"a\",\"Timestamp\":\"1\",\"More\":true}""#
    let findings = try Embedded.Callback.read(json: Self.body(data)).findings
    #expect(findings.map(\.path) == ["EventData.Timestamp", "EventData.More"])
    #expect(findings.map(\.rule) == [.otherType, .unknownField])
  }

  @Test("A text that holds no JSON, or another shape, makes the event malformed, not the body")
  func malformed() throws {
    for (data, path) in [
      (#""{""#, "EventData"), (#""{\"RoomId\":1}""#, "EventData.RoomId"),
      (#""{}""#, "EventData.RoomId"), ("7", "EventData"), (#""x""#, "EventData"),
      (#"{"RoomId":1}"#, "EventData.RoomId"),
    ] {
      let callback = try Embedded.Callback(json: Self.body(data))
      guard case .malformed(let event) = callback.event else {
        Issue.record("\(data): \(callback.event)")
        continue
      }
      #expect(event.error.path == path, "\(data)")
      #expect(callback.eventID == "1")
      #expect(try Embedded.Callback(json: callback.json()) == callback)
    }
  }

  @Test("An unknown event keeps what its text holds, and is written back as a text")
  func unknown() throws {
    let body = Self.body(#""{\"a\":[1.50,null]}""#, type: "New")
    let callback = try Embedded.Callback(json: body)
    guard case .unrecognized(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.details.description == #"{"a":[1.50,null]}"#)
    #expect(String(decoding: callback.json(), as: UTF8.self) == body)
  }

  @Test("The signature is over sorted texts and the secret")
  func signature() {
    #expect(
      Embedded.signatures.map(\.subject) == [
        .sorted([.member("EventType"), .member("EventData"), .header("X-App"), .secret])
      ])
  }
}
