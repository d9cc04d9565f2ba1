public import SchemaSource

/// Loads a service from the schema files of its folder.
public enum SchemaLoader {
  /// Parses the files, in any order, builds the model and runs all checks.
  ///
  /// Reports every problem, not only the first.
  /// - Parameters:
  ///   - files: the folder's YAML files.
  ///   - folder: the folder's path, the position of problems that belong to no file.
  /// - Returns: the service, possibly incomplete; nil without `service`. Valid only if no error was reported.
  public static func load(
    _ files: [SourceFile], folder: String, into diagnostics: inout Diagnostics
  ) -> Service? {
    var loading = Loading()
    let files = files.sorted { $0.path < $1.path }
    for (file, (root, found)) in zip(files, files.concurrentMap(parse)) {
      loading.reader.diagnostics.report(found)
      guard let root else {
        loading.reader.isIncomplete = true
        continue
      }
      loading.collect(root, stem: stem(of: file.path))
    }
    var service = loading.service(folder: folder)
    var reader = loading.reader
    discard(consume loading)
    if var found = service {
      Checks.run(&found, &reader)
      service = found
    }
    diagnostics.report(reader.diagnostics)
    return service
  }

  /// Parses a file, and checks it without the others.
  private static func parse(_ file: SourceFile) -> (root: Node?, found: Diagnostics) {
    var found = Diagnostics()
    let root = SourceParser.parse(file, into: &found)
    if let root { SourceLints.check(root, in: file, into: &found) }
    return (root, found)
  }

  /// A file's name without its folder and extension.
  static func stem(of path: String) -> String {
    let name = lastComponent(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// A named definition: its key, its value and the stem of its file.
struct Definition {
  var key: Node
  var value: Node
  var stem: String

  var name: String { key.scalarText ?? "" }
}

/// The state of loading one service.
struct Loading {
  var reader = NodeReader()
  var stems: [String] = []
  /// The stems by their text in lower case.
  private var stemsByCase: [String: String] = [:]
  var services: [Definition] = []
  var tableDefinitions: [Definition] = []
  var objectDefinitions: [Definition] = []
  var formatDefinitions: [Definition] = []
  var eventDefinitions: [Definition] = []

  /// The positions of ids that are lists.
  var listedIDs: [SourceRange] = []

  var editions: [Edition] = []
  var tables: [CodeTable] = []

  /// Collects the definitions of a file. The file of a definition decides only which Swift file it is generated into.
  mutating func collect(_ root: Node, stem: String) {
    guard let file = reader.mapping(root, of: "a schema file", keys: LanguageKeys.file) else {
      return
    }
    // Each file becomes a Swift file, possibly on a case-insensitive file system.
    if let other = stemsByCase[stem.lowercased()] {
      reader.error(
        .duplicateDefinition, "another file of this folder has the name '\(other)'",
        at: SourceRange(path: root.range.path, start: root.range.start, end: root.range.start),
        fix: "rename one of them, or merge them; names differ by more than case")
    }
    stemsByCase[stem.lowercased(), default: stem] = stem
    stems.append(stem)
    checkVersion(file)
    if let service = file["service"] {
      services.append(Definition(key: service.key, value: service.value, stem: stem))
    }
    Self.add(entries(file["tables"]), stem, to: &tableDefinitions)
    Self.add(entries(file["objects"]), stem, to: &objectDefinitions)
    Self.add(entries(file["formats"]), stem, to: &formatDefinitions)
    Self.add(entries(file["events"]), stem, to: &eventDefinitions)
  }

  private mutating func checkVersion(_ file: KeyedNodes) {
    guard let version = file["callbackgen"] else {
      reader.error(
        .languageVersion, "the version of the schema language is missing",
        at: SourceRange(path: file.range.path, start: file.range.start, end: file.range.start),
        fix: "begin the file with callbackgen: \(LanguageKeys.version)")
      return
    }
    guard let number = reader.integer(version.value, of: "callbackgen") else { return }
    if number != LanguageKeys.version {
      reader.error(
        .languageVersion, "unknown version \(number) of the schema language",
        at: version.value.range,
        fix: "this version of the tool reads callbackgen: \(LanguageKeys.version)")
    }
  }

  private mutating func entries(_ entry: Node.Entry?) -> [Node.Entry] {
    entry.map { reader.entries($0.value, of: $0.key.scalarText ?? "") } ?? []
  }

  private static func add(
    _ entries: [Node.Entry], _ stem: String, to definitions: inout [Definition]
  ) {
    for entry in entries {
      definitions.append(Definition(key: entry.key, value: entry.value, stem: stem))
    }
  }

  /// The first definition of each name; reports the others.
  mutating func unique(_ definitions: [Definition], _ what: String) -> [Definition] {
    var first: [String: SourceRange] = [:]
    first.reserveCapacity(definitions.count)
    let repeated = Set(
      definitions.indices.filter { place in
        let key = definitions[place].key
        let name = definitions[place].name
        // One look at the table for a name of its own.
        guard let earlier = first.updateValue(key.range, forKey: name) else { return false }
        first[name] = earlier
        reader.error(
          .duplicateDefinition, "\(what) '\(name)' is defined twice", at: key.range,
          notes: [.init(message: "first defined here", range: earlier)])
        reader.isIncomplete = true
        return true
      })
    if repeated.isEmpty { return definitions }
    return definitions.indices.filter { !repeated.contains($0) }.map { definitions[$0] }
  }

  mutating func service(folder: String) -> Service? {
    guard let definition = services.first else {
      if !reader.isIncomplete {
        let start = SourcePosition(line: 1, column: 1, offset: 0)
        reader.error(
          .serviceCount, "no file of this folder has the key 'service'",
          at: SourceRange(path: folder, start: start, end: start),
          fix: "add service: to one file, usually service.yaml")
      }
      return nil
    }
    for other in services.dropFirst() {
      reader.error(
        .serviceCount, "a second service in one folder", at: other.key.range,
        notes: [.init(message: "the first service is here", range: definition.key.range)],
        fix: "move the second service to its own folder")
    }
    let folderName = SchemaLoader.lastComponent(of: folder)
    let service = load(definition, in: folderName)
    if let service, service.name != folderName, !folderName.isEmpty {
      reader.error(
        .folderName, "service '\(service.name)' is in a folder called '\(folderName)'",
        at: service.range, fix: "rename the folder, or the service")
    }
    return service
  }
}

extension Node {
  /// The text of a scalar without quotes.
  var plainText: String? {
    if case .scalar(let scalar) = content, scalar.style == .plain { scalar.text } else { nil }
  }
}
