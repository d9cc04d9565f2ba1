import CallbackRuntime
import Testing

extension Vendor {
  /// The topic is the name of the file, with a dot in place of the slash.
  static let shopify = Vendor(
    "Shopify", Shopify.Callback.self,
    headers: { file in
      [
        "X-Shopify-Topic": file.replacing(".json", with: "").replacing(".", with: "/"),
        "X-Shopify-Webhook-Id": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
      ]
    })
}

@Suite("Shopify: events named by a header, amounts in strings")
struct ShopifyTests {
  private func callback(_ name: String) throws -> Shopify.Callback {
    try Shopify.Callback(
      json: Vendor.body("Shopify/Bodies/\(name).json"), headers: Vendor.shopify.headers(name))
  }

  @Test("An order was placed")
  func order() throws {
    let callback = try callback("orders.create")
    guard case .ordersCreate(let order) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(order.id == 6_104_455_217_434)
    #expect(order.totalPrice == "687.20")
    #expect(order.totalPriceSet?.shopMoney?.currencyCode == "DKK")
    #expect(order.financialStatus == .pending)
    #expect(order.tags?.items == ["harbour", "vip"])
    #expect(order.customer?.tags?.items == [])
    #expect(order.lineItems?.map(\.quantity) == [2, 1])
    #expect(order.lineItems?.first?.taxLines?.first?.rate == 0.25)
    #expect(order.lineItems?.first?.properties?.last?.value?.int == 7)
    #expect(order.lineItems?.last?.productID == nil)
    #expect(order.shippingAddress?.latitude == nil)
    #expect(order.billingAddress?.latitude == 54.8897)
    #expect(order.createdAt == "2024-12-10T07:59:58+01:00")
    #expect(
      callback.deduplicationKey?.xShopifyWebhookID == "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043")
  }

  @Test("Amounts keep their digits")
  func amounts() throws {
    guard case .ordersPaid(let order) = try callback("orders.paid").event else {
      Issue.record("another event")
      return
    }
    #expect(order.totalPriceSet?.presentmentMoney?.amount == "92.12")
    // A number of decimal places that is not that of the currency.
    #expect(order.lineItems?.last?.price == "10.0")
    #expect(order.customer == nil)
    #expect(order.json().contains(#""customer":null"#))
  }

  @Test("An app was removed, and a product was changed")
  func others() throws {
    guard case .appUninstalled(let shop) = try callback("app.uninstalled").event,
      case .productsUpdate(let product) = try callback("products.update").event,
      case .customersCreate(let customer) = try callback("customers.create").event,
      case .inventoryLevelsUpdate(let level) = try callback("inventory_levels.update").event
    else {
      Issue.record("another event")
      return
    }
    #expect(shop.myshopifyDomain == "blue-harbor.myshopify.com")
    #expect(product.variants?.map(\.compareAtPrice) == ["399.00", nil])
    #expect(product.variants?.first?.inventoryPolicy == .deny)
    #expect(product.image?.variantIDs == [47_221_009_876_250])
    #expect(customer.emailMarketingConsent?.state == "not_subscribed")
    #expect(level.available == nil)
  }

  @Test("An amount that is no decimal number is a finding, and kept")
  func badAmount() throws {
    let body = try Vendor.body("Shopify/Bodies/orders.create.json")
      .replacing(#""total_price":"687.20""#, with: #""total_price":"687,20""#)
    let report = try Shopify.Callback.validate(
      json: body, headers: Vendor.shopify.headers("orders.create"))
    #expect(report.findings.map { "\($0.path) \($0.rule)" } == ["total_price format"])
    #expect(
      try RawJSON(bytes: report.value.json() as [UInt8]) == RawJSON(bytes: Array(body.utf8)))
  }

  @Test("The signature is over the body")
  func signature() {
    #expect(
      Shopify.signatures == [
        SignatureScheme(
          place: .header("X-Shopify-Hmac-Sha256"), algorithm: .hmacSHA256, encoding: .base64,
          over: .body)
      ])
    #expect(Shopify.retries.attempts == 9)
  }
}
