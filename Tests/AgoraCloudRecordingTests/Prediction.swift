import CallbackRuntime
import CallbackSchema
import Foundation

/// What a body becomes when it is read and written again, told from its findings alone.
struct Prediction {
  let service: Service

  /// Lays the findings over a body: another spelling becomes the documented one, another form too, null and unknown
  /// members go, constants are as documented.
  func apply(_ findings: [Finding], to body: String) throws -> RawJSON {
    var value = try JSONSerialization.jsonObject(
      with: Data(body.utf8), options: [.fragmentsAllowed])
    for finding in findings { value = apply(finding, to: value, Self.steps(finding.path)) }
    let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed])
    return try RawJSON(String(decoding: data, as: UTF8.self))
  }

  enum Step: Equatable {
    case member(String)
    case element(Int)
  }

  static func steps(_ path: String) -> [Step] {
    path.split(separator: ".").flatMap { part -> [Step] in
      let pieces = part.split(separator: "[")
      return [.member(String(pieces[0]))]
        + pieces.dropFirst().compactMap { Int($0.dropLast()).map(Step.element) }
    }
  }

  private func apply(_ finding: Finding, to value: Any, _ steps: [Step]) -> Any {
    guard let step = steps.first else { return value }
    let rest = Array(steps.dropFirst())
    switch step {
    case .element(let index):
      guard var list = value as? [Any], list.indices.contains(index) else { return value }
      list[index] = apply(finding, to: list[index], rest)
      return list
    case .member(let name):
      guard var object = value as? [String: Any] else { return value }
      guard rest.isEmpty else {
        object[name] = object[name].map { apply(finding, to: $0, rest) }
        return object
      }
      change(name, in: &object, by: finding)
      return object
    }
  }

  private func change(_ name: String, in object: inout [String: Any], by finding: Finding) {
    switch finding.rule {
    case .null, .unknownField, .wrongType: object[name] = nil
    case .alias:
      guard let field = field(readFrom: name) else { return }
      object[field.wire] = object[field.wire] ?? object[name]
      object[name] = nil
    case .otherType:
      guard let field = field(readFrom: name) else { return }
      if let text = object[name] as? String, field.type.kind(in: service) == .number {
        object[name] = Int(text)
      } else if let number = object[name] as? NSNumber, field.type.kind(in: service) == .string {
        object[name] = "\(number)"
      }
    case .constant, .missing:
      guard let constant = field(readFrom: name)?.constant else { return }
      object[name] = constant.value.text
    default: break
    }
  }

  /// The first field of the service that is read from a spelling. Good enough for a service in which a spelling has one meaning.
  private func field(readFrom name: String) -> Field? {
    let all =
      service.objects.flatMap(\.fields) + service.events.flatMap(\.fields) + service.envelope
    return all.first { $0.wire == name && !$0.otherSpellings.contains(name) }
      ?? all.first { $0.otherSpellings.contains(name) }
  }
}
