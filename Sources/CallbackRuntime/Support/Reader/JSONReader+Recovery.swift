@_spi(Generated)
extension _JSONReader {
  /// A position in the body to return to.
  public struct Mark: Sendable {
    fileprivate var position: Int
    fileprivate var depth: Int
    /// Whether the mark was taken after an error, so that it cannot be returned to.
    fileprivate var isAfterError: Bool
    /// The number of findings and of faults at the time.
    fileprivate var findingCount: Int
    fileprivate var faultCount: Int
  }

  /// The position of the next value.
  @inline(never)
  public mutating func mark() -> Mark {
    space()
    return Mark(
      position: activeBridge?.mark() ?? position, depth: depth, isAfterError: failed != .none,
      findingCount: sideState?.findings.count ?? 0, faultCount: sideState?.faults.count ?? 0)
  }

  /// Moves back or forward to a mark; does nothing after an error.
  @inline(never)
  mutating func go(to mark: Mark) {
    guard failed == .none, !mark.isAfterError else { return }
    depth = mark.depth
    if let bridge { bridge.go(to: mark.position) } else { position = mark.position }
  }

  /// Clears and returns the error of the value at `mark`, and moves back to it; nil if there is none to recover from.
  ///
  /// An error from before the mark stays, and so do invalid JSON and a discriminator of the wrong type.
  @inline(__always)
  public mutating func recover(from mark: Mark) -> CallbackDecodingError? {
    failed == .none ? nil : slowRecover(from: mark)
  }

  @inline(never)
  @usableFromInline
  mutating func slowRecover(from mark: Mark) -> CallbackDecodingError? {
    guard isRecoverableError, !mark.isAfterError else { return nil }
    let error = located()
    clearError(depth: mark.depth)
    losesEvent = false
    discardFindings(since: mark)
    go(to: mark)
    return error
  }

  /// Discards the findings and faults since a mark, because the value there was not used.
  func discardFindings(since mark: Mark) {
    guard let sideState else { return }
    sideState.findings.removeLast(max(0, sideState.findings.count - mark.findingCount))
    sideState.faults.removeLast(max(0, sideState.faults.count - mark.faultCount))
  }

  /// Whether the error is one of a value, including invalid JSON text inside a string, and not of the body's JSON.
  var isRecoverableError: Bool {
    !isUnrecoverable && failed != .none
      && (failed.isRecoverable || sideState?.inner != nil || isLenient && failed.isUnicode)
  }

  mutating func clearError(depth: Int) {
    failed = .none
    bridge?.error = nil
    guard let sideState else { return }
    sideState.missing = nil
    sideState.inner = nil
    let open = bridge == nil ? depth : bridge?.depth ?? 0
    if hasNulls {
      sideState.nulls.removeAll { $0.depth > open }
      hasNulls = !sideState.nulls.isEmpty
    }
  }
}

// MARK: - Discriminators

@_spi(Generated)
extension _JSONReader {
  /// Reads the event discriminator. The envelope does not recover from a value of another type.
  @inlinable
  public mutating func readDiscriminator<ID: _JSONScalar>(
    _ id: inout ID?, accepting types: _JSONTypes = []
  ) {
    guard !isFailed else { return }
    id = ID._readJSON(from: &self, accepting: types)
    isUnrecoverable = isFailed
  }

  /// The event discriminator after the envelope was read; absence and `null` are an error. Nil after any error.
  @inlinable
  public mutating func discriminator<ID>(_ id: ID?, _ name: String) -> ID? {
    if isFailed { return nil }
    if id == nil { failMissingDiscriminator(name) }
    return id
  }

  @inline(never)
  @usableFromInline
  mutating func failMissingDiscriminator(_ name: String) {
    ensureSideState().missing = name
    fail(.missing, at: closedAt)
    isUnrecoverable = true
  }
}

// MARK: - Results

extension _JSONReader {
  /// The error with its path, which is computed by walking over the body.
  func located() -> CallbackDecodingError {
    let inner = sideState?.inner
    let missing = failed == .missing ? sideState?.missing : nil
    var path = sideState?.prefix ?? ""
    if let bridge {
      path = missing != nil && inner == nil ? bridge.closedPathText : bridge.pathText
    } else if !isAbsent {
      var walk = PathWalk(rewound())
      path = walk.path(to: failedAt)
    }
    let problem = inner?.problem ?? failed.problem(missing: missing)
    let tail = inner?.path ?? missing ?? ""
    let offset = bridge == nil && !isAbsent ? failedAt : nil
    return CallbackDecodingError(problem: problem, offset: offset, path: path.appendingMember(tail))
  }

  /// Ends the body: checks that no data follows, and returns the error, if any, with its path.
  @inline(__always)
  @usableFromInline
  package mutating func takeError() -> CallbackDecodingError? {
    space()
    return failed == .none && position == end ? nil : slowTakeError()
  }

  @inline(never)
  @usableFromInline
  mutating func slowTakeError() -> CallbackDecodingError? {
    finish()
    return failed == .none ? nil : located()
  }

  /// The findings with their paths, sorted by byte offset.
  package func findings() -> [Finding] {
    guard let sideState, !sideState.findings.isEmpty else { return [] }
    var walk = PathWalk(rewound())
    let found = sideState.findings.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var findings: [Finding] = []
    for (_, found) in found {
      let path = walk.path(to: found.offset).appendingMember(found.member)
      let finding = Finding(
        path: path, rule: found.rule, severity: found.severity, message: found.message,
        offset: found.offset)
      // The envelope and an event that contains it can read one member; it is reported once.
      let beside = findings.reversed().prefix { $0.offset == finding.offset }
      if !beside.contains(finding) { findings.append(finding) }
    }
    return findings
  }
}

extension String {
  /// A path extended by a member name, an index in brackets, or another path.
  func appendingMember(_ member: String) -> String {
    if isEmpty || member.isEmpty || member.utf8.first == 0x5b { return self + member }
    return "\(self).\(member)"
  }
}
