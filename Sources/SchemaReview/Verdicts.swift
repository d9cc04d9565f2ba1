/// What code generated from the old schema does with bodies that follow the new one.
public enum WireVerdict: Hashable, Sendable {
  /// Everything that the old schema documents is decoded as before.
  case safe
  /// Everything that the old schema documents is decoded as before. A finding with this rule reports what the new schema adds,
  /// which the old code does not read.
  case ignores(finding: String)
  /// Every event is decoded, and a finding with this rule reports a difference. A value that the old code cannot read costs its
  /// optional field and no more: it is kept, and written back.
  case degrades(finding: String)
  /// Something that the old schema documents is lost or decoded incorrectly.
  case breaks

  /// The verdict as reports print it: `safe`, `ignores [unknown-field]`, `degrades [missing]`, `breaks`.
  public var text: String { finding.map { "\(name) [\($0)]" } ?? name }

  /// The rule of the finding that reports the difference; nil if none does.
  public var finding: String? {
    switch self {
    case .ignores(let finding), .degrades(let finding): finding
    case .safe, .breaks: nil
    }
  }

  /// The verdict without the finding: `safe`, `ignores`, `degrades`, `breaks`.
  var name: String {
    switch self {
    case .safe: "safe"
    case .ignores: "ignores"
    case .degrades: "degrades"
    case .breaks: "breaks"
    }
  }
}

/// What code generated from the new schema does with bodies that follow the old one, or that the old one accepted: those that are
/// stored, that the vendor's other servers still send, and that arrive after a rollback.
public struct HistoryVerdict: Hashable, Sendable {
  /// How serious the effect is.
  public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The new code decodes everything that the old schema documents.
    case safe
    /// The new code reports what it no longer reads.
    case ignores
    /// Every event is decoded, and findings report the differences.
    case degrades
    /// Something that the old schema documents, or accepted, is lost or decoded incorrectly.
    case breaks

    /// Orders levels: safe, ignores, degrades, breaks.
    public static func < (one: Level, other: Level) -> Bool { one.order < other.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How serious the effect is.
  public private(set) var level = Level.safe
  /// The rules of the findings, sorted; empty for the levels safe and breaks.
  public private(set) var findings: [String] = []

  /// The verdict without an effect.
  static let safe = HistoryVerdict()

  /// Adds what the new code does with bodies of another part of the old schema.
  mutating func add(_ verdict: WireVerdict) {
    guard let other = Level(rawValue: verdict.name) else { return }
    level = max(level, other)
    findings = level == .breaks ? [] : Set(findings + [verdict.finding].compactMap { $0 }).sorted()
  }

  /// The verdict as reports print it: `safe`, `degrades [missing, range]`, `breaks`.
  public var text: String {
    findings.isEmpty ? level.rawValue : "\(level.rawValue) [\(findings.joined(separator: ", "))]"
  }
}

/// What the compiler reports about code that uses the models, once they are regenerated.
///
/// The code compiled without warnings against the old models in the Swift 6 language mode. It reads every property, calls
/// every memberwise initializer and switches exhaustively over every enum. A switch over a `@nonexhaustive` enum needs
/// `@unknown default` to compile at all; other switches may have it or not, and the verdict holds for both.
public enum SourceVerdict: String, Hashable, Sendable {
  /// The code compiles without warnings.
  case safe
  /// The code compiles with a warning: a switch lacks a new case.
  case warning
  /// The code does not compile.
  case breaks
}

/// Whether something that neither the decoder nor the compiler can detect has another meaning.
public enum MeaningVerdict: String, Hashable, Sendable {
  /// The meaning is the same.
  case same
  /// The meaning is different.
  case changed
}
