public import SchemaSource

/// The approval of a change that is known and intended.
public struct Approval: Hashable, Sendable {
  /// The fingerprint of the change.
  public var fingerprint: String
  /// The reason for the approval.
  public var reason: String
  /// The range of the fingerprint in the file of approvals.
  public var range: SourceRange

  /// The approvals in a file: a YAML mapping, or a JSON object, of fingerprints to reasons.
  ///
  /// Reports an error for an entry that is no approval.
  public static func read(
    _ file: SourceFile, into diagnostics: inout Diagnostics
  ) -> [Approval] {
    // A file of blank lines and comments approves nothing, and is no mapping.
    let isBlank = String(decoding: file.bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).allSatisfy { line in
        let text = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.isEmpty || text.hasPrefix("#")
      }
    guard !isBlank, let root = SourceParser.parse(file, into: &diagnostics) else { return [] }
    guard case .mapping(let entries) = root.content else {
      diagnostics.error(
        .wrongApproval, "a file of approvals is a mapping of fingerprints to reasons",
        at: root.range,
        fix: "write FINGERPRINT: reason")
      return []
    }
    return entries.compactMap { entry in
      guard case .scalar(let key) = entry.key.content else { return nil }
      let isFingerprint = key.text.count == 16 && key.text.allSatisfy(\.isHexDigit)
      guard isFingerprint else {
        diagnostics.error(
          .wrongApproval, "'\(key.text)' is not a fingerprint", at: entry.key.range,
          fix: "copy the 16 hexadecimal digits that diff prints with the change, and quote them")
        return nil
      }
      guard case .scalar(let reason) = entry.value.content,
        !reason.text.allSatisfy(\.isWhitespace)
      else {
        diagnostics.error(
          .wrongApproval, "the approval of \(key.text) has no reason", at: entry.value.range,
          fix: "state why the change is acceptable")
        return nil
      }
      return Approval(
        fingerprint: key.text.lowercased(), reason: reason.text, range: entry.key.range)
    }
  }
}

extension DiagnosticCode {
  public static let wrongApproval = DiagnosticCode(
    id: "wrong-approval", summary: "An invalid entry in a file of approvals.",
    explanation: """
      Each entry is a fingerprint, which diff prints with the change, and the reason why the change is acceptable: \
      "1f2e3d4c5b6a7988": Announced by the vendor in March.
      """)
  public static let staleApproval = DiagnosticCode(
    id: "stale-approval", summary: "An approval without a change.",
    explanation: """
      The change was reverted, or is a different one now: a fingerprint identifies one change exactly. Remove the \
      approval, or approve the new change.
      """)
}
