import CallbackRuntime
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

  init(format: DiagnosticRenderer.Format, limit: Int) {
    self.format = format
    self.limit = limit
    if format == .json { Swift.print("{\"findings\": [", terminator: "") }
  }

  mutating func add(_ report: BodyValidator.Report, of body: InputBody) {
    bodies += 1
    if let fault = report.fault {
      unreadable += 1
      let finding = Finding(
        path: fault.path, rule: Finding.Rule(rawValue: "unreadable"), severity: .error,
        message: "\(fault.problem)", offset: fault.offset)
      add(finding, event: nil, of: body, nil)
    }
    guard !report.findings.isEmpty else { return }
    let needsIndex = report.findings.contains { $0.offset == nil }
    let index = needsIndex ? BodyIndex(body.bytes) : nil
    for finding in report.findings { add(finding, event: report.event, of: body, index) }
  }

  private mutating func add(
    _ finding: Finding, event: String?, of body: InputBody, _ index: BodyIndex?
  ) {
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
    let (line, column) = Self.position(of: offset, in: body)
    print(finding, event, body.source, line, column, offset)
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

  /// The line and column of a byte, both counted from 1; a column is a character.
  private static func position(of offset: Int, in body: InputBody) -> (line: Int, column: Int) {
    let before = body.bytes.prefix(offset)
    let line = body.line + before.count { $0 == 0x0a }
    let start = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
  }

  private mutating func print(
    _ finding: Finding, _ event: String?, _ source: String, _ line: Int, _ column: Int,
    _ offset: Int
  ) {
    let editions =
      finding.editions.isEmpty ? "" : " (\(finding.editions.joined(separator: ", ")))"
    switch format {
    case .text:
      Swift.print(
        "\(source):\(line):\(column): \(finding.severity.rawValue): \(finding)\(editions)")
    case .github:
      let level = GitHubAnnotation.Level(rawValue: finding.severity.rawValue) ?? .error
      let command = GitHubAnnotation.command(
        level, path: source, line: line, column: column, title: finding.rule.rawValue,
        message: "\(finding)\(editions)")
      Swift.print(command, terminator: "")
    case .json:
      let value: JSONValue = [
        "file": .string(source), "line": .number("\(line)"), "column": .number("\(column)"),
        "offset": .number("\(offset)"), "event": event.map { .string($0) } ?? .null,
        "path": .string(finding.path), "rule": .string(finding.rule.rawValue),
        "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
        "editions": .array(finding.editions.map { .string($0) }),
      ]
      Swift.print(isFirst ? "" : ",")
      Swift.print(value, terminator: "")
      isFirst = false
    }
  }

  /// Prints the counts, the highest first.
  func finish() {
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
      Swift.print("\n], \"bodies\": \(bodies), \"unreadable\": \(unreadable), \"summary\": ")
      Swift.print("\(JSONValue.array(rows))}")
    case .text, .github:
      if !sorted.isEmpty { Swift.print("") }
      for (kind, count) in sorted {
        let digits = "\(count)"
        let pad = String(repeating: " ", count: max(0, 8 - digits.count))
        let event = kind.event.isEmpty ? "" : "\(kind.event): "
        Swift.print("\(pad)\(digits)  \(kind.severity.rawValue) \(kind.rule)  \(event)\(kind.path)")
      }
      let hidden = sorted.reduce(0) { $0 + max(0, $1.value - limit) }
      let more = hidden > 0 ? "; \(hidden) findings are not printed, --all prints them" : ""
      Swift.print("\(bodies) bodies, \(sorted.reduce(0) { $0 + $1.value }) findings\(more)")
    }
  }
}
