/// The properties that the structs of generated Swift store, and those that they compare.
public struct ComparedProperties {
  /// By the qualified name of a struct.
  public private(set) var stored: [String: [String]] = [:]
  public private(set) var compared: [String: [String]] = [:]

  /// - Parameter texts: generated files.
  public init(in texts: [String]) {
    for text in texts { read(text) }
  }

  /// What is stored and not compared, compared twice, or compared with another property.
  public var problems: [String] {
    Set(stored.keys).union(compared.keys).sorted().compactMap { type in
      let (stored, compared) = (stored[type] ?? [], compared[type] ?? [])
      return stored.sorted() == compared.sorted()
        ? nil : "\(type) stores \(stored) and compares \(compared)"
    }
  }

  private mutating func read(_ text: String) {
    // Once for a text: a literal in the loop is parsed for each line.
    let `extension` = /extension (\S+?):? .*\{/
    let type = /\ *public (?:struct|enum) ([^ :]+)(.*) \{/
    let object = /CallbackRuntime\.(CallbackObject|HeaderedCallback)/
    let property = /\ *(?:public|private) var ([^ :]+)/
    let comparison = /context\.compare\((?:self\.)?([^ ,]+), other\.([^ ,)]+)/
    // The declarations and extensions around a line, with their indentation.
    var scopes: [(indentation: Int, path: String, isObject: Bool)] = []
    for line in Self.lines(of: text) {
      let indentation = line.prefix { $0 == " " }.count
      while let last = scopes.last, line.last == "}" || line.last == "{",
        indentation <= last.indentation
      { scopes.removeLast() }
      if line.hasPrefix("extension "),
        let (_, path) = line.wholeMatch(of: `extension`)?.output
      {
        scopes.append((0, String(path), false))
      } else if line.hasSuffix("{"),
        let (_, name, conformance) = line.wholeMatch(of: type)?.output
      {
        let path = (scopes.last.map { "\($0.path)." } ?? "") + name
        let isObject = conformance.contains(object)
        scopes.append((indentation, path, isObject))
        if isObject { stored[path] = [] }
      } else if let scope = scopes.last, scope.isObject, indentation == scope.indentation + 2,
        let (_, name) = line.prefixMatch(of: property)?.output,
        !line.contains("{")
      {
        stored[scope.path]?.append(String(name))
      } else if let path = scopes.last?.path, line.contains("context.compare"),
        let (_, first, second) = line.firstMatch(of: comparison)?.output
      {
        compared[path, default: []].append(first == second ? String(first) : "\(first), \(second)")
      }
    }
  }

  /// The lines without doc comments; a call or a head that is broken is one line.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      let content = line.drop { $0 == " " }
      if content.hasPrefix("///") { continue }
      if let last = lines.last?.last, last == "(" || last == "," || last == ":" || content == "{" {
        lines[lines.count - 1] += (last == "(" ? "" : " ") + content
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }
}
