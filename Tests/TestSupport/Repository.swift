public import CallbackSchema
public import Foundation
public import SchemaSource

/// The files of this package, for tests that read them.
public enum Repository {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the build that the running tests are part of.
  public static let products: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    return (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
  }()

  /// The YAML files of a folder, with paths relative to the package as diagnostics print them.
  public static func schemaFiles(_ folder: String) throws -> [SourceFile] {
    // `pages.yaml` says how the vendor's pages are written, and is no schema.
    try files(folder) { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && $0 != "pages.yaml" }
  }

  /// The bodies under a service's `Examples`, by name.
  public static func examples(_ folder: String) throws -> [String: SourceFile] {
    let files = try files("\(folder)/Examples") { $0.hasSuffix(".json") }
    return Dictionary(
      uniqueKeysWithValues: files.map { (String($0.path.split(separator: "/").last ?? ""), $0) })
  }

  private static func files(_ folder: String, where isMeant: (String) -> Bool) throws
    -> [SourceFile]
  {
    let url = root.appendingPathComponent(folder)
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).filter(isMeant).sorted()
      .map { name in
        let data = try Data(contentsOf: url.appendingPathComponent(name))
        return SourceFile(path: "\(folder)/\(name)", bytes: [UInt8](data))
      }
  }

  public static func folders(in folder: String) throws -> [String] {
    let url = root.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(
      at: url, includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
      .map(\.lastPathComponent).sorted()
  }

  /// The Swift files of a folder, at any depth, in order.
  public static func swiftFiles(below folder: String) -> [URL] {
    let found = FileManager.default.enumerator(
      at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  public static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
  }
}

/// A service made of the text of one schema file, for tests of one construct.
public func load(_ text: String, into diagnostics: inout Diagnostics) -> Service? {
  SchemaLoader.load(
    [SourceFile(path: "Sample/service.yaml", bytes: [UInt8](text.utf8))], folder: "Sample",
    into: &diagnostics)
}
