import CallbackSchema
import Foundation
import SchemaExport
import SchemaSource
import SwiftGeneration

/// What `callbackgen.json` says: which services, and what is wanted of their Swift.
struct Configuration {
  static let version = 1
  static let keys = [
    "callbackgen", "services", "output", "access", "events", "imports", "header", "acronyms",
    "unknownFields",
  ]

  /// The folders of the services, as paths from where the tool runs.
  var services: [String] = []
  var output: String?
  /// The events to generate, by the service's name; a service that is not named has all of its events.
  var events: [String: [Located<String>]] = [:]
  var options = GenerationOptions()

  /// Reads a file; every problem is reported at its place.
  ///
  /// - Returns: the configuration, and the file for the messages; nil for the former after an error.
  static func read(_ path: String, into diagnostics: inout Diagnostics) throws -> (
    configuration: Configuration?, file: SourceFile
  ) {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw ExitStatus.diskFailure("'\(path)' cannot be read", error)
    }
    let file = SourceFile(path: path, bytes: bytes)
    guard let root = SourceParser.parse(file, into: &diagnostics) else { return (nil, file) }
    var reader = NodeReader()
    let configuration = read(root, in: path, &reader)
    for diagnostic in reader.diagnostics.all { diagnostics.report(diagnostic) }
    return (reader.diagnostics.hasErrors ? nil : configuration, file)
  }

  private static func read(
    _ root: Node, in path: String, _ reader: inout NodeReader
  ) -> Configuration? {
    guard let map = reader.mapping(root, of: "a configuration", keys: keys) else { return nil }
    var found = Configuration()
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    if let version = map["callbackgen"],
      let number = reader.integer(version.value, of: "callbackgen"), number != Self.version
    {
      reader.error(
        .languageVersion, "configuration version \(number) is not known here",
        at: version.value.range, fix: "this version reads \"callbackgen\": \(Self.version)")
    }
    func below(_ text: String) -> String {
      text.hasPrefix("/") || folder.isEmpty ? text : text == "." ? folder : "\(folder)/\(text)"
    }
    if let services = map["services"] {
      found.services = reader.items(services.value, of: "services").compactMap {
        reader.text($0, of: "a folder").map(below)
      }
    }
    found.output = map["output"].flatMap { reader.text($0.value, of: "output") }.map(below)
    if let access = map["access"],
      let word = reader.word(
        access.value, of: "access level", as: GenerationOptions.Access.self)
    {
      found.options.access = word
    }
    readTexts(map, into: &found, &reader)
    if let unknown = map["unknownFields"],
      let word = reader.word(
        unknown.value, of: "unknownFields", as: GenerationOptions.UnknownFields.self)
    {
      found.options.unknownFields = word
    }
    return found
  }

  private static func readTexts(
    _ map: KeyedNodes, into found: inout Configuration, _ reader: inout NodeReader
  ) {
    if let imports = map["imports"] {
      for item in reader.items(imports.value, of: "imports") {
        guard let name = reader.text(item, of: "a module") else { continue }
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        if isName, name.first?.isNumber == false {
          found.options.imports.append(name)
        } else {
          reader.error(.badName, "'\(name)' is no module's name", at: item.range)
        }
      }
    }
    if let header = map["header"] {
      for item in reader.items(header.value, of: "header") {
        guard let line = reader.text(item, of: "a line") else { continue }
        if line.contains(where: \.isNewline) {
          reader.error(
            .badValue, "a line of the header is one line", at: item.range,
            fix: "write several items")
        } else {
          found.options.header.append(line)
        }
      }
    }
    if let acronyms = map["acronyms"] {
      for item in reader.items(acronyms.value, of: "acronyms") {
        if let word = reader.text(item, of: "an acronym") {
          found.options.acronyms.insert(word.lowercased())
        }
      }
    }
    if let events = map["events"], case .mapping(let entries) = events.value.content {
      for entry in entries {
        guard case .scalar(let name) = entry.key.content else { continue }
        found.events[name.text] = reader.items(entry.value, of: "events").compactMap { item in
          reader.text(item, of: "an event").map { Located($0, at: item.range) }
        }
      }
    } else if let events = map["events"] {
      reader.error(
        .wrongKind, "events is a mapping", at: events.value.range,
        fix: "{ \"MyService\": [\"uploaded\"] }")
    }
  }

  /// A service with the events that are wanted of it; unknown ones are reported.
  func filtered(_ service: Service, into diagnostics: inout Diagnostics) -> Service {
    guard let wanted = events[service.name] else { return service }
    let known = service.events.map(\.key)
    for event in wanted where !known.contains(event.value) {
      diagnostics.error(
        .unknownName, "service '\(service.name)' has no event '\(event.value)'", at: event.range,
        fix: closestMatch(to: event.value, in: known).map { "did you mean '\($0)'?" })
    }
    return service.filtered(toEvents: Set(wanted.map(\.value)))
  }

  /// What is in force, as the file that says so.
  var text: String {
    func list(_ items: [String]) -> JSONValue { .array(items.map { .string($0) }) }
    let value: JSONValue = [
      "callbackgen": .number("\(Self.version)"), "services": list(services),
      "output": .string(output ?? "Generated"), "access": .string(options.access.rawValue),
      "events": .object(
        events.sorted { $0.key < $1.key }.map { .init($0.key, list($0.value.map(\.value))) }),
      "imports": list(options.imports), "header": list(options.header),
      "acronyms": list(options.acronyms.sorted()),
      "unknownFields": .string(options.unknownFields.rawValue),
    ]
    return "\(value)"
  }
}
