/// Writes code that uses all of a generated service: it reads every property, calls every initializer and switches over
/// every enum.
struct ConsumerWriter {
  /// The switches that have `@unknown default` besides a case for each case of the enum.
  enum UnknownDefaults: String, CaseIterable {
    /// Those without which the compiler refuses the switch: the enum is `@nonexhaustive`.
    case required
    case everywhere
  }

  /// One type of the generated code.
  private struct Declared {
    var path: String
    var keyword: String
    var properties: [(name: String, type: String)] = []
    var constants: [String] = []
    var cases: [(name: String, values: [(label: String, type: String)])] = []
    var isComparable = false
    /// The generated protocols to which it conforms.
    var protocols: [String] = []
    var isNonexhaustive = false
    var parameters: [(name: String, isOptional: Bool)]?
    /// It is a callback that is read from a form, or from a list of callbacks.
    var isForm = false
    var isListed = false
  }

  private var types: [Declared] = []

  /// - Parameter swift: generated code, whose indentation tells what lies in what.
  init(_ swift: String) {
    var stack: [(indent: Int, place: Int)] = []
    var isInParameters = false
    var isNonexhaustive = false
    var line = 0
    let lines = swift.split(separator: "\n", omittingEmptySubsequences: false)
    while line < lines.count {
      let text = lines[line]
      line += 1
      if text.hasPrefix("// MARK: - Reading, writing") { break }
      let indent = text.prefix { $0 == " " }.count
      let words = text.dropFirst(indent)
      while let last = stack.last, indent <= last.indent, !words.isEmpty, !words.hasPrefix("#") {
        stack.removeLast()
      }
      if words == "@nonexhaustive" { isNonexhaustive = true }
      if let name = Self.declared(
        words,
        ["public enum ", "public struct ", "public protocol ", "extension "])
      {
        open(name, words, indent, &stack)
        if words.hasPrefix("public enum "), let place = stack.last?.place {
          types[place].isNonexhaustive = isNonexhaustive
          isNonexhaustive = false
        }
        continue
      }
      guard let place = stack.last?.place else { continue }
      if isInParameters {
        if words.hasPrefix(")") { isInParameters = false } else { parameter(words, place) }
      } else if words.hasPrefix("public init("), words.hasSuffix(") {"),
        !words.hasPrefix("public init(rawValue"), !words.hasPrefix("public init(form:")
      {
        types[place].parameters = []
        let inner = words.dropFirst("public init(".count).dropLast(") {".count)
        for part in inner.split(separator: ",") { parameter(part.drop { $0 == " " }, place) }
      } else if words == "public init() {}" {
        types[place].parameters = []
      } else if words == "public init(", !lines[line].contains(" form: ") {
        types[place].parameters = []
        isInParameters = true
      } else if let keyword = Self.variable(words, in: types[place].keyword),
        let colon = words.firstIndex(of: ":")
      {
        let name = words[words.index(words.startIndex, offsetBy: keyword.count)..<colon]
        let type = words[words.index(colon, offsetBy: 2)...]
        let word =
          type.hasPrefix("(any ")
          ? type.prefix { $0 != "{" }.dropLast() : type.prefix { $0 != " " && $0 != "{" }
        types[place].properties.append((String(name), String(word)))
      } else if words.hasPrefix("public func form() -> [") {
        types[place].isForm = true
      } else if words == "public static func list(" {
        types[place].isListed = true
      } else if words.hasPrefix("public static let ") {
        let name = words.dropFirst("public static let ".count).prefix { $0 != ":" && $0 != " " }
        types[place].constants.append(String(name))
      } else if words.hasPrefix("case ") || words.hasPrefix("indirect case ") {
        let words = words.hasPrefix("case ") ? words : words.dropFirst("indirect ".count)
        let name = words.dropFirst(5).prefix { $0 != "(" && $0 != " " }
        // The cases of a switch begin with a dot or a literal.
        guard let first = name.first, first.isLetter || first == "`",
          !words.contains(":") || words.contains("(")
        else { continue }
        var values = words.contains("(") ? Self.labels(words.dropFirst(name.count + 5)) : []
        // A case that is written over several lines has a value on each.
        if words.hasSuffix("(") {
          values = []
          while line < lines.count, !lines[line].drop(while: { $0 == " " }).hasPrefix(")") {
            values += Self.labels(lines[line])
            line += 1
          }
        }
        types[place].cases.append((String(name), values))
      }
    }
  }

  /// The labels of associated values, with a colon behind, empty for a value without one; and their types.
  private static func labels(_ text: Substring) -> [(label: String, type: String)] {
    text.filter { !"()".contains($0) }.split(separator: ",").map { part in
      let part = part.drop { $0 == " " }
      guard let colon = part.firstIndex(of: ":") else { return ("", String(part)) }
      return ("\(part[..<colon]): ", String(part[part.index(after: colon)...].drop { $0 == " " }))
    }
  }

  /// The words that begin a property in a type or, without an access level, in a protocol; nil for another line.
  private static func variable(_ words: Substring, in keyword: String) -> String? {
    let beginning = keyword == "protocol" ? "var " : "public var "
    return words.hasPrefix(beginning) ? beginning : nil
  }

  private static func declared(_ words: Substring, _ keywords: [String]) -> String? {
    guard words.hasSuffix("{"), let keyword = keywords.first(where: { words.hasPrefix($0) }) else {
      return nil
    }
    return String(words.dropFirst(keyword.count).prefix { $0 != ":" && $0 != " " })
  }

  private mutating func open(
    _ name: String, _ words: Substring, _ indent: Int, _ stack: inout [(indent: Int, place: Int)]
  ) {
    let path = stack.last.map { "\(types[$0.place].path).\(name)" } ?? name
    if let place = types.firstIndex(where: { $0.path == path }) {
      stack.append((indent, place))
    } else {
      let keyword =
        ["struct", "protocol"].first { words.hasPrefix("public \($0)") } ?? "enum"
      var type = Declared(
        path: path, keyword: keyword, isComparable: words.contains("Comparable"))
      if keyword == "struct", let colon = words.firstIndex(of: ":") {
        type.protocols = words[words.index(after: colon)...].split(separator: ",").map {
          String($0.filter { !" {".contains($0) })
        }.filter { !$0.contains(".") }
      }
      types.append(type)
      stack.append((indent, types.count - 1))
    }
  }

  private mutating func parameter(_ words: Substring, _ place: Int) {
    let name = words.prefix { $0 != ":" }
    types[place].parameters?.append((String(name), words.contains(" = ")))
  }

  /// The consumer's code.
  ///
  /// - Parameters:
  ///   - module: what it imports.
  ///   - unknownDefaults: the switches that have `@unknown default`.
  func text(module: String, unknownDefaults: UnknownDefaults) -> String {
    var lines = ["import CallbackRuntime", "import \(module)", ""]
    for (number, type) in types.enumerated() {
      for (place, constant) in type.constants.enumerated() {
        lines.append("private let constant\(number)_\(place) = \(type.path).\(constant)")
      }
      guard type.keyword != "enum" || !type.cases.isEmpty else { continue }
      let prefix = type.keyword == "protocol" ? "any " : ""
      lines.append("private func use\(number)(_ value: \(prefix)\(type.path)) {")
      for name in type.protocols {
        lines.append("  let _: any \(qualified(name, in: type.path)) = value")
      }
      for property in type.properties {
        let known = qualified(property.type, in: type.path)
        if known.hasSuffix("?") {
          lines.append(
            "  if let found = value.\(property.name) { let _: \(known.dropLast()) = found }")
        } else {
          lines.append("  let _: \(known) = value.\(property.name)")
        }
      }
      if type.isForm {
        lines.append("  let _: [UInt8] = value.form()")
        lines.append("  _ = try? \(type.path)(form: \"\")")
      }
      if type.isListed {
        lines.append("  let _: [UInt8] = \(type.path).json(list: [value])")
        lines.append("  _ = try? \(type.path).list(json: \"[]\")")
      }
      if type.isComparable { lines.append("  _ = value < value") }
      if let parameters = type.parameters, type.keyword == "struct" {
        let arguments = parameters.map { "\($0.name): value.\($0.name)" }.joined(separator: ", ")
        lines.append("  _ = \(type.path)(\(arguments))")
      }
      if !type.cases.isEmpty {
        lines.append("  switch value {")
        for one in type.cases {
          let values = one.values.enumerated().map { "\($1.label)let value\($0)" }
          let list = values.isEmpty ? "" : "(\(values.joined(separator: ", ")))"
          lines.append("  case .\(one.name)\(list):")
          for (place, value) in one.values.enumerated() {
            lines.append("    let _: \(qualified(value.type, in: type.path)) = value\(place)")
          }
          if values.isEmpty { lines.append("    break") }
        }
        if type.isNonexhaustive || unknownDefaults == .everywhere {
          lines.append("  @unknown default: break")
        }
        lines.append("  }")
      }
      lines += ["}", ""]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A type as it is written outside: names are looked up from the innermost type outwards.
  private func qualified(_ type: String, in path: String) -> String {
    if type.hasPrefix("[") {
      let isOptional = type.hasSuffix("?")
      let inner = type.dropFirst().dropLast(isOptional ? 2 : 1)
      return "[\(qualified(String(inner), in: path))]\(isOptional ? "?" : "")"
    }
    if type.hasPrefix("(any ") {
      return "(any \(qualified(String(type.dropFirst(5).dropLast(2)), in: path)))?"
    }
    let name = type.hasSuffix("?") ? String(type.dropLast()) : type
    var around = path.split(separator: ".").map(String.init)
    while !around.isEmpty {
      let candidate = (around + [name]).joined(separator: ".")
      if types.contains(where: { $0.path == candidate }) {
        return candidate + (type.hasSuffix("?") ? "?" : "")
      }
      around.removeLast()
    }
    return type
  }
}
