extension [Finding] {
  /// Adds the findings of the decoded value to those of its bytes, without the absence of fields that failed to decode: the
  /// bytes have them.
  package mutating func append(validation findings: [Finding]) {
    let broken = filter { $0.rule == .wrongType }.map(\.path)
    self += findings.filter { finding in
      finding.rule != .missing
        || !broken.contains { $0.isInside(finding.path) || finding.path.isInside($0) }
    }
  }
}

extension String {
  /// Whether a path is that of a value, or of one inside it.
  fileprivate func isInside(_ path: String) -> Bool {
    guard hasPrefix(path) else { return false }
    let next = utf8.dropFirst(path.utf8.count).first
    return next == nil || next == 0x2e || next == 0x5b || path.isEmpty
  }
}
