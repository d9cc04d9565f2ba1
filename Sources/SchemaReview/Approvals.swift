public import SchemaSource

/// Somebody's word that a change is known and meant.
public struct Approval: Hashable, Sendable {
  public var fingerprint: String
  public var reason: String
  /// Where the approvals' file says it.
  public var range: SourceRange

  public init(fingerprint: String, reason: String, range: SourceRange) {
    self.fingerprint = fingerprint
    self.reason = reason
    self.range = range
  }

  /// Reads a file of approvals: `FINGERPRINT: reason` lines of YAML, or an object of JSON.
  ///
  /// What is wrong is reported at its place; a fingerprint without a reason is an error.
  public static func read(
    _ file: SourceFile, into diagnostics: inout Diagnostics
  ) -> [Approval] {
    // Nothing is approved yet: blank lines and comments.
    let isBlank = String(decoding: file.bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).allSatisfy { line in
        let text = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.isEmpty || text.hasPrefix("#")
      }
    guard !isBlank, let root = SourceParser.parse(file, into: &diagnostics) else { return [] }
    guard case .mapping(let entries) = root.content else {
      diagnostics.error(
        .wrongApproval, "approvals are a mapping of fingerprints to reasons", at: root.range,
        fix: "write FINGERPRINT: reason")
      return []
    }
    return entries.compactMap { entry in
      guard case .scalar(let key) = entry.key.content else { return nil }
      let isFingerprint = key.text.count == 16 && key.text.allSatisfy(\.isHexDigit)
      guard isFingerprint else {
        diagnostics.error(
          .wrongApproval, "'\(key.text)' is no fingerprint", at: entry.key.range,
          fix: "copy the 16 digits that diff prints behind the change; quote them")
        return nil
      }
      guard case .scalar(let reason) = entry.value.content,
        !reason.text.allSatisfy(\.isWhitespace)
      else {
        diagnostics.error(
          .wrongApproval, "the approval of \(key.text) gives no reason", at: entry.value.range,
          fix: "say in a few words why the change is fine")
        return nil
      }
      return Approval(
        fingerprint: key.text.lowercased(), reason: reason.text, range: entry.key.range)
    }
  }
}

extension DiagnosticCode {
  public static let wrongApproval = DiagnosticCode(
    id: "wrong-approval", summary: "An approval that cannot be read.",
    explanation: """
      Each line of the file of approvals is a fingerprint, as diff prints it behind a change, and the reason why the \
      change is fine: "1f2e3d4c5b6a7988": The vendor told us in March.
      """)
  public static let staleApproval = DiagnosticCode(
    id: "stale-approval", summary: "An approval of a change that is not there.",
    explanation: """
      The change was taken back, or is another one by now: a fingerprint names one change exactly. Take the line out, or \
      approve the new change.
      """)
}
