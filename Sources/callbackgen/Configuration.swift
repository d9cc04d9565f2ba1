import CallbackSchema
import CommandSupport
import Foundation
import SchemaExport
import SchemaSource
import SwiftGeneration

/// The content of `callbackgen.json`: the services, and the options of their generated Swift.
struct Configuration {
  static let version = 1
  static let keys = [
    "callbackgen", "services", "output", "access", "events", "imports", "header", "acronyms",
    "names", "unknownFields", "brokenFields",
  ]

  /// The service folders, relative to the working directory.
  var services: [String] = []
  var output: String?
  /// The events to generate by service; all events of a service that is not listed.
  var events: [String: [Located<String>]] = [:]
  /// The overridden Swift names by service.
  var names: [String: [NameOverride]] = [:]
  var options = GenerationOptions()

  /// Reads a file, and reports every problem with its position.
  ///
  /// - Returns: the configuration, or nil after an error; and the file, for diagnostics.
  static func read(_ path: String, into diagnostics: inout Diagnostics) throws -> (
    configuration: Configuration?, file: SourceFile
  ) {
    let file = try SourceFile(reading: path)
    guard let root = SourceParser.parse(file, into: &diagnostics) else { return (nil, file) }
    var reader = NodeReader()
    let configuration = read(root, in: path, &reader)
    for diagnostic in reader.diagnostics.all { diagnostics.report(diagnostic) }
    return (reader.diagnostics.hasErrors ? nil : configuration, file)
  }

  /// A path of a configuration file, relative to the working directory.
  static func path(_ text: String, beside file: String) -> String {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    return text.hasPrefix("/") || folder.isEmpty ? text : text == "." ? folder : "\(folder)/\(text)"
  }

  /// Warns of service folders in the `Schemas` beside the file that its `services` leaves out.
  func reportLeftOut(_ file: String) throws {
    let schemas = Self.path("Schemas", beside: file)
    guard !services.isEmpty, try Files.kind(schemas) == .folder else { return }
    let named = Set(services.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    for name in try Files.names(in: schemas) {
      let folder = "\(schemas)/\(name)"
      guard try Files.kind(folder) == .folder,
        !named.contains(URL(fileURLWithPath: folder).standardizedFileURL.path),
        try Files.names(in: folder).contains(where: SchemaFolder.isSchema)
      else { continue }
      try Output.report(
        "\(file): warning: 'services' leaves out 'Schemas/\(name)': add it, or remove 'services' for every folder of Schemas\n"
      )
    }
  }

  private static func read(
    _ root: Node, in path: String, _ reader: inout NodeReader
  ) -> Configuration? {
    guard let map = reader.mapping(root, of: "a configuration", keys: keys) else { return nil }
    var found = Configuration()
    if let version = map["callbackgen"],
      let number = reader.integer(version.value, of: "callbackgen"), number != Self.version
    {
      reader.error(
        .languageVersion, "configuration version \(number) is not supported",
        at: version.value.range, fix: "this version reads \"callbackgen\": \(Self.version)")
    }
    func below(_ text: String) -> String { Self.path(text, beside: path) }
    found.services = reader.texts(map["services"]?.value, of: "services", each: "a folder")
      .map { below($0.value) }
    found.output = map["output"].flatMap { reader.text($0.value, of: "output") }.map(below)
    if let access = map["access"],
      let word = reader.word(
        access.value, of: "access level", as: GenerationOptions.Access.self)
    {
      found.options.access = word
    }
    readTexts(map, into: &found, &reader)
    readServices(map, into: &found, &reader)
    if let unknown = map["unknownFields"],
      let word = reader.word(
        unknown.value, of: "unknownFields", as: GenerationOptions.UnknownFields.self)
    {
      found.options.unknownFields = word
    }
    if let broken = map["brokenFields"],
      let word = reader.word(
        broken.value, of: "brokenFields", as: GenerationOptions.BrokenFields.self)
    {
      found.options.brokenFields = word
    }
    return found
  }

  private static func readTexts(
    _ map: KeyedNodes, into found: inout Configuration, _ reader: inout NodeReader
  ) {
    for name in reader.texts(map["imports"]?.value, of: "imports", each: "a module") {
      let isName = name.value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      if isName, name.value.first?.isNumber == false {
        found.options.imports.append(name.value)
      } else {
        reader.error(.badName, "'\(name.value)' is not a module name", at: name.range)
      }
    }
    for line in reader.texts(map["header"]?.value, of: "header", each: "a line") {
      if line.value.contains(where: \.isNewline) {
        reader.error(
          .badValue, "a line of the header contains a line break", at: line.range,
          fix: "write an item for each line")
      } else {
        found.options.header.append(line.value)
      }
    }
    for word in reader.texts(map["acronyms"]?.value, of: "acronyms", each: "an acronym") {
      found.options.acronyms.insert(word.value.lowercased())
    }
  }

  /// Reads the options of single services.
  private static func readServices(
    _ map: KeyedNodes, into found: inout Configuration, _ reader: inout NodeReader
  ) {
    let services = found.services.map {
      URL(fileURLWithPath: $0).standardizedFileURL.lastPathComponent
    }
    for (service, events) in reader.named(
      map["events"], of: "events", services, fix: #"{ "MyService": ["uploaded"] }"#)
    {
      found.events[service] = reader.texts(events, of: "events", each: "an event")
    }
    let fix = #"{ "MyService": { "uploaded.fileList": "files" } }"#
    for (service, names) in reader.named(map["names"], of: "names", services, fix: fix) {
      guard case .mapping(let entries) = names.content else {
        reader.error(
          .wrongKind, "the names of a service are a mapping", at: names.range, fix: fix)
        continue
      }
      found.names[service] = entries.compactMap { entry in
        guard let path = reader.text(entry.key, of: "a path"),
          let name = reader.text(entry.value, of: "a name")
        else { return nil }
        return NameOverride(
          path: Located(path, at: entry.key.range), name: Located(name, at: entry.value.range))
      }
    }
  }

  /// Applies the names and events of the configuration to a service; names that the service lacks are reported.
  func applied(to service: Service, into diagnostics: inout Diagnostics) -> Service {
    let service = service.renamed(names[service.name] ?? [], into: &diagnostics)
    guard let wanted = events[service.name] else { return service }
    let known = service.events.map(\.key)
    for event in wanted where !known.contains(event.value) {
      diagnostics.error(
        .unknownName, "service '\(service.name)' has no event '\(event.value)'", at: event.range,
        fix: suggestion(for: event.value, in: known))
    }
    return service.filtered(toEvents: Set(wanted.map(\.value)))
  }

  /// The configuration as the text of a `callbackgen.json`.
  var text: String {
    func list(_ items: [String]) -> JSONValue { .array(items.map { .string($0) }) }
    let value: JSONValue = [
      "callbackgen": .number("\(Self.version)"), "services": list(services),
      "output": .string(output ?? "Generated"), "access": .string(options.access.rawValue),
      "events": .object(
        events.sorted { $0.key < $1.key }.map { .init($0.key, list($0.value.map(\.value))) }),
      "imports": list(options.imports), "header": list(options.header),
      "acronyms": list(options.acronyms.sorted()),
      "names": .object(
        names.sorted { $0.key < $1.key }.map { service, names in
          .init(
            service,
            .object(names.map { .init($0.path.value, .string($0.name.value)) }))
        }),
      "unknownFields": .string(options.unknownFields.rawValue),
      "brokenFields": .string(options.brokenFields.rawValue),
    ]
    return "\(value)"
  }
}

extension NodeReader {
  /// The texts of a list; none if there is no list.
  fileprivate mutating func texts(
    _ list: Node?, of what: String, each item: String
  ) -> [Located<String>] {
    guard let list else { return [] }
    return items(list, of: what).compactMap { node in
      text(node, of: item).map { Located($0, at: node.range) }
    }
  }

  /// The value of a key for each service, by name.
  fileprivate mutating func named(
    _ entry: Node.Entry?, of what: String, _ services: [String], fix: String
  ) -> [(service: String, value: Node)] {
    guard let entry else { return [] }
    guard case .mapping(let entries) = entry.value.content else {
      error(.wrongKind, "\(what) is a mapping", at: entry.value.range, fix: fix)
      return []
    }
    return entries.compactMap { entry in
      guard case .scalar(let name) = entry.key.content else { return nil }
      // A build step may leave the services to the plugin.
      if !services.isEmpty, !services.contains(name.text) {
        error(
          .unknownName, "\(what): '\(name.text)' is none of the services", at: entry.key.range,
          fix: suggestion(for: name.text, in: services)
            ?? "one of \(services.joined(separator: ", "))")
      }
      return (name.text, entry.value)
    }
  }
}
