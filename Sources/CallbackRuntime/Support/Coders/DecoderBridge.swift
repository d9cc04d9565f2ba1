/// A coding key that is any name.
struct WireKey: CodingKey, Sendable {
  var stringValue: String
  var intValue: Int? { nil }
  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// The other source of a reader: a decoder's containers, asked for what the schema says, in the schema's order.
final class DecoderBridge {
  /// Where the next value is: the decoder itself, `key` of the innermost object, or the innermost list.
  private enum Site { case root, field, element }

  /// A place to come back to.
  private struct State {
    var site: Site
    var key: FieldNames.Key?
    var objects: [KeyedDecodingContainer<WireKey>]
    var lists: [any UnkeyedDecodingContainer]
  }

  private let root: any Decoder
  // Each on its own, so that the compiler sees that most accesses need no check at run time.
  private var site = Site.root
  /// The key in a type's table, which is never freed.
  private var fieldKey: FieldNames.Key?
  private var objects: [KeyedDecodingContainer<WireKey>] = []
  private var lists: [any UnkeyedDecodingContainer] = []
  private var kept: [State] = []
  /// The path of the object that was read last, where it may be needed.
  private(set) var left: [any CodingKey] = []
  /// The error of the decoder that is the reader's fault.
  var error: (any Error)?

  init(_ decoder: any Decoder) { root = decoder }

  /// How many objects are open.
  var depth: Int { objects.count }

  func keep() -> Int {
    kept.append(State(site: site, key: fieldKey, objects: objects, lists: lists))
    return kept.count - 1
  }

  func go(to mark: Int) {
    guard kept.indices.contains(mark) else { return }
    let state = kept[mark]
    site = state.site
    fieldKey = state.key
    objects = state.objects
    lists = state.lists
  }

  /// Leaves what was open inside of an object.
  func leave(objects openObjects: Int, lists openLists: Int) {
    objects.removeLast(max(0, objects.count - openObjects))
    lists.removeLast(max(0, lists.count - openLists))
  }
}

// MARK: - Paths

extension DecoderBridge {
  /// The coding path of the next value, without its own key.
  var path: [any CodingKey] {
    switch site {
    case .root: root.codingPath
    case .field: objects.last?.codingPath ?? left
    case .element: lists.last?.codingPath ?? left
    }
  }

  /// The path of the next value.
  var pathText: String {
    let path = text(path)
    switch site {
    case .root: return path
    case .field: return path.appendingMember(key.stringValue)
    case .element: return path + "[\(lists.last?.currentIndex ?? 0)]"
    }
  }

  /// The path of the object that was read last.
  var leftPath: String { text(left) }

  private func text(_ path: [any CodingKey]) -> String {
    var text = ""
    for key in path.dropFirst(root.codingPath.count) {
      text = text.appendingMember(key.intValue.map { "[\($0)]" } ?? key.stringValue)
    }
    return text
  }
}

// MARK: - Values

extension DecoderBridge {
  // A concrete overload each: the generic one would go through the type's own `init(from:)`.

  private var object: KeyedDecodingContainer<WireKey> { objects[objects.count - 1] }
  private var key: WireKey { fieldKey?.value ?? WireKey("") }
  private var last: Int { lists.count - 1 }

  func string() throws -> String {
    switch site {
    case .root: try root.singleValueContainer().decode(String.self)
    case .field: try object.decode(String.self, forKey: key)
    case .element: try lists[last].decode(String.self)
    }
  }

  func int() throws -> Int {
    switch site {
    case .root: try root.singleValueContainer().decode(Int.self)
    case .field: try object.decode(Int.self, forKey: key)
    case .element: try lists[last].decode(Int.self)
    }
  }

  func int64() throws -> Int64 {
    switch site {
    case .root: try root.singleValueContainer().decode(Int64.self)
    case .field: try object.decode(Int64.self, forKey: key)
    case .element: try lists[last].decode(Int64.self)
    }
  }

  func uint64() throws -> UInt64 {
    switch site {
    case .root: try root.singleValueContainer().decode(UInt64.self)
    case .field: try object.decode(UInt64.self, forKey: key)
    case .element: try lists[last].decode(UInt64.self)
    }
  }

  func bool() throws -> Bool {
    switch site {
    case .root: try root.singleValueContainer().decode(Bool.self)
    case .field: try object.decode(Bool.self, forKey: key)
    case .element: try lists[last].decode(Bool.self)
    }
  }

  func double() throws -> Double {
    switch site {
    case .root: try root.singleValueContainer().decode(Double.self)
    case .field: try object.decode(Double.self, forKey: key)
    case .element: try lists[last].decode(Double.self)
    }
  }

  func decode<T: Decodable>(_: T.Type) throws -> T {
    switch site {
    case .root: try root.singleValueContainer().decode(T.self)
    case .field: try object.decode(T.self, forKey: key)
    case .element: try lists[last].decode(T.self)
    }
  }

  /// True, and the value is passed, when it is null.
  func isNull() -> Bool {
    switch site {
    case .root: (try? root.singleValueContainer().decodeNil()) ?? false
    case .field: (try? object.decodeNil(forKey: key)) ?? false
    case .element: (try? lists[last].decodeNil()) ?? false
    }
  }

  /// True when the next value is null; it is not passed.
  func isAtNull() -> Bool {
    guard case .element = site else { return isNull() }
    var copy = lists[last]
    return (try? copy.decodeNil()) ?? false
  }
}

// MARK: - Objects and lists

extension DecoderBridge {
  private func open() throws -> KeyedDecodingContainer<WireKey> {
    switch site {
    case .root: try root.container(keyedBy: WireKey.self)
    case .field: try object.nestedContainer(keyedBy: WireKey.self, forKey: key)
    case .element: try lists[last].nestedContainer(keyedBy: WireKey.self)
    }
  }

  private func openList() throws -> any UnkeyedDecodingContainer {
    switch site {
    case .root: try root.unkeyedContainer()
    case .field: try object.nestedUnkeyedContainer(forKey: key)
    case .element: try lists[last].nestedUnkeyedContainer()
    }
  }

  func nextField(
    _ scope: inout ObjectScope, _ names: FieldNames, _ reader: inout _JSONReader
  ) -> Bool {
    if !scope.isOpen {
      do {
        objects.append(try open())
      } catch {
        if scope.isEnvelope, site != .root, isNull() { return false }
        reader.fail(error, expected: .notObject)
        return false
      }
      scope.isOpen = true
      scope.depth = objects.count
      scope.start = lists.count
    }
    let object = object
    while scope.next < names.count {
      let place = scope.next
      scope.next &+= 1
      let key = names.key(place)
      let field = names[place].field
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: field)
      guard scope.seen & bit == 0, object.contains(key.value) else { continue }
      site = .field
      fieldKey = key
      scope.field = field
      scope.seen |= bit
      reader.field = field
      return true
    }
    if names.mayMiss(scope) || reader.hasNulls { left = object.codingPath }
    if reader.isKeeping { keepUnknown(object, names, &reader) }
    objects.removeLast()
    return false
  }

  private func keepUnknown(
    _ object: KeyedDecodingContainer<WireKey>, _ names: FieldNames, _ reader: inout _JSONReader
  ) {
    // A decoder has no order of members: by name, so that the same body is the same value.
    for key in object.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
    where names.place(of: Array(key.stringValue.utf8)) < 0 {
      do {
        let value = try object.decodeIfPresent(RawJSON.self, forKey: key) ?? .null
        reader.madeSideState().unknown.append(RawJSON.Member(name: key.stringValue, value: value))
      } catch {
        reader.fail(error, expected: .notObject)
      }
    }
  }

  func nextElement(_ count: inout Int, _ reader: inout _JSONReader) -> Bool {
    if count == 0 {
      do {
        lists.append(try openList())
      } catch {
        reader.fail(error, expected: .notArray)
        return false
      }
    }
    guard let list = lists.last, !list.isAtEnd else {
      lists.removeLast()
      return false
    }
    site = .element
    count += 1
    return true
  }
}
