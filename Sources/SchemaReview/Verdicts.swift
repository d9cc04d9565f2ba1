/// What code generated from the old schema does with bodies that follow the new one.
public enum WireVerdict: Hashable, Sendable {
  /// Everything that the old schema documents is decoded as before.
  case safe
  /// Every event is decoded, and a finding with this rule reports a difference. A value that the old code cannot read costs its
  /// optional field and no more: it is kept, and written back.
  case degrades(finding: String)
  /// Something that the old schema documents is lost or decoded incorrectly.
  case breaks

  /// The verdict as reports print it: `safe`, `degrades [missing]`, `breaks`.
  public var text: String {
    if case .degrades(let finding) = self { "\(name) [\(finding)]" } else { name }
  }

  /// The verdict without the finding: `safe`, `degrades`, `breaks`.
  var name: String {
    switch self {
    case .safe: "safe"
    case .degrades: "degrades"
    case .breaks: "breaks"
    }
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
