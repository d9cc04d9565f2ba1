import CallbackRuntime
import Testing

@Suite("Objects in objects")
struct NestedObjectsTests {
  private let json =
    #"{"taskId":"t","info":{"videoId":"v","state":"new"},"owner":{"name":"o"},"extra":{"b":1,"a":[1.0]}}"#

  @Test(
    "An object that belongs to one field is a type inside it; an included one is no type at all")
  func nested() throws {
    let event = try Nested.VodStarted(json: json)
    #expect(event.taskID == "t")
    #expect(event.info == .init(videoID: "v", state: .new))
    #expect(event.owner == .init(name: "o"))
    #expect(String(decoding: event.json(), as: UTF8.self) == json)
  }

  @Test("A required object that is missing makes the event malformed")
  func requiredObject() throws {
    let callback = try Nested.Callback(json: #"{"kind":"vod_started","data":{"taskId":"t"}}"#)
    guard case .malformed(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(event.error.path == "data.owner")
  }

  @Test("Raw JSON keeps its text and is compared by meaning")
  func raw() throws {
    let same = try Nested.VodStarted(json: #"{"owner":{"name":"o"},"extra":{"a":[1],"b":1e0}}"#)
    let first = try Nested.VodStarted(json: #"{"owner":{"name":"o"},"extra":{"b":1,"a":[1.0]}}"#)
    #expect(same == first)
  }
}
