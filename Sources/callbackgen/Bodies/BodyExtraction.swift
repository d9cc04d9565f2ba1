import ArgumentParser
import CallbackRuntime
import Foundation

/// Finds the body in a record: after a prefix, and at a path of a log object; and the HTTP headers at another path.
struct BodyExtraction {
  /// The text before a body.
  private let prefix: NSRegularExpression?
  private let path: [Step]
  private let headers: [Step]

  private enum Step {
    case member(String)
    case element(Int)
  }

  enum Result {
    case body(InputBody)
    /// The record does not begin with the prefix.
    case withoutPrefix
    /// The record has no value at the path.
    case withoutBody
    /// The log object cannot be read.
    case unreadable(InputBody, CallbackDecodingError)
  }

  /// - Throws: if the prefix is not a regular expression, or a path is invalid.
  init(prefix: String?, path: String?, headers: String?) throws {
    do {
      self.prefix = try prefix.map { try NSRegularExpression(pattern: $0) }
    } catch {
      throw ValidationError("--prefix: '\(prefix ?? "")' is not a regular expression.")
    }
    self.path = try path.map { try Self.steps($0, of: "--body") } ?? []
    self.headers = try headers.map { try Self.steps($0, of: "--headers") } ?? []
  }

  /// The steps of a path in the notation of jq: `.request.body`, `.records[0]."x y"`, `.`.
  private static func steps(_ text: String, of option: String) throws -> [Step] {
    let invalid = ValidationError(
      "\(option): '\(text)' is not a path: write member names and positions, such as .request.body or .records[0].body."
    )
    var rest = text[...]
    var steps: [Step] = []
    guard rest.first == "." else { throw invalid }
    if rest == "." { return [] }
    while !rest.isEmpty {
      if rest.hasPrefix(".\"") || rest.hasPrefix("[\"") || rest.hasPrefix(".[\"") {
        let isBracket = !rest.hasPrefix(".\"")
        rest = rest.drop { $0 != "\"" }.dropFirst()
        guard let end = rest.firstIndex(of: "\"") else { throw invalid }
        steps.append(.member(String(rest[..<end])))
        rest = rest[end...].dropFirst()
        if isBracket, rest.popFirst() != "]" { throw invalid }
      } else if rest.hasPrefix("[") || rest.hasPrefix(".[") {
        rest = rest.drop { $0 != "[" }.dropFirst()
        guard let end = rest.firstIndex(of: "]"), let index = Int(rest[..<end]), index >= 0 else {
          throw invalid
        }
        steps.append(.element(index))
        rest = rest[end...].dropFirst()
      } else {
        guard rest.popFirst() == "." else { throw invalid }
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { throw invalid }
        steps.append(.member(String(name)))
        rest = rest.dropFirst(name.count)
      }
    }
    return steps
  }

  /// Whether each record is a body.
  var isRecord: Bool { prefix == nil && path.isEmpty && headers.isEmpty }

  /// The body of a record.
  func body(of record: InputRecord, in source: String) -> Result {
    var body = InputBody(
      source: source, bytes: record.bytes, record: record, headers: record.headers)
    if let prefix {
      let text = String(decoding: record.bytes, as: UTF8.self)
      let match = prefix.firstMatch(
        in: text, options: .anchored, range: NSRange(text.startIndex..., in: text))
      guard let match, let range = Range(match.range, in: text) else { return .withoutPrefix }
      body.start = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      body.bytes = Array(record.bytes.dropFirst(body.start))
    }
    guard !path.isEmpty || !headers.isEmpty else { return .body(body) }
    let whole: RawJSON
    do { whole = try RawJSON(bytes: body.bytes) } catch { return .unreadable(body, error) }
    guard let found = Self.value(at: path, in: whole), !found.isNull else { return .withoutBody }
    if !headers.isEmpty { body.headers = Self.headers(Self.value(at: headers, in: whole)) }
    for step in path {
      switch step {
      case .member(let name): body.path += body.path.isEmpty ? name : ".\(name)"
      case .element(let index): body.path += "[\(index)]"
      }
    }
    let text = found.string
    body.isUnwrapped = text != nil
    body.bytes = text.map { Array($0.utf8) } ?? found.bytes
    return .body(body)
  }

  /// The headers by their names; of a header with several values, the first.
  private static func headers(_ object: RawJSON?) -> [String: String] {
    let pairs = (object?.members ?? []).compactMap { member in
      (member.value.string ?? member.value[0]?.string).map { (member.name, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func value(at path: [Step], in record: RawJSON) -> RawJSON? {
    path.reduce(record) { value, step in
      switch step {
      case .member(let name): value?[name]
      case .element(let index): value?[index]
      }
    }
  }
}
