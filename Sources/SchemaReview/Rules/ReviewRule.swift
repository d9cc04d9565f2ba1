/// What yesterday's generated code makes of tomorrow's bodies.
public enum WireVerdict: Hashable, Sendable {
  /// All that it knew is read as before.
  case safe
  /// All that it knew is read as before, and a finding of this rule says that something is different.
  case degrades(finding: String)
  /// Something that it knew is lost or misread.
  case breaks

  /// `safe`, `degrades [missing]`, `breaks`
  public var text: String {
    switch self {
    case .safe: "safe"
    case .degrades(let finding): "degrades [\(finding)]"
    case .breaks: "breaks"
    }
  }
}

/// What the compiler reports about code that uses the models, after they were generated anew.
///
/// The code compiled without warnings against the old models in the Swift 6 language mode. It reads every property, calls
/// every memberwise initializer and switches exhaustively over every enum. A switch over a `@nonexhaustive` enum needs
/// `@unknown default` to compile at all; other switches may have it or not, and the verdict holds for both.
public enum SourceVerdict: String, Hashable, Sendable {
  case safe, warning, breaks
}

/// Whether something that looks the same means something else.
public enum MeaningVerdict: String, Hashable, Sendable {
  case same, changed
}

/// A kind of change with what it means for a receiver in production.
public struct ReviewRule: Hashable, Sendable {
  /// The rule that the opposite change falls under.
  public enum Mirror: Hashable, Sendable {
    case rule(String)
    /// There is none, for a reason.
    case none(because: String)
  }

  /// `code-shifted`
  public let id: String
  /// What changed, in a sentence.
  public let what: String
  public let wire: WireVerdict
  public let source: SourceVerdict
  public let meaning: MeaningVerdict
  /// Why the verdicts are what they are.
  public let why: String
  /// What to do about it.
  public let advice: String
  public let mirror: Mirror

  init(
    _ id: String, _ what: String, wire: WireVerdict = .safe, source: SourceVerdict = .safe,
    meaning: MeaningVerdict = .same, why: String, advice: String, mirror: Mirror
  ) {
    self.id = id
    self.what = what
    self.wire = wire
    self.source = source
    self.meaning = meaning
    self.why = why
    self.advice = advice
    self.mirror = mirror
  }

  /// Nobody has to do anything about it.
  public var isHarmless: Bool { wire == .safe && source == .safe && meaning == .same }
}

extension ReviewRule.Mirror {
  /// The rule of a given id.
  static func to(_ id: String) -> Self { .rule(id) }
}
