/// The entries of the open mappings, those of the innermost last.
///
/// A mapping that is closed takes its entries with it: an array of them would count a further reference to each text.
@safe struct OpenEntries: ~Copyable {
  private var entries = UnsafeMutableBufferPointer<Node.Entry>.allocate(capacity: 64)
  private(set) var count = 0

  deinit {
    _ = unsafe UnsafeMutableBufferPointer(rebasing: entries[..<count]).deinitialize()
    unsafe entries.deallocate()
  }

  mutating func append(_ entry: consuming Node.Entry) {
    if unsafe count == entries.count {
      let larger = UnsafeMutableBufferPointer<Node.Entry>.allocate(capacity: 2 * count)
      _ = unsafe larger.moveInitialize(fromContentsOf: entries)
      unsafe entries.deallocate()
      unsafe entries = larger
    }
    unsafe entries.initializeElement(at: count, to: entry)
    count += 1
  }

  /// Removes the entries after a number of them, and returns them.
  mutating func close(from start: Int) -> [Node.Entry] {
    defer { count = start }
    return unsafe [Node.Entry](unsafeUninitializedCapacity: count - start) { own, initialized in
      initialized = unsafe own.moveInitialize(fromContentsOf: entries[start..<count])
    }
  }

  /// The position of a key.
  func range(at place: Int) -> SourceRange { unsafe entries[place].key.range }

  /// The text of a key.
  fileprivate func key(at place: Int) -> String? { unsafe entries[place].key.scalarText }
}

/// Finds repeated keys of a mapping: a few are compared, many are looked up.
struct KnownKeys {
  private static let few = 8
  /// The place of the first entry of the mapping.
  private let start: Int
  private var places: [String: Int] = [:]

  init(from start: Int) { self.start = start }

  /// The place of the entry that has a key already.
  mutating func place(of key: String, in entries: borrowing OpenEntries) -> Int? {
    guard entries.count - start >= Self.few else {
      for place in start..<entries.count where entries.key(at: place) == key { return place }
      return nil
    }
    while places.count < entries.count - start {
      let place = start + places.count
      if let known = entries.key(at: place) { places[known] = place }
    }
    return places[key]
  }
}
