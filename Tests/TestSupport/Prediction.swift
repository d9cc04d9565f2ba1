public import CallbackRuntime
public import CallbackSchema
import Foundation

/// What a body becomes when it is read and written again, told from its findings alone.
public struct Prediction {
  let service: Service

  public init(service: Service) { self.service = service }

  /// Lays the findings over a body: another spelling becomes the documented one, another form too, null and unknown
  /// members go, constants are as documented. A member of a wrong type stays as it was received.
  public func apply(_ findings: [Finding], to body: String) throws -> RawJSON {
    var value = try JSONSerialization.jsonObject(
      with: Data(body.utf8), options: [.fragmentsAllowed])
    // Inside of an object before the object itself: it may become a text.
    for finding in findings.sorted(by: { $0.path.count > $1.path.count }) {
      value = apply(finding, to: value, Self.steps(finding.path))
    }
    return try RawJSON(Self.text(value))
  }

  static func text(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
    return String(decoding: data, as: UTF8.self)
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
        if let text = object[name] as? String, field(readFrom: name)?.format == .json,
          let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        {
          object[name] = try? Self.text(apply(finding, to: inner, rest))
        } else {
          object[name] = object[name].map { apply(finding, to: $0, rest) }
        }
        return object
      }
      change(name, in: &object, by: finding)
      return object
    }
  }

  private func change(_ name: String, in object: inout [String: Any], by finding: Finding) {
    switch finding.rule {
    case .null, .unknownField: object[name] = nil
    case .flattened:
      let holder = all.first { holder in
        holder.flattening != nil
          && service.members(of: holder).contains { ([$0.wire] + $0.otherSpellings).contains(name) }
      }
      guard let holder else { return }
      var members: [String: Any] = [:]
      for spelling in service.members(of: holder).flatMap({ [$0.wire] + $0.otherSpellings }) {
        members[spelling] = object[spelling]
        object[spelling] = nil
      }
      object[holder.wire] = members
    case .otherUnit:
      for spelling in Set([
        name, field(readFrom: name)?.wire ?? name, field(called: name)?.wire ?? name,
      ]) {
        guard let number = object[spelling] as? NSNumber else { continue }
        object[spelling] = number.int64Value * 1000
      }
    case .alias:
      guard let field = field(called: name) else { return }
      object[field.wire] = object[field.wire] ?? object[name]
      object[name] = nil
    case .otherType:
      guard let field = field(readFrom: name) else { return }
      if let text = object[name] as? String, field.type.kind(in: service) == .number {
        object[name] = Int(text)
      } else if let number = object[name] as? NSNumber, field.type.kind(in: service) == .string {
        object[name] = "\(number)"
      } else if field.format == .json, let inner = object[name] as? [String: Any] {
        object[name] = try? Self.text(inner)
      }
    case .constant, .missing:
      guard let constant = field(readFrom: name)?.constant else { return }
      object[name] = constant.value.text
    default: break
    }
  }

  /// The first field of the service that is read from a spelling. Good enough for a service in which a spelling has one meaning.
  private func field(readFrom name: String) -> Field? {
    all.first { $0.wire == name && !$0.otherSpellings.contains(name) }
      ?? all.first { $0.otherSpellings.contains(name) }
  }

  /// The first field of the service that a reading calls by another name.
  ///
  /// The name can be that of a field elsewhere: `BeginTimeStamp` of one event is another's `StartTimeStamp`.
  private func field(called name: String) -> Field? {
    all.first { $0.otherSpellings.contains(name) }
  }

  /// Every field of the service, at any depth.
  private var all: [Field] {
    func deep(_ fields: [Field]) -> [Field] {
      fields.flatMap { field -> [Field] in
        if case .nested(let inner) = field.type { [field] + deep(inner) } else { [field] }
      }
    }
    return deep(
      service.objects.flatMap(\.fields) + service.events.flatMap(\.fields) + service.envelope)
  }
}
