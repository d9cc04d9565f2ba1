import CallbackSchema
import SchemaSource

/// Derives Swift names from wire names, and reports invalid ones.
struct Naming {
  var diagnostics = Diagnostics()
  /// Acronyms in addition to the built-in ones, in lowercase.
  var acronyms: Set<String> = []

  /// The kind of declaration, which determines the case of its name and the names it cannot have.
  enum Role {
    case namespace, table, object, event, property, tableCase, eventCase

    var isType: Bool {
      switch self {
      case .namespace, .table, .object, .event: true
      case .property, .tableCase, .eventCase: false
      }
    }

    /// The suffix for a name that is reserved.
    fileprivate var suffix: String {
      switch self {
      case .namespace: "Service"
      case .table, .tableCase: "Code"
      case .object: "Object"
      case .event, .eventCase: "Event"
      case .property: "Field"
      }
    }

    fileprivate var reserved: NameSet {
      switch self {
      case .namespace, .table, .object, .event: ReservedNames.types
      case .property: ReservedNames.members
      case .tableCase: ReservedNames.tableMembers
      case .eventCase: ReservedNames.eventMembers
      }
    }
  }

  /// The Swift name of an element: the name given in the schema, or one derived from the wire name.
  mutating func name(
    _ wire: String, given: Located<String>? = nil, as role: Role, at range: SourceRange
  ) -> SwiftName {
    if let given {
      let (given, range) = (given.value, given.range)
      guard isIdentifier(given) else {
        diagnostics.error(
          .badName, "'\(given)' is not a Swift name", at: range,
          fix: "letters, digits and underscores, a letter first")
        return .invalid
      }
      if role.reserved.contains(given) {
        diagnostics.error(
          .nameTaken, "'\(given)' is reserved for generated code", at: range,
          fix: "for example \(given)\(role.suffix)")
      }
      return SwiftName(text: given)
    }
    var text =
      role.isType
      ? Words.upper(wire, acronyms: acronyms) : Words.lower(wire, acronyms: acronyms)
    if role.isType {
      text = Self.capitalized(text)
    } else if let byte = text.utf8.first,
      byte.isDigit || byte >= 0x80 && text.first?.isNumber == true
    {
      text = "n" + text
    }
    guard isIdentifier(text) else {
      diagnostics.error(
        .badName, "no Swift name can be derived from '\(wire)'", at: range,
        fix: "add name: with one")
      return .invalid
    }
    if role.reserved.contains(text) { text += role.suffix }
    return SwiftName(text: text)
  }

  /// The name of a type that is made of a property's.
  static func type(of property: String) -> SwiftName {
    SwiftName(text: capitalized(Words.upper(property)))
  }

  /// Letters of scripts without capitals would give a type and a property one name.
  private static func capitalized(_ text: String) -> String {
    guard let byte = text.utf8.first, !byte.isUppercase else { return text }
    return text.first.map(\.isUppercase) ?? true ? text : "N" + text
  }

  private func isIdentifier(_ text: String) -> Bool {
    if let byte = text.utf8.first, !byte.isDigit, text != "_",
      text.withBytes({ $0.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") } })
    {
      return true
    }
    guard let first = text.unicodeScalars.first, first.properties.isXIDStart || first == "_" else {
      return false
    }
    return text != "_" && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }
}

/// The names declared in one scope, to report collisions.
struct NameScope {
  private var taken: [String: Owner] = [:]

  /// - Parameter capacity: about as many names as will be added.
  init(capacity: Int) { taken.reserveCapacity(capacity) }

  init() {}

  /// The element that has a name.
  private struct Owner {
    var kind: String
    /// Its name in the schema; nil for what generated code declares itself.
    var wire: String?
    var range: SourceRange?

    /// The element in a message: `field 'roomId'`.
    var text: String {
      guard let wire else { return kind }
      return kind.isEmpty ? "'\(wire)'" : "\(kind) '\(wire)'"
    }
  }

  /// Adds the name of an element, or reports an error if the scope has the name already.
  ///
  /// - Parameters:
  ///   - kind: what the element is, in a message; the text of the message is made for an error only.
  ///   - wire: the name of the element in the schema.
  /// - Returns: whether the name was free.
  @discardableResult mutating func add(
    _ name: SwiftName, _ kind: String, _ wire: String, at range: SourceRange,
    _ naming: inout Naming
  ) -> Bool {
    guard name != .invalid else { return true }
    let owner = Owner(kind: kind, wire: wire, range: range)
    // One look at the table for a name that is free.
    if let first = taken.updateValue(owner, forKey: name.text) {
      taken[name.text] = first
      naming.diagnostics.error(
        .nameCollision, "\(owner.text) and \(first.text) are both called '\(name.text)' in Swift",
        at: range,
        notes: first.range.map { [.init(message: "\(first.text) is here", range: $0)] } ?? [],
        fix: "give one of them another name with name:")
      return false
    }
    return true
  }

  /// Reserves a name that generated code declares itself.
  mutating func reserve(_ text: String, _ what: String) { taken[text] = Owner(kind: what) }
}
