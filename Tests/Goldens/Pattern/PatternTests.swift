import CallbackRuntime
import Testing

@Suite("Texts that match a pattern")
struct PatternTests {
  private func findings(_ json: String) throws -> [String] {
    try Patterned.Uploaded(json: json).validate().filter { $0.rule != .missing }.map(\.description)
  }

  @Test(
    "A text that matches as a whole is fine",
    arguments: [
      #"{"file":"cam-front_17.mp4"}"#, #"{"file":"cam-ab_0.m3u8"}"#,
      #"{"id":"00c0ffee-0123-4567-89ab"}"#, #"{"tags":"a"}"#, #"{"tags":"night,rain,snow"}"#,
      #"{"kind":"a-"}"#, #"{"kind":"/"}"#, #"{"kind":"汉"}"#,
    ])
  func fine(_ json: String) throws {
    #expect(try findings(json) == [])
  }

  @Test("A text that matches in a part alone is a finding, and is kept")
  func part() throws {
    let json = #"{"file":"my cam-front_17.mp4","tags":"night,"}"#
    #expect(
      try findings(json) == [
        #"file: "my cam-front_17.mp4" does not match the pattern (documented: cam-[a-z]{2,8}_[0-9]+\.(mp4|m3u8)) [pattern]"#,
        #"tags: "night," does not match the pattern (documented: [a-z]+(,[a-z]+)*) [pattern]"#,
      ])
    #expect(String(decoding: try Patterned.Uploaded(json: json).json(), as: UTF8.self) == json)
  }

  @Test("Characters are Unicode scalars, and a dot matches no line end")
  func scalars() throws {
    #expect(try findings(#"{"kind":"a","note":"汉字Ä"}"#) == [])
    #expect(try findings(#"{"kind":"a","note":"汉字ä"}"#).count == 1)
    #expect(try findings(#"{"kind":"a","note":"a\nB"}"#).count == 1)
  }
}
