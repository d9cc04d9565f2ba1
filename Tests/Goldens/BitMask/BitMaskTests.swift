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

  @Test("The highest bit of an unsigned mask is a bit as any other")
  func highest() throws {
    let json = #"{"kind":41,"data":{"code":2,"wide":13835058055282163713}}"#
    let callback = try Masks.Callback(json: json)
    guard case .left(let left) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(left.wide?.contains([.lowest, .highest]) == true)
    #expect(
      callback.validate().map(\.message) == [
        "unknown bits 4611686018427387904 (documented: 9223372036854775809)"
      ])
    #expect(String(decoding: callback.json(), as: UTF8.self) == json)
  }
}
