import CallbackRuntime
import Foundation
import Testing

@Suite("Values of several types")
struct AlternativesTests {
  static let json =
    #"{"customer":{"id":"c1","level":2},"items":[{"price":3}],"rate":0.5,"level":1,"source":{"object":"bank_account","country":"DE"},"history":[{"object":"debit_card","last4":"4242"},{"object":"coin","n":1},7]}"#

  @Test("The JSON type selects the type of a union, a member that of an object")
  func kept() throws {
    let report = try Choose.Charged.validate(json: Self.json)
    #expect(report.findings == [])
    let charged = report.value
    guard case .customer(let customer) = charged.customer else {
      Issue.record("\(charged.customer)")
      return
    }
    #expect(customer.id == "c1")
    #expect(charged.items == .list([Choose.Item(price: 3)]))
    #expect(charged.rate == .double(0.5))
    #expect(charged.level == .level(.low))
    #expect(charged.source == .bankAccount(Choose.BankAccount(country: "DE")))
    #expect(charged.history?.first == .card(Choose.Card(object: "debit_card", last4: "4242")))
    #expect(try charged.history?[1] == .other(RawJSON(#"{"object":"coin","n":1}"#)))
    #expect(try charged.history?[2] == .other(RawJSON("7")))
    #expect(charged.json() == Self.json)
  }

  @Test("The other types of a union")
  func others() throws {
    let json = #"{"customer":"c1","items":"i1","rate":true,"level":{"price":1}}"#
    let charged = try Choose.Charged(json: json)
    #expect(charged.customer == .string("c1"))
    #expect(charged.rate == .bool(true))
    #expect(charged.level == .item(Choose.Item(price: 1)))
    #expect(charged.json() == json)
  }

  @Test("Both ways in agree")
  func codable() throws {
    let direct = try Choose.Charged(json: Self.json)
    #expect(try JSONDecoder().decode(Choose.Charged.self, from: Data(Self.json.utf8)) == direct)
    #expect(try Choose.Charged(json: JSONEncoder().encode(direct)) == direct)
  }

  @Test("An object of a union may be one without documented members")
  func rawObjects() throws {
    let json = #"{"customer":"c1","extra":{"a":[1]},"parts":[{"b":2},{}]}"#
    let charged = try Choose.Charged(json: json)
    #expect(try charged.extra == .object(RawJSON(#"{"a":[1]}"#)))
    #expect(try charged.parts == .list([RawJSON(#"{"b":2}"#), RawJSON("{}")]))
    #expect(charged.json() == json)
  }

  @Test("The member may stand anywhere in the object, and may be escaped or repeated")
  func anywhere() throws {
    let json =
      #"{"customer":"c","source":{"x":{"object":"card"},"country":"FR","\u006fbject":"bank_account","object":"card"}}"#
    #expect(try Choose.Charged(json: json).source == .bankAccount(.init(country: "FR")))
  }

  @Test(
    "A value of no type of a union cannot be read",
    arguments: [
      #"{"customer":1}"#, #"{"customer":[]}"#, #"{"customer":{}}"#, #"{"customer":null}"#, "{}",
      #"{"customer":"c","rate":"1"}"#, #"{"customer":"c","items":[1]}"#,
      #"{"customer":"c","extra":[]}"#, #"{"customer":"c","extra":1}"#,
      #"{"customer":"c","parts":{}}"#, #"{"customer":"c","parts":[{},1]}"#,
    ])
  func unreadable(_ json: String) {
    #expect(throws: CallbackDecodingError.self) { try Choose.Charged(json: json) }
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Choose.Charged.self, from: Data(json.utf8))
    }
  }

  @Test("What a case contains is validated at its place")
  func validated() throws {
    let json = Self.json.replacing(#""level":2}"#, with: #""level":9}"#)
      .replacing(#""level":1,"#, with: #""level":8,"#)
      .replacing(#","last4":"4242""#, with: "")
    let findings = try Choose.Charged.validate(json: json).findings
    #expect(findings.map(\.path) == ["customer.level", "level", "history[0].last4"])
    #expect(findings.map(\.rule) == [.unknownCode, .unknownCode, .missing])
  }

  @Test("In the envelope, what cannot be read is absent")
  func envelope() throws {
    let json = #"{"kind":"charged","sender":4,"data":{"customer":"c"}}"#
    let report = try Choose.Callback.validate(json: json)
    #expect(report.value.sender == nil)
    #expect(report.findings.contains { $0.rule == .wrongType && $0.path == "sender" })
  }

  @Test("In the envelope, an object without a required member costs the field and no more")
  func incompleteInEnvelope() throws {
    let json = #"{"kind":"charged","data":{"customer":"c"},"sender":{"level":2}}"#
    let callback = try Choose.Callback(json: json)
    #expect(callback.sender == nil)
    #expect(callback.event == .charged(Choose.Charged(customer: .string("c"))))
    #expect(callback.faults.map(\.path) == ["sender"])
    #expect(callback.faults.map(\.error.path) == ["sender.id"])
    #expect(callback.json() == json)
  }
}
