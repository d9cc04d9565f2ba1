import CallbackRuntime
import Foundation
import Testing

@Suite("Texts with parts")
struct TextFormatsTests {
  @Test(
    "A documented form is taken apart",
    arguments: [
      ("14_20_of_YW5uYQ==_main.mp4", single(room: 20, index: nil)),
      ("14_20_of_YW5uYQ==_main_2.mp4", single(room: 20, index: 2)),
      ("14_YWI..mp4", Named.FileName.mixed(app: 14, room: "ab", index: nil)),
      ("14_Pz8-_3.mp4", Named.FileName.mixed(app: 14, room: "???", index: 3)),
      ("14_20.mp4", Named.FileName.mixed(app: 14, room: 20, index: nil)),
    ])
  func parts(_ text: String, _ expected: Named.FileName) {
    let name = Named.FileName(text)
    #expect("\(name)" == text)
    #expect(structure(name) == structure(expected))
  }

  /// The case and its values: two names are equal when their texts are, which says too little here.
  private func structure(_ name: Named.FileName) -> String {
    var text = ""
    dump(name, to: &text)
    return text
  }

  private static func single(room: StringOrInteger, index: Int?) -> Named.FileName {
    .single(app: 14, room: room, user: "anna", stream: .main, index: index)
  }

  @Test(
    "What is put together is what is taken apart",
    arguments: ["", "a", "ab", "abc", "房间 1/2", "a_b", "12"], [nil, 1, 99])
  func roundTrip(_ room: String, _ index: Int?) {
    let name = Named.FileName.mixed(app: 1, room: .string(room.isEmpty ? "x" : room), index: index)
    // A room of digits is read as a number: the text does not tell them apart.
    #expect(Named.FileName(rawValue: name.rawValue) == name)
  }

  @Test(
    "Any other text stays what it is",
    arguments: [
      "", "xxxx.mp4", "14_YWI=.mp4", "x_20.mp4", "014_20.mp4", "14_20_of_YW5uYQ==_side.mp4",
      "14_20_of_YW5uYQ_main.mp4", "14_20_.mp4", "14_20.mp4.mp4", "14_/w==.mp4",
    ])
  func other(_ text: String) {
    let name = Named.FileName(text)
    guard case .other(text) = name else {
      Issue.record("\(String(reflecting: name))")
      return
    }
    #expect(!name.isRecognized)
    #expect(name.rawValue == text)
  }

  @Test("A long hostile text costs no more than its length")
  func hostile() {
    let text = String(repeating: "1_of_", count: 100_000)
    #expect(Named.FileName(text).rawValue == text)
    #expect(Named.Task(String(repeating: "@@", count: 100_000)).rawValue.utf8.count == 200_000)
  }

  @Test("The first form that fits counts")
  func order() {
    guard case .client(let user, let task) = Named.Task("anna@@7@@8") else {
      Issue.record("no client task")
      return
    }
    #expect(user == "anna")
    #expect(task == "7@@8")
    guard case .server(id: "anna") = Named.Task("anna") else {
      Issue.record("no server task")
      return
    }
  }

  @Test("The text comes back as it was sent, through both ways")
  func written() throws {
    let json = #"{"file":"xxxx.mp4","more":"14_20.mp4","task":"a@@b","at":"2021-08-17 19:22"}"#
    let uploaded = try Named.Uploaded(json: json)
    #expect(String(decoding: uploaded.json(), as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(Named.Uploaded.self, from: Data(json.utf8)) == uploaded)
    #expect(try Named.Uploaded(json: JSONEncoder().encode(uploaded)) == uploaded)
  }

  @Test("A text of no documented form is a notice, a time that is none a warning")
  func findings() throws {
    let json = #"{"file":"xxxx.mp4","more":"14_20.mp4","task":"a@@b","at":"2021-08-17 19:22"}"#
    let findings = try Named.Uploaded(json: json).validate()
    #expect(findings.map(\.path) == ["file", "at"])
    #expect(findings.map(\.rule) == [.format, .format])
    #expect(findings.map(\.severity) == [.notice, .warning])
  }
}
