public import SchemaSource

/// The draft as YAML to paste, grouped by the place where it belongs.
public struct DraftText: CustomStringConvertible, Sendable {
  public let description: String

  /// - Parameters:
  ///   - draft: the draft.
  ///   - page: the path of the page, for comments.
  ///   - files: the schema files, for the lines of the places.
  public init(_ draft: Draft, page: String, files: [SourceFile]) {
    let directory = SchemaDirectory(files)
    description = draft.parts.map { Self.text($0, page: page, directory) }.joined(separator: "\n")
  }

  private static func text(_ part: Draft.Part, page: String, _ directory: SchemaDirectory) -> String
  {
    var lines = ["# \(part.subject), \(page):\(part.position.line)"]
    lines += part.remarks.map { "# to decide, line \($0.position.line): \($0.text)" }
    for edit in part.edits { lines += Self.lines(edit, directory) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The place of an edit as a comment, and its YAML below the keys of its path.
  private static func lines(_ edit: SchemaEdit, _ directory: SchemaDirectory) -> [String] {
    let writer = YAMLWriter()
    let location = location(of: edit, directory)
    switch edit.operation {
    case .insert(let entry, let placement):
      let place =
        if case .after(let key) = placement { "below '\(key)'" } else { "in it" }
      return ["# in \(location), \(place):"]
        + nested(writer.lines(entry, indentation: 2 * edit.path.count), edit.path)
    case .append(let value):
      return ["# in \(location), one more element:"]
        + nested(
          [], edit.path.dropLast(), last: edit.path.last, "[..., \(writer.flow(value) ?? "")]")
    case .replace(let value):
      return ["# in \(location), instead of the value:"]
        + nested([], edit.path.dropLast(), last: edit.path.last, writer.flow(value) ?? "")
    }
  }

  private static func location(of edit: SchemaEdit, _ directory: SchemaDirectory) -> String {
    var path = edit.path
    while !path.isEmpty {
      if let node = directory.node(at: .init(file: edit.file, path: path)) {
        return "\(edit.file):\(node.range.start.line)"
      }
      path.removeLast()
    }
    return edit.file
  }

  /// Lines below the keys of a path, each indented further.
  private static func nested(
    _ lines: [String], _ path: some Collection<String>, last: String? = nil, _ value: String = ""
  ) -> [String] {
    let writer = YAMLWriter()
    let keys = path.enumerated().map { depth, key in
      String(repeating: " ", count: 2 * depth) + writer.scalar(.text(key), inFlow: false) + ":"
    }
    guard let last else { return keys + lines }
    let space = String(repeating: " ", count: 2 * path.count)
    return keys + ["\(space)\(writer.scalar(.text(last), inFlow: false)): \(value)"]
  }
}
