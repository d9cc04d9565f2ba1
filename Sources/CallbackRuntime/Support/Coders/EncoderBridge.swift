/// The containers of an encoder, to which a writer writes instead of bytes.
final class EncoderBridge {
  /// The position of the next value: the encoder itself, `key` of the innermost object, or the innermost array.
  private enum Site { case root, field, element }

  private let root: any Encoder
  private var site = Site.root
  private var key = WireKey("")
  private var objects: [KeyedEncodingContainer<WireKey>] = []
  private var lists: [any UnkeyedEncodingContainer] = []
  /// Whether the next object adds its members to the open one.
  var joins = false
  /// The number of open objects at which such an object ends.
  private var joined: Int?
  /// The first error of the encoder.
  private(set) var error: (any Error)?

  init(_ encoder: any Encoder) { root = encoder }

  private var object: Int { objects.count - 1 }
  private var list: Int { lists.count - 1 }

  func member(_ name: String) {
    site = .field
    key = WireKey(name)
  }

  func element() { site = .element }

  func begin() {
    if joins {
      joins = false
      joined = objects.count
      return
    }
    switch site {
    case .root: objects.append(root.container(keyedBy: WireKey.self))
    case .field:
      objects.append(objects[object].nestedContainer(keyedBy: WireKey.self, forKey: key))
    case .element: objects.append(lists[list].nestedContainer(keyedBy: WireKey.self))
    }
  }

  func end() {
    if joined == objects.count {
      joined = nil
    } else {
      _ = objects.popLast()
    }
  }

  func beginList() {
    switch site {
    case .root: lists.append(root.unkeyedContainer())
    case .field: lists.append(objects[object].nestedUnkeyedContainer(forKey: key))
    case .element: lists.append(lists[list].nestedUnkeyedContainer())
    }
  }

  func endList() { _ = lists.popLast() }

  // Concrete overloads for the most frequent types, because the generic one of a container goes through the type's own `encode(to:)`.

  func put(_ value: String) {
    put({ try $0.encode(value) }, { try $0.encode(value, forKey: $1) }, { try $0.encode(value) })
  }

  func put(_ value: Int) {
    put({ try $0.encode(value) }, { try $0.encode(value, forKey: $1) }, { try $0.encode(value) })
  }

  func put(_ value: Bool) {
    put({ try $0.encode(value) }, { try $0.encode(value, forKey: $1) }, { try $0.encode(value) })
  }

  func putNull() {
    put({ try $0.encodeNil() }, { try $0.encodeNil(forKey: $1) }, { try $0.encodeNil() })
  }

  func put<T: Encodable>(any value: T) {
    let root = root
    put(
      { _ in try value.encode(to: root) }, { try $0.encode(value, forKey: $1) },
      { try $0.encode(value) })
  }

  /// Encodes the next value, unless a step failed before, and stores the error.
  @inline(__always)
  private func put(
    _ single: (inout any SingleValueEncodingContainer) throws -> Void,
    _ field: (inout KeyedEncodingContainer<WireKey>, WireKey) throws -> Void,
    _ element: (inout any UnkeyedEncodingContainer) throws -> Void
  ) {
    guard error == nil else { return }
    do {
      switch site {
      case .root:
        var container = root.singleValueContainer()
        try single(&container)
      case .field: try field(&objects[object], key)
      case .element: try element(&lists[list])
      }
    } catch { self.error = error }
  }
}
