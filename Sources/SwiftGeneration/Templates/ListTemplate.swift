import CallbackSchema

extension SwiftText {
  /// Prints how a body with a list of callbacks is decoded and encoded.
  mutating func list() {
    let summary =
      "Decodes a body: a JSON array of callbacks, each of which has its own error if it fails."
    for (type, json) in [
      ("some Swift.Collection<Swift.UInt8>", "json"), ("Swift.String", "json.utf8"),
    ] {
      nextMember(summary)
      listFunction(
        "list", "json: \(type)", of: "Self", "try _list(json: \(json)).map { $0.map(\\.value) }")
      nextMember("Decodes a body and compares each callback with the documentation.")
      listFunction(
        "validate", "list json: \(type)", of: "CallbackRuntime.ValidationReport<Self>",
        "try _list(json: \(json), collectsFindings: true)")
    }
    nextMember("Callbacks as a body in UTF-8.")
    line("public static func json(list: [Self]) -> [Swift.UInt8] { _json(list: list) }")
  }

  /// Prints a function that returns a result for each callback, broken as `swift format` breaks it.
  private mutating func listFunction(
    _ name: String, _ parameter: String, of value: String, _ statement: String
  ) {
    let failure = "CallbackRuntime.CallbackDecodingError"
    line("public static func \(name)(")
    indented { $0.line(parameter) }
    line(") throws(\(failure)) -> [Swift.Result<")
    indented { $0.line("\(value), \(failure)") }
    line(">] {")
    indented { $0.line(statement) }
    line("}")
  }
}
