/// The undocumented members of an object, which are encoded after the documented ones.
///
/// Two collections are equal when they have the same members, in any order.
public struct UnknownFields: Hashable, Sendable {
  /// The members, in the order received; sorted by name if they came through a `Decoder`, which reports no order.
  public var members: [RawJSON.Member]

  /// Creates an empty collection.
  public init() { members = [] }

  /// Creates a collection of members.
  public init(_ members: [RawJSON.Member]) { self.members = members }

  /// The value of the first member with a name; nil if there is none.
  public subscript(name: String) -> RawJSON? { members.first { $0.name == name }?.value }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// Compares the members in any order.
  public static func == (one: Self, other: Self) -> Bool {
    one.members == other.members || one.sorted == other.sorted
  }

  /// Hashes the members in any order.
  public func hash(into hasher: inout Hasher) { hasher.combine(sorted) }

  /// The members sorted by name; members with the same name keep their order, because the first one counts.
  private var sorted: [RawJSON.Member] {
    members.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
      .map(\.element)
  }
}

@_spi(Generated)
extension _JSONReader {
  /// Advances to the next documented field, and collects the undocumented members before it.
  @inline(never)
  public mutating func nextField(
    _ scope: inout ObjectScope, _ names: FieldNames, keeping unknown: inout UnknownFields
  ) -> Bool {
    keepsUnknownMembers = true
    let found = nextField(&scope, names)
    keepsUnknownMembers = false
    if let sideState, !sideState.unknown.isEmpty {
      unknown.members += sideState.unknown
      sideState.unknown = []
    }
    return found
  }

  /// Collects or skips the value of an undocumented member.
  mutating func collectOrSkip(_ key: JSONText) {
    guard keepsUnknownMembers else { return skip() }
    let name = string(key)
    space()
    let start = position
    skip()
    guard failed == .none else { return }
    ensureSideState().unknown.append(
      RawJSON.Member(
        name: name, value: RawJSON(unchecked: copy(at: start, count: position &- start)))
    )
  }
}

@_spi(Generated)
extension _JSONWriter {
  /// Writes undocumented members as received.
  public mutating func write(_ unknown: UnknownFields) {
    for member in unknown.members {
      self.member(named: member.name)
      write(member.value)
    }
  }
}
