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

  @Test("A member that is documented as an object is no other value")
  func object() throws {
    let good =
      #"{"owner":{"name":"o"},"settings":{"a":[]},"rules":[{},{"b":1}],"notes":[null,1],"labels":{"c":{}}}"#
    let event = try Nested.VodStarted(json: good)
    #expect(event.settings?["a"]?.elements == [])
    #expect(event.rules?.map(\.isObject) == [true, true])
    #expect(String(decoding: event.json(), as: UTF8.self) == good)
    for (name, wrong) in [("settings", "7"), ("settings", #""7""#), ("settings", "[]")] {
      try expectFault(name, at: "data.\(name)", of: wrong)
    }
    try expectFault("rules", at: "data.rules[1]", of: #"[{},"x"]"#)
    try expectFault("labels", at: "data.labels.c", of: #"{"c":true}"#)
  }

  @Test("Text that contains an object is read where it is accepted")
  func text() throws {
    let json = #"{"owner":{"name":"o"},"settings":"{\"a\":1}"}"#
    let report = try Nested.VodStarted.validate(json: json)
    #expect(report.value.settings?["a"]?.int == 1)
    #expect(report.findings.map(\.rule).contains(.otherType))
  }

  private func expectFault(_ name: String, at path: String, of value: String) throws {
    let json =
      #"{"kind":"vod_started","data":{"owner":{"name":"o"},""# + "\(name)\":\(value)}}"
    let report = try Nested.Callback.validate(json: json)
    #expect(report.value.faults.map(\.error.path) == [path], "\(json)")
    #expect(report.findings.filter { $0.rule == .wrongType }.map(\.path) == [path], "\(json)")
    #expect(report.value.json() == json)
  }

  @Test("Raw JSON keeps its text and is compared by meaning")
  func raw() throws {
    let same = try Nested.VodStarted(json: #"{"owner":{"name":"o"},"extra":{"a":[1],"b":1e0}}"#)
    let first = try Nested.VodStarted(json: #"{"owner":{"name":"o"},"extra":{"b":1,"a":[1.0]}}"#)
    #expect(same == first)
  }
}
