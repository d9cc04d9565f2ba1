extension FieldType {
  /// The type in a sentence: "a list of string".
  package var phrase: String {
    switch self {
    case .scalar(let scalar):
      "\("aeiou".contains(scalar.rawValue.prefix(1)) ? "an" : "a") \(scalar.rawValue)"
    case .stringOrInteger: "a string or an int"
    case .table(let name), .object(let name): "`\(name)`"
    case .list(.scalar(let scalar)): "a list of \(scalar.rawValue)"
    case .list(let element): "a list of \(element.phrase)"
    case .ownTable: "a code"
    case .nested: "an object"
    case .dependent: "a code"
    case .map(.scalar(let scalar)): "a map from names to \(scalar.rawValue)"
    case .map(let element): "a map from names to \(element.phrase)"
    case .union(let members): members.map(\.phrase).joined(separator: " or ")
    case .choice(let choice):
      choice.options.map { "`\($0.object.value)`" }.joined(separator: " or ") + " or another object"
    }
  }
}

extension Unit {
  /// The unit in a sentence: "milliseconds".
  package var phrase: String {
    if let time { return "\(time) since 1970" }
    switch self {
    case .bitsPerSecond: return "bits per second"
    case .tenThousandths: return "ten-thousandths"
    // The names of the other cases are the words.
    default: return "\(self)"
    }
  }
}

extension [Condition.Clause] {
  /// The condition in a sentence, with paths and values as code.
  package var phrase: String { text { "`\($0)`" } }
}

extension Format {
  /// The format in a sentence: "a list with the separator `;`".
  package var phrase: String {
    switch self {
    case .list(let separator): "a list with the separator `\(separator)`"
    case .json: "JSON in a string"
    case .rfc3339: "a date and time by RFC 3339"
    case .text(let name): "a string of the format \(name.value)"
    case .base64(let replacements):
      "Base64"
        + (replacements.isEmpty ? "" : " with ")
        + replacements.map { "`\($0.written)` for `\($0.character)`" }.joined(separator: ", ")
    case .standard(.decimal): "a decimal number in a string"
    case .standard(.date): "a date such as 2024-02-29"
    case .standard(.uuid): "a UUID"
    case .standard(.url): "an absolute URL"
    case .integer: "an integer in a string"
    case .number: "a number in a string"
    case .boolean: "a boolean in another JSON type"
    }
  }

  /// What the Swift type of a property does not show of the format; nil where it shows all.
  var sentence: String? {
    switch self {
    case .standard(.decimal): "Format: a decimal number."
    case .standard(.date): "Format: a date, `YYYY-MM-DD`."
    case .standard(.uuid): "Format: a UUID."
    case .standard(.url): "Format: an absolute URL."
    case .integer, .number: "Sent as a string."
    // It depends on the type.
    case .boolean, .list, .json, .rfc3339, .text, .base64: nil
    }
  }
}
