package import SchemaSource

/// The entries of a mapping by their keys.
package struct KeyedNodes {
  /// There are few, so that comparing their keys is faster than looking one up.
  private let entries: [Node.Entry]
  /// A bit for each key, several of which may have the same: most keys that are looked up are not there.
  private let bits: UInt64
  let range: SourceRange

  init(_ entries: [Node.Entry] = [], range: SourceRange) {
    self.entries = entries
    self.range = range
    bits = entries.indices.reduce(into: 0) { bits, place in
      if case .scalar(let scalar) = entries[place].key.content { bits |= Self.bit(scalar.text) }
    }
  }

  /// Few keys of a field have the same bit.
  private static func bit(_ key: String) -> UInt64 {
    let bytes = key.utf8
    return 1 << UInt64((2 &* Int(bytes.first ?? 0) &+ 5 &* bytes.count) & 63)
  }

  /// Some keys, none of which a mapping may have.
  struct Keys {
    fileprivate let bits: UInt64

    init(_ keys: [String]) { bits = keys.reduce(0) { $0 | KeyedNodes.bit($1) } }
  }

  /// False if the mapping has none of the keys.
  func mayHave(_ keys: Keys) -> Bool { bits & keys.bits != 0 }

  package subscript(key: String) -> Node.Entry? { place(of: key).map { entries[$0] } }

  private func place(of key: String) -> Int? {
    guard bits & Self.bit(key) != 0 else { return nil }
    return entries.indices.first { place in
      if case .scalar(let scalar) = entries[place].key.content { scalar.text == key } else { false }
    }
  }

  /// The value of a key.
  private func node(_ key: String) -> Node? { place(of: key).map { entries[$0].value } }

  // The value of a key; nil without the key, and after a report.

  func text(_ key: String, _ reader: inout NodeReader) -> String? {
    node(key).flatMap { reader.text($0, of: key) }
  }

  func located(_ key: String, _ reader: inout NodeReader) -> Located<String>? {
    node(key).flatMap { reader.located($0, of: key) }
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ reader: inout NodeReader
  ) -> Word? {
    node(key).flatMap { reader.word($0, of: key, as: Word.self) }
  }

  func integer(_ key: String, _ reader: inout NodeReader) -> Int? {
    node(key).flatMap { reader.integer($0, of: key) }
  }

  func wireValue(_ key: String, _ reader: inout NodeReader) -> Located<WireValue>? {
    node(key).flatMap { reader.wireValue($0, of: key) }
  }

  func place(_ key: String, _ reader: inout NodeReader) -> Located<Place>? {
    node(key).flatMap { reader.place($0, of: key) }
  }

  /// The elements of a list; none without the key.
  func items(_ key: String, _ reader: inout NodeReader) -> [Node] {
    node(key).map { reader.items($0, of: key) } ?? []
  }
}
