public import SchemaSource

/// The codes of problems in the content of a schema.
extension DiagnosticCode {
  public static let unknownKey = DiagnosticCode(
    id: "unknown-key", summary: "A key that the schema language does not define.",
    explanation: """
      An unknown key is an error, because an ignored key would lose its statement. Correct the spelling, or remove the \
      key.
      """)
  public static let wrongKind = DiagnosticCode(
    id: "wrong-kind", summary: "A mapping, a list or a scalar where another kind is required.",
    explanation: """
      The message names the required kind. A list is written as a YAML list even if it has one element.
      """)
  public static let emptyText = DiagnosticCode(
    id: "empty-text", summary: "A missing string.",
    explanation: "Write the string, \"\" for an empty one, or remove the key.")
  public static let outcomeWithoutEffect = DiagnosticCode(
    id: "outcome-without-effect", summary: "A code with an outcome that no event reports.",
    explanation: """
      An event derives its outcome from the codes of its own fields, unless it declares one itself. Elements of lists \
      and dependent types have no outcome. Remove the key outcome from the row, or declare the outcome at the \
      event.
      """)
  public static let badInteger = DiagnosticCode(
    id: "bad-integer", summary: "Not an integer in the notation of the language.",
    explanation: """
      An integer is decimal digits with an optional minus sign, without quotes, leading zeros, plus sign, \
      underscores or exponent. It must fit the type.
      """)
  public static let badBoolean = DiagnosticCode(
    id: "bad-boolean", summary: "Not a boolean in the notation of the language.",
    explanation: """
      A boolean is true or false, unquoted and in lower case. yes, no, on and off are strings.
      """)
  public static let badValue = DiagnosticCode(
    id: "bad-value", summary: "A wire value that its field cannot have.",
    explanation: """
      Constants, codes and conditions have the JSON type of their field: an unquoted number for a number, true or \
      false for a bool, any scalar for a string.
      """)
  public static let badRange = DiagnosticCode(
    id: "bad-range", summary: "Not a range.",
    explanation: """
      A range is A...B, A... or ...B, where A and B are numbers and A is not greater than B, such as 0...10000.
      """)
  public static let badType = DiagnosticCode(
    id: "bad-type", summary: "Not a type.",
    explanation: """
      A type is bool, int, int32, int64, uint32, uint64, double, string, object or json; the name of a table or of \
      an object; a list [T]; a map [string: T]; a union such as string | Customer, whose types differ in their JSON \
      type; or { by: FIELD, of: { VALUE: TABLE }, else: TYPE }.
      """)
  public static let badDuration = DiagnosticCode(
    id: "bad-duration", summary: "Not a duration.",
    explanation: """
      A duration is an integer and a unit without a space, such as 500ms, 10s, 5min or 2h.
      """)
  public static let badWord = DiagnosticCode(
    id: "bad-word", summary: "Not one of the words that are allowed here.",
    explanation: "The message lists the allowed words.")
  public static let badTemplate = DiagnosticCode(
    id: "bad-template", summary: "A string template that cannot be parsed unambiguously.",
    explanation: """
      A template is literal text with {parts} and [optional stretches]. Braces and brackets are balanced, and \
      optional stretches are not nested. Each part is described under parts and occurs once. Literal text separates \
      any two parts; otherwise the end of the first is undefined.
      """)
  public static let badPattern = DiagnosticCode(
    id: "bad-pattern", summary: "An invalid or ambiguous regular expression.",
    explanation: """
      A pattern is an I-Regexp (RFC 9485), which the whole text matches: characters, sets ([a-z], [^/], \\p{L}, .), groups, \
      alternatives and the quantifiers *, +, ?, {2}, {2,} and {2,5}. There are no anchors, no back references, no look-around, \
      no lazy quantifiers and no \\d, \\w or \\s. Each text matches in one way at most: what is repeated is no repetition \
      itself, and neighbouring parts match distinct characters, because a backtracking engine takes exponential time.
      """)
  public static let badPlace = DiagnosticCode(
    id: "bad-place", summary: "Not a place in a delivery.",
    explanation: """
      A place is a path from the root of the body, such as payload.sid, or header NAME for a header. The \
      payload is a member of the body, or the body itself; the discriminator, identity and order are members or headers.
      """)
  public static let badName = DiagnosticCode(
    id: "bad-name", summary: "A name that cannot be converted to a Swift name.",
    explanation: """
      A name consists of letters, digits and underscores, and begins with a letter. Set the Swift name with name if \
      the spelling on the wire cannot be converted.
      """)
  public static let missingKey = DiagnosticCode(
    id: "missing-key", summary: "A required key is missing.",
    explanation: "The message names the key and its purpose.")
  public static let languageVersion = DiagnosticCode(
    id: "language-version", summary: "A missing or unknown version of the schema language.",
    explanation: "Every schema file begins with callbackgen: 1.")
  public static let serviceCount = DiagnosticCode(
    id: "service-count", summary: "A folder that does not describe exactly one service.",
    explanation: """
      Exactly one file of a folder has the key service. Move another service to its own folder.
      """)
  public static let folderName = DiagnosticCode(
    id: "folder-name", summary: "A service and its folder have different names.",
    explanation: """
      The build plugin derives the names of the generated files from paths alone. Rename the folder or the service.
      """)
  public static let duplicateDefinition = DiagnosticCode(
    id: "duplicate-definition", summary: "Two definitions with the same name.",
    explanation: """
      Names of events, tables and objects are unique in all files of a service, and a table and an object cannot \
      share one. Rename one of them, or remove the copy.
      """)
  public static let duplicateID = DiagnosticCode(
    id: "duplicate-id", summary: "Two events with the same id.",
    explanation: """
      A value of the discriminator identifies one event. Correct the id, or describe both shapes in one event.
      """)
  public static let repeatedValue = DiagnosticCode(
    id: "repeated-value", summary: "A value that is listed twice.",
    explanation: """
      A table has one row for each value. Record what sources say differently in the readings of the row.
      """)
  public static let unknownName = DiagnosticCode(
    id: "unknown-name", summary: "A name without a definition.",
    explanation: """
      The name of a table, an object or an edition is misspelt, or its definition is missing.
      """)
  public static let unusedName = DiagnosticCode(
    id: "unused-name", summary: "A definition that is not used.",
    explanation: """
      No field has the table or object as its type, and nothing includes it. Use it, or remove it.
      """)
  public static let unknownPath = DiagnosticCode(
    id: "unknown-path", summary: "A path to a field that does not exist.",
    explanation: """
      A condition, a constant or a dependent type names another field. The field is searched in the same object, \
      then in the enclosing ones, then in the envelope.
      """)
  public static let editionsOutside = DiagnosticCode(
    id: "editions-outside", summary: "An edition that does not document the container.",
    explanation: """
      The editions of a field, row or constant are a subset of those of its event, object or table. Add the edition \
      to the container, or remove it here.
      """)
  public static let becauseMissing = DiagnosticCode(
    id: "because-missing", summary: "A conflict between sources without a reason.",
    explanation: """
      If a page is among the sources, readings record a conflict. Give the reason for the chosen one in a sentence \
      with because.
      """)
  public static let becauseForbidden = DiagnosticCode(
    id: "because-forbidden", summary: "A reason without a conflict.",
    explanation: """
      Readings between versions are no conflict, because each version is true. Remove because.
      """)
  public static let requiredMisused = DiagnosticCode(
    id: "required-misused", summary: "A required field that may be absent.",
    explanation: """
      required: true needs a field that every full edition of its container documents, without when and optional, \
      and outside the envelope. A body without a required field is malformed.
      """)
  public static let spellingClaimedTwice = DiagnosticCode(
    id: "spelling-claimed-twice", summary: "A spelling of two fields of one object.",
    explanation: """
      A member of a body is read as one field. The key, the aliases and the readings of a field give its spellings. \
      Remove one of the two.
      """)
  public static let notListed = DiagnosticCode(
    id: "not-listed", summary: "A value that its table does not list.",
    explanation: "The values of a field are rows of its table. Add a row, or correct the value.")
  public static let notComparable = DiagnosticCode(
    id: "not-comparable", summary: "A member that cannot be compared with listed values.",
    explanation: """
      Conditions, constants of events, only, probes and dependent types compare a string, an integer, a bool, a code \
      or string | int with listed values. Lists, objects, fractions and strings with a format are not compared, because \
      one value has several spellings. Name another member, or write the condition in words.
      """)
  public static let recursion = DiagnosticCode(
    id: "recursion", summary: "An object that contains itself.",
    explanation: """
      An object cannot include itself, and no body ends that contains an object in itself again and again. A member by \
      which an object contains itself is optional or nullable, or there is a list between the two that may be empty.
      """)
  public static let contradiction = DiagnosticCode(
    id: "contradiction", summary: "Two statements that exclude each other.",
    explanation: "The message names both. Keep the one that the page makes.")
  public static let missingExample = DiagnosticCode(
    id: "missing-example", summary: "An example whose file does not exist.",
    explanation: """
      Example files are in the folder Examples beside the schema files. Add the file, or correct its name.
      """)
  public static let unusedExample = DiagnosticCode(
    id: "unused-example", summary: "A file in Examples that no event lists.",
    explanation: "List the file in the examples of its event, or delete it.")
  public static let brokenExample = DiagnosticCode(
    id: "broken-example", summary: "An example that is not valid JSON.",
    explanation: """
      Tests decode every example. Correct what the page printed wrongly, and record the correction with repaired.
      """)
  public static let mismatchedExample = DiagnosticCode(
    id: "mismatched-example",
    summary: "An example that does not decode as the event that lists it.",
    explanation: """
      The discriminator of the body is that of another event or of none, or a field has another JSON type than the \
      schema says. List the example in its own event, or correct the schema.
      """)

  public static let schemaCodes: [DiagnosticCode] = [
    unknownKey, wrongKind, emptyText, outcomeWithoutEffect, badInteger, badBoolean, badValue,
    badRange, badType,
    badDuration, badWord, badTemplate, badPattern, badPlace, badName, missingKey, languageVersion,
    serviceCount, folderName, duplicateDefinition, duplicateID, repeatedValue, unknownName,
    unusedName, unknownPath, editionsOutside, becauseMissing, becauseForbidden, requiredMisused,
    spellingClaimedTwice, notListed, notComparable, recursion, contradiction, missingExample,
    unusedExample, brokenExample, mismatchedExample,
  ]
}
