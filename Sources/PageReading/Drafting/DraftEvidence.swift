import SchemaSource

/// The differences of a check that a part of a draft settles.
enum DraftEvidence: Hashable, Sendable {
  /// An event at a line.
  case event(line: Int)
  /// A field that the schema lacks, or has for other editions only.
  case field(line: Int)
  /// What the page says about a field between two lines: another type, spelling or presence.
  case statement(ClosedRange<Int>)
  /// A code.
  case code(String)
  /// A field or an event of the schema that the page lacks.
  case absence(SourceRange)

  func holds(_ difference: PageDifference) -> Bool {
    switch self {
    case .event(let line): difference.rule == .eventAdded && difference.page.line == line
    case .field(let line): difference.rule == .fieldAdded && difference.page.line == line
    case .statement(let lines):
      [.type, .fieldRenamed, .presence].contains(difference.rule)
        && lines.contains(difference.page.line)
    case .code(let code): difference.rule == .values && difference.message.contains("`\(code)`")
    case .absence(let range):
      [.fieldMissing, .eventMissing].contains(difference.rule) && difference.schema == range
    }
  }
}

/// A draft held against the check of the same page: it contains what the check calls certain, and nothing else.
struct CheckedDraft {
  let check: PageCheck

  /// The parts that settle a difference, those of unsure differences as remarks, and a remark for each certain difference
  /// that no part settles.
  func parts(_ parts: [Draft.Part]) -> [Draft.Part] {
    var settled: Set<PageDifference> = []
    var kept: [Draft.Part] = []
    for part in parts {
      let certain = check.certain.filter { part.settles($0) }
      settled.formUnion(certain)
      if !certain.isEmpty {
        kept.append(part)
      } else if let unsure = check.unsure.first(where: { part.settles($0) }) {
        kept.append(Self.remark(unsure, part.subject))
      }
    }
    kept += check.certain.filter { !settled.contains($0) }.map { Self.remark($0, $0.path) }
    return kept
  }

  private static func remark(_ difference: PageDifference, _ subject: String) -> Draft.Part {
    let doubts =
      difference.doubts.isEmpty
      ? "" : " (\(difference.doubts.map(\.rawValue).joined(separator: ", ")))"
    return Draft.Part(
      subject, at: difference.page,
      remarks: [.init(difference.message + doubts, at: difference.page)])
  }
}

extension Draft.Part {
  fileprivate func settles(_ difference: PageDifference) -> Bool {
    evidence.contains { $0.holds(difference) }
  }
}
