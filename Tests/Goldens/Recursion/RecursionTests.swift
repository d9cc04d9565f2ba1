import CallbackRuntime
import Foundation
import Testing

@Suite("Objects that contain themselves")
struct RecursionTests {
  static let json =
    #"{"comment":{"text":"c","parent":{"text":"b","parent":{"text":"a","author":{"name":"x","pinned":null}},"author":{"name":"y","pinned":{"text":"p","author":{"pinned":null,"name":"z"}}}},"quoted":{"text":"q","author":{"name":"x","pinned":null}},"author":{"name":"x","pinned":null},"answers":[{"text":"d","quoted":"c","author":{"name":"x","pinned":null}}]}}"#

  @Test("Every level is read and written")
  func kept() throws {
    let report = try Threads.Commented.validate(json: Self.json)
    #expect(report.findings == [])
    let comment = report.value.comment
    #expect(comment.parent?.parent?.text == "a")
    #expect(comment.parent?.author?.pinned?.text == "p")
    #expect(comment.parent?.parent?.parent == nil)
    #expect(comment.answers?.first?.quoted == .string("c"))
    #expect(try RawJSON(report.value.json()) == RawJSON(Self.json))
  }

  @Test("A comment is made and changed like any other value")
  func made() throws {
    var comment = Threads.Comment(text: "b", parent: Threads.Comment(text: "a"))
    #expect(comment.json() == #"{"text":"b","parent":{"text":"a"}}"#)
    comment.parent?.text = "z"
    comment.parent?.parent = Threads.Comment(text: "y")
    #expect(comment.json() == #"{"text":"b","parent":{"text":"z","parent":{"text":"y"}}}"#)
    comment.parent = nil
    #expect(comment == Threads.Comment(text: "b"))
  }

  @Test("Both ways in agree")
  func codable() throws {
    let direct = try Threads.Commented(json: Self.json)
    #expect(try JSONDecoder().decode(Threads.Commented.self, from: Data(Self.json.utf8)) == direct)
    #expect(try Threads.Commented(json: JSONEncoder().encode(direct)) == direct)
  }

  @Test("A finding names its level, and the depth is limited")
  func findings() throws {
    let json = #"{"comment":{"text":"b","author":{"name":"x","pinned":{"text":"a"}}}}"#
    let findings = try Threads.Commented.validate(json: json).findings
    #expect(findings.map(\.path) == ["comment.author.pinned.author"])
    let deep =
      String(repeating: #"{"text":"x","parent":"#, count: 600) + "null"
      + String(repeating: "}", count: 600)
    let error = #expect(throws: CallbackDecodingError.self) { try Threads.Comment(json: deep) }
    #expect(error?.problem == .depth)
  }
}
