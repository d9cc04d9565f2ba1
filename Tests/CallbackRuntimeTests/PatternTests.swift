@_spi(Generated) import CallbackRuntime
import Testing

@Suite("Patterns")
struct PatternTests {
  @Test(
    "A whole text matches or not, as another engine says",
    arguments: [UInt64(1), 2, 3, 4])
  func differential(_ seed: UInt64) throws {
    var generator = RandomPattern(seed: seed)
    var (compared, matching) = (0, 0)
    for _ in 0..<400 {
      let text = generator.alternatives(depth: 3)
      // What repeats the empty text or a repetition is refused at once.
      guard let pattern = try? Pattern(parsing: text) else { continue }
      let regex = try Regex(text).matchingSemantics(.unicodeScalar)
      for _ in 0..<30 {
        let candidate = generator.candidate()
        let expected = try regex.wholeMatch(in: candidate) != nil
        #expect(pattern.matches(candidate) == expected, "\(text) and \(candidate.debugDescription)")
        compared += 1
        if expected { matching += 1 }
      }
    }
    #expect(compared > 4000)
    #expect(matching > 100)
  }

  @Test(
    "The time grows with the length of the text, whatever the pattern",
    arguments: [
      "(a|a)*b", "([a-z]|[a-f0-9])+!", "(a|b|ab)*c", ".*.*.*.*.*.*x", "[a-z]*[a-z]*[a-z]*1",
      String(repeating: "a?", count: 30) + String(repeating: "a", count: 30), "(a{1,8}){1,8}b",
      "((a|ab)(c|bcd)(d*))*e",
    ])
  func linear(_ text: String) throws {
    let pattern = try Pattern(parsing: text)
    let transitions =
      pattern.automaton.first.count
      + pattern.automaton.positions.reduce(0) { $0 + $1.next.count }
    for length in [10, 100, 1000] {
      var steps = 0
      _ = pattern.automaton.matches(String(repeating: "a", count: length), steps: &steps)
      #expect(steps <= length * transitions, "\(steps) steps for \(length) characters")
    }
  }

  @Test("Categories are those of Unicode, alone and in sets")
  func categories() throws {
    let pattern = try Pattern(parsing: #"\p{Lu}[\p{Ll}\p{Nd}]+\P{L}"#)
    #expect(pattern.matches("Änn7-"))
    #expect(pattern.matches("Ωω٣!"))
    #expect(!pattern.matches("ännx"))
    #expect(!pattern.matches("ÄNN-"))
  }

  @Test(
    "What I-Regexp does not have is refused",
    arguments: [
      "^a", "a$", #"\d"#, #"[\s]"#, #"a\b"#, #"(a)\1"#, "(?=a)", "(?:a)", "(?i)a", "a*?", "a++",
      "a{2}?",
      "a{,2}", "a{2", "{2}", "a{2,1}", "a{0}", "+", "(", ")", "(a", "[", "[]", "[^]", "[a", "[[a]]",
      "[a-c-e]", "[z-a]", #"[\p{L}-z]"#, "]", "}", #"\"#, #"\p{Xx}"#, #"\p{}"#, #"\pL"#, #"\x41"#,
      #"\u0041"#,
      "(a*)*", "(a?)+", "(|a)*", "a*|b*", "(a+)+", "((ab)+)+", "[a-z]{1001}",
      String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40),
    ])
  func refused(_ text: String) {
    #expect(throws: PatternError.self) { try Pattern(parsing: text) }
  }

  @Test("Characters without a meaning stand for themselves, those with one behind a backslash")
  func literals() throws {
    #expect(try Pattern(parsing: #"\(\)\*\+\-\.\?\[\\\]\^\{\|\}"#).matches(#"()*+-.?[\]^{|}"#))
    #expect(try Pattern(parsing: "a-b,c:/\"'#@&~<>=!%;_").matches("a-b,c:/\"'#@&~<>=!%;_"))
    #expect(try Pattern(parsing: #"[$][\^][-a][a-]\n\t"#).matches("$^--\n\t"))
    #expect(try Pattern(parsing: "").matches(""))
    #expect(try !Pattern(parsing: "").matches("a"))
    #expect(try Pattern(parsing: "a|").matches(""))
  }
}

/// Makes small patterns and texts; the same seed makes the same ones.
private struct RandomPattern {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func alternatives(depth: Int) -> String {
    (0...below(2)).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  private mutating func sequence(depth: Int) -> String {
    (0...below(3)).map { _ in atom(depth: depth) + quantifier() }.joined()
  }

  private mutating func atom(depth: Int) -> String {
    let atoms = ["a", "b", "1", #"\."#, "[ab]", "[^a]", "[a-c1]", ".", #"\p{Ll}"#, #"[^\p{Nd}]"#]
    let kind = below(atoms.count + (depth > 0 ? 4 : 0))
    return kind < atoms.count ? atoms[kind] : "(\(alternatives(depth: depth - 1)))"
  }

  private mutating func quantifier() -> String {
    let quantifiers = ["*", "+", "?", "{2}", "{1,}", "{0,2}", "{2,3}"]
    let kind = below(quantifiers.count * 2)
    return kind < quantifiers.count ? quantifiers[kind] : ""
  }

  mutating func candidate() -> String {
    let characters = ["a", "b", "c", "1", ".", "\n", "é"]
    return (0..<below(7)).map { _ in characters[below(characters.count)] }.joined()
  }
}
