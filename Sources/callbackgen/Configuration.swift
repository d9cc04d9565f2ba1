import CallbackSchema
import Foundation
import SchemaSource
import SwiftGeneration

/// What `callbackgen.json` says: which services, and what is wanted of their Swift.
struct Configuration {
  static let version = 1
  static let keys = ["callbackgen", "services", "output", "unknownFields"]

  /// The folders of the services, as paths from where the tool runs.
  var services: [String] = []
  var output: String?
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
    if let unknown = map["unknownFields"],
      let word = reader.word(
        unknown.value, of: "unknownFields", as: GenerationOptions.UnknownFields.self)
    {
      found.options.unknownFields = word
    }
    return found
  }
}
