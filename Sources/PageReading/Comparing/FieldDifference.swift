import CallbackSchema

/// A difference between two declarations of the same fields.
struct FieldDifference {
  enum Kind {
    case added, removed
    /// Fields are in another object: the paths of both objects.
    case moved(names: [String], from: String, to: String)
    case renamed(from: String, to: String)
    /// The types; the reading that states the second one, if one does.
    case type(from: String, to: String, reading: Reading?)
    case values(ValueDifference)
    case presence(isRequired: Bool)
    /// The second side no longer shows what a reading says.
    case readingGone(Reading)
  }

  var kind: Kind
  /// The path of the field on the first side, or on the second if only that has it.
  var path: String
  var first: ComparedField?
  var second: ComparedField?
  /// The field of the second side beside which a removed one is expected.
  var neighbor: ComparedField?
  /// The fields around it, on either side.
  var containers: [ComparedField] = []
  var isCertain = true
  var doubts: Set<Doubt> = []
  /// Whether another group of fields at the same place of the envelope has the field that this one lacks or adds.
  var isInOtherGroup = false
}

/// A difference between two lists of values of one field.
struct ValueDifference {
  var added: [ComparedValue] = []
  var removed: [ComparedValue] = []
  /// The values with the meaning that another value had.
  var moved: [MovedMeaning] = []
  /// The values with another name of the constant.
  var renamed: [(old: ComparedValue, new: ComparedValue)] = []
  /// Whether a value counts once for each label below which a list in two levels has it.
  var isGrouped = false
  /// Whether the second side lists no value at all.
  var isListGone = false

  /// Whether nothing changed but the words of meanings that are like those of other values.
  var isReworded: Bool {
    added.isEmpty && removed.isEmpty && renamed.isEmpty && moved.allSatisfy(\.isReworded)
  }

  var isEmpty: Bool { added.isEmpty && removed.isEmpty && moved.isEmpty && renamed.isEmpty }
}
