/// A coding key with any member name.
struct WireKey: CodingKey, Sendable {
  var stringValue: String
  var intValue: Int? { nil }
  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// The containers of a decoder, from which a reader reads instead of bytes: documented members in schema order.
final class DecoderBridge {
  /// The position of the next value: the decoder itself, `key` of the innermost object, or the innermost array.
  private enum Site { case root, field, element }

  /// A position to return to.
  private struct State {
    var site: Site
    var key: FieldNames.Key?
    var objects: [KeyedDecodingContainer<WireKey>]
    var lists: [any UnkeyedDecodingContainer]
  }

  private let root: any Decoder
  // Separate properties instead of one `State`: the compiler can then omit most exclusivity checks at run time.
  private var site = Site.root
  /// The key of the next value, in a table that is never freed.
  private var fieldKey: FieldNames.Key?
  private var objects: [KeyedDecodingContainer<WireKey>] = []
  private var lists: [any UnkeyedDecodingContainer] = []
  private var marks: [State] = []
  /// The coding path of the object closed last, recorded if an error or a finding may need it.
  private(set) var closedPath: [any CodingKey] = []
  /// The decoder's error behind the reader's error.
  var error: (any Error)?

  init(_ decoder: any Decoder) { root = decoder }

  /// The number of open objects.
  var depth: Int { objects.count }

  /// Stores the current position; returns its index for `go(to:)`.
  func mark() -> Int {
    marks.append(State(site: site, key: fieldKey, objects: objects, lists: lists))
    return marks.count - 1
  }

  func go(to mark: Int) {
    guard marks.indices.contains(mark) else { return }
    let state = marks[mark]
    site = state.site
    fieldKey = state.key
    objects = state.objects
    lists = state.lists
  }

  /// Closes the containers that were opened inside an object, down to given numbers, and moves to a field of the object.
  func close(objects openObjects: Int, lists openLists: Int, at field: FieldNames.Key) {
    objects.removeLast(max(0, objects.count - openObjects))
    lists.removeLast(max(0, lists.count - openLists))
    site = .field
    fieldKey = field
  }
}

// MARK: - Paths

extension DecoderBridge {
  /// The coding path of the next value, without its own key.
  var path: [any CodingKey] {
    switch site {
    case .root: root.codingPath
    case .field: objects.last?.codingPath ?? closedPath
    case .element: lists.last?.codingPath ?? closedPath
    }
  }

  /// The steps to the next value.
  var steps: [PathStep] {
    let path = path.dropFirst(root.codingPath.count).map { key -> PathStep in
      key.intValue.map { .element($0) } ?? .member(key.stringValue)
    }
    switch site {
    case .root: return path
    case .field: return path + [.member(key.stringValue)]
    case .element: return path + [.element(lists.last?.currentIndex ?? 0)]
    }
  }

  /// The path of the next value, as text.
  var pathText: String {
    let path = text(path)
    switch site {
    case .root: return path
    case .field: return path.appendingMember(key.stringValue)
    case .element: return path + "[\(lists.last?.currentIndex ?? 0)]"
    }
  }

  /// The path of the object closed last, as text.
  var closedPathText: String { text(closedPath) }

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
  // Concrete overloads for the most frequent types, because the generic one of a container goes through the type's own
  // `init(from:)`.

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

  func bool() throws -> Bool {
    switch site {
    case .root: try root.singleValueContainer().decode(Bool.self)
    case .field: try object.decode(Bool.self, forKey: key)
    case .element: try lists[last].decode(Bool.self)
    }
  }

  func decode<T: Decodable>(_: T.Type) throws -> T {
    switch site {
    case .root: try root.singleValueContainer().decode(T.self)
    case .field: try object.decode(T.self, forKey: key)
    case .element: try lists[last].decode(T.self)
    }
  }

  /// Whether the next value is `null`, which is then skipped.
  func isNull() -> Bool {
    switch site {
    case .root: (try? root.singleValueContainer().decodeNil()) ?? false
    case .field: (try? object.decodeNil(forKey: key)) ?? false
    case .element: (try? lists[last].decodeNil()) ?? false
    }
  }

  /// Whether the next value is an object.
  var isAtObject: Bool {
    switch site {
    case .root: (try? root.container(keyedBy: WireKey.self)) != nil
    case .field: (try? object.nestedContainer(keyedBy: WireKey.self, forKey: key)) != nil
    // No path of an envelope leads through an array.
    case .element: false
    }
  }

  /// Whether the next value is `null`; it is not skipped.
  func isAtNull() -> Bool {
    guard case .element = site else { return isNull() }
    var copy = lists[last]
    return (try? copy.decodeNil()) ?? false
  }
}

// MARK: - Objects and arrays

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
        if scope.isEnvelope, site != .root, isNull() {
          reader.keepNull(of: self, isGroup: true)
          return false
        }
        reader.isGroupBroken = scope.isEnvelope && site != .root
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
      guard !scope.contains(field), object.contains(key.value) else { continue }
      site = .field
      fieldKey = key
      scope.field = field
      scope.insert(field)
      reader.field = field
      return true
    }
    if names.mayMiss(scope) || reader.hasNulls { closedPath = object.codingPath }
    if reader.keepsUnknownMembers { collectUnknown(object, names, &reader) }
    objects.removeLast()
    return false
  }

  private func collectUnknown(
    _ object: KeyedDecodingContainer<WireKey>, _ names: FieldNames, _ reader: inout _JSONReader
  ) {
    // A decoder reports no order of members; sorting by name makes equal bodies equal values.
    let isShared = reader.besideDepth != 0 && objects.count == Int(reader.besideDepth)
    for key in object.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
    where names.place(of: Array(key.stringValue.utf8)) < 0 {
      if isShared, reader.isBeside(Array(key.stringValue.utf8)) { continue }
      do {
        let value = try object.decodeIfPresent(RawJSON.self, forKey: key) ?? .null
        reader.ensureSideState().unknown.append(RawJSON.Member(name: key.stringValue, value: value))
      } catch {
        reader.fail(error, expected: .notObject)
      }
    }
  }

  /// The members of the next value that names do not contain; none if it is no object.
  func undocumentedMembers(_ names: FieldNames) throws -> [RawJSON.Member] {
    guard let object = try? open() else { return [] }
    return try object.allKeys.filter { names.place(of: Array($0.stringValue.utf8)) < 0 }.map {
      let value = try object.decodeIfPresent(RawJSON.self, forKey: $0)
      return RawJSON.Member(name: $0.stringValue, value: value ?? .null)
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
