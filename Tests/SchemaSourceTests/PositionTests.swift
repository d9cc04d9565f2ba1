import SchemaSource
import TestSupport
import Testing

@Suite("Positions")
struct PositionTests {
  /// The range of every node, in the order of the text.
  private static func ranges(of node: Node) -> [[Int]] {
    let (start, end) = (node.range.start, node.range.end)
    let own = [start.line, start.column, start.offset, end.line, end.column, end.offset]
    switch node.content {
    case .scalar: return [own]
    case .sequence(let items): return [own] + items.flatMap(ranges(of:))
    case .mapping(let entries):
      return [own] + entries.flatMap { ranges(of: $0.key) + ranges(of: $0.value) }
    }
  }

  private static func ranges(of text: String) throws -> [[Int]] {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    let root = try #require(SourceParser.parse(file, into: &diagnostics))
    #expect(!diagnostics.hasErrors)
    return ranges(of: root)
  }

  @Test(
    "Other characters than ASCII after a text change no position in it",
    arguments: [
      "Schemas/AgoraCloudRecording", "Schemas/TencentTRTCRecording", "Schemas/TencentTRTCRoom",
      "Schemas/VolcengineRTC", "Tests/Goldens/Acme",
    ])
  func plainText(folder: String) throws {
    for file in try Repository.schemaFiles(folder) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let plain = String(text.unicodeScalars.map { $0.isASCII ? Character($0) : "x" }) + "\n"
      #expect(
        try Self.ranges(of: plain + "#\n") == Self.ranges(of: plain + "# é\n"), "\(file.path)")
    }
  }

  @Test("A line begins after each line feed, wherever it is in the text", arguments: 0..<40)
  func lines(length: Int) {
    for place in 0...length {
      var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      bytes.insert(UInt8(ascii: "\n"), at: place)
      let file = SourceFile(path: "a.yaml", bytes: bytes)
      #expect(file.lineCount == 2)
      #expect(file.position(at: place + 1) == SourcePosition(line: 2, column: 1, offset: place + 1))
    }
  }

  @Test("Every byte that is no printable ASCII is found, wherever it is in the text")
  func otherBytes() {
    let printable = Set(0x20..<0x7F).union([0x0A])
    for byte in 0...0xFF {
      for place in 0..<17 {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 16)
        bytes.insert(UInt8(byte), at: place)
        var diagnostics = Diagnostics()
        _ = SourceParser.parse(SourceFile(path: "a.yaml", bytes: bytes), into: &diagnostics)
        let isAllowed = printable.contains(byte) || byte == 0x09 || byte == 0x0D
        let found = diagnostics.all.contains {
          ["bad-character", "bad-encoding"].contains($0.code.id)
        }
        #expect(found == !isAllowed, "byte \(byte) at \(place)")
      }
    }
  }
}
