@_spi(Generated) import CallbackRuntime
import Foundation
import Testing

@Suite("Envelopes")
struct EnvelopeTests {
  @Test("A field of the wrong type is left nil, with a finding, and the others are read")
  func forgives() throws {
    let reading = try Media.Callback.read(json: Bodies.oddEnvelope)
    #expect(reading.value.noticeID == nil)
    #expect(reading.value.notifyMs == nil)
    #expect(reading.value.productID == 3)
    #expect(reading.value.payload == Media.Payload())
    #expect(reading.value.event == .uploaded(Media.Uploaded(status: .normal)))
    #expect(
      reading.findings.map(\.description) == [
        "noticeId: expected a string [wrong-type]", "notifyMs: expected an integer [wrong-type]",
        "payload.cname: expected a string [wrong-type]",
        "payload.sequence: the number is out of range [wrong-type]",
        "payload.serviceType: expected an integer [wrong-type]",
      ])
    #expect(reading.findings.allSatisfy { $0.severity == .error })
  }

  @Test(
    "An object of the wrong type is left blank",
    arguments: ["7", "\"x\"", "[{\"a\":1}]", "true", "null"])
  func objects(text: String) throws {
    let body = #"{"payload":\#(text),"eventType":31,"sid":"s"}"#
    let callback = try Media.Callback(json: body)
    #expect(callback.sid == "s")
    #expect(callback.event == .uploaded(Media.Uploaded()))
    #expect(try JSONDecoder().decode(Media.Callback.self, from: Data(body.utf8)) == callback)
  }

  @Test("The wrong type and then broken JSON throws")
  func broken() {
    for tail in ["", ",", #","x":tru}"#, #","payload":{"cname":7,"x":}}"#, "]"] {
      #expect(throws: CallbackDecodingError.self) {
        try Media.Callback(json: #"{"eventType":1,"noticeId":[{"a":1},2]\#(tail) "#)
      }
      #expect(throws: CallbackDecodingError.self) {
        try Media.Callback(json: #"{"noticeId":[1,tru],"eventType":1}"#)
      }
    }
  }

  @Test("An event that can't be read and then a field of the wrong type")
  func both() throws {
    let body = #"""
      {"eventType":41,"payload":{"details":{"leaveCode":"x"},"cname":7},"productId":3,"sid":[[1]],
      "notifyMs":9}
      """#
    let reading = try Media.Callback.read(json: body)
    #expect(reading.value.notifyMs == 9)
    #expect(reading.findings.map(\.path) == ["payload.cname", "sid"])
    guard case .malformed(let event) = reading.value.event else {
      Issue.record("\(reading.value.event)")
      return
    }
    #expect(event.error.path == "payload.details.leaveCode")
    #expect(try JSONDecoder().decode(Media.Callback.self, from: Data(body.utf8)) == reading.value)
  }

  @Test("Null for a member that can't be nil is its absence")
  func nulls() throws {
    let fault = #expect(throws: CallbackDecodingError.self) {
      try Media.RecordedFile(json: #" {"uid":"1","fileName":null}"#)
    }
    #expect(fault?.problem == .missing("fileName"))
    #expect(fault?.path == "fileName")
    #expect(fault?.offset == 1)
    // The null of one object is not that of another.
    let files = #"{"fileList":[{"fileName":"a"},{"fileName":"b","uid":null}]}"#
    #expect(try Media.Uploaded(json: files).fileList?.count == 2)
    let second = #expect(throws: CallbackDecodingError.self) {
      try Media.Uploaded(json: #"{"fileList":[{"fileName":"a"},{"fileName":null}]}"#)
    }
    #expect(second?.path == "fileList[1].fileName")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        Media.RecordedFile.self, from: Data(#"{"fileName":null}"#.utf8))
    }
    #expect(try Lenient.read(json: #"{"needed":null}"#).findings.map(\.rule) == [.null])
  }

  @Test("Null among the elements of a list is a fault, except for raw JSON")
  func nullElements() throws {
    for field in ["strings", "ints", "doubles", "bools", "codes", "masks", "files"] {
      let body = #"{"\#(field)":[null]}"#
      #expect(throws: CallbackDecodingError.self) { try Everything(json: body) }
      #expect(throws: (any Error).self) {
        try JSONDecoder().decode(Everything.self, from: Data(body.utf8))
      }
      #expect(try Everything(json: #"{"\#(field)":null}"#) == Everything())
      #expect(try Everything(json: #"{"\#(field)":[ ]}"#) != Everything())
    }
    #expect(try Everything(json: #"{"raws":[null]}"#).raws == [.null])
    #expect(try Everything(json: #"{"raw":null}"#).raw == nil)
  }
}
