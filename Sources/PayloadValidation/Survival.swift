public import CallbackSchema
public import SchemaSource

/// How many of the documented examples still decode to their event after one member was removed or replaced by a value of
/// another JSON kind.
public struct Survival: Codable, Hashable, Sendable, CustomStringConvertible {
  /// The number of changed bodies.
  public var bodies: Int
  /// The number of changed bodies that still decode to their event.
  public var kept: Int

  public init(bodies: Int, kept: Int) {
    self.bodies = bodies
    self.kept = kept
  }

  /// Measures every example with each of its members removed, and with each replaced by a value of every other JSON kind.
  public static func measure(_ service: Service, examples: [String: SourceFile]) -> Survival {
    var survival = Survival(bodies: 0, kept: 0)
    // The validator plans all events.
    guard !examples.isEmpty else { return survival }
    let validator = BodyValidator(service)
    for event in service.events {
      for example in event.examples {
        guard let file = examples[example.file.value], let body = JSONValue(body: file.bytes) else {
          continue
        }
        var details =
          example.extent == .body ? body.member(at: service.payloadLocation(of: event).path) : body
        if case .string(let text)? = details { details = JSONValue(body: Array(text.utf8)) }
        guard let details else { continue }
        for changed in details.withoutEachMember() + details.withEachMemberReplaced() {
          survival.bodies += 1
          let report = validator.validate(fragment: Array(changed.compact.utf8), of: event.key)
          if report?.fault == nil { survival.kept += 1 }
        }
      }
    }
    return survival
  }

  public var description: String {
    guard bodies > 0 else { return "survival: no examples" }
    let tenths = (kept * 1000 + bodies / 2) / bodies
    return "survival: \(kept) of \(bodies) changed examples, \(tenths / 10).\(tenths % 10) %"
  }
}
