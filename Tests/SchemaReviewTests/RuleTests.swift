import CallbackSchema
import Foundation
import PayloadValidation
import SchemaReview
import SchemaSource
import TestSupport
import Testing

@Suite("The rules of a review")
struct RuleTests {
  /// The rules of added and removed services, which have one state only.
  static let ofOneState = ["service-added", "service-removed"]

  @Test("Each has a pair of schemas, and each pair a rule")
  func pairs() throws {
    let ids = ReviewRule.all.map(\.id)
    #expect(ids.count == Set(ids).count)
    #expect(try Repository.folders(in: "Tests/Review") == ids.sorted())
    #expect(Set(ReviewPair.all.map(\.rule.id)) == Set(ids).subtracting(Self.ofOneState))
  }

  @Test("Each rule that the sources declare is listed")
  func listed() throws {
    let folder = Repository.root.appendingPathComponent("Sources/SchemaReview")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let texts = try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
    let declared = texts.map { $0.components(separatedBy: "= ReviewRule(").count - 1 }.reduce(0, +)
    #expect(ReviewRule.all.count == declared)
  }

  @Test("The pair of a rule differs by this rule alone", arguments: ReviewPair.all)
  func alone(_ pair: ReviewPair) {
    let found = Set(pair.review.changes.map(\.rule.id))
    #expect(found == Set(pair.rules.map(\.id)))
  }

  @Test("The reversed pair falls under the opposite rule", arguments: ReviewPair.all)
  func opposite(_ pair: ReviewPair) {
    guard case .rule(let opposite) = pair.rule.opposite else { return }
    let found = Set(Review(pair.after, pair.before).changes.map(\.rule.id))
    #expect(pair.rules.count == 1 ? found == [opposite] : found.contains(opposite), "\(found)")
  }

  @Test("Each rule has an opposite one, or a reason why there is none")
  func opposites() {
    for rule in ReviewRule.all {
      switch rule.opposite {
      case .rule(let id): #expect(ReviewRule.all.contains { $0.id == id }, "\(rule.id): \(id)")
      case .none(let reason): #expect(!reason.isEmpty)
      }
    }
  }

  @Test("An added or removed service is one change")
  func services() throws {
    let added = try #require(ReviewPair.load("service-added", "after"))
    #expect(Review(added: added).changes.map(\.rule.id) == ["service-added"])
    let removed = try #require(ReviewPair.load("service-removed", "before"))
    #expect(Review(removed: removed).changes.map(\.rule.id) == ["service-removed"])
  }

  @Test(
    "Another type breaks the wire if the old code loses more than the field",
    arguments: [
      ("kind: string", "kind: int"), ("{ kind: string, id: string", "{ kind: string, id: int"),
      ("product: string", "product: int"),
      ("room: { type: string, required: true }", "room: { type: bool, required: true }"),
    ])
  func vital(_ before: String, _ after: String) throws {
    try expectRules(from: before, to: after, "required-type-changed")
  }

  @Test(
    "Another type degrades the wire if the old code loses the field alone",
    arguments: [
      ("note: string", "note: int"), ("seat: string", "seat: int"), ("[string]", "[bool]"),
      ("{ type: string, format: int }", "string"),
    ])
  func optional(_ before: String, _ after: String) throws {
    try expectRules(from: before, to: after, "type-changed")
  }

  private func expectRules(from before: String, to after: String, _ rule: String) throws {
    let text = """
      callbackgen: 1
      service:
        name: Vital
        editions: { page: {} }
        event: { by: kind, in: data }
        identity: [id]
        only: { product: "1" }
        envelope: { kind: string, id: string, product: string, note: string, data: object }
      events:
        started:
          id: "1"
          fields: { room: { type: string, required: true }, seat: string, list: [string], count: { type: string, format: int } }
      """
    func service(_ text: String) throws -> Service {
      var diagnostics = Diagnostics()
      let found = ReviewPair.service(text, path: "vital.yaml", into: &diagnostics)
      return try #require(found, "\(diagnostics.all.map(\.message))")
    }
    var changed = text.replacing(before, with: after)
    if after == "kind: int" { changed = changed.replacing("id: \"1\"", with: "id: 1") }
    if after == "product: int" { changed = changed.replacing("product: \"1\"", with: "product: 1") }
    let rules = Review(try service(text), try service(changed)).changes.map(\.rule.id)
    #expect(rules.contains(rule), "\(rules)")
    #expect(!rules.contains(rule == "type-changed" ? "required-type-changed" : "type-changed"))
  }

  @Test("Each finding of a wire verdict is a finding of decoding or validation")
  func findings() {
    for rule in ReviewRule.all {
      guard let finding = rule.wire.finding else { continue }
      #expect(FindingRules.all.contains { $0.id == finding }, "\(rule.id): \(finding)")
    }
  }
}
