import CallbackRuntime
import Testing

@Suite("Events named by one header")
struct HeaderTopicTests {
  @Test("The value of the header is the event's ID")
  func topic() throws {
    let body = #"{"id":1,"total":"9.50"}"#
    let callback = try Topics.Callback(json: body, headers: ["x-topic": "orders/create"])
    #expect(callback.event == .ordersCreate(Topics.OrdersCreate(total: "9.50")))
    #expect(callback.event.id == "orders/create")
    #expect(callback.json() == body)
    let other = try Topics.Callback(json: body, headers: ["X-Topic": "orders/paid"])
    #expect(other.event.id == "orders/paid")
    #expect(other.json() == body)
  }
}
