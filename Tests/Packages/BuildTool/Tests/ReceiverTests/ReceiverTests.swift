import Receiver
import Testing

@Test("Models made by the build plugin read the three kinds of events")
func reads() throws {
  func body(_ type: Int, _ details: String) -> [UInt8] {
    Array(#"{"productId":3,"eventType":\#(type),"payload":{"details":\#(details)}}"#.utf8)
  }
  #expect(try describe(body(31, #"{"fileList":[{"fileName":"a"}]}"#)) == "uploaded 1 files")
  #expect(try describe(body(41, #"{"leaveCode":4}"#)) == "nobody left")
  #expect(try describe(body(999, "{}")) == "unrecognized 999")
}

@Test("A package's own schema becomes models in the same target")
func own() throws {
  #expect(try deliveredParcel(Array(#"{"type":"delivered","data":{"parcelId":"p"}}"#.utf8)) == "p")
}
