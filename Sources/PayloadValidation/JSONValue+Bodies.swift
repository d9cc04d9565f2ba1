import CallbackRuntime
package import SchemaSource

extension JSONValue {
  /// Nil where the bytes are not one JSON value.
  package init?(body bytes: [UInt8]) {
    guard let raw = try? RawJSON(bytes: bytes) else { return nil }
    self.init(raw)
  }

  private init(_ raw: RawJSON) {
    if let members = raw.members {
      self = .object(members.map { Member($0.name, JSONValue($0.value)) })
    } else if let elements = raw.elements {
      self = .array(elements.map { JSONValue($0) })
    } else if let text = raw.string {
      self = .string(text)
    } else {
      switch raw.description {
      case "null": self = .null
      case "true": self = .bool(true)
      case "false": self = .bool(false)
      default: self = .number(raw.description)
      }
    }
  }

  /// The first member of a name: it is the one that counts.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  func member(at path: [String]) -> JSONValue? {
    path.reduce(Optional(self)) { $0?[$1] }
  }

  /// The value with each of its members, at any depth, taken out in turn.
  func withoutEachMember() -> [JSONValue] { changed { _ in nil } }

  /// The value with each of its members, at any depth, set to null in turn.
  func withEachMemberNull() -> [JSONValue] { changed { Member($0.name, .null) } }

  private func changed(_ change: (Member) -> Member?) -> [JSONValue] {
    switch self {
    case .null, .bool, .number, .string, .text: return []
    case .array(let items):
      return items.indices.flatMap { place in
        items[place].changed(change).map { item in
          var copy = items
          copy[place] = item
          return .array(copy)
        }
      }
    case .object(let members):
      return members.indices.flatMap { place -> [JSONValue] in
        func with(_ member: Member?) -> JSONValue {
          .object(Array(members[..<place]) + [member].compactMap { $0 } + members[(place + 1)...])
        }
        let (name, value) = (members[place].name, members[place].value)
        return [with(change(members[place]))]
          + value.changed(change).map { with(Member(name, $0)) }
      }
    }
  }
}
