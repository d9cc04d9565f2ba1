import CallbackSchema
import Foundation
import SchemaSource
import TestSupport
import Testing

@testable import SchemaReview
@testable import SwiftGeneration

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The HTML report")
struct HTMLReportTests {
  /// The text and the elements of a page, parsed as XML.
  private final class Page: NSObject, XMLParserDelegate {
    var text = ""
    var tags: [String: Int] = [:]
    var ids: [String] = []
    var links: [String] = []
    var attributes: Set<String> = []
    var classes: [String] = []
    var labels: Set<String> = []
    var problem: String?
    private var isInWords = true

    init(_ html: String) {
      super.init()
      let parser = XMLParser(data: Data(html.utf8))
      parser.delegate = self
      if !parser.parse() {
        problem =
          "\(parser.lineNumber):\(parser.columnNumber) \(String(describing: parser.parserError))"
      }
    }

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) {
      tags[name, default: 0] += 1
      if ["style", "script"].contains(name) { isInWords = false }
      self.attributes.formUnion(attributes.keys)
      if let id = attributes["id"] { ids.append(id) }
      if let link = attributes["href"] { links.append(link) }
      if name == "article" { classes.append(attributes["class"] ?? "") }
      if let label = attributes["aria-labelledby"] { labels.insert(label) }
    }

    func parser(
      _: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?
    ) {
      if ["style", "script"].contains(name) { isInWords = true }
    }

    func parser(_: XMLParser, foundCharacters characters: String) {
      if isInWords { text += characters }
    }
  }

  private func review(_ old: String, _ new: String) throws -> Review {
    Review(try service(old), try service(new))
  }

  private func service(_ folder: String) throws -> Service {
    var diagnostics = Diagnostics()
    let files = try Repository.schemaFiles(folder)
    return try #require(SchemaLoader.load(files, folder: folder, into: &diagnostics))
  }

  private func rehearsal(approvals: [Approval] = []) throws -> Report {
    let states = ["2021-02-03", "2021-03-10"].map { "Examples/Rehearsal/\($0)/TencentTRTCRoom" }
    let review = try review(states[0], states[1])
    return Report([(review, states[0], states[1])], approvals: approvals)
  }

  private func editions() throws -> Report {
    let service = try service("Schemas/AgoraCloudRecording")
    let sides = (
      try #require(Review.edition("zh", of: service)),
      try #require(Review.edition("en", of: service))
    )
    let review = Review(sides.0, sides.1, isOfEditions: true)
    return Report([(review, "zh", "en")])
  }

  private static let hostile = #"<script>alert("1")</script> & 'x' ]]> שלום123 <!--"#

  private static func side(_ text: String) -> Change.Side {
    let position = SourcePosition(line: 1, column: 1, offset: 0)
    return Change.Side(
      text: text, range: SourceRange(path: "\(text)/a.yaml", start: position, end: position),
      declaration: .init(symbol: text, signature: "case \(text)"), sample: "\"\(text)\": 1")
  }

  /// A report in which everything has one name.
  private static func report(named name: String, changes count: Int = 3) -> Report {
    let rules: [ReviewRule] = [.codeShifted, .eventAdded, .documentationChanged]
    let changes = (0..<count).map { place in
      Change(
        rule: rules[place % rules.count], service: name, group: "events.\(name)",
        path: "events.\(name).\(place)",
        message: "\(name) \(place)",
        old: place % 5 == 1 ? nil : side(name), new: place % 7 == 2 ? nil : side("\(name)+"),
        annotationRange: side(name).range, events: [name], newPath: "")
    }
    var review = Review(added: emptyService)
    review.service = name
    review.changes = changes
    return Report(
      [(review, name, name)],
      approvals: [
        Approval(fingerprint: name, reason: name, range: side(name).range),
        Approval(fingerprint: changes[0].fingerprint, reason: name, range: side(name).range),
      ])
  }

  private static var emptyService: Service {
    var diagnostics = Diagnostics()
    let folder = "Examples/Rehearsal/2021-02-03/TencentTRTCRoom"
    let files = (try? Repository.schemaFiles(folder)) ?? []
    guard let service = SchemaLoader.load(files, folder: folder, into: &diagnostics) else {
      preconditionFailure("the rehearsed schema does not load")
    }
    return service
  }

  @Test("Every change is there with its message, path, rule and fingerprint, once")
  func complete() throws {
    for report in [try rehearsal(), try editions()] {
      let page = Page(report.html)
      #expect(page.problem == nil)
      let changes = report.sections.flatMap(\.groups).flatMap(\.entries).map(\.change)
      #expect(!changes.isEmpty)
      #expect(page.tags["article"] == changes.count)
      for change in changes {
        #expect(page.text.contains(change.message))
        #expect(page.text.contains(change.path))
        #expect(page.text.contains(change.rule.id))
        #expect(page.text.contains(change.rule.why))
        #expect(page.text.contains(change.rule.advice))
        #expect(page.text.contains(change.fingerprint))
        for side in [change.old, change.new].compactMap({ $0 }) {
          #expect(page.text.contains(side.range.location))
          #expect(side.declaration.map { page.text.contains($0.signature) } ?? true)
        }
      }
    }
  }

  @Test("The most severe change comes first, approved and harmless ones last")
  func order() throws {
    let page = Page(try editions().html)
    let ranks = page.classes.compactMap { classes -> Int? in
      guard let worst = classes.split(separator: " ").last?.dropFirst("worst-".count) else {
        return nil
      }
      return ChangeCategory.allCases.firstIndex { $0.rawValue == worst }
    }
    #expect(ranks.first == 0)
    #expect(ranks.last == ChangeCategory.allCases.count - 1)
    #expect(ranks.count == page.tags["article"])
  }

  @Test(
    "Names that contain markup are escaped", arguments: [hostile, "\u{202E}evil\u{0}\u{7}", "\"'"])
  func escaping(name: String) throws {
    let html = Self.report(named: name).html
    let page = Page(html)
    #expect(page.problem == nil)
    #expect(page.tags["script"] == 1)
    #expect(page.attributes.allSatisfy { !$0.hasPrefix("on") })
    #expect(!html.contains("\u{202E}"))
    if name == Self.hostile {
      #expect(page.text.contains("\(name) 0"))
      #expect(html.contains("<bdi>שלום123</bdi>"))
    }
    if name.contains("\u{202E}") { #expect(page.text.contains("[U+202E]evil[U+0000][U+0007] 0")) }
  }

  @Test("The page loads nothing, and each link has one anchor")
  func links() throws {
    for report in [try rehearsal(), try editions(), Self.report(named: "a", changes: 20)] {
      let html = report.html
      let page = Page(html)
      for loader in ["link", "img", "iframe", "object", "base"] {
        #expect(page.tags[loader] == nil)
      }
      for address in ["http:", "https:", "url(", "@import", " src="] {
        #expect(!html.contains(address), "\(address)")
      }
      #expect(Set(page.ids).count == page.ids.count)
      let places = Set(page.ids)
      #expect(
        page.links.allSatisfy { $0.hasPrefix("#") && places.contains(String($0.dropFirst())) })
      #expect(page.labels.isSubset(of: places))
    }
  }

  @Test("Two changes of one fingerprint have two anchors")
  func twins() throws {
    var review = Review(added: Self.emptyService)
    review.changes += review.changes
    let page = Page(Report([(review, "a", "b")]).html)
    #expect(page.tags["article"] == 2)
    #expect(Set(page.ids).count == page.ids.count)
  }

  @Test("The same report is the same page")
  func deterministic() throws {
    #expect(try rehearsal().html == rehearsal().html)
    #expect(try editions().html == editions().html)
  }

  @Test("Nothing, one service without a change, and five hundred changes")
  func sizes() throws {
    let none = Page(Report([]).html)
    #expect(none.problem == nil)
    #expect(none.text.contains("No change."))
    let state = "Examples/Rehearsal/2021-02-03/TencentTRTCRoom"
    let same = Page(Report([(try review(state, state), state, state)]).html)
    #expect(same.problem == nil)
    #expect(same.text.contains("no change"))
    #expect(same.tags["fieldset"] == nil)
    let many = Page(Self.report(named: "many", changes: 500).html)
    #expect(many.problem == nil)
    #expect(many.tags["article"] == 500)
  }

  @Test("An approved change has its reason, and stale approvals are listed")
  func approvals() throws {
    let first = try #require(try rehearsal().sections[0].groups[1].entries.first?.change)
    let place = first.annotationRange
    let report = try rehearsal(approvals: [
      Approval(fingerprint: first.fingerprint, reason: "Told in <March>.", range: place),
      Approval(fingerprint: "0123456789abcdef", reason: "Long gone.", range: place),
    ])
    let page = Page(report.html)
    #expect(page.text.contains("Approved: Told in <March>."))
    #expect(page.text.contains("Approvals without a change"))
    #expect(page.text.contains("0123456789abcdef Long gone."))
  }

  @Test("Differences are marked word by word")
  func marks() {
    func pair(_ old: String, _ new: String) -> [String] {
      let pair = HTMLFragment.pair(old, new)
      return [pair.old.text, pair.new.text]
    }
    #expect(
      pair("var a: Int?", "let a: String?") == [
        "<del>var</del> a: <del>Int</del>?", "<ins>let</ins> a: <ins>String</ins>?",
      ])
    #expect(
      pair("this file", "the recording") == ["<del>this file</del>", "<ins>the recording</ins>"])
    #expect(pair("<", "") == ["<del>&lt;</del>", ""])
    #expect(pair("same", "same") == ["same", "same"])
  }

  @Test("A body is indented, except for its strings")
  func bodies() {
    let body = #"{"a":"{,:\"}","b":[1,{"c":null}],"dddddddddddddddddddddddddddd":"e: f, g"}"#
    #expect(
      HTMLFragment.indented(body) == #"""
        {
          "a": "{,:\"}",
          "b": [
            1,
            { "c": null }
          ],
          "dddddddddddddddddddddddddddd": "e: f, g"
        }
        """#)
    #expect(HTMLFragment.indented(#""Reason": 4"#) == #""Reason": 4"#)
  }
}
