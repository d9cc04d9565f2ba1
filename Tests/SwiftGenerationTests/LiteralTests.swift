import CallbackSchema
import Testing

@testable import SwiftGeneration

@Suite("Literals")
struct LiteralTests {
  @Test("No text of a schema can leave its string literal")
  func strings() {
    #expect(
      Literal.string(#"a"b\(c)"# + "\n\r\t\u{0}\u{2028}\u{202E}")
        == #""a\"b\\(c)\n\r\t\u{0}\u{2028}\u{202e}""#)
  }

  @Test("Long numbers and masks are grouped")
  func numbers() {
    #expect(Literal.number("9999") == "9999")
    #expect(Literal.number("-10000") == "-10_000")
    #expect(Literal.number("1619172632080") == "1_619_172_632_080")
    #expect(Literal.number("0.12345") == "0.12345")
    #expect(Literal.mask(0b1_0011) == "0b1_0011")
  }
}
