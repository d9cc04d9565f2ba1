import CallbackSchema

/// The pairs of fields that are the same on both sides, and the fields that only one side has.
///
/// Fields are paired by path, by another known spelling, by name at another place, and by type and neighbors.
struct FieldAlignment {
  /// How a pair was found.
  enum Match {
    case name
    /// By another known spelling of the first field.
    case spelling(ComparedSpelling)
    /// By type and neighbors; not certain unless several signs agree.
    case renamed(isCertain: Bool)
  }

  struct Pair {
    var first: ComparedField
    var second: ComparedField
    var match: Match
  }

  /// Fields of one object that the other side has in another object.
  struct Move {
    /// The fields on both sides, in pairs.
    var fields: [(first: ComparedField, second: ComparedField)]
    /// The path of the object on each side.
    var from: String
    var to: String
    /// The fields that contain the moved ones on each side, the nearest last.
    var containers: [ComparedField]
  }

  /// A field of one side only.
  struct Single {
    var field: ComparedField
    /// The fields around it, the nearest last.
    var containers: [ComparedField]
    /// The paired field before it on the other side, where it would be expected.
    var neighbor: ComparedField?
  }

  private(set) var pairs: [Pair] = []
  private(set) var moves: [Move] = []
  private(set) var removed: [Single] = []
  private(set) var added: [Single] = []

  init(_ first: [ComparedField], _ second: [ComparedField]) {
    align(first, second, [], [])
    pairMoved()
    pairRenamed()
    removed.removeAll { !$0.field.isDemanded }
  }

  /// The objects around a field, on both sides.
  private struct Sibling {
    var single: Single
    /// The identity of the pair of objects that contain the field.
    var object: Int
    var place: Int
  }

  private var firstRest: [Sibling] = []
  private var secondRest: [Sibling] = []
  /// For each pair of objects the paired members in the order of each side.
  private var objects: [(first: [String?], second: [String?])] = []

  /// Pairs the members of one object by name and by other spellings.
  private mutating func align(
    _ first: [ComparedField], _ second: [ComparedField], _ firstContainers: [ComparedField],
    _ secondContainers: [ComparedField]
  ) {
    var partner: [Int?] = Array(repeating: nil, count: first.count)
    var matches: [Match] = Array(repeating: .name, count: first.count)
    var taken: Set<Int> = []
    let byName = Dictionary(second.indices.map { (second[$0].name, $0) }) { first, _ in first }
    for place in first.indices {
      guard let other = byName[first[place].name] else { continue }
      partner[place] = other
      taken.insert(other)
    }
    for place in first.indices where partner[place] == nil {
      for spelling in first[place].spellings {
        guard let other = byName[spelling.name], taken.insert(other).inserted else { continue }
        partner[place] = other
        matches[place] = .spelling(spelling)
        break
      }
    }
    let object = objects.count
    var names: (first: [String?], second: [String?]) = (
      first.map { _ in nil }, second.map { _ in nil }
    )
    for place in first.indices {
      guard let other = partner[place] else { continue }
      names.first[place] = first[place].name
      names.second[other] = first[place].name
    }
    objects.append(names)
    for place in first.indices {
      guard let other = partner[place] else {
        let before = second.indices.last { index in
          guard let name = names.second[index] else { return false }
          return first[..<place].contains { $0.name == name }
        }
        let single = Single(
          field: first[place], containers: firstContainers,
          neighbor: before.map { second[$0] } ?? secondContainers.last)
        firstRest.append(Sibling(single: single, object: object, place: place))
        continue
      }
      pairs.append(Pair(first: first[place], second: second[other], match: matches[place]))
      alignMembers(first[place], second[other], firstContainers, secondContainers)
    }
    for place in second.indices where !taken.contains(place) {
      let before = first.indices.last { index in
        guard let other = partner[index] else { return false }
        return other < place
      }
      let single = Single(
        field: second[place], containers: secondContainers,
        neighbor: before.map { first[$0] } ?? firstContainers.last)
      secondRest.append(Sibling(single: single, object: object, place: place))
    }
  }

  private mutating func alignMembers(
    _ first: ComparedField, _ second: ComparedField, _ firstContainers: [ComparedField],
    _ secondContainers: [ComparedField]
  ) {
    // A container that became a single value, or the reverse, counts once: as a changed type.
    let isOneValue =
      first.type.kinds != nil && second.type.kinds != nil
      && first.isContainer != second.isContainer
    if isOneValue, first.members.isEmpty || second.members.isEmpty { return }
    align(first.members, second.members, firstContainers + [first], secondContainers + [second])
  }

  // MARK: Moves

  /// Pairs fields of the same name in different objects.
  private mutating func pairMoved() {
    // A member of an unpaired container can be the counterpart, too.
    var found: [Move] = []
    var index = 0
    while index < firstRest.count {
      let sibling = firstRest[index]
      if let other = secondRest.firstIndex(where: { isSame(sibling.single.field, $0.single.field) })
      {
        let partner = secondRest.remove(at: other)
        firstRest.remove(at: index)
        note(sibling.single, partner.single, in: &found)
        alignMembers(
          sibling.single.field, partner.single.field, sibling.single.containers,
          partner.single.containers)
      } else if let taken = takeContainer(sibling, &found) {
        firstRest.remove(at: index)
        firstRest.insert(contentsOf: taken, at: index)
      } else {
        index += 1
      }
    }
    // The reverse: an added container whose members the first side has elsewhere.
    index = 0
    while index < secondRest.count {
      let sibling = secondRest[index]
      if let rest = takeAddedContainer(sibling, &found) {
        secondRest.remove(at: index)
        secondRest.insert(contentsOf: rest, at: index)
      } else {
        index += 1
      }
    }
    moves = found
  }

  private func isSame(_ first: ComparedField, _ second: ComparedField) -> Bool {
    let isNamed = first.name == second.name || first.spellings.contains { $0.name == second.name }
    // A single value can have another place and another type; a container of the same name is something else.
    return isNamed && (first.canBe(second) || !first.isContainer && !second.isContainer)
  }

  /// Pairs the members of a removed container with added fields, if at least half of them are there.
  ///
  /// - Returns: the members that have no counterpart; nil if the container was removed with its members.
  private mutating func takeContainer(_ sibling: Sibling, _ found: inout [Move]) -> [Sibling]? {
    let members = sibling.single.field.members
    let counterparts = members.map { member in
      secondRest.firstIndex { isSame(member, $0.single.field) }
    }
    let count = counterparts.compactMap { $0 }.count
    guard count > 0, count * 2 >= members.count else { return nil }
    let containers = sibling.single.containers + [sibling.single.field]
    var rest: [Sibling] = []
    var used: [Int] = []
    for (member, counterpart) in zip(members, counterparts) {
      let single = Single(field: member, containers: containers, neighbor: sibling.single.neighbor)
      guard let counterpart, !used.contains(counterpart) else {
        rest.append(Sibling(single: single, object: sibling.object, place: sibling.place))
        continue
      }
      used.append(counterpart)
      note(single, secondRest[counterpart].single, in: &found)
    }
    for place in used.sorted(by: >) { secondRest.remove(at: place) }
    return rest
  }

  private mutating func takeAddedContainer(
    _ sibling: Sibling, _ found: inout [Move]
  ) -> [Sibling]? {
    let members = sibling.single.field.members
    let counterparts = members.map { member in
      firstRest.firstIndex { isSame($0.single.field, member) }
    }
    let count = counterparts.compactMap { $0 }.count
    guard count > 0, count * 2 >= members.count else { return nil }
    let containers = sibling.single.containers + [sibling.single.field]
    var rest: [Sibling] = []
    var used: [Int] = []
    for (member, counterpart) in zip(members, counterparts) {
      let single = Single(field: member, containers: containers, neighbor: sibling.single.neighbor)
      guard let counterpart, !used.contains(counterpart) else {
        rest.append(Sibling(single: single, object: sibling.object, place: sibling.place))
        continue
      }
      used.append(counterpart)
      note(firstRest[counterpart].single, single, in: &found)
    }
    for place in used.sorted(by: >) { firstRest.remove(at: place) }
    return rest
  }

  /// Adds a moved field; fields with the same old and new object are one move.
  private mutating func note(_ first: Single, _ second: Single, in found: inout [Move]) {
    let (from, to) = (Self.path(first.containers), Self.path(second.containers))
    let pair = (first: first.field, second: second.field)
    if let place = found.firstIndex(where: { $0.from == from && $0.to == to }) {
      found[place].fields.append(pair)
    } else {
      found.append(
        Move(fields: [pair], from: from, to: to, containers: first.containers + second.containers))
    }
    pairs.append(Pair(first: first.field, second: second.field, match: .name))
  }

  private static func path(_ containers: [ComparedField]) -> String {
    containers.map { $0.name + $0.type.suffix }.joined(separator: ".")
  }

  // MARK: Renames

  /// Pairs fields of one object that have the same type and the same neighbors, members or values.
  private mutating func pairRenamed() {
    var candidates: [(score: Int, first: Int, second: Int)] = []
    for (place, sibling) in firstRest.enumerated() {
      for (other, partner) in secondRest.enumerated() where partner.object == sibling.object {
        guard let score = score(sibling, partner) else { continue }
        candidates.append((score, place, other))
      }
    }
    candidates.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    var taken: (first: Set<Int>, second: Set<Int>) = ([], [])
    for candidate in candidates
    where !taken.first.contains(candidate.first) && !taken.second.contains(candidate.second) {
      taken.first.insert(candidate.first)
      taken.second.insert(candidate.second)
      let (first, second) = (firstRest[candidate.first].single, secondRest[candidate.second].single)
      pairs.append(
        Pair(
          first: first.field, second: second.field,
          match: .renamed(isCertain: candidate.score >= 2)))
      alignMembers(first.field, second.field, first.containers, second.containers)
    }
    removed = firstRest.indices.filter { !taken.first.contains($0) }.map { firstRest[$0].single }
    added = secondRest.indices.filter { !taken.second.contains($0) }.map { secondRest[$0].single }
  }

  /// The number of signs that two fields of one object are the same; nil if they cannot be.
  private func score(_ sibling: Sibling, _ partner: Sibling) -> Int? {
    let (first, second) = (sibling.single.field, partner.single.field)
    guard first.canBe(second), first.isDemanded else { return nil }
    var score = 0
    let names = objects[sibling.object]
    let before = names.first[..<sibling.place].last { $0 != nil } ?? nil
    let after = names.first[(sibling.place + 1)...].first { $0 != nil } ?? nil
    let otherBefore = names.second[..<partner.place].last { $0 != nil } ?? nil
    let otherAfter = names.second[(partner.place + 1)...].first { $0 != nil } ?? nil
    if before == otherBefore { score += 1 }
    if after == otherAfter { score += 1 }
    let values = (Set(first.values.map(\.text)), Set(second.values.map(\.text)))
    if !values.0.isEmpty, !values.0.isDisjoint(with: values.1) { score += 2 }
    let members = (Set(first.members.map(\.name)), Set(second.members.map(\.name)))
    if !members.0.isEmpty {
      let common = members.0.intersection(members.1).count
      guard common * 2 >= members.0.count else { return nil }
      score += 2
    }
    if first.name.lowercased() == second.name.lowercased() { score += 2 }
    return score > 0 ? score : nil
  }
}
