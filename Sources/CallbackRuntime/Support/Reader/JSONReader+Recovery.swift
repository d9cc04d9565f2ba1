@_spi(Generated)
extension _JSONReader {
  /// A position in the body to return to.
  public struct Mark: Sendable {
    fileprivate var position: Int
    fileprivate var depth: Int
    /// Whether the mark was taken after an error, so that it cannot be returned to.
    fileprivate var isAfterError: Bool
    /// The number of findings at the time.
    fileprivate var findingCount: Int
  }

  /// The position of the next value.
  @inline(never)
  public mutating func mark() -> Mark {
    space()
    return Mark(
      position: activeBridge?.mark() ?? position, depth: depth, isAfterError: failed != .none,
      findingCount: sideState?.findings.count ?? 0)
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
    discardFindings(since: mark)
    go(to: mark)
    return error
  }

  /// Discards the findings since a mark, because the value there was not used.
  func discardFindings(since mark: Mark) {
    guard let sideState, sideState.findings.count > mark.findingCount else { return }
    sideState.findings.removeLast(sideState.findings.count - mark.findingCount)
  }

  /// Whether the error is one of a value, including invalid JSON text inside a string, and not of the body's JSON.
  private var isRecoverableError: Bool {
    !isUnrecoverable && failed != .none && (failed.isRecoverable || sideState?.inner != nil)
  }

  private mutating func clearError(depth: Int) {
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

// MARK: - Envelopes

extension _JSONReader {
  /// Clears and reports the error of the field that an envelope's scope read last, and moves behind its value;
  /// false if the reader cannot recover.
  @inline(never)
  mutating func recoverField(_ scope: inout ObjectScope) -> Bool {
    // An open scope was opened before the error.
    guard scope.isEnvelope, scope.isOpen, isRecoverableError else { return false }
    let place = failedAt
    let code = failed
    let missing = sideState?.missing
    let inner = sideState?.inner
    if let bridge {
      bridge.close(objects: scope.depth, lists: scope.start)
      clearError(depth: scope.depth)
      return true
    }
    clearError(depth: scope.depth)
    position = scope.start &+ 1
    depth = scope.depth
    guard let value = skipMembers(to: place) else { return true }
    if let sideState { sideState.findings.removeAll { $0.offset >= value && $0.offset < position } }
    let problem = inner?.problem ?? code.problem(missing: missing)
    var member = inner?.path ?? ""
    if member.isEmpty, code == .missing { member = missing ?? "" }
    report(.wrongType, .error, at: place, "\(problem)", member: member)
    return true
  }

  /// Skips the members of an object up to and including the one that contains an offset.
  ///
  /// - Returns: the offset at which that member's value begins; nil if the JSON is invalid, which stays an error.
  private mutating func skipMembers(to place: Int) -> Int? {
    while true {
      space()
      guard text() != nil else { return nil }
      colon()
      space()
      let value = position
      skip()
      guard failed == .none else { return nil }
      if position > place { return value }
      space()
      guard isAt(0x2c) else {
        fail(.syntax)
        return nil
      }
      position &+= 1
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
    return found.map { _, finding in
      let path = walk.path(to: finding.offset).appendingMember(finding.member)
      return Finding(
        path: path, rule: finding.rule, severity: finding.severity, message: finding.message,
        offset: finding.offset)
    }
  }
}

extension String {
  /// A path extended by a member name, an index in brackets, or another path.
  func appendingMember(_ member: String) -> String {
    if isEmpty || member.isEmpty || member.utf8.first == 0x5b { return self + member }
    return "\(self).\(member)"
  }
}
