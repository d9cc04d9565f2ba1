import CallbackSchema

extension SwiftText {
  /// Prints how a callback is decoded from a form and encoded as one.
  mutating func form() {
    let failure = "CallbackRuntime.CallbackDecodingError"
    let bytes = "some Swift.Collection<Swift.UInt8>"
    let report = "CallbackRuntime.ValidationReport<Self>"
    member(
      "Decodes a form-encoded body (`application/x-www-form-urlencoded`).", "public init",
      "form: \(bytes)", " throws(\(failure)) {", "self = try Self._read(form: form).value")
    member(
      "Decodes a form-encoded body.", "public init", "form: Swift.String",
      " throws(\(failure)) {", "try self.init(form: form.utf8)")
    member(
      "Decodes a form-encoded body and compares it with the documentation.",
      "public static func validate", "form: \(bytes)", " throws(\(failure)) -> \(report) {",
      "try _read(form: form, collectsFindings: true)")
    member(
      "Decodes a form-encoded body and compares it with the documentation.",
      "public static func validate", "form: Swift.String", " throws(\(failure)) -> \(report) {",
      "try validate(form: form.utf8)")
    nextMember("The callback as a form-encoded body in UTF-8.")
    line("public func form() -> [Swift.UInt8] { _form }")
    nextMember("The callback as a form-encoded body, where a `String` is expected.")
    line("@_disfavoredOverload")
    line(
      "public func form() -> Swift.String { Swift.String(decoding: _form, as: Swift.UTF8.self) }")
  }

  private mutating func member(
    _ doc: String, _ head: String, _ parameter: String, _ tail: String, _ statement: String
  ) {
    nextMember(doc)
    call(head, [parameter], tail)
    indented { $0.line(statement) }
    line("}")
  }
}
