public import SchemaSource

/// What can keep Swift from being made of a sound schema.
extension DiagnosticCode {
  public static let nameTaken = DiagnosticCode(
    id: "name-taken", summary: "A given name that generated code needs itself.",
    explanation: """
      Some names would hide what generated code relies on: String, hashValue, unrecognized. Give another one with name:.
      """)
  public static let nameCollision = DiagnosticCode(
    id: "name-collision", summary: "Two things have one Swift name.",
    explanation: """
      Swift names are made of the wire's spellings, and two of these yield the same. Give one of the two another name \
      with name:.
      """)
  public static let tooManyFields = DiagnosticCode(
    id: "too-many-fields", summary: "An object has more than 64 fields.",
    explanation: """
      The generated reader notes the fields that it has seen in one machine word. Group some of the fields in an object \
      of their own, if the wire has them so; otherwise the generator has to learn a second word.
      """)
  public static let unreadableSpelling = DiagnosticCode(
    id: "unreadable-spelling",
    summary: "A member whose name the generated reader cannot hold.",
    explanation: """
      The reader keeps the names of an object in one text, with blanks and bars between them: a member's name is not \
      empty and holds neither. No vendor is known to send such a name; if yours does, the runtime has to learn it.
      """)
  public static let outOfReach = DiagnosticCode(
    id: "out-of-reach", summary: "A condition or a dependent type looks outside its object.",
    explanation: """
      Generated objects can be read alone, so they see their own fields only. The field that decides has to be in the \
      same object.
      """)

  public static let generationCodes: [DiagnosticCode] = [
    nameTaken, nameCollision, tooManyFields, unreadableSpelling, outOfReach,
  ]
}
