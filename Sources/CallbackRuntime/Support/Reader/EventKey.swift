/// The member of an object that has the event: its name identifies the event, and its value is the payload.
@_spi(Generated)
public struct EventKey: Sendable {
  /// The index of a documented key among the names of its object; nil without one.
  fileprivate var field: Int?
  /// The position of its value; nil for `null`.
  fileprivate var mark: _JSONReader.Mark?
  /// The documented keys with `null`.
  fileprivate var nulls: [(field: Int, mark: _JSONReader.Mark)] = []
  /// The value of an undocumented key.
  fileprivate var undocumented: RawJSON?
  /// The path of the value from the root of the body.
  fileprivate var path = ""

  /// Creates the state before the object is read.
  public init() {}
}

@_spi(Generated)
extension _JSONReader {
  /// Skips the value of a documented key, which is the event's if it comes first.
  ///
  /// Of several keys the one with a value comes before those with `null`, and of these the first in the schema. The others are
  /// kept as faults; with `brokenFields: malformed`, those with a value are kept as unknown fields.
  @inline(never)
  public mutating func readKey(
    _ key: inout EventKey, _ scope: ObjectScope, _ names: FieldNames
  ) {
    let field = scope.field
    let mark = mark()
    guard case .at = skipPayload().place else {
      key.nulls.append((field, mark))
      if key.mark == nil { key.field = min(key.field ?? field, field) }
      return
    }
    guard let earlier = key.mark, let other = key.field else {
      (key.field, key.mark) = (field, mark)
      return
    }
    let isEarlier = other < field
    keepOther(names.name(of: max(field, other)), at: isEarlier ? mark : earlier)
    if !isEarlier { (key.field, key.mark) = (field, mark) }
  }

  /// The name of the event's key, after the envelope was read; nil if the object has no key.
  ///
  /// Without a documented key it is the name of an undocumented member: of several, one with an object comes first, and then
  /// the first by name, because a decoder reports no order of members.
  ///
  /// - Parameters:
  ///   - place: the object, with the names of its documented members.
  ///   - body: the position of the body.
  @inline(never)
  public mutating func identify(
    _ key: inout EventKey, at place: PayloadPlace, of body: Mark
  ) -> String? {
    guard failed == .none, let names = place.others else { return nil }
    var name: String?
    if let field = key.field {
      name = names.name(of: field)
      for null in key.nulls where null.field != field { keepNull(at: null.mark) }
    } else if let member = undocumentedKey(names, at: place, of: body) {
      name = member.name
      key.undocumented = member.value
    }
    key.path = place.text.appendingMember(name ?? "")
    return name
  }

  /// Reads the event from the value of its key.
  @inline(never)
  public mutating func readEvent(at key: EventKey, _ read: (inout _JSONReader) -> Void) {
    guard failed == .none else { return }
    if let value = key.undocumented { return Self.reading(value.bytes) { read(&$0) } }
    readEvent(at: EventPosition(place: key.mark.map { .at($0) } ?? .null), key.path, read)
  }

  /// Keeps the `null` of the key of another event.
  private mutating func keepNull(at mark: Mark) {
    let back = self.mark()
    go(to: mark)
    if let bridge {
      keepNull(of: bridge, isGroup: false)
    } else {
      keepNull(at: position, isGroup: false)
    }
    go(to: back)
  }

  /// Reports and keeps the value of the key of another event.
  private mutating func keepOther(_ name: String, at mark: Mark) {
    guard failed == .none else { return }
    let back = self.mark()
    go(to: mark)
    let start = position
    let steps = bridge?.steps ?? []
    let value = raw()
    let state = ensureSideState()
    if isLenient {
      let error = CallbackDecodingError(problem: .anotherEvent, path: steps.path)
      state.faults.append(
        UnlocatedFault(
          offset: start, errorOffset: start, problem: .anotherEvent, json: value,
          located: bridge == nil ? nil : FieldFault(steps: steps, json: value, error: error)))
    } else {
      state.unknown.append(RawJSON.Member(name: name, value: value))
    }
    report(.unknownField, .notice, at: start, "\(CallbackDecodingError.Problem.anotherEvent)")
    go(to: back)
  }

  /// The undocumented member of an object that most likely has the event; its finding is that of the event.
  private mutating func undocumentedKey(
    _ names: FieldNames, at place: PayloadPlace, of body: Mark
  ) -> RawJSON.Member? {
    let back = mark()
    defer { go(to: back) }
    guard case .at(let start) = position(of: place, from: body).place else { return nil }
    go(to: start)
    if let bridge {
      do { return try bridge.undocumentedMembers(names).min(by: Self.isLikelier) } catch {
        // Raw JSON must not be lost silently.
        fail(error, expected: .notObject)
        isUnrecoverable = true
        return nil
      }
    }
    var members: [(member: RawJSON.Member, offset: Int)] = []
    var count = 0
    while let name = nextName(&count) {
      let offset = nameAt
      let value = raw()
      guard failed == .none, names.place(of: Array(name.utf8)) < 0 else { continue }
      members.append((RawJSON.Member(name: name, value: value), offset))
    }
    let key = members.min { Self.isLikelier($0.member, $1.member) }
    guard let key else { return nil }
    sideState?.findings.removeAll { $0.rule == .unknownField && $0.offset == key.offset }
    return key.member
  }

  /// Whether a member is rather the event than another one.
  private static func isLikelier(_ one: RawJSON.Member, _ other: RawJSON.Member) -> Bool {
    func rank(_ value: RawJSON) -> Int { value.isObject ? 0 : value.isNull ? 2 : 1 }
    return (rank(one.value), one.name) < (rank(other.value), other.name)
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes an event that was not decoded, under its key.
  public mutating func write(key: String, _ details: RawJSON) {
    member(named: key)
    write(details)
  }
}
