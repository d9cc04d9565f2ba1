public import CallbackSchema
public import SchemaSource

/// The comparison of a page with the schema that transcribes it.
public struct PageCheck: Sendable {
  /// The path of the page, as in messages.
  public var path: String
  /// The name of the service.
  public var service: String
  /// The edition of the page; nil if its headings name the editions.
  public var edition: String?
  /// The differences in the order of the page, explained ones included.
  public var differences: [PageDifference]
  /// The lines that look like declarations, and that no rule reads.
  public var unread: [UnreadLine]

  /// The differences that nothing explains, and that were read without doubt.
  public var certain: [PageDifference] {
    differences.filter { $0.explanation == nil && $0.isCertain }
  }

  /// The differences that nothing explains, and that may come from a wrong reading.
  public var unsure: [PageDifference] {
    differences.filter { $0.explanation == nil && !$0.isCertain }
  }

  /// The differences that the schema states itself.
  public var explained: [PageDifference] { differences.filter { $0.explanation != nil } }

  /// Compares a page with a schema.
  ///
  /// - Parameters:
  ///   - facts: what the page declares.
  ///   - file: the page.
  ///   - page: the page in the profile; nil without a profile, to compare with all editions.
  ///   - service: the service.
  ///   - examples: the files of the folder `Examples`, by name.
  public init(
    _ facts: PageFacts, in file: SourceFile, as page: PageProfile.Page?, of service: Service,
    examples: [String: SourceFile] = [:]
  ) {
    var comparison = PageComparison(facts, in: file, as: page, of: service)
    comparison.compareScopes()
    comparison.compareEvents()
    comparison.compareExamples(examples)
    path = facts.path
    self.service = service.name
    edition = comparison.edition
    differences = comparison.merged
    unread = facts.unread
  }
}

/// The state of the comparison of a page with a schema.
struct PageComparison {
  let facts: PageFacts
  let file: SourceFile
  let service: Service
  /// The edition of the whole page; nil if the headings name the editions.
  let edition: String?
  /// The editions of sections without a version.
  let view: ProjectionView
  /// The names or paths of envelope fields that another page documents.
  let elsewhere: Set<String>
  var found: [Finding] = []
  /// The events that the page and the schema have.
  var pairs: [(first: ComparedEvent, second: ComparedEvent)] = []

  /// A difference, and what makes it equal to one of a shared declaration.
  struct Finding {
    var difference: PageDifference
    var key: [String]
  }

  init(
    _ facts: PageFacts, in file: SourceFile, as page: PageProfile.Page?, of service: Service
  ) {
    self.facts = facts
    self.file = file
    self.service = service
    elsewhere = Set((page?.elsewhere ?? []).map(\.value))
    if case .named(let name)? = page?.edition {
      edition = name.value
    } else {
      edition = nil
    }
    view =
      edition.flatMap { ProjectionView(service, edition: $0) }
      ?? ProjectionView(service, editions: Set(service.fullEditions.places))
  }

  /// The differences in the order of the page; those of one shared declaration are one.
  var merged: [PageDifference] {
    var places: [[String]: Int] = [:]
    var merged: [PageDifference] = []
    for finding in found {
      if let place = places[finding.key] {
        if merged[place].sharedBy.isEmpty { merged[place].sharedBy = [merged[place].path] }
        merged[place].sharedBy.append(finding.difference.path)
        // A difference is explained only where all of its places are.
        if finding.difference.explanation == nil { merged[place].explanation = nil }
      } else {
        places[finding.key] = merged.count
        merged.append(finding.difference)
      }
    }
    return merged.enumerated().sorted {
      ($0.element.page, $0.offset) < ($1.element.page, $1.offset)
    }.map(\.element)
  }

  mutating func add(
    _ rule: PageRule, at path: String, _ message: String, page: PagePosition,
    schema: SourceRange?, isCertain: Bool = true, doubts: Set<Doubt> = [],
    explanation: PageDifference.Explanation? = nil, key: [String]? = nil
  ) {
    let difference = PageDifference(
      rule: rule, service: service.name, path: path, message: message, page: page, schema: schema,
      isCertain: isCertain, doubts: doubts.sorted(), explanation: explanation ?? omission(path))
    let own = [message, schema?.location ?? ""]
    found.append(
      Finding(
        difference: difference, key: [rule.id, "\(page.line):\(page.column)"] + (key ?? own)))
  }

  /// The omission of the service that names a path.
  private func omission(_ path: String) -> PageDifference.Explanation? {
    let names = [path, path.split(separator: ".").dropFirst().joined(separator: ".")]
    return service.omissions.first { names.contains($0.section) }.map {
      PageDifference.Explanation(text: "not modelled: \($0.because)", range: $0.range)
    }
  }

  /// The text of the lines of a field's declaration.
  func text(of field: PageField) -> String {
    (field.position.line...max(field.position.line, field.lastLine))
      .compactMap { file.line($0) }.joined(separator: "\n")
  }
}
