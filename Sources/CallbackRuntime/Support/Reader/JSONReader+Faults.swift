@_spi(Generated)
extension _JSONReader {
  /// Begins a callback, of which a broken optional field costs that field and no more; returns its position.
  public mutating func beginCallback() -> Mark {
    isLenient = true
    return mark()
  }

  /// Stores the broken fields of the callback that was read.
  @inlinable
  public mutating func takeFaults(_ faults: inout [FieldFault]) {
    if hasSideState { faults = self.faults() }
  }

  @usableFromInline
  var hasSideState: Bool { sideState != nil }

  /// The whole callback as raw JSON, read again from where it began.
  @inline(never)
  public mutating func body(at mark: Mark) -> RawJSON {
    let back = self.mark()
    go(to: mark)
    let value = raw()
    go(to: back)
    return value
  }
}

// MARK: - Recovering

extension _JSONReader {
  /// Clears and reports the error of the field that a scope read last, and moves behind its value; false if the reader cannot
  /// recover.
  ///
  /// A field of the envelope becomes nil, also if a value inside it lacks a required field, and so does a field of an event,
  /// unless it is required: then the error is that of its object.
  @inline(never)
  mutating func recoverField(_ scope: inout ObjectScope, _ names: FieldNames) -> Bool {
    // An open scope was opened before the error.
    guard scope.isEnvelope || isLenient && !losesEvent, scope.isOpen, isRecoverableError else {
      return false
    }
    losesEvent = false
    let error = FieldError(
      code: failed, offset: failedAt, missing: sideState?.missing, inner: sideState?.inner)
    defer { isGroupBroken = false }
    let isKept: Bool
    if let bridge {
      isKept = keepFault(bridge, scope, names)
    } else {
      isKept = keepFault(error, scope)
    }
    if isKept, !scope.isEnvelope {
      ensureSideState().nulls.append((scope.depth, scope.field, error))
      hasNulls = true
    }
    return true
  }

  /// Fails with the error of a required field from which its object recovered.
  mutating func fail(again error: FieldError) {
    ensureSideState().missing = error.missing
    ensureSideState().inner = error.inner
    failed = error.code
    failedAt = error.offset
    position = end
  }

  /// Clears the error of a field and keeps its value; false if the JSON is invalid, which stays an error.
  private mutating func keepFault(_ error: FieldError, _ scope: ObjectScope) -> Bool {
    clearError(depth: scope.depth)
    position = scope.start &+ 1
    depth = scope.depth
    guard let value = skipMembers(to: error.offset) else { return false }
    let sideState = ensureSideState()
    // What was found inside the value was found last.
    while let last = sideState.findings.last, last.offset >= value, last.offset < position {
      sideState.findings.removeLast()
    }
    while let last = sideState.faults.last, last.offset >= value, last.offset < position {
      sideState.faults.removeLast()
    }
    if isLenient {
      let json = RawJSON(unchecked: copy(at: value, count: position &- value))
      sideState.faults.append(
        UnlocatedFault(
          offset: value, errorOffset: error.offset, problem: error.problem, member: error.member,
          json: json, isGroup: isGroupBroken))
    }
    report(
      .wrongType, .error, at: error.offset, "\(error.problem)", member: error.member)
    return true
  }

  /// Clears the error of a field that came through a decoder, and keeps its value.
  private mutating func keepFault(
    _ bridge: DecoderBridge, _ scope: ObjectScope, _ names: FieldNames
  ) -> Bool {
    let error = located()
    bridge.close(objects: scope.depth, lists: scope.start, at: names.key(scope.next &- 1))
    clearError(depth: scope.depth)
    let sideState = ensureSideState()
    let steps = bridge.steps
    while let last = sideState.faults.last?.located, last.steps.starts(with: steps) {
      sideState.faults.removeLast()
    }
    if isLenient {
      let json = (try? bridge.decode(RawJSON.self)) ?? .null
      keep(FieldFault(steps: steps, json: json, error: error, isGroup: isGroupBroken))
    }
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

// MARK: - Faults

extension _JSONReader {
  /// Stores an undocumented `null`, which reads as absence, so that it is written again.
  mutating func keepNull(at offset: Int, isGroup: Bool) {
    guard isLenient, failed == .none else { return }
    ensureSideState().faults.append(
      UnlocatedFault(
        offset: offset, errorOffset: offset, problem: .null, json: .null, isGroup: isGroup))
  }

  /// Stores an undocumented `null` that came through a decoder.
  mutating func keepNull(of bridge: DecoderBridge, isGroup: Bool) {
    guard isLenient, failed == .none else { return }
    let steps = bridge.steps
    let error = CallbackDecodingError(problem: .null, path: steps.path)
    keep(FieldFault(steps: steps, json: .null, error: error, isGroup: isGroup))
  }

  /// Stores a fault found in JSON text inside the string at an offset.
  mutating func takeOver(_ fault: FieldFault, at offset: Int) {
    if let bridge { return takeOver(fault, below: bridge.steps) }
    ensureSideState().faults.append(
      UnlocatedFault(
        offset: offset, errorOffset: offset, problem: fault.error.problem,
        member: fault.error.path, tail: fault.steps, json: fault.json))
  }

  /// Stores a fault found in a value that came through a decoder.
  mutating func takeOver(_ fault: FieldFault, below steps: [PathStep]) {
    let error = CallbackDecodingError(
      problem: fault.error.problem, path: steps.path.appendingMember(fault.error.path))
    keep(FieldFault(steps: steps + fault.steps, json: fault.json, error: error))
  }

  /// Stores a finished fault.
  private mutating func keep(_ fault: FieldFault) {
    ensureSideState().faults.append(
      UnlocatedFault(
        offset: 0, errorOffset: 0, problem: fault.error.problem, json: fault.json, located: fault))
  }

  /// The broken fields with their places, sorted by path, because a decoder reports no order of members.
  @usableFromInline
  func faults() -> [FieldFault] {
    guard let sideState, !sideState.faults.isEmpty else { return [] }
    var walk = PathWalk(rewound())
    let found = sideState.faults.sorted { $0.offset < $1.offset }.map { fault -> FieldFault in
      if let located = fault.located { return located }
      let steps = walk.steps(to: fault.offset) + fault.tail
      let path = walk.path(to: fault.errorOffset).appendingMember(fault.member)
      return FieldFault(
        steps: steps, json: fault.json,
        error: CallbackDecodingError(problem: fault.problem, offset: fault.errorOffset, path: path),
        isGroup: fault.isGroup)
    }
    return found.map { (path: $0.path, fault: $0) }.sorted { $0.path < $1.path }.map(\.fault)
  }
}
