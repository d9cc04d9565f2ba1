public import CallbackRuntime
public import CallbackSchema
import Foundation
public import PayloadValidation
import SchemaSource
public import Testing

/// A body that a page prints.
public struct ExampleBody: Sendable, CustomTestStringConvertible {
  public var event: Event
  public var example: Example
  /// The event's own fields.
  public var details: String
  /// The callback around them, as the vendor sends it.
  public var body: String

  public var testDescription: String { example.file.value }
}

/// A service of `Schemas`, and the bodies that its pages print.
public struct ServiceFixtures: Sendable {
  public let folder: String
  public let service: Service
  public let examples: [ExampleBody]

  /// - Parameter wrap: puts the documented envelope around an event's own fields.
  public init(_ name: String, wrap: (_ details: String, _ event: Event) -> String) {
    folder = "Schemas/\(name)"
    var diagnostics = Diagnostics()
    let files = (try? Repository.schemaFiles(folder)) ?? []
    guard let service = SchemaLoader.load(files, folder: folder, into: &diagnostics) else {
      preconditionFailure("the schemas do not load: \(diagnostics.all.map(\.message))")
    }
    self.service = service
    let bodies = (try? Repository.examples(folder)) ?? [:]
    var examples: [ExampleBody] = []
    for event in service.events {
      for example in event.examples {
        guard let file = bodies[example.file.value] else { continue }
        let text = String(decoding: file.bytes, as: UTF8.self)
        let details =
          example.extent == .details ? text : Self.details(of: text, at: service.payload.value.path)
        examples.append(
          ExampleBody(
            event: event, example: example, details: details,
            body: example.extent == .body ? text : wrap(details, event)))
      }
    }
    self.examples = examples
  }

  private static func details(of body: String, at path: [String]) -> String {
    var value = try? RawJSON(body)
    for name in path { value = value?.members?.first { $0.name == name }?.value }
    guard let value else { return "" }
    return value.string ?? value.description
  }

  /// The share of the examples that survive the loss of a member.
  public func survival() throws -> Survival {
    Survival.measure(service, examples: try Repository.examples(folder))
  }
}

extension ServiceFixtures {
  /// What is wrong with how an example is read, by both ways, and written back; empty when nothing is.
  ///
  /// - Parameter expected: the rules of the findings that reading it gives.
  public func problems<Callback: CallbackObject>(
    of body: ExampleBody, as _: Callback.Type, expecting expected: [Finding.Rule]
  ) throws -> [String] {
    var problems: [String] = []
    let reading = try Callback.read(json: body.body)
    if reading.findings.map(\.rule) != expected { problems.append("found \(reading.findings)") }
    let decoded = try JSONDecoder().decode(Callback.self, from: Data(body.body.utf8))
    if decoded != reading.value { problems.append("two meanings: \(decoded), \(reading.value)") }
    let encoded = try JSONEncoder().encode(reading.value)
    if try Callback(json: encoded) != reading.value {
      problems.append("an encoder loses something")
    }
    let written = String(decoding: reading.value.json(), as: UTF8.self)
    let predicted = try Prediction(service: service).apply(reading.findings, to: body.body)
    // A text that holds JSON is compared by what it holds.
    if try Self.unfolded(RawJSON(written)) != Self.unfolded(predicted) {
      problems.append("written as \(written), predicted \(predicted)")
    }
    return problems
  }

  /// Texts that hold an object become the object.
  private static func unfolded(_ value: RawJSON) throws -> RawJSON {
    let tree = try JSONSerialization.jsonObject(with: Data(value.description.utf8))
    guard var object = tree as? [String: Any] else { return value }
    for (name, text) in object {
      guard let text = text as? String, text.hasPrefix("{"),
        let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      else { continue }
      object[name] = inner
    }
    return try RawJSON(Prediction.text(object))
  }

  /// How many changed examples there are, and how many the generated code still reads as their event.
  ///
  /// - Parameter isKept: whether a body, given as text, is read as its event.
  public func realSurvival(
    wrap: (_ details: String, _ event: Event) -> String, isKept: (_ body: String) throws -> Bool
  ) throws -> Survival {
    var survival = Survival(bodies: 0, kept: 0)
    for example in examples {
      let value = try JSONSerialization.jsonObject(with: Data(example.details.utf8))
      for changed in Self.changes(of: value) {
        survival.bodies += 1
        if try isKept(wrap(Prediction.text(changed), example.event)) { survival.kept += 1 }
      }
    }
    return survival
  }

  /// The value with each single member, at any depth, taken out, and replaced by a value of every other JSON kind.
  private static func changes(of value: Any) -> [Any] {
    if let list = value as? [Any] {
      return list.indices.flatMap { place in
        changes(of: list[place]).map { changed in
          var copy = list
          copy[place] = changed
          return copy
        }
      }
    }
    guard let object = value as? [String: Any] else { return [] }
    return object.keys.sorted().flatMap { key -> [Any] in
      var without = object
      without[key] = nil
      let replaced = otherKinds(than: object[key] ?? NSNull()).map { value -> Any in
        var copy = object
        copy[key] = value
        return copy
      }
      let inner = changes(of: object[key] ?? NSNull()).map { changed -> Any in
        var copy = object
        copy[key] = changed
        return copy
      }
      return [without] + replaced + inner
    }
  }

  /// Values of every JSON kind but that of a value.
  private static func otherKinds(than value: Any) -> [Any] {
    // A Boolean is a number too, whose type is that of a character.
    let bool = (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    var kinds: [Any] = []
    if !(value is NSNull) { kinds.append(NSNull()) }
    if !bool { kinds.append(true) }
    if bool || !(value is NSNumber) { kinds.append(1.5) }
    if !(value is String) { kinds.append("text") }
    if !(value is [Any]) { kinds.append([Any]()) }
    if !(value is [String: Any]) { kinds.append([String: Any]()) }
    return kinds
  }
}

/// The fields of an event, decoded by the type of the event's case alone and encoded again; nil for a case without fields.
public func rewritten(_ details: String, by event: Any) throws -> [UInt8]? {
  func rewritten<T: CallbackObject>(_: T) throws -> [UInt8] { try T(json: details).json() }
  guard let fields = Mirror(reflecting: event).children.first?.value as? any CallbackObject else {
    return nil
  }
  return try rewritten(fields)
}
