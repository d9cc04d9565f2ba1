import CallbackSchema
import SchemaSource

/// The files of a service, with the paths of its declarations.
struct SchemaDirectory: Sendable {
  private let roots: [(file: SourceFile, root: Node)]
  /// The places of all values, by the positions of their keys.
  private let places: [SourceRange: Place]

  init(_ files: [SourceFile]) {
    roots = files.compactMap { file in
      var diagnostics = Diagnostics()
      return SourceParser.parse(file, into: &diagnostics).map { (file, $0) }
    }
    var places: [SourceRange: Place] = [:]
    func add(_ node: Node, at place: Place) {
      for entry in node.entries {
        guard let key = entry.key.scalarText else { continue }
        let inner = place.appending(key)
        places[entry.key.range] = inner
        add(entry.value, at: inner)
      }
    }
    for (file, root) in roots { add(root, at: Place(file: file.path, path: [])) }
    self.places = places
  }

  /// A mapping or another value of a file.
  struct Place: Hashable, Sendable {
    var file: String
    var path: [String]

    func appending(_ keys: String...) -> Place { Place(file: file, path: path + keys) }
  }

  /// The place of a declaration, by the position of its key.
  func place(of range: SourceRange) -> Place? { places[range] }

  func node(at place: Place) -> Node? {
    roots.first { $0.file.path == place.file }?.root.node(at: place.path)
  }

  /// The path of the file with a definition, by the name of the file without extension.
  func file(named stem: String) -> String? {
    roots.map(\.file.path).first { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return name == "\(stem).yaml" || name == "\(stem).yml"
    }
  }
}
