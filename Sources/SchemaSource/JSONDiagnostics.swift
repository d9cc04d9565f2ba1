/// Diagnostics as a JSON array.
enum JSONDiagnostics {
  static func render(_ diagnostics: [Diagnostic]) -> String {
    "\(JSONValue.array(diagnostics.map(object)))\n"
  }

  private static func object(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("code", .string(diagnostic.code.id)),
      .init("message", .string(diagnostic.message)),
    ]
    members += place(diagnostic.range)
    let notes = diagnostic.notes.map { note in
      JSONValue.object(
        [.init("message", .string(note.message))] + (note.range.map(place) ?? []))
    }
    members.append(.init("notes", .array(notes)))
    if let fix = diagnostic.fix { members.append(.init("fix", .string(fix))) }
    return .object(members)
  }

  private static func place(_ range: SourceRange) -> [JSONValue.Member] {
    [
      .init("path", .string(range.path)),
      .init("line", .number("\(range.start.line)")),
      .init("column", .number("\(range.start.column)")),
      .init("endLine", .number("\(range.end.line)")),
      .init("endColumn", .number("\(range.end.column)")),
    ]
  }
}
