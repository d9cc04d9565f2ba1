import CallbackSchema

extension PageType {
  /// The words that `types` of a profile gives a meaning with.
  static let notations =
    ["string", "bool", "number", "object", "list"]
    + [Scalar.int, .int32, .int64, .uint32, .uint64, .double].map(\.rawValue)

  /// A type in the notation of a profile: one of `notations`, `[TYPE]`, or several with `|`.
  init?(notation: String) {
    let text = notation.trimmingSpaces
    if text.contains("|") {
      let members = text.split(separator: "|").map { PageType(notation: String($0)) }
      guard !members.contains(nil) else { return nil }
      self = .union(members.compactMap { $0 })
      return
    }
    if text.hasPrefix("["), text.hasSuffix("]") {
      guard let element = PageType(notation: String(text.dropFirst().dropLast())) else {
        return nil
      }
      self = .list(element)
      return
    }
    switch text {
    case "string": self = .string
    case "bool": self = .bool
    case "number": self = .number(nil)
    case "object": self = .object
    case "list": self = .list(nil)
    default:
      guard Self.notations.contains(text), let scalar = Scalar(rawValue: text) else { return nil }
      self = .number(scalar)
    }
  }
}
