/// A YAML value to be written in the style of the schemas.
public indirect enum YAMLValue: Hashable, Sendable {
  /// A string, in quotation marks where YAML requires them.
  case text(String)
  /// A number, a boolean, a type or a word of the language, written as it is.
  case plain(String)
  /// A string in quotation marks, because without them it would be a number, a boolean or a word.
  case quoted(String)
  case list([YAMLValue])
  case mapping([YAMLEntry])
}

/// A key and its value.
public struct YAMLEntry: Hashable, Sendable {
  /// The key: a scalar.
  public var key: YAMLValue
  public var value: YAMLValue
  /// The comments above the entry, a line each, without `#`.
  public var comments: [String] = []

  public init(_ key: YAMLValue, _ value: YAMLValue, comments: [String] = []) {
    self.key = key
    self.value = value
    self.comments = comments
  }

  /// An entry whose key is a word of the language.
  public init(_ key: String, _ value: YAMLValue, comments: [String] = []) {
    self.init(.plain(key), value, comments: comments)
  }

  /// The text of the key, without quotation marks.
  public var name: String { key.scalarText ?? "" }

  /// The entry without comments, at any depth.
  public var withoutComments: YAMLEntry { YAMLEntry(key, value.withoutComments) }
}

extension YAMLValue {
  /// The text of a scalar, without quotation marks; nil for a collection.
  public var scalarText: String? {
    switch self {
    case .text(let text), .plain(let text), .quoted(let text): text
    case .list, .mapping: nil
    }
  }

  /// The entries of a mapping; empty for any other value.
  public var entries: [YAMLEntry] { if case .mapping(let entries) = self { entries } else { [] } }

  /// The value of a key of a mapping.
  public subscript(_ name: String) -> YAMLValue? { entries.first { $0.name == name }?.value }

  /// The value without comments, at any depth.
  public var withoutComments: YAMLValue {
    switch self {
    case .text, .plain, .quoted: self
    case .list(let items): .list(items.map(\.withoutComments))
    case .mapping(let entries): .mapping(entries.map(\.withoutComments))
    }
  }
}
