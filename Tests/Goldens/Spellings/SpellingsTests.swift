import CallbackRuntime
import Foundation
import Testing

@Suite("Values in strings")
struct SpellingsTests {
  static let json =
    #"{"amount":"0012.50","day":"2024-02-29","order":"0190163D-8694-739b-aea5-966c26f8ad91","receipt":"https://example.com/收据?a=1","size":"12","count":"3","weight":"12.50e0","paidAt":"1709181296123","isFirst":"true","isGift":0}"#

  @Test("Values are typed, and written as they came")
  func kept() throws {
    let report = try Spelled.Paid.validate(json: Self.json)
    #expect(report.findings == [])
    let paid = report.value
    #expect(paid.amount == "0012.50")
    #expect(paid.size == 12)
    #expect(paid.count == 3)
    #expect(paid.weight?.value == 12.5)
    #expect(paid.weight?.rawValue == "12.50e0")
    #expect(paid.paidAt == 1_709_181_296_123)
    #expect(paid.isFirst == true)
    #expect(paid.isGift == false)
    #expect(paid.json() == Self.json)
  }

  @Test("Both ways in agree")
  func codable() throws {
    let direct = try Spelled.Paid(json: Self.json)
    #expect(try JSONDecoder().decode(Spelled.Paid.self, from: Data(Self.json.utf8)) == direct)
    #expect(try Spelled.Paid(json: JSONEncoder().encode(direct)) == direct)
  }

  @Test(
    "A string of another format is a finding",
    arguments: [
      ("amount", "12,50"), ("amount", ""), ("amount", "1."), ("amount", "1e3"),
      ("day", "2023-02-29"), ("day", "2024-2-9"), ("order", "0190163d8694739baea5966c26f8ad91"),
      ("receipt", "/receipts/1"), ("receipt", "https://a b"), ("size", "1001"),
      ("weight", "100.5"),
    ])
  func format(_ member: String, _ text: String) throws {
    var value = try #require(RawJSON(Self.json).members)
    let place = try #require(value.firstIndex { $0.name == member })
    value[place].value = try RawJSON("\"\(text)\"")
    let body = value.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",")
    let findings = try Spelled.Paid.validate(json: "{\(body)}").findings
    #expect(findings.map(\.path) == [member])
    let isNumber = ["size", "weight"].contains(member)
    #expect(findings.map(\.rule) == [isNumber ? .range : .format])
  }

  @Test(
    "What is no integer, and no boolean, cannot be read",
    arguments: [
      #"{"count":3}"#, #"{"count":"three"}"#, #"{"count":""}"#,
      #"{"count":"99999999999999999999"}"#,
      #"{"count":"1","isFirst":"yes"}"#, #"{"count":"1","isGift":2}"#,
      #"{"count":"1","isGift":true}"#, #"{"count":"1","weight":"1,5"}"#,
      #"{"count":"1","weight":"01"}"#, #"{"count":"1","weight":"1e999"}"#,
      #"{"count":"1","weight":1.5}"#,
    ])
  func unreadable(_ json: String) {
    #expect(throws: CallbackDecodingError.self) { try Spelled.Paid(json: json) }
  }

  @Test("A number in a string is equal by its text, and made of a number")
  func text() throws {
    #expect(DoubleText(rawValue: "1.50") != 1.5)
    #expect(DoubleText(rawValue: "1.50")?.value == 1.5)
    #expect(DoubleText(0.1).rawValue == "0.1")
    #expect(DoubleText(.infinity) == 0)
    #expect(DoubleText(rawValue: "+1") == nil)
    let paid = try Spelled.Paid(json: #"{"count":"1","rate":0.250}"#)
    #expect(paid.rate?.rawValue == "0.250")
    #expect(paid.json() == #"{"count":"1","rate":"0.250"}"#)
  }

  @Test("A number in place of the documented string is read, reported, and written as documented")
  func accepted() throws {
    let json = #"{"kind":"paid","createdAt":1709181296,"data":{"count":"1"}}"#
    let report = try Spelled.Callback.validate(json: json)
    #expect(report.value.createdAt == 1_709_181_296)
    #expect(report.findings.map(\.rule).contains(.otherType))
    #expect(report.value.json().contains(#""createdAt":"1709181296""#))
  }
}
