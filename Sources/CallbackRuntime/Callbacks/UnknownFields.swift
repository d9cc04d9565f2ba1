/// Members of an object that no schema documents, as they came, to be written back behind the documented ones.
///
/// Two are equal when they have the same members, in whatever order.
public struct UnknownFields: Hashable, Sendable {
  /// The members in their order.
  public var members: [RawJSON.Member]

  /// No members.
  public init() { members = [] }

  /// Some members.
  public init(_ members: [RawJSON.Member]) { self.members = members }

  /// The value of the first member of a name.
  public subscript(name: String) -> RawJSON? { members.first { $0.name == name }?.value }

  /// There are none.
  public var isEmpty: Bool { members.isEmpty }

  /// True when both have the same members.
  public static func == (one: Self, other: Self) -> Bool {
    one.members == other.members || one.sorted == other.sorted
  }

  /// Hashes the members, whatever their order.
  public func hash(into hasher: inout Hasher) { hasher.combine(sorted) }

  /// By name; members of one name stay in their order, of which the first counts.
  private var sorted: [RawJSON.Member] {
    members.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
      .map(\.element)
  }
}

extension _JSONReader {
  /// True while the object has another known field; members that no schema knows are kept.
  @inline(never)
  public mutating func nextField(
    _ scope: inout ObjectScope, _ names: FieldNames, keeping unknown: inout UnknownFields
  ) -> Bool {
    isKeeping = true
    let found = nextField(&scope, names)
    isKeeping = false
    if let sideState, !sideState.unknown.isEmpty {
      unknown.members += sideState.unknown
      sideState.unknown = []
    }
    return found
  }

  /// Keeps, or passes over, the value of a member that nobody documents.
  mutating func unknownMember(_ key: JSONText) {
    guard isKeeping else { return skip() }
    let name = string(key)
    space()
    let start = position
    skip()
    guard failed == .none else { return }
    madeSideState().unknown.append(
      RawJSON.Member(
        name: name, value: RawJSON(unchecked: copy(at: start, count: position &- start)))
    )
  }
}

extension _JSONWriter {
  /// Writes members that no schema documents, as they came.
  public mutating func write(_ unknown: UnknownFields) {
    for member in unknown.members {
      if let bridge {
        bridge.member(named: member.name)
      } else {
        if hasPrevious { put(byte: 0x2c) }
        text(member.name)
        put(byte: 0x3a)
      }
      write(member.value)
    }
  }
}
