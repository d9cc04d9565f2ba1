import CallbackSchema
import SchemaSource

/// Makes Swift names of wire spellings, and sees to it that no two things in one scope share a name.
struct Naming {
  var diagnostics = Diagnostics()
  /// Acronyms beside the usual ones.
  var acronyms: Set<String> = []

  /// What a name is for decides how it is cased and what it must not be.
  enum Role {
    case namespace, table, object, event, property, tableCase, eventCase

    var isType: Bool {
      switch self {
      case .namespace, .table, .object, .event: true
      case .property, .tableCase, .eventCase: false
      }
    }

    /// What is added to a name that is taken by the language or the library.
    fileprivate var suffix: String {
      switch self {
      case .namespace: "Service"
      case .table, .tableCase: "Code"
      case .object: "Object"
      case .event, .eventCase: "Event"
      case .property: "Field"
      }
    }

    fileprivate var taken: Set<String> {
      switch self {
      case .namespace, .table, .object, .event: ReservedNames.types
      case .property: ReservedNames.members
      case .tableCase: ReservedNames.tableMembers
      case .eventCase: ReservedNames.eventMembers
      }
    }
  }

  /// The name of a thing: the schema's own, or one made of the wire's spelling.
  mutating func name(
    _ wire: String, given: String?, givenAt: SourceRange?, as role: Role, at range: SourceRange
  ) -> SwiftName {
    if let given {
      guard isIdentifier(given) else {
        diagnostics.error(
          .badName, "'\(given)' is no Swift name", at: givenAt ?? range,
          fix: "letters, digits and underscores, a letter first")
        return .invalid
      }
      if role.taken.contains(given) {
        diagnostics.error(
          .nameTaken, "'\(given)' is a name that generated code needs itself", at: givenAt ?? range,
          fix: "for example \(given)\(role.suffix)")
      }
      return SwiftName(text: given)
    }
    var text =
      role.isType
      ? Words.upper(wire, acronyms: acronyms) : Words.lower(wire, acronyms: acronyms)
    if role.isType {
      text = Self.capitalized(text)
    } else if let first = text.first, first.isNumber {
      text = "n" + text
    }
    guard isIdentifier(text) else {
      diagnostics.error(
        .badName, "'\(wire)' makes no Swift name", at: range, fix: "add name: with one")
      return .invalid
    }
    if role.taken.contains(text) { text += role.suffix }
    return SwiftName(text: text)
  }

  /// The name of a type that is made of a property's.
  static func type(of property: String) -> SwiftName {
    SwiftName(text: capitalized(Words.upper(property)))
  }

  /// Letters of scripts without capitals would give a type and a property one name.
  private static func capitalized(_ text: String) -> String {
    text.first.map(\.isUppercase) ?? true ? text : "N" + text
  }

  private func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isXIDStart || first == "_" else {
      return false
    }
    return text != "_" && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }
}

/// The names of one scope, each with what it stands for.
struct NameScope {
  private var taken: [String: (what: String, range: SourceRange?)] = [:]

  /// Reports when two things in a scope have one name.
  /// - Returns: whether the name was free.
  @discardableResult mutating func add(
    _ name: SwiftName, _ what: String, at range: SourceRange, _ naming: inout Naming
  ) -> Bool {
    guard name != .invalid else { return true }
    if let first = taken[name.text] {
      naming.diagnostics.error(
        .nameCollision, "\(what) and \(first.what) are both called '\(name.text)' in Swift",
        at: range,
        notes: first.range.map { [.init(message: "\(first.what) is here", range: $0)] } ?? [],
        fix: "give one of them another name with name:")
      return false
    }
    taken[name.text] = (what, range)
    return true
  }

  /// A name that generated code takes for itself.
  mutating func reserve(_ text: String, _ what: String) { taken[text] = (what, nil) }
}
