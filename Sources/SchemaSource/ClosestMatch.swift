/// The candidate with the smallest edit distance to a word; nil if the distance exceeds a third of the word's length.
///
/// Of several candidates with the same distance, the alphabetically first.
public func closestMatch(to word: String, in words: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  // Names are short; the distance of long texts takes quadratic time.
  guard wanted.count <= 64 else { return nil }
  var best: (distance: Int, word: String)?
  for candidate in words where candidate.count <= 64 {
    let distance = slips(wanted, Array(candidate.lowercased()))
    guard distance <= max(1, min(wanted.count, candidate.count) / 3) else { continue }
    if let found = best, (found.distance, found.word) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.word
}

/// The fix of a diagnostic about an unknown word: `did you mean 'field'?`; nil if no word is close.
public func suggestion(for word: String, in words: some Sequence<String>) -> String? {
  closestMatch(to: word, in: words).map { "did you mean '\($0)'?" }
}

/// The Damerau-Levenshtein distance, with transpositions of adjacent characters.
private func slips(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (i, a) in first.enumerated() {
    var row = [i + 1]
    for (j, b) in second.enumerated() {
      var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == second[j - 1], first[i - 1] == b {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return last[second.count]
}
