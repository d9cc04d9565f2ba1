import CallbackRuntime
import Testing

@Suite("Broken fields that make an event malformed, as configured")
struct MalformedEventsTests {
  @Test("A broken optional field of an event makes it malformed")
  func event() throws {
    let body = #"{"type":"invoice.paid","data":{"invoice":"i","lines":[{"sku":"a","amount":"5"}]}}"#
    let callback = try StrictBilling.Callback(json: body)
    guard case .malformed(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.error.path == "data.lines[0].amount")
    #expect(event.details == (try RawJSON(body)["data"]))
    #expect(try StrictBilling.Callback(json: callback.json()) == callback)
  }

  @Test("A broken field of the envelope is nil, and text that is not valid Unicode is an error")
  func envelope() throws {
    let reading = try StrictBilling.Callback.read(
      json: #"{"type":"invoice.paid","created":"x","data":{"invoice":"i"}}"#)
    #expect(reading.value.created == nil)
    #expect(reading.findings.map(\.rule) == [.wrongType])
    #expect(throws: CallbackDecodingError.self) {
      try StrictBilling.Callback(json: #"{"type":"invoice.paid","data":{"invoice":"\ud800"}}"#)
    }
  }

  @Test("An undocumented event keeps the whole body")
  func unrecognized() throws {
    let body = #"{"type":"x","beside":[1],"data":{"a":1}}"#
    #expect(String(decoding: try StrictBilling.Callback(json: body).json(), as: UTF8.self) == body)
  }
}
