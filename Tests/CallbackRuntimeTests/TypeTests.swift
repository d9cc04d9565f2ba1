@_spi(Generated) import CallbackRuntime
import Foundation
import PayloadValidation
import Testing

@Suite("Small types")
struct TypeTests {
  @Test("Times are integers that know their unit")
  func times() {
    let time: UnixMilliseconds = 1_611_566_396_500
    #if Foundation
      #expect(time.date == Date(timeIntervalSince1970: 1_611_566_396.5))
      #expect(UnixSeconds(7).date == Date(timeIntervalSince1970: 7))
      #expect(UnixMicroseconds(1_500_000).date == Date(timeIntervalSince1970: 1.5))
      #expect(UnixNanoseconds(-500_000_000).date == Date(timeIntervalSince1970: -0.5))
    #endif
    #expect(UnixSeconds(1) < 2)
    #expect("\(time)" == "1611566396500")
  }

  @Test("Two units on one field are told apart by size")
  func units() throws {
    struct Timed: CallbackObject {
      var at: UnixSeconds?
      var ms: UnixMilliseconds = 0
      private static let fields = FieldNames("at ms")
      init(_reading reader: inout _JSONReader) {
        let fields = Self.fields
        var scope = ObjectScope()
        while reader.nextField(&scope, fields) {
          switch scope.field {
          case 0: reader.read(&at, otherUnit: .milliseconds, accepting: .string)
          case 1: reader.read(&ms, otherUnit: .seconds)
          default: break
          }
        }
        reader.close(&scope, fields)
      }
      func _write(to writer: inout _JSONWriter) {
        writer.begin()
        writer.write("at", at)
        writer.write("ms", ms)
        writer.end()
      }
      func _validate(in validator: inout _ValidationContext) {}
      func _compare(with other: Self, in context: inout _EqualityContext) {
        context.compare(at, other.at)
        context.compare(ms, other.ms)
      }
    }
    let reading = try Timed.read(json: #"{"at":"1611566396999","ms":1611566396}"#)
    #expect(reading.value.at == 1_611_566_396)
    #expect(reading.value.ms == 1_611_566_396_000)
    #expect(reading.findings.map(\.rule) == [.otherType, .otherUnit, .otherUnit])
    let plain = try Timed.read(json: #"{"at":12,"ms":99999999}"#)
    #expect(plain.value.at == 12 && plain.value.ms == 99_999_999)
    #expect(plain.findings.isEmpty)
    #expect(try Timed(json: #"{"at":99999999999}"#).at == 99_999_999_999)
    #expect(try Timed(json: #"{"at":100000000000}"#).at == 100_000_000)
  }

  @Test("Separated lists keep the string")
  func separated() {
    #expect(SeparatedList(rawValue: "a;;b;", separator: ";").items == ["a", "", "b", ""])
    #expect(SeparatedList(rawValue: "", separator: ";").items == [])
    #expect(SeparatedList(["a", "é"], separator: ", ").rawValue == "a, é")
    #expect(SeparatedList(["a", "é"], separator: ", ").items == ["a", "é"])
  }

  @Test("Flags keep unknown bits")
  func flags() {
    let code = Media.LeaveCode(rawValue: 70)
    #expect(code.contains([.signal, .noUsers]))
    #expect(code.unknownBits.rawValue == 64)
  }

  @Test("Editions name the bits of a mask")
  func editions() {
    #expect(Media.editions.names == ["zh", "en"])
    #expect(Media.editions.names(of: 0b10) == ["en"])
    #expect(Media.editions.all == 0b11)
  }

  @Test("Severities are ordered")
  func severities() {
    #expect(Finding.Severity.notice < .warning)
    #expect(Finding.Severity.warning < .error)
  }

  @Test("Names of every length are found, in any order, escaped or not")
  func names() throws {
    struct Long: CallbackObject {
      static let text =
        "a ab abc abcd abcde abcdefg abcdefgh abcdefghi abcdefghijklmno abcdefghijklmnop abcdefghijklmnopq abcdefgh1jklmnopq abcdefghijklmnopqrstuvwxyzabcdefghijkl abcdefghijklmnopqrsTuvwxyzabcdefghijkl é"
      private static let fields = FieldNames(text)
      var values: [Int?] = Array(repeating: nil, count: 15)
      init(_reading reader: inout _JSONReader) {
        let fields = Self.fields
        var scope = ObjectScope()
        while reader.nextField(&scope, fields) { reader.read(&values[scope.field]) }
        reader.close(&scope, fields)
      }
      func _write(to writer: inout _JSONWriter) {
        writer.begin()
        writer.end()
      }
      func _validate(in validator: inout _ValidationContext) {}
      func _compare(with other: Self, in context: inout _EqualityContext) {
        context.compare(values, other.values)
      }
    }
    let names = Long.text.description.split(separator: " ").enumerated()
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      let members = names.shuffled(using: &generator).map { index, name in
        let first = name.utf16.first ?? 0
        let hex = String(first, radix: 16)
        let escape = "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        return
          "\"\(Bool.random(using: &generator) ? escape + name.dropFirst() : name[...])\":\(index)"
      }
      let value = try Long(
        json: "{\"abx\":1,\(members.joined(separator: ",")),\"abcdefgh_jklmnopq\":2}")
      #expect(value.values == Array(0..<15))
    }
  }

  @Test("Strings are escaped where JSON asks for it")
  func strings() throws {
    for code in 0..<0x300 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      for text in [String(scalar), "1234567\(scalar)", "12345678\(scalar)90123456789"] {
        var object = Everything()
        object.string = text
        let bytes = object.json()
        #expect(try Everything(json: bytes).string == text)
        #expect(bytes.allSatisfy { $0 >= 0x20 })
      }
    }
    var object = Everything()
    object.string = "a\"\\/\u{1f}\u{2028}\n"
    #expect(
      String(decoding: object.json(), as: UTF8.self) == #"{"string":"a\"\\/\u001f\#u{2028}\n"}"#)
  }
}
