extension Array {
  /// Takes the pairs that are the same out of two arrays; each element belongs to one pair at most.
  mutating func takePairs(
    with others: inout [Element], where isSame: (Element, Element) -> Bool
  ) -> [(Element, Element)] {
    var pairs: [(Element, Element)] = []
    removeAll { element in
      guard let place = others.firstIndex(where: { isSame(element, $0) }) else { return false }
      pairs.append((element, others.remove(at: place)))
      return true
    }
    return pairs
  }
}
