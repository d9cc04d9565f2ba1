/// The codes of problems in the text of a YAML file, found before its content is read.
extension DiagnosticCode {
  public static let badEncoding = DiagnosticCode(
    id: "bad-encoding", summary: "A byte sequence that is not UTF-8.",
    explanation: """
      Schema files are encoded in UTF-8, with or without a byte order mark. Save the file in that encoding.
      """)
  public static let badCharacter = DiagnosticCode(
    id: "bad-character", summary: "A character that is not allowed in a schema file.",
    explanation: """
      Control characters, U+0085, U+2028 and U+2029 are not allowed. The YAML parser ends a line at the latter three \
      and editors do not, so every later position would be wrong. Remove the character, or write it as an escape in \
      double quotes.
      """)
  public static let emptyFile = DiagnosticCode(
    id: "empty-file", summary: "A file without content.",
    explanation: "A schema file begins with callbackgen: 1. Delete the file if it is not needed.")
  public static let fileTooLarge = DiagnosticCode(
    id: "file-too-large", summary: "A file of more than 1 MiB.",
    explanation: """
      All shipped schemas together are smaller. Check that this is the right file, or split it.
      """)
  public static let tooDeep = DiagnosticCode(
    id: "too-deep", summary: "Values nested in more than 64 levels.",
    explanation: "Define inner objects under objects, and refer to them by name with type.")
  public static let syntax = DiagnosticCode(
    id: "syntax", summary: "A YAML syntax error.",
    explanation: """
      A quote or bracket is not closed, the indentation is wrong, or an unquoted text contains ': '. The position is \
      where the error begins, as far as the parser can tell.
      """)
  public static let tab = DiagnosticCode(
    id: "tab", summary: "A tab in the indentation.",
    explanation: "YAML indents with spaces only. Configure the editor to insert spaces for tabs.")
  public static let anchor = DiagnosticCode(
    id: "anchor", summary: "An anchor, an alias or a merge key.",
    explanation: """
      The schema language does not use them. Put shared fields into an object, and refer to it with include or type.
      """)
  public static let yamlTag = DiagnosticCode(
    id: "yaml-tag", summary: "A YAML tag or directive.",
    explanation: """
      The schema language does not use them: the place of a value determines its type. Remove the tag or directive.
      """)
  public static let severalDocuments = DiagnosticCode(
    id: "several-documents", summary: "More than one YAML document in a file.",
    explanation: "A schema file is one document. Remove the --- line, or split the file.")
  public static let keyKind = DiagnosticCode(
    id: "key-kind", summary: "A key that is not a text.",
    explanation: """
      A key is a plain or quoted text. Quote a key that begins with a bracket, a brace or a question mark.
      """)
  public static let duplicateKey = DiagnosticCode(
    id: "duplicate-key", summary: "A key that occurs twice in one mapping.",
    explanation: "Merge the two entries, or rename one of them.")
  public static let textEndsEarly = DiagnosticCode(
    id: "text-ends-early", summary: "An unquoted text that ends before the end of the sentence.",
    explanation: """
      An unquoted text ends at a space followed by #, and inside braces at a comma. Put quotes around the whole \
      text.
      """)

  public static let sourceCodes: [DiagnosticCode] = [
    badEncoding, badCharacter, emptyFile, fileTooLarge, tooDeep, syntax, tab, anchor, yamlTag,
    severalDocuments, keyKind, duplicateKey, textEndsEarly,
  ]
}
