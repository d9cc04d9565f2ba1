import CallbackRuntime
import Testing

@Suite("Values within limits")
struct LimitsTests {
  private func findings(_ json: String) throws -> [String] {
    try Limited.Named(json: json).validate().filter { $0.rule != .missing }.map(\.description)
  }

  @Test(
    "What is within its limits is fine",
    arguments: [
      #"{"name":"a-b.C_@9","title":"abc","note":"","parts":["a"],"page":1,"share":0,"ratio":-0.5}"#,
      #"{"name":"-","title":"abcdefgh","note":"四个汉字","parts":["a","b"],"page":99,"share":10000,"ratio":-7}"#,
    ])
  func fine(_ json: String) throws {
    #expect(try Limited.Named(json: json).validate() == [])
  }

  @Test("Characters are counted, not bytes")
  func length() throws {
    #expect(
      try findings(#"{"name":"","title":"ab","note":"五个汉字啊","parts":[]}"#) == [
        "name: 0 characters (documented: 1 to 8) [length]",
        "title: 2 characters (documented: at least 3) [length]",
        "note: 5 characters (documented: 0 to 4) [length]",
        "parts: 0 elements (documented: 1 to 2) [length]",
      ])
  }

  @Test("A list can have a lower end alone")
  func openLength() throws {
    #expect(
      try findings(#"{"more":[1]}"#) == ["more: 1 elements (documented: at least 2) [length]"])
    #expect(try findings(#"{"more":[1,2,3]}"#) == [])
  }

  @Test("A character that is not documented is named")
  func characters() throws {
    #expect(
      try findings(#"{"name":"a b"}"#) == [
        #"name: ' ' in "a b" (documented: a-zA-Z0-9_@.-) [characters]"#
      ])
  }

  @Test("A number outside of its range is a finding, at either end")
  func range() throws {
    #expect(
      try findings(#"{"page":0,"share":10001,"ratio":0}"#) == [
        "page: 0 (documented: at least 1) [range]",
        "share: 10001 (documented: 0 to 10000) [range]",
        "ratio: 0.0 (documented: at most -0.5) [range]",
      ])
  }
}
