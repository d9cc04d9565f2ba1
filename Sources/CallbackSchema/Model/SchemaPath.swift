/// Paths to the things of a schema: `events.uploaded.fileList`.
public enum SchemaPath {
  /// A name as a part of a path: in quotes where it has a dot of its own.
  public static func component(_ name: String) -> String {
    name.contains(".") || name.contains("\"") ? "\"\(name)\"" : name
  }
}
