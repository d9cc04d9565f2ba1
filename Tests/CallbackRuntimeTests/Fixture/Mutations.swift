import PayloadValidation

/// Bodies that are nearly right.
enum Mutations {
  private static let bytes =
    Array(#""\{}[],:0123456789-+.eEu tfn/|"#.utf8) + [0x0a, 0xc3, 0xa9, 0xff]
  private static let words = [
    "null", "true", "false", "{}", "[]", "\"\"", "0", "-1", "1.0", "1e3", "1e400", "\"7\"",
    "18446744073709551616", #""\ud800""#, #""\ud83d\ude00""#, "[null]", "{\"a\":1}", ",", "\"a\":",
  ]

  /// A body with one to three changes: a byte replaced, put in or taken out, or a value put over another.
  static func mutate(_ body: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var result = body
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &generator)
      let byte = bytes[Int.random(in: 0..<bytes.count, using: &generator)]
      switch Int.random(in: 0..<8, using: &generator) {
      case 0, 1: result[place] = byte
      case 2: result.insert(byte, at: place)
      case 3: result.remove(at: place)
      case 4: result[place] = UInt8.random(in: 0...255, using: &generator)
      case 5: swapMembers(&result, &generator)
      default: replaceValue(&result, near: place, &generator)
      }
    }
    return result
  }

  /// Puts a word over the value behind a colon.
  private static func replaceValue(
    _ body: inout [UInt8], near place: Int, _ generator: inout SeededGenerator
  ) {
    guard let colon = body[place...].firstIndex(of: 0x3a) else { return }
    let end = body[colon...].firstIndex { $0 == 0x2c || $0 == 0x7d } ?? body.endIndex
    let word = words[Int.random(in: 0..<words.count, using: &generator)]
    body.replaceSubrange(colon + 1..<end, with: Array(word.utf8))
  }

  /// Copies a part of the body to another place behind a comma: duplicate keys, mostly.
  private static func swapMembers(_ body: inout [UInt8], _ generator: inout SeededGenerator) {
    let commas = body.indices.filter { body[$0] == 0x2c }
    guard commas.count > 2 else { return }
    let index = Int.random(in: 0..<commas.count - 1, using: &generator)
    let part = Array(body[commas[index]..<commas[index + 1]])
    body.insert(contentsOf: part, at: commas[Int.random(in: 0..<commas.count, using: &generator)])
  }
}
