import CallbackRuntime
import Testing

@Suite("Lists of callbacks")
struct BodyListTests {
  private static let body =
    #"[{"type":"delivered","data":{"to":"ann"}},{"type":"new","data":{"x":[1.50]}}]"#

  @Test("Each callback of a body is decoded, and all are written back")
  func whole() throws {
    let results = try Batch.Callback.list(json: Self.body)
    let callbacks = try results.map { try $0.get() }
    #expect(callbacks[0].event == .delivered(Batch.Delivered(to: "ann")))
    #expect(callbacks[1].event.id == "new")
    #expect(Batch.Callback.json(list: callbacks) == Array(Self.body.utf8))
    #expect(try Batch.Callback.list(json: " [ ] ").isEmpty)
    #expect(Batch.Callback.json(list: []) == Array("[]".utf8))
  }

  @Test("A callback that cannot be decoded leaves the others")
  func failure() throws {
    let body = #"[7, {"type":"delivered","data":{"to":"ann"}}, {"data":{}}]"#
    let results = try Batch.Callback.list(json: body)
    #expect(results.count == 3)
    #expect(try results[1].get().event == .delivered(Batch.Delivered(to: "ann")))
    let errors = results.compactMap { result in
      if case .failure(let error) = result { error } else { nil }
    }
    #expect(errors.map(\.path) == ["[0]", "[2].type"])
    #expect(errors.map(\.offset) == [1, 46])
  }

  @Test("Findings have the path and the offset in the body")
  func findings() throws {
    let body = #"[{"type":"delivered","data":{"to":"ann"},"more":1}]"#
    let reports = try Batch.Callback.validate(list: body).map { try $0.get() }
    #expect(reports[0].findings.map(\.path) == ["[0].more"])
    #expect(reports[0].findings.map(\.offset) == [41])
  }

  @Test("A body that is no array cannot be decoded", arguments: ["{}", "", "[1", "[] 1"])
  func wrong(_ body: String) {
    #expect(throws: CallbackDecodingError.self) { try Batch.Callback.list(json: body) }
  }
}
