import PayloadValidation

/// Texts for comparing a function on bytes with one on characters.
package enum RandomTexts {
  /// 4,000 texts of at most twelve pieces each; every second one has only the first pieces.
  package static func texts(of pieces: [String], first count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<4_000).map { number in
      let pieces = number % 2 == 0 ? pieces : Array(pieces.prefix(count))
      return (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
  }
}
