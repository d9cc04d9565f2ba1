import SchemaSource

/// Paths of declarations in a schema, such as `events.uploaded.fileList`.
public enum SchemaPath {
  /// A name as a component of a path, quoted if it contains a dot or a quotation mark.
  public static func component(_ name: String) -> String {
    let isQuoted = name.withBytes { bytes in
      bytes.contains(UInt8(ascii: ".")) || bytes.contains(UInt8(ascii: "\""))
    }
    return isQuoted ? "\"\(name)\"" : name
  }
}
