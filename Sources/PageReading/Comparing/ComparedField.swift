import CallbackSchema
import SchemaSource

/// A field in the form in which a page is compared with a schema, or with another page.
struct ComparedField {
  /// Where a field is declared.
  enum Origin {
    case page(PageField)
    /// The declaration, and the reading of the page's edition that replaces its name, type or place.
    case schema(Field)
  }

  /// The member name that is expected on the page.
  var name: String
  /// The names by which the field is recognized otherwise.
  var spellings: [ComparedSpelling] = []
  /// The path from the payload or from the place of a scope, such as `fileList[].fileName`.
  var path: String
  var type: ComparedType
  /// The types of other declarations of the same member, such as that of another option of a choice.
  var otherTypes: [ComparedType] = []
  /// The types that readings of parts of the page state, such as its prose.
  var partTypes: [(type: ComparedType, reading: Reading)] = []
  /// What is said about the presence; empty if nothing certain is said.
  var presence: Set<ComparedPresence> = []
  var values: [ComparedValue] = []
  /// Whether the values are those of a constant, which a page may leave to its prose.
  var isConstant = false
  /// The kind of the code table; nil without a table.
  var tableKind: CodeTable.Kind?
  var members: [ComparedField] = []
  /// Whether its absence on the other side is a difference.
  var isDemanded = true
  var origin: Origin
  var doubts: Set<Doubt> = []

  /// The type of the declaration, if a reading of the page's edition replaces it.
  var replacedType: ReplacedType?

  /// A type that a reading replaces, and the reading.
  struct ReplacedType {
    var declared: ComparedType
    var reading: Reading
    /// Whether only a part of the page has the reading, so that its absence is not certain.
    var isOfPart: Bool
  }

  /// The field of the schema; nil for one of a page.
  var schema: Field? { if case .schema(let field) = origin { field } else { nil } }

  /// The field of the page; nil for one of a schema.
  var page: PageField? { if case .page(let field) = origin { field } else { nil } }

  /// The doubts about what the field is, without those about its place; a missing type is compared with none.
  var doubtsAboutContent: Set<Doubt> { doubts.filter { !$0.isAboutNesting && $0 != .noType } }

  /// Whether the field has members, or can have some.
  var isContainer: Bool { !members.isEmpty || type.isContainer }

  /// Whether some source states a type that the other field can have.
  func canBe(_ other: ComparedField) -> Bool {
    let all = [type, replacedType?.declared].compactMap { $0 } + otherTypes + partTypes.map(\.type)
    return all.contains { !$0.contradicts(other.type) }
  }

  /// The number of fields below it, at any depth.
  var memberCount: Int { members.reduce(0) { $0 + 1 + $1.memberCount } }
}

/// Another name of a field.
struct ComparedSpelling {
  /// The reason why it is known.
  enum Kind {
    /// A part of the page has it, such as the prose: it is no difference.
    case part
    /// The name of the declaration, which a reading of the page's edition replaces.
    case declared(Reading)
    /// The schema accepts it, because other sources have it or without a source.
    case accepted
  }

  var name: String
  var kind: Kind
}

/// A statement about the presence of a field.
enum ComparedPresence: Hashable {
  case required, optional
}

/// The type of a field as far as it is known.
struct ComparedType {
  /// The JSON kinds of the values; nil for any.
  var kinds: Set<JSONKind>?
  /// The width of a number; nil if it is not stated.
  var scalar: Scalar?
  /// The type of the elements of a list; nil if it is not stated.
  var element: [ComparedType] = []
  /// Whether it is an object whose member names are data.
  var isMap = false
  /// Whether a page states it; pages call integers of any width integers.
  var isOfPage = false
  /// The type in words.
  var text: String

  static let unknown = ComparedType(kinds: nil, text: "any type")

  var isContainer: Bool {
    guard let kinds else { return false }
    return kinds.contains(.object)
      || kinds.contains(.list) && element.allSatisfy { $0.kinds == nil || $0.isContainer }
  }

  /// Whether both sides state a type, and not the same one.
  func contradicts(_ other: ComparedType) -> Bool {
    if let kinds, let others = other.kinds, kinds != others { return true }
    if let scalar, let another = other.scalar, scalar != another {
      let isAnyInteger = !isOfPage && other.isOfPage && another == .int && scalar.isInteger
      if !isAnyInteger { return true }
    }
    guard let inner = element.first, let another = other.element.first else { return false }
    return inner.contradicts(another)
  }
}

/// A value that a field is said to have.
struct ComparedValue {
  var text: String
  /// What a page says about it; nil for a schema, whose descriptions are in other words.
  var meaning: String?
  /// The vendor's name of the constant.
  var constant: String?
  /// Whether its absence on the other side is a difference.
  var isDemanded = true
  /// The editions that have it, if the compared one does not.
  var foreignEditions: [String] = []
  /// The label of the row in a code list of two levels; of a schema, the name of the table that another field selects.
  var group: String?
  var isCertain = true
  var page: PageValue?
  var range: SourceRange?
}
