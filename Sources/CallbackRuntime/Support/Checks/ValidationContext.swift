/// Collects the findings about a value while generated code validates it.
///
/// A finding has the mask of the editions that the value contradicts; 0 for a finding that does not depend on the edition.
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

  /// Sets the editions of the service, and restricts the candidates to those that document the current object.
  ///
  /// The candidates stay as they are if none of them documents the object.
  @_spi(Generated)
  public mutating func enter(_ editions: Editions, documented: UInt64 = .max) {
    if self.editions == nil {
      self.editions = editions
      candidates = editions.all
    }
    if candidates & documented != 0 { candidates &= documented }
  }

  /// Validates the value of a member.
  mutating func inside(_ name: StaticString, _ check: (inout _ValidationContext) -> Void) {
    path.append(.name(name))
    check(&self)
    path.removeLast()
  }

  /// Enters a member with a name known at run time, until `leave()`.
  package mutating func enter(member name: String) { path.append(.member(name)) }

  /// Enters an element, until `leave()`.
  package mutating func enter(element index: Int) { path.append(.index(index)) }

  /// Enters a member, until `leave()`.
  @_spi(Generated)
  public mutating func enter(_ name: StaticString) { path.append(.name(name)) }

  /// Leaves the member or the element entered last.
  @_spi(Generated)
  public mutating func leave() { path.removeLast() }

  /// Adds a finding about a member; an empty name stands for the current value.
  mutating func report(
    _ name: StaticString, _ rule: Finding.Rule, _ severity: Finding.Severity, _ message: String,
    editions mask: UInt64 = 0
  ) {
    report(at: pathText.appendingMember(name.description), rule, severity, message, mask)
  }

  /// Adds a finding about a path from the root.
  package mutating func report(
    at path: String, _ rule: Finding.Rule, _ severity: Finding.Severity, _ message: String,
    _ mask: UInt64 = 0, offset: Int? = nil
  ) {
    let finding = Finding(
      path: path, rule: rule, severity: severity, message: message,
      editions: editions?.names(of: mask) ?? [], offset: offset)
    entries.append((finding, mask))
  }

  /// The path of the current value.
  var pathText: String {
    path.reduce("") { text, step in
      switch step {
      case .name(let name): text.appendingMember(name.description)
      case .member(let name): text.appendingMember(name)
      case .index(let index): "\(text)[\(index)]"
      }
    }
  }

  /// The findings that do not depend on the edition, and those of the best-fitting one: the candidate with the fewest findings;
  /// of several the last.
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
