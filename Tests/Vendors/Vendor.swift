import CallbackRuntime
import Foundation
import TestSupport
import Testing

/// A service of this folder: how its generated code decodes a body, and what its bodies are expected to differ in.
struct Vendor: CustomTestStringConvertible, Sendable {
  /// The result of generated code for one body.
  struct Reading: Sendable {
    var findings: [Finding]
    /// The callback, encoded again.
    var output: [UInt8]
  }

  var name: String
  /// The HTTP headers of a body, by the name of its file.
  var headers: @Sendable (String) -> [String: String]
  /// Findings of single bodies as `path rule`, with the reason beside them; other bodies have none.
  var findings: [String: [String]]
  /// Whether the bodies are form-encoded.
  var isForm = false
  var read: @Sendable ([UInt8], [String: String]) throws(CallbackDecodingError) -> Reading

  var testDescription: String { name }
  var folder: String { "Tests/Vendors/\(name)" }

  /// A service whose events are identified by the body alone.
  init<Callback: CallbackObject>(
    _ name: String, _: Callback.Type, findings: [String: [String]] = [:]
  ) {
    let read = {
      @Sendable (body: [UInt8], _: [String: String]) throws(CallbackDecodingError) in
      let report = try Callback.validate(json: body)
      return Reading(findings: report.findings, output: report.value.json())
    }
    self.init(name, headers: { _ in [:] }, findings: findings, read: read)
  }

  /// A service whose events are identified by headers.
  init<Callback: HeaderedCallback>(
    _ name: String, _: Callback.Type, headers: @escaping @Sendable (String) -> [String: String],
    findings: [String: [String]] = [:]
  ) {
    let read = {
      @Sendable (body: [UInt8], headers: [String: String]) throws(CallbackDecodingError) in
      let report = try Callback.validate(json: body, headers: headers)
      return Reading(findings: report.findings, output: report.value.json())
    }
    self.init(name, headers: headers, findings: findings, read: read)
  }

  init(
    _ name: String, headers: @escaping @Sendable (String) -> [String: String],
    findings: [String: [String]],
    read: @escaping @Sendable ([UInt8], [String: String]) throws(CallbackDecodingError) -> Reading
  ) {
    self.name = name
    self.headers = headers
    self.findings = findings
    self.read = read
  }

  /// Whether two bodies have the same members and values; in JSON numbers are compared by value.
  func isEqual(_ one: [UInt8], _ other: [UInt8]) throws -> Bool {
    isForm
      ? Self.pairs(one) == Self.pairs(other)
      : try RawJSON(bytes: one) == RawJSON(bytes: other)
  }

  /// The names and values of a form, decoded by Foundation and sorted.
  private static func pairs(_ form: [UInt8]) -> [String] {
    let text = String(decoding: form, as: UTF8.self)
    return text.split(separator: "&").map { pair in
      pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.replacing("+", with: " ").removingPercentEncoding ?? "?"
      }.joined(separator: " = ")
    }.sorted()
  }

  /// The files of the folder `Bodies`, in order.
  func bodies() throws -> [(name: String, bytes: [UInt8])] {
    let url = Repository.root.appendingPathComponent("\(folder)/Bodies")
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: url.appendingPathComponent($0))))
    }
  }

  /// The text of one file of the folder `Bodies`, without the newline at its end.
  static func body(_ path: String) throws -> String {
    let text = try Repository.text("Tests/Vendors/\(path)")
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
