/// A field that a page declares.
public struct PageField: Hashable, Sendable {
  /// The wire path in the notation of an inventory, such as `fileList[].fileName`, relative to the event's payload or to
  /// the place of the scope.
  public var path: String
  /// The type as the page writes it, such as `String` or `Array of [Stream](#stream)`; nil if the page gives none.
  public var typeWord: String?
  /// The meaning of the type word; nil without a word, and for an unknown one.
  public var type: PageType?
  /// The values that the page lists for the field, in its order.
  public var values: [PageValue] = []
  /// What the page says about the presence of the field; nil if it has no certain mark.
  public var presence: PagePresence?
  /// The anchors to which the declaration links, without `#`.
  public var links: [String] = []
  /// The places in `PageFacts.tables` of the code tables whose codes are among the values.
  public var tables: [Int] = []
  /// The position of the name.
  public var position: PagePosition
  /// The last line of the declaration, its values included and its members excluded.
  public var lastLine: Int
  public var rule: ReadingRule
  public var doubts: Set<Doubt> = []

  public init(path: String, position: PagePosition, rule: ReadingRule) {
    self.path = path
    self.position = position
    self.rule = rule
    lastLine = position.line
  }

  /// The member name: the last component of the path.
  public var name: String {
    let last = path.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init)
    return (last ?? path).replacing("[]", with: "")
  }

  /// The path of the containing object, such as `fileList[]`; empty at the top level.
  public var parent: String {
    path.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
  }
}

/// A value that a page lists for a field.
public struct PageValue: Hashable, Sendable {
  /// The value without quotation marks and ticks.
  public var text: String
  /// Whether the page writes it in quotation marks.
  public var isQuoted = false
  /// What the page says about the value; empty if it lists the value only.
  public var meaning: String
  /// The vendor's name of the constant.
  public var constant: String?
  /// The row label of a code list in two levels, such as the direction to which a reason belongs; the caption of the table,
  /// if the field has several tables of codes.
  public var group: String?
  public var position: PagePosition
  public var rule: ReadingRule
  public var doubts: Set<Doubt> = []

  public init(text: String, meaning: String, position: PagePosition, rule: ReadingRule) {
    self.text = text
    self.meaning = meaning
    self.position = position
    self.rule = rule
  }
}

/// A certain mark of the presence of a field.
public struct PagePresence: Hashable, Sendable {
  public var isRequired: Bool
  /// The mark as the page writes it.
  public var word: String
  public var position: PagePosition

  public init(isRequired: Bool, word: String, position: PagePosition) {
    self.isRequired = isRequired
    self.word = word
    self.position = position
  }
}
