@_spi(Generated) import CallbackRuntime
import Foundation
import Testing

@Suite("Reading and writing a callback")
struct BothWaysTests {
  private static let documented = [
    Bodies.uploaded, Bodies.leave, Bodies.failed, Bodies.unrecognized, Bodies.malformed,
    Bodies.otherProduct,
  ]

  @Test("A body in its documented form is written as it came", arguments: documented)
  func writesWhatItRead(body: String) throws {
    let callback = try Media.Callback(json: body)
    #expect(String(decoding: callback.json(), as: UTF8.self) == body)
    #expect(try Media.Callback.read(json: body).findings.isEmpty)
  }

  @Test("Bytes and a decoder give the same value", arguments: Bodies.all)
  func sameThroughDecoder(body: String) throws {
    let callback = try Media.Callback(json: body)
    #expect(try JSONDecoder().decode(Media.Callback.self, from: Data(body.utf8)) == callback)
    #expect(try Media.Callback(json: callback.json()) == callback)
    let encoded = try JSONEncoder().encode(callback)
    #expect(try JSONDecoder().decode(Media.Callback.self, from: encoded) == callback)
    #expect(try Media.Callback.read(json: body).value == callback)
  }

  @Test("Any collection of bytes is read")
  func collections() throws {
    let callback = try Media.Callback(json: Bodies.uploaded)
    let bytes = Array(Bodies.uploaded.utf8)
    #expect(try Media.Callback(json: Data(bytes)) == callback)
    #expect(try Media.Callback(json: bytes[...]) == callback)
    #expect(try Media.Callback(json: ContiguousArray(bytes)) == callback)
    #expect(try Media.Callback(json: Bodies.uploaded.utf8) == callback)
    #expect(try Media.Callback(json: [bytes[..<9], bytes[9...]].joined().map { $0 }) == callback)
    #expect(try Media.Callback.read(json: Data(bytes)).value == callback)
  }

  @Test("The payload may stand before the discriminator, and aliases and escapes are read")
  func payloadFirst() throws {
    let callback = try Media.Callback(json: Bodies.early)
    guard case .uploaded(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.fileList?.first?.fileName == "aé😀.m3u8")
    #expect(event.fileList?.first?.trackType == .audio)
    #expect(event.status == .normal)
    #expect(event.status?.outcome == .success)
    #expect(callback.payload.sequence == 2)
  }

  @Test("A field of every kind survives a round trip")
  func everyKind() throws {
    let value = try Everything(json: Bodies.everything)
    #expect(value.string == "aé😀\0\"\\/")
    #expect(value.int == .min)
    #expect(value.uint64 == .max)
    #expect(value.names?.items == ["a", "b"])
    #expect(value.codes == [.recorder, .unrecognized(9)])
    #expect(value.raws?.map(\.description) == ["1", "null", "\"x\""])
    #expect(try Everything(json: value.json()) == value)
    let encoded = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(Everything.self, from: encoded) == value)
    #expect(try JSONDecoder().decode(Everything.self, from: Data(value.json())) == value)
    #expect(Everything().json() == Array("{}".utf8))
  }

  @Test("An undocumented event keeps the whole body, wherever its members are")
  func wholeBody() throws {
    let body =
      #"{ "object" : "page","payload":{"details":[1.50],"beside":{"a":[]}}, "#
      + #""eventType":46,"noticeId":7,"productId":3}"#
    var callback = try Media.Callback(json: body)
    #expect(String(decoding: callback.json(), as: UTF8.self) == body)
    let decoded = try JSONDecoder().decode(Media.Callback.self, from: Data(body.utf8))
    #expect(decoded == callback)
    #expect(try RawJSON(bytes: JSONEncoder().encode(callback)) == RawJSON(body))
    #expect(try Media.Callback.read(json: body).findings.map(\.path).contains("payload.beside"))
    // The envelope is encoded once the body is removed, which a change of the event does.
    callback.payload.cname = "room"
    #expect(String(decoding: callback.json(), as: UTF8.self) == body)
    guard case .unrecognized(var event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.body == (try RawJSON(body)))
    event.details = .null
    callback.event = .unrecognized(event)
    #expect(try RawJSON(bytes: callback.json())["payload"] == RawJSON(#"{"cname":"room"}"#))
  }

  @Test("An event that nobody knows keeps its details, byte by byte")
  func unrecognized() throws {
    let callback = try Media.Callback(json: Bodies.unrecognized)
    guard case .unrecognized(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.id == 46)
    #expect(event.details.description.contains("1.50e1"))
  }

  @Test("Another product's callback keeps the whole body")
  func otherProduct() throws {
    let callback = try Media.Callback(json: Bodies.otherProduct)
    guard case .otherProduct(let other) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(other.id == 31)
    #expect(other.body.description == Bodies.otherProduct)
    let early = #"{"payload":{"x":0,"details":{"a":1}},"eventType":31,"productId":9}"#
    let reading = try Media.Callback.read(json: early)
    #expect(reading.value.event.id == 31)
    #expect(String(decoding: reading.value.json(), as: UTF8.self) == early)
    // Nothing is known about such a body, so nothing is odd about it.
    #expect(reading.findings.isEmpty)
  }

  @Test("Two malformed events are equal when the same was sent, wherever the fault was found")
  func malformedEquality() throws {
    let one = try Media.Callback(json: Bodies.malformed)
    let spaced = Bodies.malformed.replacing(#""details":"#, with: #" "details" :  "#)
    let other = try Media.Callback(json: spaced)
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    guard case .malformed(let a) = one.event, case .malformed(let b) = other.event else {
      Issue.record("\(one.event)")
      return
    }
    #expect(a.error.offset != b.error.offset)
    #expect(a.error.path == "payload.details.fileList[0].fileName")
    #expect(a.error.problem == .missing("fileName"))
    let offset = try #require(a.error.offset)
    #expect(Array(Bodies.malformed.utf8)[offset...].starts(with: Array(#"{"uid""#.utf8)))
  }

  @Test("An absent or null payload is read as an object without members")
  func absentPayload() throws {
    for details in ["", #","payload":null"#, #","payload":{}"#, #","payload":{"details":null}"#] {
      let uploaded = try Media.Callback.read(json: #"{"eventType":31\#(details)}"#)
      #expect(uploaded.value.event == .uploaded(Media.Uploaded()))
      let leave = try Media.Callback(json: #"{"eventType":41\#(details)}"#)
      guard case .malformed(let event) = leave.event else {
        Issue.record("\(leave.event)")
        continue
      }
      #expect(event.error.path == "payload.details.leaveCode")
      #expect(event.details == .null)
      let unknown = try Media.Callback.read(json: #"{"eventType":99\#(details)}"#)
      let body = try RawJSON(#"{"eventType":99\#(details)}"#)
      #expect(
        unknown.value.event
          == .unrecognized(UnrecognizedEvent(id: 99, details: .null, body: body)))
      #expect(unknown.findings.allSatisfy { $0.rule == .null })
      for value in [uploaded.value, leave, unknown.value] {
        #expect(try Media.Callback(json: value.json()) == value)
        let json = Data(value.json())
        #expect(try JSONDecoder().decode(Media.Callback.self, from: json) == value)
      }
    }
  }
}
