public import CallbackRuntime

/// Holds equality and hashes of decoded values to their stored properties, as a mirror shows them.
public struct EqualityOracle {
  /// What equality or a hash says otherwise than the properties.
  public private(set) var problems: [String] = []
  private var properties: [String: Set<String>] = [:]
  private var changedAlone: [String: Set<String>] = [:]

  public init() {}

  /// The structs of which two values with one different property were compared.
  public var types: Set<String> { Set(changedAlone.keys) }

  /// The properties that no two compared values of their struct had as their only difference: those of too few samples.
  public var untested: [String] {
    properties.flatMap { type, names in
      names.subtracting(changedAlone[type] ?? []).map { "\(type).\($0)" }
    }.sorted()
  }

  /// The share of properties that two compared values of their struct had as their only difference.
  public var coverage: Double {
    let count = properties.values.reduce(0) { $0 + $1.count }
    return 1 - Double(untested.count) / Double(max(count, 1))
  }

  /// Compares the longest body's callback with the others, with each that has one member changed, and each with the next one;
  /// and the objects inside them.
  public mutating func compare<Callback: CallbackObject>(_ bodies: [String], as _: Callback.Type) {
    guard let body = bodies.max(by: { $0.utf8.count < $1.utf8.count }),
      let whole = try? Callback(json: body)
    else { return }
    let original = Self.objects(in: whole)
    var previous = original
    let changes = BodyChanges.all(of: body)
    // Large bodies have thousands; a part of them, evenly spread, changes each property at some place.
    let step = max(1, changes.count / 500)
    for change in stride(from: 0, to: changes.count, by: step).map({ changes[$0] }) + bodies {
      guard let changed = try? Callback(json: change) else { continue }
      let objects = Self.objects(in: changed)
      for (path, object) in objects {
        if let other = original[path] { compare(object, other) }
        if let other = previous[path] { compare(object, other) }
      }
      previous = objects
    }
  }

  /// The structs of generated code in a value, by their paths.
  private static func objects(in value: Any, at path: String = "") -> [String: any CallbackObject] {
    var found: [String: any CallbackObject] = [:]
    if let object = value as? any CallbackObject {
      found[path] = object
    } else if value is any _JSONScalar, !(value is any DocumentedValue) {
      return found
    }
    for (index, child) in Mirror(reflecting: value).children.enumerated() {
      found.merge(objects(in: child.value, at: "\(path).\(child.label ?? "\(index)")")) { one, _ in
        one
      }
    }
    return found
  }

  private mutating func compare<Object: CallbackObject>(
    _ first: Object, _ second: any CallbackObject
  ) {
    guard let second = second as? Object else { return }
    let type = String(reflecting: Object.self)
    let pairs = zip(Mirror(reflecting: first).children, Mirror(reflecting: second).children)
    var names: Set<String> = []
    var different: [String] = []
    for (one, other) in pairs {
      let name = one.label ?? ""
      names.insert(name)
      guard let one = one.value as? AnyHashable, let other = other.value as? AnyHashable else {
        problems.append("\(type).\(name) is not Hashable")
        continue
      }
      if one != other { different.append(name) }
    }
    properties[type] = names
    if different.count == 1 { changedAlone[type, default: []].formUnion(different) }
    let isEqual = different.isEmpty
    if (first == second) != isEqual || (second == first) != isEqual || first != first {
      problems.append("\(type) is equal to one with other \(different): \(first == second)")
    }
    if (first.hashValue == second.hashValue) != isEqual
      || Set([first, second]).count != (isEqual ? 1 : 2)
    {
      problems.append("\(type) has the hash of another value, or not that of an equal one")
    }
  }
}
