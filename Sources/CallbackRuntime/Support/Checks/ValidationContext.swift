/// Gathers findings about a value, for generated code.
///
/// A mask of editions says who documents what is checked; 0 means all of them, whichever the value is nearest to.
public struct _ValidationContext {
  private enum Step {
    case name(StaticString)
    case member(String)
    case index(Int)
  }

  private var path: [Step] = []
  private var entries: [(finding: Finding, mask: UInt64)] = []
  private var editions: Editions?
  /// The editions that the value may follow.
  private var candidates: UInt64 = 0

  package init() {}

  /// Says which editions there are, and which of them document the value here at all.
  ///
  /// The value follows one of those, unless others have been said to document what is around it.
  public mutating func enter(_ editions: Editions, documented: UInt64 = .max) {
    if self.editions == nil {
      self.editions = editions
      candidates = editions.all
    }
    if candidates & documented != 0 { candidates &= documented }
  }

  /// Checks what is inside of a member.
  mutating func inside(_ name: StaticString, _ check: (inout _ValidationContext) -> Void) {
    path.append(.name(name))
    check(&self)
    path.removeLast()
  }

  /// Enters a member by the name that a schema gives it, until `leave()`.
  package mutating func enter(member name: String) { path.append(.member(name)) }

  /// Enters an element, until `leave()`.
  package mutating func enter(element index: Int) { path.append(.index(index)) }

  /// Leaves the member or the element that was entered last.
  package mutating func leave() { path.removeLast() }

  /// Checks what is inside of an element.
  mutating func inside(_ index: Int, _ check: (inout _ValidationContext) -> Void) {
    path.append(.index(index))
    check(&self)
    path.removeLast()
  }

  /// Keeps a finding about a member; an empty name is the value itself.
  mutating func report(
    _ name: StaticString, _ rule: Finding.Rule, _ severity: Finding.Severity, _ message: String,
    editions mask: UInt64 = 0
  ) {
    report(at: pathText.appendingMember(name.description), rule, severity, message, mask)
  }

  /// Keeps a finding about a path from the root.
  package mutating func report(
    at path: String, _ rule: Finding.Rule, _ severity: Finding.Severity, _ message: String,
    _ mask: UInt64 = 0, offset: Int? = nil
  ) {
    let finding = Finding(
      path: path, rule: rule, severity: severity, message: message,
      editions: editions?.names(of: mask) ?? [], offset: offset)
    entries.append((finding, mask))
  }

  /// The path of the value that is checked.
  var pathText: String {
    path.reduce("") { text, step in
      switch step {
      case .name(let name): text.appendingMember(name.description)
      case .member(let name): text.appendingMember(name)
      case .index(let index): "\(text)[\(index)]"
      }
    }
  }

  /// The findings that hold whatever the edition, and those of the nearest one: the candidate with the fewest of them; of
  /// several the last.
  package consuming func findings() -> [Finding] {
    if entries.isEmpty { return [] }
    let masks = entries.reduce(0) { $0 | $1.mask }
    let candidates = editions == nil ? masks : candidates
    var nearest: UInt64 = 0
    var fewest = Int.max
    for index in 0..<64 {
      let bit: UInt64 = 1 &<< UInt64(index)
      guard candidates & bit != 0 else { continue }
      let count = entries.count { $0.mask & bit != 0 }
      if count <= fewest {
        fewest = count
        nearest = bit
      }
    }
    return entries.filter { $0.mask == 0 || $0.mask & nearest != 0 }.map(\.finding)
  }
}
