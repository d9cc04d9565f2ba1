extension Array {
  /// Takes the pairs that have the same key out of two arrays; each element belongs to one pair at most.
  ///
  /// - Parameter key: the key of an element; nil for an element without pair.
  mutating func takePairs<Key: Hashable>(
    with others: inout [Element], by key: (Element) -> Key?
  ) -> [(Element, Element)] {
    var places: [Key: [Int]] = [:]
    for (place, other) in others.enumerated().reversed() {
      if let key = key(other) { places[key, default: []].append(place) }
    }
    var pairs: [(Element, Element)] = []
    var taken: Set<Int> = []
    removeAll { element in
      guard let key = key(element), let place = places[key]?.popLast() else { return false }
      pairs.append((element, others[place]))
      taken.insert(place)
      return true
    }
    others = others.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    return pairs
  }

  /// Takes the pairs that have the same key and are the same out of two arrays; each element belongs to one pair at most.
  mutating func takePairs<Key: Hashable>(
    with others: inout [Element], by key: (Element) -> Key?,
    where isSame: (Element, Element) -> Bool
  ) -> [(Element, Element)] {
    var places: [Key: [Int]] = [:]
    for (place, other) in others.enumerated() {
      if let key = key(other) { places[key, default: []].append(place) }
    }
    var pairs: [(Element, Element)] = []
    var taken: Set<Int> = []
    removeAll { element in
      guard let key = key(element), let same = places[key],
        let index = same.firstIndex(where: { isSame(element, others[$0]) })
      else { return false }
      pairs.append((element, others[same[index]]))
      taken.insert(same[index])
      places[key]?.remove(at: index)
      return true
    }
    others = others.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    return pairs
  }

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
