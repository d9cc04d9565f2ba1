public import CallbackSchema
import Foundation
public import SchemaSource

/// A schema that nobody wrote: any key of the language beside any other, the same for a seed in every run.
///
/// Most of them lint clean. Some break a rule on purpose: what lint says then is right or wrong elsewhere; here it
/// matters that whatever it lets pass generates Swift that compiles.
public struct RandomSchema: Sendable {
  public let seed: Int
  /// The YAML of the one file.
  public let text: String
  /// What of the language it uses: `field.unit`, `type int`, `unit ms`.
  public let reached: Set<String>

  /// The name of the service and its folder.
  public var name: String { "Random\(seed)" }

  public init(seed: Int) {
    let drawing = SchemaDrawing(seed: seed)
    self.seed = seed
    text = drawing.schema()
    reached = drawing.reached
  }

  /// How many schemas a test draws; the long campaign sets more.
  public static func count(standard: Int) -> Int {
    ProcessInfo.processInfo.environment["CALLBACKGEN_SCHEMAS"].flatMap { Int($0) } ?? standard
  }

  public var file: SourceFile {
    SourceFile(path: "\(name)/service.yaml", bytes: Array(text.utf8))
  }

  /// The service, where it lints clean; warnings are no obstacle.
  public func load(into diagnostics: inout Diagnostics) -> Service? {
    let service = SchemaLoader.load([file], folder: name, into: &diagnostics)
    return diagnostics.hasErrors ? nil : service
  }

  /// Writes the schema where somebody who reads a failed test finds it, as a folder that `callbackgen lint` takes.
  ///
  /// - Returns: its path, and how to draw it anew.
  public func kept() -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "callbackgen-random/\(name)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("service.yaml")
    try? text.write(to: file, atomically: true, encoding: .utf8)
    return "seed \(seed), \(file.path)"
  }
}
