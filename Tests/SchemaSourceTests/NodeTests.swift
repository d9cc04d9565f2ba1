import PayloadValidation
import SchemaSource
import TestSupport
import Testing

@Suite("Nodes")
struct NodeTests {
  private func root(_ text: String) throws -> Node {
    var diagnostics = Diagnostics()
    let root = SourceParser.parse(
      SourceFile(path: "x.yaml", bytes: Array(text.utf8)), into: &diagnostics)
    #expect(diagnostics.all.isEmpty)
    return try #require(root)
  }

  private func values(_ text: String) throws -> [Node] {
    guard case .mapping(let entries) = try root(text).content else { return [] }
    return entries.map(\.value)
  }

  private func place(_ node: Node) -> String {
    let (start, end) = (node.range.start, node.range.end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  @Test("Columns are counted in characters, in a file with and without letters that are not ASCII")
  func columnsOfLetters() throws {
    let text = "a: b\nc: { d: e, f: g }\n"
    let places = try values(text).map(place)
    #expect(try values(text + "# é\n").map(place) == places)
    #expect(try values("é: b\nc: { d: é, f: g }\n").map(place) == places)
  }

  @Test("A repeated key is found in a mapping of any size", arguments: [1, 7, 8, 9, 100])
  func repeatedKeys(_ count: Int) throws {
    let lines = (0..<count).map { "key\($0): 1" } + ["key0: 2", "key\(count - 1): 3"]
    let file = SourceFile(path: "x.yaml", bytes: Array(lines.joined(separator: "\n").utf8))
    var diagnostics = Diagnostics()
    let root = SourceParser.parse(file, into: &diagnostics)
    #expect(diagnostics.all.map(\.range.start.line) == [count + 1, count + 2])
    #expect(diagnostics.all.map { $0.notes[0].range?.start.line } == [1, count])
    guard case .mapping(let entries)? = root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.count == count)
  }

  /// A mapping as it is written, and as it is expected.
  private indirect enum Tree: Equatable {
    case text(String)
    case mapping([(key: String, value: Tree)])

    static func == (first: Tree, second: Tree) -> Bool {
      switch (first, second) {
      case (.text(let first), .text(let second)): first == second
      case (.mapping(let first), .mapping(let second)):
        first.count == second.count && zip(first, second).allSatisfy(==)
      default: false
      }
    }

    init(_ node: Node) {
      switch node.content {
      case .scalar(let scalar): self = .text(scalar.text)
      case .sequence: self = .text("")
      case .mapping(let entries):
        self = .mapping(entries.map { ($0.key.scalarText ?? "", Tree($0.value)) })
      }
    }

    /// Keys of which some are repeated, many of them in few mappings.
    init(depth: Int, _ generator: inout SeededGenerator) {
      let most = [0, 1, 5, 12, 90].randomElement(using: &generator) ?? 0
      let size = Int.random(in: 0...most, using: &generator)
      guard depth > 0 else {
        self = .text("value \(size)")
        return
      }
      self = .mapping(
        (0..<size).map { _ in
          let isDeep = Int.random(in: 0..<8, using: &generator) == 0
          let key = "a key of the mapping \(Int.random(in: 0...size * 2, using: &generator))"
          return (key, Tree(depth: isDeep ? depth - 1 : 0, &generator))
        })
    }

    var yaml: String {
      switch self {
      case .text(let text): text
      case .mapping(let entries):
        "{" + entries.map { "\($0.key): \($0.value.yaml)" }.joined(separator: ", ") + "}"
      }
    }

    /// The mapping without repeated keys and their values, and the number of repeated keys at any depth.
    var withoutRepeated: (tree: Tree, repeated: Int) {
      guard case .mapping(let entries) = self else { return (self, 0) }
      var (own, repeated): ([(key: String, value: Tree)], Int) = ([], 0)
      for entry in entries {
        let (value, inside) = entry.value.withoutRepeated
        repeated += inside
        if own.contains(where: { $0.key == entry.key }) {
          repeated += 1
        } else {
          own.append((entry.key, value))
        }
      }
      return (.mapping(own), repeated)
    }
  }

  @Test("Mappings in mappings have the first entry of each key, in the order of the text")
  func nestedMappings() {
    var generator = SeededGenerator(seed: 16)
    var deepest = 0
    for _ in 0..<300 {
      let tree = Tree(depth: 4, &generator)
      let (expected, repeated) = tree.withoutRepeated
      var diagnostics = Diagnostics()
      let file = SourceFile(path: "x.yaml", bytes: Array(tree.yaml.utf8))
      let root = SourceParser.parse(file, into: &diagnostics)
      #expect(root.map(Tree.init) == expected)
      #expect(diagnostics.all.count == repeated)
      deepest = max(deepest, repeated)
    }
    #expect(deepest > 20)
  }

  @Test("Every value knows its text, its style and its place")
  func scalars() throws {
    let nodes = try values(
      "a: plain text # comment\nb: 'single'\nc: \"dou\\nble\"\nd: |\n  one\n  two\n\ne: >\n  f\n  g\nh: 1\n"
    )
    let scalars = nodes.compactMap { node -> Node.Scalar? in
      if case .scalar(let scalar) = node.content { scalar } else { nil }
    }
    #expect(
      scalars.map(\.text) == ["plain text", "single", "dou\nble", "one\ntwo\n", "f g\n", "1"])
    #expect(
      scalars.map(\.style) == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded, .plain])
    #expect(
      nodes.map(place) == ["1:4-1:14", "2:4-2:12", "3:4-3:14", "4:4-6:6", "8:4-10:4", "11:4-11:5"])
  }

  @Test("Columns count characters, offsets count bytes, and a byte order mark is neither")
  func columns() throws {
    let node = try values("\u{FEFF}é中: ünï\n")[0]
    #expect(place(node) == "1:5-1:8")
    #expect(node.range.start.offset == 3 + 5 + 2)
  }

  @Test("A block collection ends with its last value, a flow collection with its bracket")
  func collections() throws {
    let nodes = try values("a:\n  b: 1\n  c: [x, y]\n\nd: {e: 1}\nf:\n- g\n- h\n")
    #expect(nodes.map(place) == ["2:3-3:12", "5:4-5:10", "7:1-8:4"])
    #expect(nodes.map(\.isFlow) == [false, true, false])
  }

  @Test("JSON is read with the same positions")
  func json() throws {
    let nodes = try values("{\n  \"a\": [1, true],\n  \"b\": null\n}\n")
    #expect(nodes.map(place) == ["2:8-2:17", "3:8-3:12"])
  }

  @Test("Line ends of all kinds are line ends")
  func lineEnds() throws {
    #expect(try values("a: 1\r\nb: 2\r\nc: 3").map(\.range.start.line) == [1, 2, 3])
    let file = SourceFile(path: "x", bytes: Array("a\r\nb\rc\n".utf8))
    #expect((1...5).map { file.line($0) } == ["a", "b", "c", "", nil])
    #expect(file.position(at: 5).line == 3)
  }

  @Test("Whatever the bytes, there is an end, and a word about it")
  func random() {
    var generator = SeededGenerator(seed: 1)
    let telling = Array("{}[]:,-#\"'&*!|>%@`? \n\tab0".utf8)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        Int.random(in: 0..<10, using: &generator) == 0
          ? UInt8.random(in: 0...255, using: &generator)
          : telling.randomElement(using: &generator) ?? 0
      }
      var diagnostics = Diagnostics()
      let file = SourceFile(path: "x.yaml", bytes: bytes)
      let root = SourceParser.parse(file, into: &diagnostics)
      if let root { SourceLints.check(root, in: file, into: &diagnostics) }
      #expect(root != nil || diagnostics.hasErrors)
      _ = DiagnosticRenderer(files: [file]).render(diagnostics.sorted, as: .text)
    }
  }
}
