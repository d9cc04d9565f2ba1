import CallbackRuntime
import Foundation
import Testing

@Suite("Events of one struct")
struct SharedStructsTests {
  private func body(_ type: String, _ object: String) -> String {
    #"{"type":"\#(type)","data":{"object":\#(object)}}"#
  }

  @Test("Several cases have one struct, and each is written with its own id")
  func shared() throws {
    let invoice = Invoicing.Invoice(id: "in_1", total: 5)
    let cases: [(String, Invoicing.Event)] = [
      ("invoice.paid", .invoicePaid(invoice)),
      ("invoice.payment_failed", .invoicePaymentFailed(invoice)),
      ("invoice.created", .invoiceCreated(invoice)),
    ]
    for (type, event) in cases {
      let json = body(type, #"{"id":"in_1","total":5}"#)
      let report = try Invoicing.Callback.validate(json: json)
      #expect(report.value.event == event)
      #expect(report.findings == [])
      #expect(report.value.json() == json)
    }
  }

  @Test("The outcome is that of the event, not of the struct")
  func outcome() throws {
    let invoice = Invoicing.Invoice(id: "in_1")
    #expect(Invoicing.Event.invoicePaid(invoice).outcome == .success)
    #expect(Invoicing.Event.invoicePaymentFailed(invoice).outcome == .failure)
    #expect(Invoicing.Event.invoiceCreated(invoice).outcome == nil)
  }

  @Test("What lacks in the struct is a finding of the event")
  func findings() throws {
    let missing = try Invoicing.Callback.validate(json: body("invoice.paid", #"{"id":"in_1"}"#))
    #expect(missing.findings.map(\.path) == ["data.object.total"])
    let malformed = try Invoicing.Callback(json: body("invoice.paid", "{}"))
    guard case .malformed = malformed.event else {
      Issue.record("\(malformed.event)")
      return
    }
  }
}
