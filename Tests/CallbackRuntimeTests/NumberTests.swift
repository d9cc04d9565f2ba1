@_spi(Generated) import CallbackRuntime
import Foundation
import PayloadValidation
import Testing

@Suite("Numbers")
struct NumberTests {
  private func int(_ text: String) -> Int? { try? Everything(json: #"{"int":\#(text)}"#).int }
  private func double(_ text: String) -> Double? {
    try? Everything(json: #"{"double":\#(text)}"#).double
  }
  private func problem(_ field: String, _ text: String) -> CallbackDecodingError.Problem? {
    do throws(CallbackDecodingError) {
      _ = try Everything(json: #"{"\#(field)":\#(text)}"#)
      return nil
    } catch { return error.problem }
  }

  @Test(
    "Integers are exact, in every spelling",
    arguments: [
      ("0", 0), ("-0", 0), ("-0.0", 0), ("0e99999999999999999999", 0), ("1.0", 1), ("1e3", 1000),
      ("1E+3", 1000), ("10e-1", 1), ("1.5e1", 15), ("123.4500e2", 12345),
      ("9223372036854775807", Int.max), ("-9223372036854775808", .min),
      ("9223372036854775807.000", .max), ("922337203685477580.7e1", .max),
      ("9007199254740993.0", 9_007_199_254_740_993),
      ("100000000000000000000e-2", 1_000_000_000_000_000_000),
      ("0.000000000000000000000000000001e30", 1), ("999999999999999999", 999_999_999_999_999_999),
      ("1000000000000000000", 1_000_000_000_000_000_000),
    ])
  func integers(text: String, value: Int) throws {
    #expect(int(text) == value)
    #expect(
      try JSONDecoder().decode(Everything.self, from: Data(#"{"int":\#(text)}"#.utf8)).int == value
        || text.utf8.count > 20)
  }

  @Test("What does not fit is out of range, and what is no integer is of another type")
  func refusals() {
    #expect(problem("int", "9223372036854775808") == .range)
    #expect(problem("int", "-9223372036854775809") == .range)
    #expect(problem("int", "1e19") == .range)
    #expect(problem("int", "1e999999999999999999999") == .range)
    #expect(problem("int", "1.5") == .type(.integer))
    #expect(problem("int", "1e-1") == .type(.integer))
    #expect(problem("int", "1e-999999999999999999999") == .type(.integer))
    #expect(problem("int", "123456789012345678901234567890.5") == .type(.integer))
    #expect(problem("int32", "2147483648") == .range)
    #expect(problem("int32", "-2147483649") == .range)
    #expect(problem("uint32", "-1") == .range)
    #expect(problem("uint32", "4294967296") == .range)
    #expect(problem("uint64", "-1") == .range)
    #expect(problem("uint64", "18446744073709551616") == .range)
    #expect(problem("uint64", "18446744073709551615") == nil)
    #expect(problem("uint64", "-0") == nil)
    #expect(problem("flags", "1e30") == .range)
    #expect(problem("double", "1e400") == .range)
    #expect(problem("double", "1e-400") == .range)
    #expect(problem("double", "\"1\"") == .type(.number))
  }

  @Test("Doubles are the nearest, and are written so that they read the same")
  func doubles() throws {
    #expect(double("0.1") == 0.1)
    #expect(double("-0.0")?.sign == .minus)
    #expect(double("1e22") == 1e22)
    #expect(double("1e23") == 1e23)
    #expect(double("123456789012345678901234567890") == 0x1.8ee90ff6c373ep+96)
    #expect(double("2.2250738585072011e-308") == .leastNormalMagnitude.nextDown)
    #expect(double("5e-324") == .leastNonzeroMagnitude)
    #expect(double("0e400") == 0)
    #expect(double("7.2057594037927933e16") == 7.2057594037927933e16)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<5000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      var object = Everything()
      object.double = value
      #expect(try Everything(json: object.json()).double == value)
      #expect(double("\(value)") == value)
      let short = Double(generator.next() % 1_000_000) / 1000
      #expect(double("\(short)") == short)
    }
  }

  @Test("A double that JSON has no text for is not written, and never breaks a text")
  func notFinite() throws {
    var object = Everything()
    object.double = .infinity
    object.doubles = [1, .nan, -.infinity]
    #expect(String(decoding: object.json(), as: UTF8.self) == #"{"doubles":[1.0,null,null]}"#)
    #expect(throws: (any Error).self) { try JSONEncoder().encode(object) }
  }

  @Test("Integers are written with all their digits")
  func writing() throws {
    var object = Everything()
    var generator = SeededGenerator(seed: 3)
    for shift in 0..<64 {
      object.int = Int(bitPattern: UInt(generator.next() >> UInt64(shift)))
      object.uint64 = generator.next() >> UInt64(shift)
      object.int64 = -Int64(generator.next() >> UInt64(shift | 1))
      object.int32 = Int32(truncatingIfNeeded: generator.next())
      object.uint32 = UInt32(truncatingIfNeeded: generator.next())
      #expect(try Everything(json: object.json()) == object)
    }
    var power: UInt64 = 1
    for _ in 0..<20 {
      for value in [power, power - 1] {
        object.uint64 = value
        #expect(String(decoding: object.json(), as: UTF8.self).contains(#""uint64":\#(value)}"#))
      }
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
  }
}
