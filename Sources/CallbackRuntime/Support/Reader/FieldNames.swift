/// The member names of a type's fields, in order, each with its other accepted spellings.
///
/// A table is made once for each type and never freed, so that passing it costs no reference counting. A type has at most
/// 256 fields.
@_spi(Generated)
@safe
public struct FieldNames: @unchecked Sendable {
  /// One spelling of a field's name, with its first and last bytes for comparison.
  struct Entry {
    var length: Int
    var first: UInt64
    var last: UInt64
    /// The index of the field, with the bit `other` set for a spelling other than the documented one.
    var tag: Int
    /// The index at which the spelling begins in the text.
    var offset: Int
    /// The documented form of a key with its surroundings, such as `,"name":` without white space.
    var token = KeyToken()

    static let other = 1 << 16

    var field: Int { tag & (Self.other - 1) }
    var isOther: Bool { tag >= Self.other }
  }

  /// A pointer to a coding key of the table, which is copied without reference counting.
  @safe
  struct Key {
    fileprivate let place: UnsafePointer<WireKey>
    var value: WireKey { unsafe place.pointee }
  }

  @safe
  private struct Table {
    var entries: UnsafePointer<Entry>
    var count: Int
    var fields: Int
    var text: UnsafePointer<UInt8>
    var keys: UnsafePointer<WireKey>
  }

  /// One pointer, so that generated code passes the table in a register.
  private let table: UnsafePointer<Table>

  /// Creates a table from names separated by spaces, other spellings after `|`, such as `"fileName|filename trackType uid"`.
  public init(_ names: String) {
    let text = Array(names.utf8)
    var found: [Entry] = []
    var others: [Entry] = []
    var begin = 0
    var field = 0
    var isOther = false
    for end in 0...text.count {
      let byte = end < text.count ? text[end] : 0x20
      guard byte == 0x20 || byte == 0x7c else { continue }
      if end > begin {
        var entry = Entry(text, begin..<end, tag: isOther ? field | Entry.other : field)
        // The index of an entry is that of its field, unless a field before it has an empty name.
        if field != found.count { entry.token = .never }
        // Other spellings follow all documented names, so that the entry after a match is the next field.
        if isOther { others.append(entry) } else { found.append(entry) }
      }
      isOther = byte == 0x7c
      if byte == 0x20 { field += 1 }
      begin = end + 1
    }
    self.init(found + others, fields: found.count, text)
  }

  /// Creates a table from texts that may contain spaces.
  package init(_ texts: [String]) {
    var text: [UInt8] = []
    var found: [Entry] = []
    for (index, name) in texts.enumerated() {
      let start = text.count
      text += name.utf8
      found.append(Entry(text, start..<text.count, tag: index))
    }
    self.init(found, fields: found.count, text)
  }

  private init(_ found: [Entry], fields: Int, _ text: [UInt8]) {
    let keys = found.map {
      WireKey(String(decoding: text[$0.offset..<$0.offset + $0.length], as: UTF8.self))
    }
    unsafe table = Self.immortal([
      Table(
        entries: Self.immortal(found), count: found.count, fields: fields,
        text: Self.immortal(text), keys: Self.immortal(keys))
    ])
  }

  /// A copy of elements that is never freed.
  private static func immortal<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(elements.count, 1))
    unsafe copy.initialize(from: elements, count: elements.count)
    return unsafe UnsafePointer(copy)
  }
}

extension FieldNames {
  /// The number of spellings.
  @inline(__always)
  var count: Int { unsafe table.pointee.count }

  /// The number of documented names, which come before the other spellings.
  @inline(__always)
  var documented: Int { unsafe table.pointee.fields }

  /// The spelling at an index below `count`.
  @inline(__always)
  subscript(place: Int) -> Entry { unsafe table.pointee.entries[place] }

  /// Whether a spelling has a key's length and its first and last eight bytes; of keys longer than 16 bytes the caller
  /// compares the bytes between.
  @inline(__always)
  func isEntry(_ place: Int, first: UInt64, last: UInt64, length: Int) -> Bool {
    let entry = unsafe table.pointee.entries + place
    return unsafe entry.pointee.first == first && entry.pointee.last == last
      && entry.pointee.length == length
  }

  /// The token of a spelling.
  @inline(__always)
  func token(_ place: Int) -> KeyToken { unsafe table.pointee.entries[place].token }

  /// The coding key of a spelling.
  func key(_ place: Int) -> Key { unsafe Key(place: table.pointee.keys + place) }

  /// One byte of a spelling.
  func byte(_ place: Int, _ index: Int) -> UInt8 {
    unsafe table.pointee.text[table.pointee.entries[place].offset + index]
  }

  /// The index of the spelling with given bytes, or -1.
  func place(of bytes: [UInt8]) -> Int {
    for place in 0..<count where self[place].length == bytes.count {
      if (0..<bytes.count).allSatisfy({ byte(place, $0) == bytes[$0] }) { return place }
    }
    return -1
  }

  /// The index of a documented name, or -1.
  public func index(of name: String) -> Int {
    var name = name
    return name.withUTF8 { bytes in
      let bytes = unsafe Span(_unsafeElements: bytes)
      let (first, last) = unsafe Entry.ends(of: bytes.bytes)
      for place in 0..<count {
        if isEntry(place, first: first, last: last, length: bytes.count),
          bytes.count <= 16 || (8..<bytes.count - 8).allSatisfy({ byte(place, $0) == bytes[$0] })
        {
          return place
        }
      }
      return -1
    }
  }

  /// Whether a table can list some names: they are not empty, and contain no separator.
  package static func canList(_ names: [String]) -> Bool {
    names.count <= 256
      && names.allSatisfy { !$0.isEmpty && !$0.utf8.contains(0x20) && !$0.utf8.contains(0x7c) }
  }

  /// The documented name of a field.
  func name(of field: Int) -> String {
    for place in 0..<count where self[place].tag == field { return key(place).value.stringValue }
    return ""
  }

  /// Whether a documented field was absent, so that an error or a finding may need the object's path.
  func mayMiss(_ scope: ObjectScope) -> Bool { scope.count < documented }
}

extension FieldNames.Entry {
  fileprivate init(_ text: [UInt8], _ range: Range<Int>, tag: Int) {
    length = range.count
    self.tag = tag
    offset = range.lowerBound
    token = KeyToken(text[range])
    (first, last) = unsafe Self.ends(of: text.span.extracting(range).bytes)
  }

  /// The first and the last eight bytes of a name, as little-endian integers: with less than eight bytes four, with less than
  /// four the first, the middle and the last one.
  @inline(__always)
  fileprivate static func ends(of name: RawSpan) -> (first: UInt64, last: UInt64) {
    let count = name.byteCount
    func byte(_ place: Int) -> UInt64 {
      unsafe UInt64(name.unsafeLoad(fromByteOffset: place, as: UInt8.self))
    }
    func half(_ place: Int) -> UInt64 {
      unsafe UInt64(
        UInt32(littleEndian: name.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }
    func word(_ place: Int) -> UInt64 {
      unsafe UInt64(littleEndian: name.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return if count >= 8 {
      (word(0), word(count - 8))
    } else if count >= 4 {
      (half(0), half(count - 4))
    } else if count > 0 {
      (byte(0) | byte(count / 2) &<< 8 | byte(count - 1) &<< 16, 0)
    } else {
      (0, 0)
    }
  }
}
