import CallbackRuntime
import CallbackSchema
package import SchemaSource

extension JSONValue {
  /// The bytes of a body.
  func encoded(as encoding: BodyEncoding) -> [UInt8] {
    let json = Array(compact.utf8)
    if encoding == .list { return [0x5b] + json + [0x5d] }
    guard encoding == .form, case .object(let members) = self else { return json }
    // A member of a form is text.
    let texts = members.map { member in
      switch member.value {
      case .null, .array, .object: Member(member.name, .string("any"))
      default: member
      }
    }
    return (try? RawJSON(JSONValue.object(texts).compact)).map(FormText.form) ?? json
  }

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
  func withoutEachMember() -> [JSONValue] { changed { _ in [nil] } }

  /// The value with each of its members, at any depth, replaced in turn by a value of every other JSON kind.
  func withEachMemberReplaced() -> [JSONValue] {
    let kinds: [JSONValue] = [
      .null, .bool(true), .number("1.5"), .string("text"), .array([]), .object([]),
    ]
    return changed { member in
      kinds.filter { !$0.isOfKind(of: member.value) }.map { Member(member.name, $0) }
    }
  }

  private func isOfKind(of other: JSONValue) -> Bool {
    switch (self, other) {
    case (.null, .null), (.bool, .bool), (.number, .number), (.string, .string), (.string, .text),
      (.array, .array), (.object, .object):
      true
    default: false
    }
  }

  /// The values with one member, at any depth, changed in one way; nil removes it.
  private func changed(_ change: (Member) -> [Member?]) -> [JSONValue] {
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
        return change(members[place]).map(with)
          + value.changed(change).map { with(Member(name, $0)) }
      }
    }
  }
}
