import CallbackRuntime
import Foundation
import Testing

@Suite("Numbers and times")
struct NumbersTests {
  private let json =
    #"{"plain":-9007199254740993,"small":-2147483648,"big":18446744073709551615,"wide":9223372036854775807,"#
    + #""short":4294967295,"ratio":0.25,"flag":true,"seconds":1619172632,"millis":1619172632080,"#
    + #""micros":1619172632080001,"nanos":1619172632080000001,"size":4096,"low":0.5}"#

  @Test("Every number is exact, both ways")
  func exact() throws {
    let measured = try Numbers.Measured(json: json)
    #expect(measured.plain == -9_007_199_254_740_993)
    #expect(measured.big == .max)
    #expect(measured.millis?.rawValue == 1_619_172_632_080)
    #expect(String(decoding: measured.json(), as: UTF8.self) == json)
    #expect(measured.validate() == [])
  }

  @Test("Both ways in agree")
  func codable() throws {
    let decoded = try JSONDecoder().decode(Numbers.Measured.self, from: Data(json.utf8))
    #expect(try decoded == Numbers.Measured(json: json))
    let encoded = try JSONEncoder().encode(decoded)
    #expect(try Numbers.Measured(json: encoded) == decoded)
  }

  @Test("A number that does not fit is no value")
  func overflow() {
    for json in [#"{"small":2147483648}"#, #"{"short":-1}"#, #"{"plain":1e30}"#, #"{"plain":1.5}"#]
    {
      #expect(throws: CallbackDecodingError.self) { try Numbers.Measured(json: json) }
    }
  }

  @Test("Open ranges are checked at their one end")
  func ranges() throws {
    let base = try Numbers.Measured(json: json)
    var small = base
    small.size = 0
    #expect(small.validate().map(\.path) == ["size"])
    var high = base
    high.low = 0.75
    #expect(high.validate().map(\.path) == ["low"])
  }

  @Test("Times become dates by their unit")
  func dates() throws {
    let measured = try Numbers.Measured(json: json)
    #expect(measured.seconds?.date == Date(timeIntervalSince1970: 1_619_172_632))
    #expect(measured.millis?.date == Date(timeIntervalSince1970: 1_619_172_632.080))
  }
}
