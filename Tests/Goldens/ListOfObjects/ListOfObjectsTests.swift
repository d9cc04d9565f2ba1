import CallbackRuntime
import Testing

@Suite("Lists of objects")
struct ListOfObjectsTests {
  let body = #"""
    {"kind":31,"data":{"files":[{"name":"a","parts":[{"number":1},{"number":2}]},{"name":"b"}],"names":["x","y"]}}
    """#

  @Test("A list of objects is read with the lists inside it")
  func lists() throws {
    let callback = try Lists.Callback(json: body)
    let file = Lists.File(name: "a", parts: [.init(number: 1), .init(number: 2)])
    let expected = Lists.Uploaded(files: [file, .init(name: "b")], names: ["x", "y"])
    #expect(callback.event == .uploaded(expected))
  }

  @Test("What was read is written as it came")
  func writes() throws {
    let callback = try Lists.Callback(json: body)
    #expect(String(decoding: callback.json(), as: UTF8.self) == body)
  }

  @Test("A file without its name makes the event malformed, and keeps it")
  func required() throws {
    let body = #"{"kind":31,"data":{"files":[{"name":"a"},{"parts":[]}]}}"#
    let callback = try Lists.Callback(json: body)
    guard case .malformed(let event) = callback.event else {
      Issue.record("not malformed: \(callback.event)")
      return
    }
    #expect(event.error.path == "data.files[1].name")
    #expect(String(decoding: callback.json(), as: UTF8.self) == body)
  }

  @Test("Findings name the element of the list")
  func findings() throws {
    let callback = try Lists.Callback(
      json: #"{"kind":31,"data":{"files":[{"name":"a","parts":[{"number":1},{}]}]}}"#)
    #expect(callback.validate().map(\.path) == ["data.files[0].parts[1].number"])
  }
}
