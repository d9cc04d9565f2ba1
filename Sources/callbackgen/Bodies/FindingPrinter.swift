import CallbackRuntime
import CommandSupport
import Foundation
import PayloadValidation
import SchemaExport
import SchemaSource

/// Prints findings as they occur, and counts them by kind; memory holds the counts only.
struct FindingPrinter {
  /// The key of the counts.
  struct Kind: Hashable {
    var severity: Finding.Severity
    var rule: String
    var event: String
    var path: String
  }

  /// The maximum number of kinds; further ones are counted together, because the keys of a log are unbounded.
  static let maximumKinds = 10_000

  let format: DiagnosticRenderer.Format
  /// The maximum number of printed findings of each kind; further ones are counted only.
  let limit: Int

  private(set) var bodies = 0
  private(set) var unreadable = 0
  private(set) var worst: Finding.Severity?
  private var counts: [Kind: Int] = [:]
  private var isFirst = true
  private let style: TextStyle
  /// Called before text is printed.
  private let willPrint: () -> Void

  init(
    format: DiagnosticRenderer.Format, limit: Int, isColored: Bool,
    willPrint: @escaping () -> Void
  ) {
    self.format = format
    self.limit = limit
    self.willPrint = willPrint
    style = TextStyle(isColored: isColored)
  }

  func begin() throws {
    if format == .json { try write("{\"findings\": [", terminator: "") }
  }

  /// Counts bodies without findings.
  mutating func addDocumented(_ count: Int) { bodies += count }

  mutating func add(_ reported: RecordResults.Reported) throws {
    switch reported.problem {
    case .report(let report): try add(report, of: reported.body)
    case .unreadable(let problem, let offset, let path):
      try add(unreadable: reported.body, problem, at: offset, path: path)
    }
  }

  /// Adds a body that cannot be read as JSON.
  private mutating func add(
    unreadable body: InputBody, _ problem: String, at offset: Int?, path: String
  ) throws {
    bodies += 1
    unreadable += 1
    let finding = Finding(
      path: path, rule: Finding.Rule(rawValue: "unreadable"), severity: .error, message: problem,
      offset: offset)
    try add(finding, event: nil, of: body, nil)
  }

  private mutating func add(_ report: BodyValidator.Report, of body: InputBody) throws {
    if let fault = report.fault {
      return try add(
        unreadable: body, "\(fault.problem)", at: fault.offset, path: fault.path)
    }
    bodies += 1
    let needsIndex = report.findings.contains { $0.offset == nil }
    let index = needsIndex ? BodyIndex(body.bytes) : nil
    for finding in report.findings { try add(finding, event: report.event, of: body, index) }
  }

  private mutating func add(
    _ finding: Finding, event: String?, of body: InputBody, _ index: BodyIndex?
  ) throws {
    // A body of another product at the same address is documented behavior.
    if finding.rule != .otherProduct { worst = max(worst ?? .notice, finding.severity) }
    var kind = Kind(
      severity: finding.severity, rule: finding.rule.rawValue, event: event ?? "",
      path: Self.generalised(finding.path))
    if counts[kind] == nil, counts.count >= Self.maximumKinds {
      kind.path = "(other paths)"
    }
    counts[kind, default: 0] += 1
    guard counts[kind, default: 0] <= limit else { return }
    let offset = finding.offset ?? index?.offset(of: finding.path) ?? 0
    let (line, column) = body.position(of: offset)
    try print(finding, event, body.source, line, column, offset)
  }

  /// The path without the indices of lists.
  private static func generalised(_ path: String) -> String {
    var text = ""
    var isInside = false
    for character in path {
      if character == "]" { isInside = false }
      if !isInside { text.append(character) }
      if character == "[" { isInside = true }
    }
    return text
  }

  private mutating func print(
    _ finding: Finding, _ event: String?, _ source: String, _ line: Int, _ column: Int,
    _ offset: Int
  ) throws {
    let editions =
      finding.editions.isEmpty ? "" : " (\(finding.editions.joined(separator: ", ")))"
    switch format {
    case .text:
      let place = style.bold("\(source):\(line):\(column):")
      try write("\(place) \(style.severity(finding.severity.rawValue)) \(finding)\(editions)")
    case .github:
      let level = GitHubAnnotation.Level(rawValue: finding.severity.rawValue) ?? .error
      let command = GitHubAnnotation.command(
        level, path: source, line: line, column: column, title: finding.rule.rawValue,
        message: "\(finding)\(editions)")
      try write(command, terminator: "")
    case .json:
      let value: JSONValue = [
        "file": .string(source), "line": .number("\(line)"), "column": .number("\(column)"),
        "offset": .number("\(offset)"), "event": event.map { .string($0) } ?? .null,
        "path": .string(finding.path), "rule": .string(finding.rule.rawValue),
        "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
        "editions": .array(finding.editions.map { .string($0) }),
      ]
      try write("\(isFirst ? "" : ",")\n\(value)", terminator: "")
      isFirst = false
    }
  }

  /// Prints the counts, the highest first.
  func finish() throws {
    let sorted = counts.sorted {
      ($1.value, $0.key.rule, $0.key.event, $0.key.path)
        < ($0.value, $1.key.rule, $1.key.event, $1.key.path)
    }
    switch format {
    case .json:
      let rows = sorted.map { kind, count -> JSONValue in
        [
          "count": .number("\(count)"), "severity": .string(kind.severity.rawValue),
          "rule": .string(kind.rule), "event": .string(kind.event), "path": .string(kind.path),
        ]
      }
      try write("\n], \"bodies\": \(bodies), \"unreadable\": \(unreadable), \"summary\": ")
      try write("\(JSONValue.array(rows))}")
    case .text, .github:
      if !sorted.isEmpty { try write("") }
      for (kind, count) in sorted {
        let digits = "\(count)"
        let pad = String(repeating: " ", count: max(0, 8 - digits.count))
        let event = kind.event.isEmpty ? "" : "\(kind.event): "
        try write("\(pad)\(digits)  \(kind.severity.rawValue) \(kind.rule)  \(event)\(kind.path)")
      }
      let hidden = sorted.reduce(0) { $0 + max(0, $1.value - limit) }
      let more = hidden > 0 ? "; \(hidden) findings are not printed, --all prints them" : ""
      let findings = sorted.reduce(0) { $0 + $1.value }
      try write(
        "\(bodies) \(bodies == 1 ? "body" : "bodies"), \(findings) \(findings == 1 ? "finding" : "findings")\(more)"
      )
    }
  }

  private func write(_ text: String, terminator: String = "\n") throws {
    willPrint()
    try Output.print(text, terminator: terminator)
  }
}
