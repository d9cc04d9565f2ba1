@_spi(Generated) import CallbackRuntime

/// A service prepared to recognize bodies without findings, in a single pass over their bytes.
///
/// Most bodies of a log are as documented. For these nothing is stored and no string is created: the values are only compared.
/// The plan says "documented" for a body only if decoding and validation find nothing; any other body, and any body whose
/// event uses what the plan leaves out, is decoded and validated.
///
/// The tables are arrays of values without references, so that reading one counts no references.
final class DocumentedPlan: Sendable {
  /// The checks of a value.
  struct Check: Sendable {
    enum Operation: Sendable {
      case text, limitedText, integer, unsigned, time, boolean, number, textOrInteger, json
      case textCode, integerCode, flags
      case textConstant, integerConstant, booleanConstant
      case object, list
      case discriminator, payload
    }

    var operation: Operation
    /// The index in the table of the operation.
    var index = 0
    /// The bounds of an integer, or of the number of elements of a list.
    var lower = Int.min
    var upper = Int.max
    var unit = UnixTimeUnit.seconds
    var otherUnit = UnixTimeUnit.seconds
    /// Whether the elements of a list may be `null`.
    var hasNulls = false
    /// The editions that list the codes; 0 if all do.
    var listing: UInt64 = 0
  }

  struct Field: Sendable {
    var check: Check
    /// The editions that expect the member.
    var expected: UInt64
    /// The editions in which `null` counts as its absence; only for a member that can be null.
    var expectedValue: UInt64
    var canBeNull: Bool
    /// Whether another member of the object refers to the value.
    var isCompared: Bool
    /// The index of the value among those of the envelope that events refer to; -1 for none.
    var slot = -1
  }

  struct Object: Sendable {
    var names: FieldNames
    /// The index of its first field in `fields`.
    var first: Int
    var count: Int
    /// The members without which the object does not decode, and constants whose absence is a finding; one bit each.
    var required: UInt64
    /// The members whose absence is a finding in some edition, unless a condition decides; one bit each.
    var expected: UInt64
    var documented: UInt64
    /// The conditions and dependent codes: a range of `rules`.
    var rules: Range<Int>
    var comparesMembers: Bool
  }

  /// The limits of a string.
  struct Text: Sendable {
    var lower = 0
    var upper = Int.max
    var characters: CharacterRanges?
    var pattern: Pattern?
    var format: StandardFormat?
    var isTime = false
    var matcher: TextMatcher?
    /// Whether only the number of characters is limited, which is checked without creating a string.
    var isLengthOnly: Bool { matcher == nil && !isTime && hasNoCharacterLimits }
    /// Whether only a text format or that of a time limits the string, which is matched on bytes.
    var isMatchedOnly: Bool {
      (matcher != nil || isTime) && lower == 0 && upper == .max && hasNoCharacterLimits
    }
    private var hasNoCharacterLimits: Bool {
      characters == nil && pattern == nil && format == nil
    }

    /// Whether a string has the text format and is a time, as far as it is limited to these.
    func matches(_ text: Span<UInt8>) -> Bool {
      if isTime, RFC3339Time.sinceEpoch(of: text) == nil { return false }
      return matcher?.fits(text) ?? true
    }
  }

  /// A value to which others are compared.
  enum Value: Hashable, Sendable {
    case absent
    case integer(Int)
    case text(String)
    case boolean(Bool)
  }

  struct Clause: Sendable {
    /// The index of the member in its object, or its slot in the envelope.
    var place: Int
    var values: [Value]
    var isNegated: Bool
    /// Whether an empty string counts as absent.
    var isPlainText: Bool

    func holds(_ value: Value) -> Bool {
      if value == .absent || isPlainText && value == .text("") { return false }
      return values.contains(value) != isNegated
    }
  }

  /// What the values of other members decide about a member.
  struct Rule: Sendable {
    enum Kind: Sendable {
      /// Documented where all clauses hold, and then expected by some editions.
      case condition([Clause], expected: UInt64, isPlainText: Bool)
      /// A code of the table that the value of another member selects.
      case table(selector: Int, [(value: Value, codes: Set<Value>)])
    }

    /// The index of the member in the object.
    var place: Int
    var kind: Kind
  }

  /// An event with its place in the plan.
  struct Event: Sendable {
    var key: String
    /// The index of its object; -1 if the plan leaves the event out.
    var object: Int
    /// The values that members of the envelope have for the event, with the editions that document them; 0 for all.
    var constants: [(slot: Int, value: Value, editions: UInt64)]
  }

  /// The tables, which refer to each other by index.
  struct Tables: Sendable {
    var objects: [Object] = []
    var fields: [Field] = []
    /// The checks of the elements of lists.
    var elements: [Check] = []
    var texts: [Text] = []
    /// The documented codes that are strings, and string constants.
    var names: [FieldNames] = []
    /// The values of the codes in `names`.
    var nameTexts: [[String]] = []
    /// The documented codes that are integers.
    var integers: [[Int]] = []
    var rules: [Rule] = []
    var envelope = -1
    var events: [Event] = []
    /// The IDs of the events, if they are strings.
    var eventNames: FieldNames?
    /// The indices of the events by their IDs, if these are integers.
    var eventNumbers: [Int: Int] = [:]
    /// Whether the payload is JSON in a string.
    var isEmbedded = false
    /// The members of the envelope that tell another product's callbacks.
    var guards: [Clause] = []
    var slots = 0
    /// All editions, one bit each.
    var editions: UInt64 = 0

    /// The sizes of the tables to which objects add.
    struct Counts {
      var objects, fields, elements, texts, names, integers, rules: Int
    }

    var counts: Counts {
      Counts(
        objects: objects.count, fields: fields.count, elements: elements.count,
        texts: texts.count, names: names.count, integers: integers.count, rules: rules.count)
    }

    /// Removes what objects added after the tables had some sizes.
    mutating func remove(after counts: Counts) {
      objects.removeSubrange(counts.objects...)
      fields.removeSubrange(counts.fields...)
      elements.removeSubrange(counts.elements...)
      texts.removeSubrange(counts.texts...)
      names.removeSubrange(counts.names...)
      nameTexts.removeSubrange(counts.names...)
      integers.removeSubrange(counts.integers...)
      rules.removeSubrange(counts.rules...)
    }
  }

  let tables: Tables

  init(_ tables: Tables) { self.tables = tables }
}
