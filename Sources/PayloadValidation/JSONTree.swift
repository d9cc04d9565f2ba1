import CallbackRuntime
import CallbackSchema
import SchemaSource

/// A JSON value as a tree that can be changed. Members keep their order, numbers their notation.
indirect enum JSONTree: Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case list([JSONTree])
  case object([Member])

  struct Member: Hashable {
    var name: String
    var value: JSONTree
  }

  /// The first member of a name, which is the one that decoding uses.
  subscript(name: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  func member(at path: [String]) -> JSONTree? {
    path.reduce(Optional(self)) { $0?[$1] }
  }

  /// One copy of the value for each of its members, at any depth, without that member.
  func withoutEachMember() -> [JSONTree] { changed { _ in nil } }

  /// One copy of the value for each of its members, at any depth, with that member set to null.
  func withEachMemberNull() -> [JSONTree] { changed { Member(name: $0.name, value: .null) } }

  private func changed(_ change: (Member) -> Member?) -> [JSONTree] {
    switch self {
    case .null, .bool, .number, .string: return []
    case .list(let items):
      return items.indices.flatMap { place in
        items[place].changed(change).map { item in
          var copy = items
          copy[place] = item
          return .list(copy)
        }
      }
    case .object(let members):
      return members.indices.flatMap { place -> [JSONTree] in
        var copies: [JSONTree] = []
        var copy = members
        if let member = change(members[place]) {
          copy[place] = member
        } else {
          copy.remove(at: place)
        }
        copies.append(.object(copy))
        for value in members[place].value.changed(change) {
          var copy = members
          copy[place].value = value
          copies.append(.object(copy))
        }
        return copies
      }
    }
  }
}

extension JSONTree {
  /// The tree of a JSON text; nil if the bytes are not exactly one JSON value.
  init?(_ bytes: [UInt8]) {
    guard let raw = try? RawJSON(bytes: bytes) else { return nil }
    self.init(raw)
  }

  private init(_ raw: RawJSON) {
    if let members = raw.members {
      self = .object(members.map { Member(name: $0.name, value: JSONTree($0.value)) })
    } else if let elements = raw.elements {
      self = .list(elements.map { JSONTree($0) })
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
}

extension JSONTree: CustomStringConvertible {
  init(_ value: WireValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .number(let digits): self = .number(digits)
    case .bool(let value): self = .bool(value)
    case .null: self = .null
    }
  }

  /// The JSON text, without whitespace.
  var description: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .string(let text): return Self.quoted(text)
    case .list(let items): return "[\(items.map(\.description).joined(separator: ","))]"
    case .object(let members):
      let texts = members.map { "\(Self.quoted($0.name)):\($0.value)" }
      return "{\(texts.joined(separator: ","))}"
    }
  }

  private static func quoted(_ text: String) -> String { JSONValue.quoted(text) }
}
