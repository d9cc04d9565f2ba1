public import SchemaSource

/// What can be wrong with a schema.
extension DiagnosticCode {
  public static let unknownKey = DiagnosticCode(
    id: "unknown-key", summary: "A key that the schema language does not have.",
    explanation: """
      Every key of the language is listed in its reference; any other is taken for a slip of the pen, because a key \
      that is silently ignored is a statement that is silently lost. Correct the spelling, or take the key out.
      """)
  public static let wrongKind = DiagnosticCode(
    id: "wrong-kind", summary: "A mapping, a list or a text where something else belongs.",
    explanation: """
      The place decides what may stand there. The message says what is expected; a list is written as a YAML list \
      even when it has one item.
      """)
  public static let emptyText = DiagnosticCode(
    id: "empty-text", summary: "A text is missing.",
    explanation: "Write the text, or \"\" where an empty text is meant, or take the key out.")
  public static let badInteger = DiagnosticCode(
    id: "bad-integer", summary: "Not an integer as the language writes it.",
    explanation: """
      Integers are plain decimal digits with an optional minus sign: no quotes, no leading zeros, no plus sign, no \
      underscores, no exponent, no hexadecimal; and they must fit the type.
      """)
  public static let badBoolean = DiagnosticCode(
    id: "bad-boolean", summary: "Not a boolean as the language writes it.",
    explanation: "Write true or false, plain and in lower case; yes, no, on and off are texts.")
  public static let badValue = DiagnosticCode(
    id: "bad-value", summary: "A wire value that its field cannot have.",
    explanation: """
      Constants, codes and conditions are written as on the wire and typed by their field: a number without quotes \
      for a number field, true or false for a bool, any text for a string field.
      """)
  public static let badRange = DiagnosticCode(
    id: "bad-range", summary: "Not a range.",
    explanation: """
      A range is A...B, A... or ...B with numbers at its ends, the lower one first: 0...10000. Ranges belong to \
      numbers.
      """)
  public static let badType = DiagnosticCode(
    id: "bad-type", summary: "Not a type.",
    explanation: """
      A type is one of bool, int, int32, int64, uint32, uint64, double, string, object and json; the name of a table \
      or an object; a list of one type, [T]; string | int; or { by: FIELD, of: { VALUE: TABLE }, else: TYPE }.
      """)
  public static let badDuration = DiagnosticCode(
    id: "bad-duration", summary: "Not a duration.",
    explanation:
      "A duration is a whole number and a unit without a blank between: 500ms, 10s, 5min, 2h.")
  public static let badWord = DiagnosticCode(
    id: "bad-word", summary: "Not one of the words that may stand here.",
    explanation: "The message lists the words that the language has at this place.")
  public static let badTemplate = DiagnosticCode(
    id: "bad-template", summary: "A form of a text that cannot be taken apart.",
    explanation: """
      A form is literal text with {Part}s and [optional] stretches. Braces and brackets come in pairs, optional stretches \
      are not nested, every part has a name that parts: describes and stands once, and literal text stands between any two \
      parts: nothing else tells where one ends.
      """)
  public static let badPattern = DiagnosticCode(
    id: "bad-pattern", summary: "Not a regular expression that the language has.",
    explanation: """
      A pattern is an I-Regexp (RFC 9485), which the whole text matches: characters, sets ([a-z], [^/], \\p{L}, .), groups, \
      alternatives and the quantifiers *, +, ?, {2}, {2,} and {2,5}. There are no anchors, no back references, no look-around, \
      no lazy quantifiers and no \\d, \\w or \\s. Each text matches in one way at most: what is repeated is no repetition \
      itself, and what stands side by side begins with other characters, so that no engine takes forever.
      """)
  public static let badPlace = DiagnosticCode(
    id: "bad-place", summary: "Not a place on a delivery.",
    explanation: """
      A place is a path from the root of the body (payload.sid), or header NAME for a header. What tells events apart and \
      what holds them, identity and order are members of the body.
      """)
  public static let badName = DiagnosticCode(
    id: "bad-name", summary: "A name that cannot be a Swift name.",
    explanation: """
      Names are letters, digits and underscores and begin with a letter. Where the wire's spelling yields none, \
      write the Swift name with name:.
      """)
  public static let missingKey = DiagnosticCode(
    id: "missing-key", summary: "A key that has to be there is missing.",
    explanation: "The message names the key and what it is for.")
  public static let languageVersion = DiagnosticCode(
    id: "language-version", summary: "The file's language version is missing or unknown.",
    explanation:
      "Every schema file says callbackgen: 1, so that a later language can be told from this one.")
  public static let serviceCount = DiagnosticCode(
    id: "service-count", summary: "A folder of schemas describes exactly one service.",
    explanation: """
      One of the files has a service key, and only one. Put another service into a folder of its own.
      """)
  public static let folderName = DiagnosticCode(
    id: "folder-name", summary: "A service is not called what its folder is called.",
    explanation: """
      The folder's name is the service's name: a build plugin knows the names of the files to come from paths alone. \
      Rename the folder, or the service.
      """)
  public static let duplicateDefinition = DiagnosticCode(
    id: "duplicate-definition", summary: "Two definitions share a name.",
    explanation: """
      Events, tables and objects of a service are known by their names across all of its files, and a table and an \
      object cannot share one. Rename one, or take the copy out.
      """)
  public static let duplicateID = DiagnosticCode(
    id: "duplicate-id", summary: "Two events have the same id.",
    explanation:
      "The discriminator must pick one event. Correct the id, or describe both shapes in one event."
  )
  public static let repeatedValue = DiagnosticCode(
    id: "repeated-value", summary: "A value is listed twice.",
    explanation:
      "A table has one row for each value. Where sources disagree about a value, use readings on its row."
  )
  public static let unknownName = DiagnosticCode(
    id: "unknown-name", summary: "Nothing of this name is defined.",
    explanation:
      "The name of a table, an object or an edition is misspelt, or its definition is missing.")
  public static let unusedName = DiagnosticCode(
    id: "unused-name", summary: "A definition that nothing uses.",
    explanation: """
      The table or object is defined, but no field has it as its type and nothing includes it. Use it, or take it out.
      """)
  public static let unknownPath = DiagnosticCode(
    id: "unknown-path", summary: "A path that leads to no field.",
    explanation: """
      Conditions, constants and dependent types name another field. It is looked up nearest first: in the same \
      object, then in what holds it, then in the envelope.
      """)
  public static let editionsOutside = DiagnosticCode(
    id: "editions-outside",
    summary: "A thing is documented by an edition that does not document its container.",
    explanation: """
      The editions of a field, row or constant lie within those of the event, object or table that holds it. Add the \
      edition to the container, or take it away here.
      """)
  public static let becauseMissing = DiagnosticCode(
    id: "because-missing", summary: "A conflict without its reason.",
    explanation: """
      Where a page is involved, readings record a conflict, and because says why the schema trusts what it trusts. \
      One sentence is enough.
      """)
  public static let becauseForbidden = DiagnosticCode(
    id: "because-forbidden", summary: "A reason where nothing is in conflict.",
    explanation:
      "Versions differ, and each is true: readings between versions need no because. Take it out.")
  public static let requiredMisused = DiagnosticCode(
    id: "required-misused", summary: "A field is required that may be absent.",
    explanation: """
      required: true stands only on a field that every full edition of its container documents, without a condition \
      and without optional, and never in the envelope: a body without it would be called malformed.
      """)
  public static let spellingClaimedTwice = DiagnosticCode(
    id: "spelling-claimed-twice", summary: "Two fields of one object claim one spelling.",
    explanation: """
      A member of a body belongs to one field. The spelling is claimed by a field's key, its aliases or its readings; \
      take one of the claims away.
      """)
  public static let notListed = DiagnosticCode(
    id: "not-listed", summary: "A value that its table does not list.",
    explanation:
      "The values at a place are rows of the field's table. Add the row to the table, or correct the value."
  )
  public static let notComparable = DiagnosticCode(
    id: "not-comparable", summary: "A member that is not compared with single values.",
    explanation: """
      Conditions, constants of events, the value of only, health checks and dependent types compare a string, an \
      integer, a bool, a code or string | int with listed values. Lists, objects, fractions and texts with a format are \
      not compared: one value has several spellings. Name another member, or say a condition in words.
      """)
  public static let recursion = DiagnosticCode(
    id: "recursion", summary: "An object holds itself.",
    explanation:
      "An object that includes or directly contains itself has no end. Put a list between, or break the ring."
  )
  public static let contradiction = DiagnosticCode(
    id: "contradiction", summary: "Two statements that cannot both hold.",
    explanation: "The message names the two; keep the one that the page makes.")
  public static let missingExample = DiagnosticCode(
    id: "missing-example", summary: "An example's file is not there.",
    explanation:
      "Examples lie in the folder Examples beside the schema files. Add the file, or correct its name."
  )
  public static let unusedExample = DiagnosticCode(
    id: "unused-example", summary: "A file under Examples that no event names.",
    explanation: "List the file under the examples of its event, or delete it.")
  public static let brokenExample = DiagnosticCode(
    id: "broken-example", summary: "An example is not valid JSON.",
    explanation: """
      Examples are bodies that are read by tests. Mend what the page broke, and say what was mended with repaired.
      """)

  public static let schemaCodes: [DiagnosticCode] = [
    unknownKey, wrongKind, emptyText, badInteger, badBoolean, badValue, badRange, badType,
    badDuration, badWord,
    badTemplate, badPattern, badPlace, badName, missingKey, languageVersion, serviceCount,
    folderName,
    duplicateDefinition,
    duplicateID, repeatedValue,
    unknownName, unusedName, unknownPath, editionsOutside, becauseMissing, becauseForbidden,
    requiredMisused,
    spellingClaimedTwice, notListed, notComparable, recursion, contradiction, missingExample,
    unusedExample,
    brokenExample,
  ]
}
