import CallbackSchema
import SchemaSource

/// What the loader reports about a service in one file.
public enum SchemaMessages {
  /// The messages in order: `LINE: MESSAGE [CODE]; CORRECTION`.
  public static func of(_ text: String) -> [String] {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "service.yaml", bytes: Array(text.utf8))
    _ = SchemaLoader.load([file], folder: "Sample", into: &diagnostics)
    return diagnostics.sorted.map {
      "\($0.range.start.line): \($0.message) [\($0.code.id)]; \($0.fix ?? "no correction")"
    }
  }
}
