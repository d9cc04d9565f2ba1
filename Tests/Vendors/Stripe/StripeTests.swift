import CallbackRuntime
import Testing

extension Vendor {
  static let stripe = Vendor("Stripe", Stripe.Callback.self)
}

@Suite("Stripe: events that share objects, identifiers or the objects themselves, two API versions")
struct StripeTests {
  private func callback(_ name: String) throws -> Stripe.Callback {
    try Stripe.Callback(json: Vendor.body("Stripe/Bodies/\(name).json"))
  }

  @Test("An invoice was paid")
  func paid() throws {
    let callback = try callback("invoice.paid")
    guard case .invoicePaid(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    let invoice = event.object
    #expect(callback.outcome == .success)
    #expect(callback.created == 1_733_817_600)
    #expect(callback.apiVersion == "2025-03-31.basil")
    #expect(callback.request?.id == nil)
    #expect(callback.deduplicationKey == .init(id: "evt_1QTn5kBlueHarb0rX8yZk2Lw"))
    #expect(invoice.customer == .string("cus_RMeT1dEsHarb0r"))
    #expect(invoice.status == .paid)
    #expect(invoice.statusTransitions?.paidAt == 1_733_817_603)
    let lines = try #require(invoice.lines?.data)
    #expect(lines.map(\.amount) == [19900, -5000])
    #expect(lines[0].pricing?.unitAmountDecimal == "19900")
    #expect(lines[0].pricing?.priceDetails?.price == .string("price_1QSkJ2BlueHarb0r7QpEx1Nd"))
    #expect(lines[0].parent?.subscriptionItemDetails?.subscriptionItem == "si_RMeTa8bC")
    #expect(lines[1].discounts == [.string("di_1QTn0BlueHarb0r")])
    #expect(invoice.parent?.subscriptionDetails?.metadata == ["plan": "harbour"])
    #expect(invoice.totalTaxes?.first?.taxRateDetails?.taxRate == "txr_1QSkKcBlueHarb0rSE25")
  }

  @Test("Events of one object are handled by one function")
  func shared() throws {
    func amount(_ callback: Stripe.Callback) -> Int? {
      switch callback.event {
      case .invoicePaid(let event), .invoicePaymentFailed(let event), .invoiceUpdated(let event):
        event.object.amountDue
      default: nil
      }
    }
    #expect(try amount(callback("invoice.paid")) == 24875)
    #expect(try amount(callback("invoice.payment_failed")) == 19900)
    #expect(try amount(callback("charge.failed")) == nil)
  }

  @Test("A body of an older version has the members of that version")
  func older() throws {
    let callback = try callback("invoice.payment_failed")
    guard case .invoicePaymentFailed(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(callback.outcome == .failure)
    #expect(callback.account == "acct_1QBoatClub")
    #expect(event.object.subscription == .string("sub_1QTn3RBlueHarb0rUa5sYbTz"))
    #expect(event.object.paid == false)
    #expect(event.object.nextPaymentAttempt == 1_733_990_400)
    #expect(event.object.lines?.data?.first?.price?.recurring?.interval == .month)
    #expect(event.object.parent == nil)
  }

  @Test("Members of both versions in one body are findings of the version that fits less")
  func mixed() throws {
    let body = try Vendor.body("Stripe/Bodies/invoice.paid.json")
      .replacing(#""amount_overpaid": 0,"#, with: "")
    let report = try Stripe.Callback.validate(json: body)
    #expect(report.findings.map(\.path) == ["data.object.amount_overpaid"])
    #expect(report.findings.map(\.rule) == [.missing])
  }

  @Test("The identifier of an object, or the object")
  func expanded() throws {
    let customer = #"{"id": "cus_9", "object": "customer", "metadata": {"a": "b"}}"#
    let body = try Vendor.body("Stripe/Bodies/charge.succeeded.json")
      .replacing(#""customer": "cus_RMeT1dEsHarb0r""#, with: #""customer": "# + customer)
    let callback = try Stripe.Callback(json: body)
    guard case .chargeSucceeded(let event) = callback.event,
      case .customer(let customer)? = event.object.customer
    else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(customer.id == "cus_9")
    #expect(customer.metadata == ["a": "b"])
    #expect(try RawJSON(bytes: Array(body.utf8)) == RawJSON(bytes: callback.json()))
  }

  @Test("What a customer is charged by is told apart by its member object")
  func sources() throws {
    guard case .customerUpdated(let event) = try callback("customer.updated").event,
      case .customerSourceCreated(let created) = try callback("customer.source.created").event,
      case .card(let card) = created.object,
      let sources = event.object.sources?.data, sources.count == 3,
      case .card(let first) = sources[0], case .bankAccount(let second) = sources[1],
      case .other(let third) = sources[2]
    else {
      Issue.record("another event")
      return
    }
    #expect(card.funding == .debit)
    #expect(first.last4 == "4242")
    #expect(second.routingNumber == "110000000")
    #expect(third["type"]?.string == "ach_credit_transfer")
    #expect(event.previousAttributes?["email"]?.isNull == true)
    #expect(event.object.preferredLocales == ["da", "sv-SE"])
    #expect(event.object.metadata == ["tenant": "4711", "note": ""])
  }

  @Test("A subscription was changed")
  func subscription() throws {
    guard
      case .customerSubscriptionUpdated(let event) =
        try callback("customer.subscription.updated").event
    else {
      Issue.record("another event")
      return
    }
    #expect(event.object.status == .active)
    #expect(event.object.cancelAt == 1_736_496_000)
    #expect(event.object.items?.data?.first?.currentPeriodEnd == 1_736_496_000)
    #expect(event.previousAttributes?["items"]?["data"]?[0]?["quantity"]?.int == 2)
    #expect(event.object.pauseCollection == nil)
  }

  @Test("A checkout was completed")
  func checkout() throws {
    let callback = try callback("checkout.session.completed")
    guard case .checkoutSessionCompleted(let event) = callback.event else {
      Issue.record("another event")
      return
    }
    #expect(event.object.customerDetails?.address?.city == "Gothenburg")
    #expect(event.object.metadata == ["cart": "ærø"])
    #expect(event.object.paymentStatus == .paid)
    #expect(event.object.subscription == .string("sub_1QTn3RBlueHarb0rUa5sYbTz"))
    #expect(event.object.customFields?.map(\.type) == [.numeric, .dropdown])
  }

  @Test("A broken line costs its broken members")
  func broken() throws {
    let body = try Vendor.body("Stripe/Bodies/invoice.paid.json")
      .replacing(#""amount": -5000"#, with: #""amount": "-5000""#)
    let callback = try Stripe.Callback(json: body)
    guard case .invoicePaid(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.object.lines?.data?.map(\.amount) == [19900, nil])
    #expect(callback.faults.map(\.path) == ["data.object.lines.data[1].amount"])
    #expect(try RawJSON(bytes: Array(body.utf8)) == RawJSON(bytes: callback.json()))
  }

  @Test("The signed time and the signature are parts of one header")
  func signature() {
    #expect(
      Stripe.signatures == [
        SignatureScheme(
          place: .headerPart("Stripe-Signature", name: "v1"), algorithm: .hmacSHA256,
          encoding: .hex,
          over: .joined([
            .headerPart("Stripe-Signature", name: "t"), .text("."), .body,
          ]), time: .headerPart("Stripe-Signature", name: "t"), tolerance: .seconds(300))
      ])
  }
}
