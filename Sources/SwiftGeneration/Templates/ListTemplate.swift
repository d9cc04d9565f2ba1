import CallbackSchema

extension SwiftText {
  /// Prints how a body with a list of callbacks is decoded and encoded.
  mutating func list() {
    let failure = "CallbackRuntime.CallbackDecodingError"
    let report = "CallbackRuntime.ValidationReport<Self>"
    let summary =
      "Decodes a body: a JSON array of callbacks, each of which has its own error if it fails."
    for (type, json) in [
      ("some Swift.Collection<Swift.UInt8>", "json"), ("Swift.String", "json.utf8"),
    ] {
      nextMember(summary)
      call(
        "public static func list", ["json: \(type)"],
        " throws(\(failure)) -> [Swift.Result<Self, \(failure)>] {")
      indented { $0.line("try _list(json: \(json)).map { $0.map(\\.value) }") }
      line("}")
      nextMember("Decodes a body and compares each callback with the documentation.")
      call(
        "public static func validate", ["list json: \(type)"],
        " throws(\(failure)) -> [Swift.Result<\(report), \(failure)>] {")
      indented { $0.line("try _list(json: \(json), collectsFindings: true)") }
      line("}")
    }
    nextMember("Callbacks as a body in UTF-8.")
    line("public static func json(list: [Self]) -> [Swift.UInt8] { _json(list: list) }")
  }
}
