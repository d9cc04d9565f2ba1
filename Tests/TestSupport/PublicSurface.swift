import Foundation

/// The public declarations of a module outside its SPI, as the compiler's symbol graph lists them.
public struct PublicSurface {
  public struct Symbol: Hashable, Sendable {
    /// The names that lead to it, its own last.
    public var path: [String]
    public var kind: String
    public var declaration: String
    public var isDocumented: Bool
  }

  /// The module's own declarations, in order.
  public let symbols: [Symbol]
  /// Its declarations in extensions of other modules' types.
  public let foreign: [Symbol]

  /// Extracts the surface of a module that the running tests were built with.
  public init(of module: String) throws {
    let modules = Repository.products.appendingPathComponent("Modules")
    var own: [Symbol] = []
    var others: [Symbol] = []
    try SwiftCompiler.inTemporaryFolder { compiler in
      try compiler.extractSymbols(of: module, in: modules)
      for name in try FileManager.default.contentsOfDirectory(atPath: compiler.folder.path)
      where name.hasSuffix(".symbols.json") {
        let data = try Data(contentsOf: compiler.folder.appendingPathComponent(name))
        let symbols = try JSONDecoder().decode(Graph.self, from: data).symbols.map(\.symbol)
        if name.contains("@") { others += symbols } else { own += symbols }
      }
    }
    symbols = own.sorted {
      ($0.path.joined(separator: "."), $0.declaration) < (
        $1.path.joined(separator: "."), $1.declaration
      )
    }
    foreign = others
  }

  /// The types among the symbols.
  public var types: [Symbol] {
    symbols.filter {
      ["swift.struct", "swift.enum", "swift.protocol", "swift.class"].contains($0.kind)
    }
  }

  /// A line for each symbol: what declares it, and its declaration.
  public var text: String {
    symbols.map { symbol in
      let parent = symbol.path.dropLast().joined(separator: ".")
      return (parent.isEmpty ? "" : "\(parent): ") + symbol.declaration + "\n"
    }.joined()
  }
}

private struct Graph: Decodable {
  struct Entry: Decodable {
    struct Kind: Decodable { var identifier: String }
    struct Fragment: Decodable { var spelling: String }
    struct Comment: Decodable {}

    var pathComponents: [String]
    var kind: Kind
    var declarationFragments: [Fragment]?
    var docComment: Comment?

    var symbol: PublicSurface.Symbol {
      PublicSurface.Symbol(
        path: pathComponents, kind: kind.identifier,
        declaration: (declarationFragments ?? []).map(\.spelling).joined()
          .split(whereSeparator: \.isWhitespace).joined(separator: " "),
        isDocumented: docComment != nil)
    }
  }

  var symbols: [Entry]
}
