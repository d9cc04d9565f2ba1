import Foundation
import TestSupport
import Testing

@Suite("The input of callbackgen validate")
struct ValidateInputTests {
  private func tool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.writeSample()
    try body(tool)
  }

  private static let fine = #"{"kind":1,"data":{"name":"a"}}"#
  private static let odd = #"{"kind":1,"data":{"name":"a","x":1}}"#
  private static let pretty = """
    {
      "kind": 1,
      "data": {
        "name": "a",
        "x": 1
      }
    }
    """

  private func validate(_ tool: Tool, _ arguments: String...) throws -> Tool.Output {
    try tool.run(arguments: ["validate", "--service", "Schemas/Sample"] + arguments)
  }

  /// Lines with bodies, together of more than a size in bytes.
  private static func lines(_ size: Int) -> String {
    let name = String(repeating: "x", count: min(size, 1 << 18))
    let line = fine.replacingOccurrences(of: #""a""#, with: "\"\(name)\"") + "\n"
    return String(repeating: line, count: size / line.utf8.count + 1)
  }

  @Test(
    "A log whose first line is cut off is read as lines, whatever its size",
    arguments: [
      #"me":"a"}}"#, #"}}"#, #"{"kind":1,"da"#, #"{"kind":1,"#, #"{"kind":"#, #"[{"kind":1},"#, "x",
      #"1,"data":{}}"#, #"{}}"#, #"{"kind":1,"data":{"name":"a"}"#,
    ], [10, 3 << 20, 18 << 20])
  func cutOff(first: String, size: Int) throws {
    try tool { tool in
      let log = Self.lines(size)
      try tool.write("\(first)\n\(log)\(Self.odd)\n", to: "app.log")
      let output = try validate(tool, "app.log")
      #expect(output.status == 2)
      let count = log.split(separator: "\n").count
      #expect(output.out.hasSuffix("\n\(count + 2) bodies, 2 findings\n"), "\(output.out)")
      #expect(output.out.contains("app.log:1:"))
      #expect(output.out.contains("app.log:\(count + 2):30: notice: data.x: unknown field"))
      #expect(output.err == "note: app.log was read as lines\n")
    }
  }

  @Test("A value over several lines is one body, and so is each of several")
  func values() throws {
    try tool { tool in
      try tool.write(Self.pretty, to: "a.json")
      let one = try validate(tool, "a.json")
      #expect(one.out.contains("a.json:5:5: notice: data.x"))
      #expect(one.out.hasSuffix("1 body, 1 finding\n"))
      #expect(one.err == "note: a.json was read as JSON values\n")
      let several = "\n\(Self.pretty)\n\n\(Self.fine) \(Self.pretty)\n"
      try tool.write(several, to: "b.json")
      let three = try validate(tool, "b.json")
      #expect(three.out.contains("b.json:6:5: notice"))
      #expect(three.out.contains("b.json:14:5: notice"))
      #expect(three.out.hasSuffix("3 bodies, 2 findings\n"))
      // More than a block, and more than the maximum of one body.
      let long = Self.pretty.replacingOccurrences(
        of: #""a""#, with: "\"\(String(repeating: "x", count: 1 << 20))\"")
      try tool.write(String(repeating: long + "\n", count: 20), to: "c.json")
      #expect(try validate(tool, "c.json").out.contains("\n20 bodies, 20 findings"))
    }
  }

  @Test("After a broken value the next one is read")
  func brokenValue() throws {
    try tool { tool in
      let broken = Self.pretty.replacingOccurrences(of: ": 1,", with: ": x,")
      try tool.write([Self.pretty, broken, Self.pretty].joined(separator: "\n"), to: "a.json")
      let output = try validate(tool, "a.json")
      #expect(output.status == 2)
      #expect(output.out.contains("a.json:9:11: error: kind: expected an integer [unreadable]"))
      #expect(output.out.contains("a.json:19:5: notice"))
      #expect(output.out.hasSuffix("3 bodies, 3 findings\n"))
    }
  }

  @Test("A broken line, a mark of the byte order, blank lines and other line breaks stop nothing")
  func oddLines() throws {
    try tool { tool in
      let log = "\u{FEFF}\n\(Self.fine)\r\n  \r\n{\"kind\":1,\n\n\(Self.odd)\r\n\u{0}\n\(Self.odd)"
      try tool.write(log, to: "app.log")
      let output = try validate(tool, "app.log")
      let places = output.out.split(separator: "\n").prefix { $0.hasPrefix("app.log") }
        .map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
      #expect(places == ["app.log:4:11", "app.log:6:30", "app.log:8:30"])
      #expect(output.out.hasSuffix("4 bodies, 3 findings\n"))
      try tool.write("\u{FEFF}\(Self.pretty)", to: "a.json")
      #expect(try validate(tool, "a.json").out.hasPrefix("a.json:5:5: notice"))
    }
  }

  @Test("A record beyond the maximum is one error, and the next one is read")
  func tooLong() throws {
    try tool { tool in
      let long = String(repeating: "x", count: 17 << 20)
      try tool.write("\(Self.fine)\n{\"a\":\"\(long)\"}\n\(Self.odd)\n", to: "app.log")
      let lines = try validate(tool, "app.log")
      #expect(
        lines.out.hasPrefix(
          """
          app.log:2:1: error: body: longer than the maximum of 16777216 bytes for a body [unreadable]
          app.log:3:30: notice: data.x: unknown field [unknown-field]

          """), "\(lines.out.prefix(300))")
      #expect(lines.out.hasSuffix("3 bodies, 2 findings\n"))
      try tool.write("{\n\"a\":\"\(long)\"}\n\(Self.pretty)\n", to: "a.json")
      let values = try validate(tool, "a.json")
      #expect(values.out.contains("a.json:1:1: error: body: longer than"))
      #expect(values.out.contains("a.json:7:5: notice"))
      #expect(values.err == "note: a.json was read as JSON values\n")
    }
  }

  @Test("Of a line beyond the maximum, the lines before and after it are read as any others")
  func tooLongAmongOthers() throws {
    try tool { tool in
      let long = "{\"a\":\"\(String(repeating: "x", count: 17 << 20))\"}"
      let log = [Self.fine, long, Self.odd, "", Self.fine, long, long, Self.odd, long]
      try tool.write(log.joined(separator: "\n"), to: "app.log")
      for jobs in ["1", "2"] {
        let output = try validate(tool, "app.log", "--jobs", jobs)
        let places = output.out.split(separator: "\n").prefix { $0.hasPrefix("app.log") }
          .map { $0.split(separator: ":").prefix(4).joined(separator: ":") }
        #expect(
          places == [
            "app.log:2:1: error", "app.log:3:30: notice", "app.log:6:1: error",
            "app.log:7:1: error", "app.log:8:30: notice", "app.log:9:1: error",
          ])
        #expect(output.out.hasSuffix("\n8 bodies, 6 findings\n"), "\(output.out.suffix(300))")
      }
    }
  }

  @Test("How bodies are separated can be set")
  func readAs() throws {
    try tool { tool in
      try tool.write("[\n\(Self.fine)\n]\n", to: "a.json")
      #expect(try validate(tool, "a.json").out.hasSuffix("1 body, 1 finding\n"))
      #expect(
        try validate(tool, "a.json", "--read-as", "lines").out.hasSuffix("3 bodies, 2 findings\n"))
      try tool.write("\(Self.fine)\(Self.fine)\n\(Self.fine)", to: "b.json")
      #expect(try validate(tool, "b.json").out.hasSuffix("2 bodies, 1 finding\n"))
      let values = try validate(tool, "b.json", "--read-as", "values")
      #expect(values.out == "3 bodies, 0 findings\n")
    }
  }

  @Test("A prefix is skipped, positions count it, and lines without it are counted")
  func prefix() throws {
    try tool { tool in
      try tool.write(
        "10:00 GET /health\n10:01 POST ünï \(Self.odd)\n  at x.y\n10:02 POST x {\n", to: "app.log")
      let output = try validate(tool, "app.log", "--prefix", #"\d+:\d+ POST \S+ "#)
      #expect(output.status == 2)
      #expect(output.out.contains("app.log:2:45: notice: data.x"))
      #expect(output.out.contains("app.log:4:15: error"))
      #expect(output.out.hasSuffix("2 bodies, 2 findings\n"))
      #expect(
        output.err == """
          note: app.log was read as lines
          note: lines skipped because they lack the prefix: 2

          """)
      let none = try validate(tool, "app.log", "--prefix", "PUT ")
      #expect(none.status == 2)
      #expect(none.err.hasSuffix("error: no record has a body\n"))
      let unprefixed = try validate(tool, "app.log")
      #expect(unprefixed.err.contains("note: no line is JSON: --prefix skips the text"))
      let wrong = try validate(tool, "app.log", "--prefix", "(")
      #expect(wrong.status == 64)
      #expect(wrong.err.contains("--prefix: '(' is not a regular expression."))
    }
  }

  @Test("A body is found in a log object, as an object and as JSON in a string")
  func body() throws {
    try tool { tool in
      func record(_ body: String) -> String {
        #"{"at":"ü","request":[{"the.body":\#(body)}],"#
      }
      let text = String(decoding: try JSONEncoder().encode(Self.odd), as: UTF8.self)
      try tool.write(
        [
          record(Self.odd) + #""n":1}"#, record(text) + #""n":2}"#, record("null") + #""n":3}"#,
          #"{"at":"x"}"#, record(Self.fine), record(#""{\"kind\":""#) + #""n":4}"#,
        ].joined(separator: "\n"), to: "app.log")
      let output = try validate(tool, "app.log", "--body", #".request[0]."the.body""#)
      #expect(output.status == 2)
      #expect(output.out.contains("app.log:1:63: notice: data.x: unknown field"))
      // In a string the position is that of the string.
      #expect(output.out.contains("app.log:2:34: notice: data.x: unknown field"))
      #expect(output.out.contains("app.log:5:67: error: body: the JSON text ends inside the value"))
      #expect(output.out.contains("app.log:6:34: error: kind: the JSON text ends inside the value"))
      #expect(output.out.hasSuffix("4 bodies, 4 findings\n"))
      #expect(
        output.err.contains("note: records skipped because they have nothing at .request[0]"))
      #expect(output.err.hasSuffix(": 2\n"))
      for path in ["", "request", ".", ".request", ".a..b", ".a[x]", ".a[\"b\"", ".a["] {
        let status = try validate(tool, "app.log", "--body", path).status
        #expect(status == ([".", ".request"].contains(path) ? 2 : 64), "\(path)")
      }
      // After a prefix, and in values over several lines.
      try tool.write("POST \(record(Self.odd))\"n\":1}\n", to: "b.log")
      let both = try validate(
        tool, "b.log", "--prefix", "POST ", "--body", #".request[0]["the.body"]"#)
      #expect(both.out.contains("b.log:1:68: notice"))
      try tool.write("{\n  \"body\": \(Self.pretty)\n}\n", to: "c.json")
      #expect(try validate(tool, "c.json", "--body", ".body").out.contains("c.json:6:5: notice"))
    }
  }

  @Test("A folder is searched for bodies and rotated logs, compressed ones too")
  func folder() throws {
    try tool { tool in
      for name in [
        "a.json", "b.jsonl", "c.ndjson", "d.log", "d.log.1", "d.log-20261121", "in/e.log",
      ] {
        try tool.write(Self.fine, to: "logs/\(name)")
      }
      for name in ["readme.md", "catalog", "json", ".hidden.json", "log.txt"] {
        try tool.write("no body", to: "logs/\(name)")
      }
      try tool.write("{\"kind\":\n\(Self.lines(2 << 20))\(Self.odd)", to: "logs/f.log.2")
      let zipped = try tool.shell(
        "gzip logs/f.log.2; gzip -c logs/a.json >logs/g.json.gz; ln -s .. logs/up")
      #expect(zipped.status == 0)
      let output = try validate(tool, "logs")
      let count = Self.lines(2 << 20).split(separator: "\n").count
      #expect(output.out.hasSuffix("\n\(count + 10) bodies, 2 findings\n"), "\(output.out)")
      #expect(output.out.contains("logs/f.log.2.gz:\(count + 2):30: notice"))
      #expect(output.err == "note: 9 files were read as lines\n")
      try tool.write("x", to: "empty/readme.md")
      let empty = try validate(tool, "empty")
      #expect(empty.status == 74)
      #expect(empty.err.contains("'empty' contains no file whose name ends in .json"))
    }
  }

  @Test("A compressed file that ends early is an error, and the next file is read")
  func brokenArchive() throws {
    try tool { tool in
      try tool.write(Self.lines(3 << 20), to: "logs/a.log")
      try tool.write(Self.odd, to: "logs/b.log")
      let cut = try tool.shell("gzip -c logs/a.log | head -c 1000 >logs/a.log.gz; rm logs/a.log")
      #expect(cut.status == 0)
      let output = try validate(tool, "logs")
      #expect(output.status == 74)
      #expect(
        output.err.hasPrefix(
          "error: 'logs/a.log.gz' cannot be decompressed: gzip: stdin: unexpected end of file\n"),
        "\(output.err)")
      #expect(output.out.contains("logs/b.log:1:30: notice"))
    }
  }

  @Test("Pipes are read from their first byte, and compressed input is recognized")
  func pipes() throws {
    try tool { tool in
      try tool.write("\(Self.odd)\n\(Self.odd)\n", to: "a.log")
      let validate = "\"$0\" validate --service Schemas/Sample"
      for script in [
        "cat a.log | \(validate) -", "\(validate) - <a.log", "cat a.log | \(validate) /dev/stdin",
        "mkfifo pipe; cat a.log >pipe & \(validate) pipe", "gzip -c a.log >b; \(validate) b",
        "gzip -c a.log >b; \(validate) - <b", "cat a.log | \(validate) - -",
      ] {
        let output = try tool.shell(script)
        #expect(output.out.contains(":2:30: notice"), "\(script): \(output.out)")
        #expect(output.out.hasSuffix("2 bodies, 2 findings\n"), "\(script): \(output.out)")
      }
      let pipe = try tool.shell("gzip -c a.log | \(validate) -")
      #expect(pipe.status == 74)
      #expect(pipe.err == "error: '<stdin>' is a compressed pipe: decompress it with gzip -dc\n")
    }
  }

  @Test("A closed pipe ends the decompression, too")
  func closedPipe() throws {
    try tool { tool in
      try tool.write(String(repeating: Self.odd + "\n", count: 100_000), to: "a.log")
      let output = try tool.shell(
        "gzip a.log; \"$0\" validate --all --service Schemas/Sample a.log.gz | head -n 1")
      #expect(output.out.hasPrefix("a.log.gz:1:30: notice"))
      #expect(output.err == "")
    }
  }
}
