import Testing

@testable import SchemaSource

@Suite("Diagnostics of YAML text")
struct SourceDiagnosticTests {
  private func parse(_ bytes: [UInt8]) -> (Node?, [Diagnostic], SourceFile) {
    let file = SourceFile(path: "x.yaml", bytes: bytes)
    var diagnostics = Diagnostics()
    let root = SourceParser.parse(file, into: &diagnostics)
    if let root { SourceLints.check(root, in: file, into: &diagnostics) }
    return (root, diagnostics.sorted, file)
  }

  /// `line:column code` of everything that is found.
  private func found(_ text: String) -> [String] {
    parse(Array(text.utf8)).1.map {
      "\($0.range.start.line):\($0.range.start.column) \($0.code.id)"
    }
  }

  @Test(
    "Each problem is reported where it is",
    arguments: [
      ("a: 1\nb: \u{0}x\n", ["2:4 bad-character"]),
      ("a: 1\nb: x\u{85}y\u{2028}z\n", ["2:5 bad-character", "2:7 bad-character"]),
      ("", ["1:1 empty-file"]),
      ("# only a comment\n", ["1:1 empty-file"]),
      ("\u{FEFF}", ["1:1 empty-file"]),
      ("a: 1\n\tb: 2\n", ["2:1 tab"]),
      ("a: &x 1\nb: *x\n<<: 3\n", ["1:4 anchor", "2:4 anchor", "3:1 anchor"]),
      ("a: !!str 1\nb: !local 2\n", ["1:4 yaml-tag", "2:4 yaml-tag"]),
      ("%YAML 1.2\n---\na: 1\n", ["1:1 yaml-tag"]),
      ("a: 1\n---\nb: 2\n", ["2:1 several-documents"]),
      ("[a, b]: 1\n? {c: d}\n: 2\n", ["1:1 key-kind", "2:3 key-kind"]),
      ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
      ("a: 1\nb: \"open\nc: 2\nd: 3\n", ["2:4 syntax"]),
      ("a: 1\nb: 'it''s open\nc: 2\n", ["2:4 syntax"]),
      ("a: { b: 1\nc: 2\nd: 3\n", ["1:4 syntax"]),
      ("a: [b, c\nd: 2\ne: 3\n", ["1:4 syntax"]),
      ("a: b: c\n", ["1:5 syntax"]),
      ("a: \"\\q\"\n", ["1:5 syntax"]),
      ("a:\n  b: 1\n c: 2\n", ["3:2 syntax"]),
      ("a: @b\n", ["1:4 syntax"]),
      ("a:\n    b: 1\n  c: 2\n", ["2:5 syntax"]),
      ("f: { doc: Sound, pictures }\n", ["1:11 text-ends-early"]),
      ("doc: Track #1\ntitle: A #b\n", ["1:6 text-ends-early", "2:8 text-ends-early"]),
    ])
  func positions(_ text: String, _ expected: [String]) { #expect(found(text) == expected) }

  @Test("Every byte that is not UTF-8 is reported, in one run")
  func encoding() {
    let (root, diagnostics, _) = parse([
      0x61, 0x3A, 0x20, 0xFF, 0x0A, 0x62, 0x3A, 0x20, 0xC3, 0x28, 0x0A,
    ])
    #expect(root == nil)
    #expect(diagnostics.map(\.code.id) == ["bad-encoding", "bad-encoding"])
    #expect(diagnostics.map(\.range.start.line) == [1, 2])
    #expect(diagnostics.map(\.range.start.column) == [4, 4])
  }

  @Test("A file in UTF-16 is told as such, once")
  func utf16() {
    let (_, diagnostics, _) = parse([0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00])
    #expect(diagnostics.map(\.message) == ["the file is UTF-16, not UTF-8"])
  }

  @Test("A wrong encoding everywhere is reported a limited number of times")
  func manyBadBytes() {
    #expect(parse([UInt8](repeating: 0xFF, count: 5000)).1.count == 20)
  }

  @Test(
    "Nesting has a limit, and beyond it nothing crashes or hangs",
    arguments: ["[", "{", "- ", "a: {", "{a: [", "? "])
  func depth(_ opening: String) {
    let text = String(repeating: opening, count: (1 << 20) / opening.utf8.count - 8)
    let (root, diagnostics, _) = parse(Array(text.utf8))
    #expect(root == nil)
    #expect(diagnostics.map(\.code.id) == ["too-deep"] || diagnostics.map(\.code.id) == ["syntax"])
  }

  @Test("A block nested a thousand deep is refused where the limit is")
  func deepBlocks() {
    let text = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(found(text).map { $0.split(separator: " ").last } == ["too-deep"])
  }

  @Test("A file that is too large is refused before it is read")
  func size() {
    #expect(
      parse([UInt8](repeating: 0x61, count: (1 << 20) + 1)).1.map(\.code.id) == ["file-too-large"])
  }

  @Test("Of a key that occurs twice the first counts, and the second points to it")
  func duplicateKeys() throws {
    let (root, diagnostics, _) = parse(Array("a: 1\na: 2\n".utf8))
    guard case .mapping(let entries)? = root?.content,
      case .scalar(let value)? = entries.first?.value.content
    else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.count == 1)
    #expect(value.text == "1")
    #expect(diagnostics[0].notes.compactMap(\.range?.start.line) == [1])
  }

  @Test("A problem is shown with its line, a caret and the way out")
  func rendered() {
    let (_, diagnostics, file) = parse(Array("a: 1\nπ: {doc: Été, x}\na: 2\n".utf8))
    #expect(
      DiagnosticRenderer(files: [file]).render(diagnostics, as: .text) == """
        x.yaml:2:10: warning: the text ends at the comma [text-ends-early]
          π: {doc: Été, x}
                   ^~~
          fix: quote it
        x.yaml:3:1: error: 'a' occurs twice [duplicate-key]
          a: 2
          ^
        x.yaml:1:1: note: first here
          a: 1
          ^

        """)
  }

  @Test("Programs get JSON, code hosts get annotations, with everything escaped")
  func formats() {
    let position = SourcePosition(line: 3, column: 5, offset: 9)
    let diagnostic = Diagnostic(
      severity: .error, code: .syntax, message: "a \"quote\"\n100%",
      range: SourceRange(path: "a,b:c.yaml", start: position, end: position), fix: "b")
    let renderer = DiagnosticRenderer(files: [])
    #expect(
      renderer.render([diagnostic], as: .json) == #"""
        [
          {
            "severity": "error",
            "code": "syntax",
            "message": "a \"quote\"\n100%",
            "path": "a,b:c.yaml",
            "line": 3,
            "column": 5,
            "endLine": 3,
            "endColumn": 5,
            "notes": [],
            "fix": "b"
          }
        ]

        """#)
    #expect(
      renderer.render([diagnostic], as: .github)
        == "::error file=a%2Cb%3Ac.yaml,line=3,col=5,endLine=3,title=syntax::a \"quote\"%0A100%25 (b)\n"
    )
    #expect(renderer.render([], as: .json) == "[]\n")
  }
}
