/// Where a body has an event's own fields: in a payload, or beside fields of the envelope.
@_spi(Generated)
public struct PayloadPlace: Sendable {
  /// The path from the root of the body, for findings.
  let text: String
  /// The names of the members that lead to the object; none for the body itself.
  let steps: [FieldNames]
  /// The fields of the envelope in the same object, which the event does not know.
  let others: FieldNames?
  /// The field among `others` that holds the payload of other events; -1 for none.
  let hidden: Int
  /// Whether the absence of the object is reported.
  let isExpected: Bool

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - text: the path from the root of the body; empty for the body itself.
  ///   - steps: the accepted names of each member that leads to the object.
  ///   - others: the fields of the envelope in the same object; nil for a payload that has only the event's fields.
  ///   - hidden: the field among `others` that holds the payload of other events.
  ///   - isExpected: whether the absence of the object is reported.
  public init(
    _ text: String, through steps: [FieldNames] = [], beside others: FieldNames? = nil,
    hiding hidden: Int = -1, isExpected: Bool = true
  ) {
    self.text = text
    self.steps = steps
    self.others = others
    self.hidden = hidden
    self.isExpected = isExpected
  }
}

@_spi(Generated)
extension _JSONReader {
  /// Reads the event from its place, after the envelope was read.
  ///
  /// An absent payload and `null` are read as an object without members.
  ///
  /// - Parameter body: the position of the body.
  @inline(never)
  public mutating func readEvent(
    at place: PayloadPlace, of body: Mark, _ read: (inout _JSONReader) -> Void
  ) {
    guard failed == .none else { return }
    let back = mark()
    let position = position(of: place, from: body)
    guard case .at(let mark) = position.place, let others = place.others else {
      go(to: back)
      return readEvent(at: position, place.text, isExpected: place.isExpected, read)
    }
    go(to: mark)
    let hasFindings = collectsFindings
    if hasFindings { forgetUnknownFields(at: mark) }
    besideDepth = UInt16(truncatingIfNeeded: openObjects &+ 1)
    let state = ensureSideState()
    state.others = others
    state.hidden = place.hidden
    read(&self)
    besideDepth = 0
    go(to: back)
  }

  /// Reads the event from a payload at a known position.
  package mutating func readEvent(
    at position: EventPosition, _ place: PayloadPlace, _ read: (inout _JSONReader) -> Void
  ) {
    readEvent(at: position, place.text, isExpected: place.isExpected, read)
  }

  /// The position of an event's fields, searched from the root of the body.
  mutating func position(of place: PayloadPlace, from body: Mark) -> EventPosition {
    go(to: body)
    // The envelope was read, and its findings reported.
    let collected = collectsFindings
    collectsFindings = false
    defer { collectsFindings = collected }
    for names in place.steps {
      guard isAtObject, enter(names) else { return .absent }
    }
    space()
    return isAtNull ? EventPosition(place: .null) : EventPosition(place: .at(mark()))
  }

  private mutating func enter(_ names: FieldNames) -> Bool {
    var scope = ObjectScope(envelope: true)
    return nextField(&scope, names)
  }

  private var isAtObject: Bool {
    if position < end { return at(position) == 0x7b }
    return activeBridge?.isAtObject ?? false
  }

  /// The number of open objects, for bytes also of arrays.
  private var openObjects: Int { bridge?.depth ?? depth }

  /// Discards the unknown fields that the envelope reported in an object: its event may know them.
  private mutating func forgetUnknownFields(at mark: Mark) {
    guard let sideState, !sideState.findings.isEmpty else { return }
    let start = position
    let depth = depth
    skip()
    let members = start..<position
    go(to: mark)
    sideState.findings.removeAll {
      $0.rule == .unknownField && $0.depth == depth + 1 && members.contains($0.offset)
    }
  }

  /// Whether a member that an event does not know is a field of the envelope.
  mutating func isBeside(_ name: [UInt8]) -> Bool {
    guard let state = sideState, let others = state.others else { return false }
    let place = others.place(of: name)
    return place >= 0 && others[place].field != state.hidden
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes the members of an object into the one that is open.
  public mutating func join<T: CallbackObject>(_ value: T) {
    if let bridge {
      bridge.joins = true
      return value._write(to: &self)
    }
    joining { value._write(to: &$0) }
  }
}
