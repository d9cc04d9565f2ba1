import CallbackRuntime
import Foundation
import Testing

@Suite("Broken fields")
struct BrokenFieldsTests {
  /// The body with `payload` as the event's own fields.
  private func body(_ payload: String) -> String {
    #"{"type":"invoice.paid","created":1700000000,"account":{"region":"eu"},"data":\#(payload)}"#
  }

  /// Decodes a body whose event must be typed, and checks that it is encoded with the same meaning and decoded equally through
  /// Foundation.
  private func paid(_ body: String) throws -> (Billing.InvoicePaid, [FieldFault]) {
    let callback = try Billing.Callback(json: body)
    #expect(try RawJSON(bytes: callback.json()) == RawJSON(body))
    #expect(try Billing.Callback(json: callback.json()) == callback)
    let decoded = try JSONDecoder().decode(Billing.Callback.self, from: Data(body.utf8))
    #expect(decoded == callback)
    #expect(decoded.faults.map(\.error.path) == callback.faults.map(\.error.path))
    #expect(try RawJSON(bytes: JSONEncoder().encode(callback)) == RawJSON(body))
    guard case .invoicePaid(let event) = callback.event else {
      Issue.record("\(callback.event)")
      throw Broken()
    }
    return (event, callback.faults)
  }

  private struct Broken: Error {}

  @Test("A body as documented has none")
  func none() throws {
    let (event, faults) = try paid(
      body(
        #"{"invoice":"i","customer":{"email":"e"},"lines":[{"sku":"a","amount":1}],"discounts":[1]}"#
      ))
    #expect(event.discounts == [1])
    #expect(faults.isEmpty)
  }

  @Test("A broken field inside a list costs that field and no more")
  func insideList() throws {
    let json = body(#"{"invoice":"i","lines":[{"sku":"a","amount":"5"},{"sku":"b","amount":7}]}"#)
    let callback = try Billing.Callback(json: json)
    guard case .invoicePaid(let paid) = callback.event else { throw Broken() }
    #expect(paid.lines?.map(\.sku) == ["a", "b"])
    #expect(paid.lines?.map(\.amount) == [nil, 7])
    #expect(callback.faults.map(\.path) == ["data.lines[0].amount"])
    #expect(callback.faults.map(\.json.description) == [#""5""#])
    #expect(callback.json() == json)
  }

  @Test(
    "Every optional field may be broken",
    arguments: [
      (#""customer":7"#, ["data.customer"]), (#""customer":[{}]"#, ["data.customer"]),
      (
        #""customer":{"email":[],"phone":{"a":[1]}}"#,
        ["data.customer.email", "data.customer.phone"]
      ),
      (#""payer":"x""#, ["data.payer"]),
      (#""lines":{"a":1}"#, ["data.lines"]), (#""lines":[7]"#, ["data.lines"]),
      (#""lines":[{"sku":"a"},null]"#, ["data.lines"]),
      (#""discounts":[1,"2",3]"#, ["data.discounts"]), (#""discounts":1.5"#, ["data.discounts"]),
    ])
  func optional(member: String, paths: [String]) throws {
    let (_, faults) = try paid(body(#"{\#(member),"invoice":"i"}"#))
    #expect(faults.map(\.path) == paths)
  }

  @Test("A broken field inside JSON text in a string is written back inside it")
  func embedded() throws {
    let text = body(#"{"invoice":"i","payer":"{\"email\":7,\"phone\":\"\\\"\"}"}"#)
    let callback = try Billing.Callback(json: text)
    guard case .invoicePaid(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.payer == Billing.Customer(phone: "\""))
    #expect(callback.faults.map(\.path) == ["data.payer.email"])
    let payer = try RawJSON(bytes: callback.json())["data"]?["payer"]
    #expect(payer == (try RawJSON(#"{"email":7,"phone":"\""}"#)))
    #expect(try JSONDecoder().decode(Billing.Callback.self, from: Data(text.utf8)) == callback)
  }

  @Test(
    "A broken required field makes the event malformed",
    arguments: [
      (#"{"invoice":7,"lines":[{"sku":"a","amount":"5"}]}"#, "data.invoice"),
      (#"{"invoice":"i","lines":[{"amount":"5","sku":7}]}"#, "data.lines[0].sku"),
      (#"{"invoice":"i","lines":[{"amount":"5"}]}"#, "data.lines[0].sku"),
      (#"{"invoice":"i","lines":[{"amount":"5","sku":null}]}"#, "data.lines[0].sku"),
      ("[]", "data"),
    ])
  func required(payload: String, path: String) throws {
    let callback = try Billing.Callback(json: body(payload))
    guard case .malformed(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.error.path == path)
    #expect(event.details == (try RawJSON(payload)))
    #expect(callback.faults.isEmpty)
    #expect(try Billing.Callback(json: callback.json()) == callback)
    #expect(
      try JSONDecoder().decode(Billing.Callback.self, from: Data(body(payload).utf8)) == callback)
  }

  @Test("A broken field of the envelope is kept too")
  func envelope() throws {
    let (_, faults) = try paid(
      #"{"data":{"invoice":"i","discounts":{}},"type":"invoice.paid","created":"x","account":{"region":{"a":[1.50]}}}"#
    )
    #expect(faults.map(\.path) == ["account.region", "created", "data.discounts"])
    let (_, group) = try paid(
      #"{"type":"invoice.paid","data":{"invoice":"i"},"account":[{"a":1}]}"#)
    #expect(group.map(\.path) == ["account"])
  }

  @Test("Findings report it at its byte")
  func findings() throws {
    let text = body(#"{"invoice":"i","lines":[{"sku":"a","amount":"5"}]}"#)
    let report = try Billing.Callback.validate(json: text)
    let found = report.findings.filter { $0.rule == .wrongType }
    #expect(found.map(\.path) == ["data.lines[0].amount"])
    #expect(found.map(\.offset) == [121])
    #expect(
      report.value.faults.map(\.error) == [
        CallbackDecodingError(
          problem: .type(.integer), offset: 121, path: "data.lines[0].amount")
      ])
    #expect(found.map(\.severity) == [.error])
  }

  @Test("A field that was set meanwhile is written, and a removed object takes its faults along")
  func edited() throws {
    let text = body(#"{"invoice":"i","customer":{"email":7},"discounts":"none"}"#)
    var callback = try Billing.Callback(json: text)
    guard case .invoicePaid(var event) = callback.event else { return }
    event.discounts = [2]
    event.customer = nil
    callback.event = .invoicePaid(event)
    callback.account.region = "us"
    let written = try RawJSON(bytes: callback.json())
    #expect(written["data"] == (try RawJSON(#"{"invoice":"i","discounts":[2]}"#)))
    #expect(written["account"]?["region"]?.string == "us")
    callback.faults = []
    #expect(try RawJSON(bytes: callback.json()) == written)
  }

  @Test("An event decoded on its own has no place for faults, and is refused")
  func alone() {
    #expect(throws: CallbackDecodingError.self) {
      try Billing.InvoicePaid(json: #"{"invoice":"i","discounts":"none"}"#)
    }
  }

  @Test("A thousand broken fields take time in proportion to the body")
  func many() throws {
    func time(_ count: Int) throws -> Duration {
      let lines = Array(repeating: #"{"sku":"a","amount":"5"}"#, count: count)
      let text = body(#"{"invoice":"i","lines":[\#(lines.joined(separator: ","))]}"#)
      return try ContinuousClock().measure {
        let callback = try Billing.Callback(json: text)
        #expect(callback.faults.count == count)
        #expect(callback.json().count == text.utf8.count)
      }
    }
    _ = try time(100)
    #expect(try time(8000) < time(1000) * 40)
  }
}
