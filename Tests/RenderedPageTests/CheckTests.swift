import CallbackSchema
import PageReading
import SchemaSource
import TestSupport
import Testing

/// Pages are rendered from schemas, changed in one statement, and checked against the schema.
@Suite struct CheckTests {
  @Test(arguments: PageLayout.all) func anUneditedPageHasNoDifference(_ layout: PageLayout) {
    var judgement = Judgement()
    for documented in layout.services {
      let rendered = RenderedCase(documented, layout)
      judgement.add("page", rendered, "", problems(of: rendered, expecting: nil))
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  @Test(arguments: DocumentedService.random(60)) func anUneditedRandomPageHasNoDifference(
    _ documented: DocumentedService
  ) {
    var judgement = Judgement()
    for layout in documented.layouts(3) {
      let rendered = RenderedCase(documented, layout)
      judgement.add("page", rendered, "", problems(of: rendered, expecting: nil))
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  @Test(arguments: DocumentedService.shipped) func everyEditIsReportedExactlyOnce(
    _ documented: DocumentedService
  ) {
    expectAllReported(documented, in: documented.layouts(2))
  }

  @Test(arguments: DocumentedService.versioned) func everyEditOfAVersionIsReportedExactlyOnce(
    _ documented: DocumentedService
  ) {
    expectAllReported(documented, in: documented.layouts(1))
  }

  @Test(arguments: DocumentedService.random(60)) func everyEditOfARandomPageIsReportedExactlyOnce(
    _ documented: DocumentedService
  ) {
    // Random objects have members without members, which make the place of a missing one unsure.
    expectAllReported(documented, in: documented.layouts(1)) { $0.expected.path.count < 2 }
  }

  @Test(arguments: PageLayout.all) func aNeutralEditReportsNothing(_ layout: PageLayout) {
    var judgement = Judgement()
    for documented in layout.services.prefix(1) {
      let rendered = RenderedCase(documented, layout)
      for edit in NeutralEdit.edits(in: layout) {
        var other = rendered
        other.page.text = edit.apply(rendered.page.text)
        judgement.add(edit.name, other, edit.name, problems(of: other, expecting: nil))
      }
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  private func expectAllReported(
    _ documented: DocumentedService, in layouts: [PageLayout],
    where isIncluded: (PageEdit) -> Bool = { _ in true }
  ) {
    var judgement = Judgement()
    for layout in layouts {
      let rendered = RenderedCase(documented, layout)
      for edit in rendered.edits where isIncluded(edit) {
        let edited = rendered.edited(edit.content)
        judgement.add(
          edit.expected.kind.rawValue, edited, "\(edit)",
          problems(of: edited, expecting: edit.expected))
      }
    }
    #expect(judgement.isClean, "\(judgement)")
  }

  // MARK: - Checking

  /// What is wrong with the report on a page; empty if it has the expected difference and no other.
  private func problems(
    of rendered: RenderedCase, expecting expected: TestSupport.PageDifference?
  ) -> [String] {
    let check: PageCheck
    do { check = try rendered.check() } catch {
      return expected?.removesCaption("\(error)") == true ? [] : ["\(error)"]
    }
    let found = check.differences.filter { $0.explanation == nil }
    let unread = check.unread.map { "unread \($0.position.line): \($0.text)" }
    let reports = found.map { difference in
      let doubts = difference.doubts.map(\.rawValue).joined(separator: " ")
      return """
        \(difference.isCertain ? "certain" : "unsure") \(difference.rule.id) \(difference.path) \
        at \(difference.page.line): \(difference.message) [\(doubts)]
        """
    }
    guard let expected else { return reports + unread }
    // The section about a new object has a caption that the profile does not have.
    let mayBeUnread = expected.kind == .fieldAdded && rendered.layout.envelope == .sections
    // Without the nesting, a member that the schema does not have can end the object: its name is reported, not its place.
    if !rendered.layout.showsNesting, expected.path.count > 1, !found.isEmpty {
      return found.contains { $0.message.contains("`\(expected.path.last ?? "")`") }
        || found.contains { $0.message.contains("`\(expected.found)`") }
        ? [] : ["the member is not named"] + reports
    }
    guard found.count == 1, let only = found.first, unread.isEmpty || mayBeUnread else {
      return ["reported \(found.count) times"] + reports + unread
    }
    var problems: [String] = []
    if !expected.kind.rules.contains(only.rule.id) { problems.append("another rule") }
    if !expected.matches(only.path) { problems.append("another path") }
    // A list that is gone may have become a sentence.
    let mayBeUnsure =
      !rendered.layout.showsNesting || expected.removesAllValues(from: rendered)
      || expected.emptiesContainer(of: rendered)
    if !only.isCertain, !mayBeUnsure { problems.append("unsure") }
    let line = rendered.line(only.page.line)
    // Each cell of an HTML table has a line of its own.
    let isInOwnCell = expected.kind == .presenceChanged && rendered.layout.fields == .htmlTables
    if let name = expected.nameOnPage, !isInOwnCell, !line.contains(name) {
      problems.append("another line of the page: \(line)")
    }
    return problems.isEmpty ? [] : problems + reports
  }
}

extension TestSupport.PageDifference.Kind {
  /// The rules that report it.
  fileprivate var rules: [String] {
    switch self {
    case .eventAdded: ["page-event-added"]
    case .eventRemoved: ["page-event-missing"]
    case .eventRenamed, .eventRenumbered: ["page-event-renamed"]
    case .fieldAdded: ["page-field-added"]
    case .fieldRemoved: ["page-field-missing"]
    case .fieldRenamed: ["page-field-renamed"]
    case .fieldMoved: ["page-field-moved"]
    case .typeChanged: ["page-type"]
    case .valuesChanged: ["page-values"]
    case .presenceChanged: ["page-presence"]
    }
  }
}

extension TestSupport.PageDifference {
  /// Whether a reported path is that of the difference; of a field that moved, the old or the new one.
  fileprivate func matches(_ reported: String) -> Bool {
    let names = reported.replacing("[]", with: "").split(separator: ".").map(String.init)
    let place = event.map { ["events", $0] } ?? ["envelope"]
    let new = found.split(separator: ".").map(String.init)
    // An event that is new on the page has no key.
    if kind == .eventAdded { return names == place || names == ["events", found] }
    return names == place + path || kind == .fieldMoved && names == place + new
  }

  /// Whether the only error says that the profile names the object that has another name on the page.
  fileprivate func removesCaption(_ errors: String) -> Bool {
    kind == .fieldRenamed && event == nil && !errors.contains("\n")
      && errors.contains("the page has no caption of '\(path.joined(separator: "."))'")
  }

  /// Whether the edited page lists no value of the field any more.
  fileprivate func removesAllValues(from edited: RenderedCase) -> Bool {
    guard kind == .valuesChanged else { return false }
    let events = edited.content.events.first { $0.label == event }
    let fields = event == nil ? edited.content.envelope : events?.fields ?? []
    return fields[path]?.values.isEmpty == true
  }

  /// Whether the object around the field has no members left on the edited page, which may have them elsewhere.
  fileprivate func emptiesContainer(of edited: RenderedCase) -> Bool {
    let events = edited.content.events.first { $0.label == event }
    let fields = event == nil ? edited.content.envelope : events?.fields ?? []
    return path.count > 1 && fields[path.dropLast()]?.members.isEmpty != false
  }

  /// The name in the line that the report must point to; nil if the page lacks it.
  fileprivate var nameOnPage: String? {
    switch kind {
    case .eventAdded, .eventRenumbered, .eventRenamed, .fieldAdded: found
    case .fieldRenamed: found
    case .fieldMoved, .typeChanged, .presenceChanged: path.last
    case .eventRemoved, .fieldRemoved, .valuesChanged: nil
    }
  }
}

extension RenderedCase {
  /// A line of the page, counted from 1.
  func line(_ number: Int) -> String {
    let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false)
    return number > 0 && number <= lines.count ? String(lines[number - 1]) : ""
  }

  /// The comparison of the page with the schema.
  func check() throws -> PageCheck {
    PageCheck(try read(), in: file, as: try profile(), of: documented.service)
  }
}
