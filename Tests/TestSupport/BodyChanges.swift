import CallbackRuntime
import Foundation

/// Bodies that differ from another in one member.
public enum BodyChanges {
  /// The body with one member taken out, or with another value: for each member at any depth, JSON text in strings included.
  public static func all(of body: String) -> [String] {
    guard let json = try? RawJSON(body) else { return [] }
    return changes(of: json)
  }

  private static func changes(of json: RawJSON) -> [String] {
    if let members = json.members {
      return members.indices.flatMap { index in
        changes(ofMember: members[index].value).map { change in
          var texts = members.map { (name: $0.name, value: $0.value.description) }
          if let change { texts[index].value = change } else { texts.remove(at: index) }
          return object(texts)
        }
      } + [object(members.map { ($0.name, $0.value.description) } + [("undocumented", "1")])]
    }
    if let elements = json.elements {
      let texts = elements.map(\.description)
      return texts.indices.flatMap { index in
        changes(of: elements[index]).map { change in
          var texts = texts
          texts[index] = change
          return "[\(texts.joined(separator: ","))]"
        }
      }
    }
    guard let text = json.string, let inner = try? RawJSON(text), inner.isObject || inner.isArray
    else { return [] }
    return changes(of: inner).map(quoted)
  }

  /// The texts that replace a member's value; nil takes the member out.
  private static func changes(ofMember value: RawJSON) -> [String?] {
    // Two values of a wrong type: the property is nil for both, and only the recorded faults differ.
    let wrong: [String?] = [nil, "null", "[[1]]", "[[2]]"]
    return wrong + [other(value)].compactMap { $0 } + changes(of: value)
  }

  /// Another value of the same JSON type.
  private static func other(_ value: RawJSON) -> String? {
    if let bool = value.bool { return "\(!bool)" }
    if let text = value.string { return quoted(text + "1") }
    if let int = value.int { return "\(int ^ 1)" }
    if let double = value.double { return "\(double + 0.5)" }
    if value.isArray { return "[]" }
    return value.isObject ? "{}" : nil
  }

  private static func object(_ members: [(name: String, value: String)]) -> String {
    "{\(members.map { "\(quoted($0.name)):\($0.value)" }.joined(separator: ","))}"
  }

  private static func quoted(_ text: String) -> String {
    let bytes = (try? JSONEncoder().encode(text)) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }
}
