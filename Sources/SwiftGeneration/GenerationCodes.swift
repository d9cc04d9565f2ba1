public import SchemaSource

/// The codes of problems that prevent the generation of Swift from a valid schema.
extension DiagnosticCode {
  public static let nameTaken = DiagnosticCode(
    id: "name-taken", summary: "A given name that generated code reserves.",
    explanation: """
      The name would shadow a declaration that the generated code uses. Choose another with name.
      """)
  public static let nameCollision = DiagnosticCode(
    id: "name-collision", summary: "Two declarations with the same Swift name.",
    explanation: """
      Swift names are derived from the spellings on the wire, and two of these give the same. Set the name of one of \
      them with name.
      """)
  public static let tooManyFields = DiagnosticCode(
    id: "too-many-fields", summary: "An object with more than 256 fields.",
    explanation: """
      The generated reader tracks the fields of an object in 256 bits. Describe nested objects as such; a \
      flat object of this size is not supported.
      """)
  public static let unreadableSpelling = DiagnosticCode(
    id: "unreadable-spelling", summary: "A member name that the generated reader cannot represent.",
    explanation: """
      The name of a member cannot be empty, and cannot contain a space or a vertical bar, which separate names in \
      generated code.
      """)
  public static let outOfReach = DiagnosticCode(
    id: "out-of-reach",
    summary: "A condition or a dependent type that names a field of another object.",
    explanation: """
      Generated objects decode independently of each other. The field that decides must be in the same object.
      """)

  public static let generationCodes: [DiagnosticCode] = [
    nameTaken, nameCollision, tooManyFields, unreadableSpelling, outOfReach,
  ]
}
