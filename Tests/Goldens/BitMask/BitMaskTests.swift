import CallbackRuntime
import Testing

@Suite("Bit masks")
struct BitMaskTests {
  @Test("Bits are members, and bits that nobody documents are kept and reported")
  func bits() throws {
    let callback = try Masks.Callback(json: #"{"kind":41,"data":{"code":70}}"#)
    guard case .left(let left) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(left.code.contains([.signal, .noUsers]))
    #expect(left.code.unknownBits.rawValue == 64)
    #expect(callback.validate().map(\.rule) == [.unknownBits])
    #expect(String(decoding: callback.json(), as: UTF8.self) == #"{"kind":41,"data":{"code":70}}"#)
  }

  @Test("Row 0 is no member of the set: every set would contain it")
  func rowZero() {
    #expect(Masks.LeaveCode(rawValue: 0).isInitializationFailed)
    #expect(!Masks.LeaveCode.signal.isInitializationFailed)
  }
}
