@_spi(Generated)
extension _JSONReader {
  /// A place in the body, to come back to.
  public struct Mark: Sendable {
    fileprivate var position: Int
    fileprivate var depth: Int
    /// Taken after a fault: nothing can be recovered from there.
    fileprivate var isDead: Bool
    /// How many findings there were.
    fileprivate var notes: Int
  }

  /// The place of the next value.
  @inline(never)
  public mutating func mark() -> Mark {
    space()
    return Mark(
      position: live?.keep() ?? position, depth: depth, isDead: failed != .none,
      notes: sideState?.notes.count ?? 0)
  }

  /// Goes back, or ahead, to a place. After a fault nothing happens.
  @inline(never)
  mutating func go(to mark: Mark) {
    guard failed == .none, !mark.isDead else { return }
    depth = mark.depth
    if let bridge { bridge.go(to: mark.position) } else { position = mark.position }
  }

  /// Takes away the fault of the value at `mark`, if there is one that can be forgiven; the reader is at `mark` again.
  ///
  /// A fault that is older than the mark stays, and so do broken JSON and a discriminator that can't be read.
  @inline(__always)
  public mutating func recover(from mark: Mark) -> CallbackDecodingError? {
    failed == .none ? nil : slowRecover(from: mark)
  }

  @inline(never)
  @usableFromInline
  mutating func slowRecover(from mark: Mark) -> CallbackDecodingError? {
    guard isForgivable, !mark.isDead else { return nil }
    let fault = located()
    clearFault(depth: mark.depth)
    forgetNotes(since: mark)
    go(to: mark)
    return fault
  }

  /// Drops the findings about a value of which nothing was made in the end.
  func forgetNotes(since mark: Mark) {
    guard let sideState, sideState.notes.count > mark.notes else { return }
    sideState.notes.removeLast(sideState.notes.count - mark.notes)
  }

  /// The value is at fault, not the text; or it is a text of its own.
  private var isForgivable: Bool {
    !isSealed && failed != .none && (failed.isRecoverable || sideState?.inner != nil)
  }

  private mutating func clearFault(depth: Int) {
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
  /// Takes away the fault of the field that an envelope's scope read last; the reader then stands behind its value.
  @inline(never)
  mutating func forgive(_ scope: inout ObjectScope) -> Bool {
    // A scope that opened did so before the fault.
    guard scope.isEnvelope, scope.isOpen, isForgivable else { return false }
    let place = failedAt
    let code = failed
    let missing = sideState?.missing
    let inner = sideState?.inner
    if let bridge {
      bridge.leave(objects: scope.depth, lists: scope.start)
      clearFault(depth: scope.depth)
      return true
    }
    clearFault(depth: scope.depth)
    position = scope.start &+ 1
    depth = scope.depth
    guard let value = passMembers(to: place) else { return true }
    if let sideState { sideState.notes.removeAll { $0.offset >= value && $0.offset < position } }
    let problem = inner?.problem ?? code.problem(missing: missing)
    var member = inner?.path ?? ""
    if member.isEmpty, code == .missing { member = missing ?? "" }
    note(.wrongType, .error, at: place, "\(problem)", member: member)
    return true
  }

  /// Passes the members of an object up to the one that holds a place, and that one too; where its value begins. Nil when
  /// the text is broken: that fault stays.
  private mutating func passMembers(to place: Int) -> Int? {
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
  /// Reads the field that says which event it is. A value of another type is a fault that no envelope forgives.
  @inline(never)
  public mutating func readDiscriminator(_ id: inout Int?, accepting types: _AcceptedJSONTypes = [])
  {
    guard failed == .none else { return }
    id = integer(types)
    isSealed = failed != .none
  }

  /// Reads the field that says which event it is. A value of another type is a fault that no envelope forgives.
  @inline(never)
  public mutating func readDiscriminator(
    _ id: inout String?, accepting types: _AcceptedJSONTypes = []
  ) {
    guard failed == .none else { return }
    id = string(types)
    isSealed = failed != .none
  }

  /// What was read as the discriminator, once the envelope is closed. Nil after a fault; that it was absent, or null, is one.
  @inlinable
  public mutating func discriminator<ID>(_ id: ID?, _ name: StaticString) -> ID? {
    if isFailed { return nil }
    if id == nil { missDiscriminator(name) }
    return id
  }

  /// The same with a name that is known at run time only.
  package mutating func discriminator<ID>(_ id: ID?, name: String) -> ID? {
    if isFailed { return nil }
    if id == nil { missDiscriminator(name: name) }
    return id
  }

  @inline(never)
  @usableFromInline
  mutating func missDiscriminator(_ name: StaticString) {
    missDiscriminator(name: name.description)
  }

  private mutating func missDiscriminator(name: String) {
    madeSideState().missing = name
    fail(.missing, at: closedAt)
    isSealed = true
  }
}

// MARK: - The fault, to throw

extension _JSONReader {
  /// The fault with its path. That costs a walk over the body, so only a fault pays it.
  func located() -> CallbackDecodingError {
    let inner = sideState?.inner
    let missing = failed == .missing ? sideState?.missing : nil
    var path = sideState?.prefix ?? ""
    if let bridge {
      path = missing != nil && inner == nil ? bridge.leftPath : bridge.pathText
    } else if !isAbsent {
      var walk = PathWalk(again())
      path = walk.path(to: failedAt)
    }
    let problem = inner?.problem ?? failed.problem(missing: missing)
    let tail = inner?.path ?? missing ?? ""
    let offset = bridge == nil && !isAbsent ? failedAt : nil
    return CallbackDecodingError(problem: problem, offset: offset, path: path.appendingMember(tail))
  }

  /// Ends the reading of a body: its fault, if any, with its path.
  @inline(__always)
  @usableFromInline
  package mutating func takeFault() -> CallbackDecodingError? {
    space()
    return failed == .none && position == end ? nil : slowFault()
  }

  @inline(never)
  @usableFromInline
  mutating func slowFault() -> CallbackDecodingError? {
    finish()
    return failed == .none ? nil : located()
  }

  /// The findings, sorted by their place, with their paths.
  package func findings() -> [Finding] {
    guard let sideState, !sideState.notes.isEmpty else { return [] }
    var walk = PathWalk(again())
    let notes = sideState.notes.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    return notes.map { _, note in
      let path = walk.path(to: note.offset).appendingMember(note.member)
      return Finding(
        path: path, rule: note.rule, severity: note.severity, message: note.message,
        offset: note.offset)
    }
  }
}

extension String {
  /// A path with a further one behind it.
  func appendingMember(_ member: String) -> String {
    if isEmpty || member.isEmpty || member.utf8.first == 0x5b { return self + member }
    return "\(self).\(member)"
  }
}
