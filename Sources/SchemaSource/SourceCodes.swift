/// What can be wrong with a YAML text, before anybody asks what it says.
extension DiagnosticCode {
  public static let badEncoding = DiagnosticCode(
    id: "bad-encoding", summary: "Bytes that are not UTF-8.",
    explanation:
      "Schema files are UTF-8, with or without a byte order mark. Save the file in that encoding.")
  public static let badCharacter = DiagnosticCode(
    id: "bad-character", summary: "A character that cannot stand in a schema file.",
    explanation: """
      Control characters are refused, and so are U+0085, U+2028 and U+2029: the parser ends lines at them and editors \
      do not, so every position after them would lie. Take the character out, or write it as an escape in double quotes.
      """)
  public static let emptyFile = DiagnosticCode(
    id: "empty-file", summary: "A file without content.",
    explanation: "A schema file begins with callbackgen: 1. Delete the file if it is not needed.")
  public static let fileTooLarge = DiagnosticCode(
    id: "file-too-large", summary: "A file of more than a mebibyte.",
    explanation:
      "No vendor's page fills a tenth of that. Split the file, or check that it is the right one.")
  public static let tooDeep = DiagnosticCode(
    id: "too-deep", summary: "Values nested deeper than the language ever needs.",
    explanation: "Give inner objects names under objects, and refer to them with type.")
  public static let syntax = DiagnosticCode(
    id: "syntax", summary: "Not YAML.",
    explanation: """
      The text breaks a rule of YAML: a quote or a bracket that is not closed, a wrong indent, a text with ': ' in it \
      that needs quotes. The position is where the trouble begins, as far as can be told.
      """)
  public static let tab = DiagnosticCode(
    id: "tab", summary: "A tab where YAML wants blanks.",
    explanation: "YAML is indented with blanks. Set the editor to insert blanks for tabs.")
  public static let anchor = DiagnosticCode(
    id: "anchor", summary: "An anchor, an alias or a merge key.",
    explanation:
      "Schemas say everything where it is read. For reuse there are objects with include and type.")
  public static let yamlTag = DiagnosticCode(
    id: "yaml-tag", summary: "A YAML tag or directive.",
    explanation:
      "The place of a value says what it is; tags and directives have nothing to add. Take it out.")
  public static let severalDocuments = DiagnosticCode(
    id: "several-documents", summary: "More than one YAML document in a file.",
    explanation: "A schema file is one document. Take out the --- line, or make two files of it.")
  public static let keyKind = DiagnosticCode(
    id: "key-kind", summary: "A key that is not a text.",
    explanation:
      "Keys are plain or quoted texts. Quote what begins with a bracket, a brace or a question mark."
  )
  public static let duplicateKey = DiagnosticCode(
    id: "duplicate-key", summary: "A key that is there twice.",
    explanation: "A mapping has each key once. Merge the two, or rename one.")
  public static let textEndsEarly = DiagnosticCode(
    id: "text-ends-early", summary: "An unquoted text that ends before it seems to.",
    explanation: """
      Between braces an unquoted text ends at a comma, and everywhere at a blank followed by #. Put quotes around the \
      whole text.
      """)

  public static let sourceCodes: [DiagnosticCode] = [
    badEncoding, badCharacter, emptyFile, fileTooLarge, tooDeep, syntax, tab, anchor, yamlTag,
    severalDocuments,
    keyKind, duplicateKey, textEndsEarly,
  ]
}
