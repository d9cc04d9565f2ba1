import Foundation
import PayloadValidation
import SchemaReview
import TestSupport
import Testing

@Suite("The rules of a review")
struct RuleTests {
  /// Rules about a whole service, which a review of one side alone has.
  static let ofOneSide = ["service-added", "service-removed"]

  @Test("Each has a pair of schemas, and each pair a rule")
  func pairs() throws {
    let ids = ReviewRule.all.map(\.id)
    #expect(ids.count == Set(ids).count)
    #expect(try Repository.folders(in: "Tests/Review") == ids.sorted())
    #expect(Set(ReviewPair.all.map(\.rule.id)) == Set(ids).subtracting(Self.ofOneSide))
  }

  @Test("The pair of a rule differs by this rule alone", arguments: ReviewPair.all)
  func alone(_ pair: ReviewPair) {
    let found = Set(pair.review.changes.map(\.rule.id))
    #expect(found == Set(pair.rules.map(\.id)))
  }

  @Test("The pair the other way round falls under the rule's mirror", arguments: ReviewPair.all)
  func mirror(_ pair: ReviewPair) {
    guard case .rule(let mirror) = pair.rule.mirror else { return }
    let found = Set(Review(pair.after, pair.before).changes.map(\.rule.id))
    #expect(pair.rules.count == 1 ? found == [mirror] : found.contains(mirror), "\(found)")
  }

  @Test("Each mirror is a rule, or there is a reason why there is none")
  func mirrors() {
    for rule in ReviewRule.all {
      switch rule.mirror {
      case .rule(let id): #expect(ReviewRule.rule(id) != nil, "\(rule.id): \(id)")
      case .none(let reason): #expect(!reason.isEmpty)
      }
    }
  }

  @Test("A service that came or went is one change")
  func services() throws {
    let added = try #require(ReviewPair.load("service-added", "after"))
    #expect(Review(added: added).changes.map(\.rule.id) == ["service-added"])
    let removed = try #require(ReviewPair.load("service-removed", "before"))
    #expect(Review(removed: removed).changes.map(\.rule.id) == ["service-removed"])
  }

  @Test("Each finding that a rule tells of is one that reading or validation makes")
  func findings() {
    for rule in ReviewRule.all {
      guard case .degrades(let finding) = rule.wire else { continue }
      #expect(FindingRules.all.contains { $0.id == finding }, "\(rule.id): \(finding)")
    }
  }
}
