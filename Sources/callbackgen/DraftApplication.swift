import CallbackSchema
import CommandSupport
import PageReading
import SchemaSource

/// Makes the edits of a draft, and drafts again until nothing is added: a field of an event that was added for an edition is
/// compared in the next round.
struct DraftApplication {
  private let original: SchemaFolder
  private var folder: SchemaFolder
  private let page: PageInput.Reading
  private var service: Service
  /// The parts that were made.
  private(set) var made: [Draft.Part] = []
  /// The parts that need a person, those with edits that were refused included.
  private(set) var left: [Draft.Part] = []

  /// The maximum number of rounds; each adds something.
  private static let rounds = 8

  init(folder: SchemaFolder, page: PageInput.Reading, service: Service) {
    original = folder
    self.folder = folder
    self.page = page
    self.service = service
  }

  mutating func run() throws {
    var facts = page.facts
    for _ in 0..<Self.rounds {
      let draft = PageDrafter.draft(
        facts, of: page.file, as: page.profile, for: service, in: folder.files,
        examples: page.examples)
      left = draft.parts.filter { !$0.remarks.isEmpty }.map(\.withoutEdits)
      let parts = draft.parts.filter { !$0.edits.isEmpty }
      guard !parts.isEmpty, try make(parts) else { return }
      var diagnostics = Diagnostics()
      guard let read = PageReader.read(page.file, as: page.profile, of: service, into: &diagnostics)
      else { return }
      facts = read
    }
  }

  /// Makes the edits of some parts: all at once, or one after the other if the schema would have errors; returns whether
  /// the schema changed.
  private mutating func make(_ parts: [Draft.Part]) throws -> Bool {
    if attempt(parts) == nil { return true }
    var isChanged = false
    for part in parts {
      if let reason = attempt([part]) {
        left.append(
          Draft.Part(part.subject, at: part.position, remarks: [.init(reason, at: part.position)]))
      } else {
        isChanged = true
      }
    }
    return isChanged
  }

  /// Makes the edits if the schema stays valid; returns the reason if not.
  private mutating func attempt(_ parts: [Draft.Part]) -> String? {
    let (files, refused) = Draft(parts: parts).applied(to: folder.files)
    if let first = refused.first { return first.remarks.first?.text ?? "" }
    var changed = folder
    changed.files = folder.files.map { file in files.first { $0.path == file.path } ?? file }
    var diagnostics = Diagnostics()
    let loaded = changed.lint(into: &diagnostics)
    if let error = diagnostics.sorted.first(where: { $0.severity == .error }) {
      return "the schema would have an error: \(error.message)"
    }
    guard let loaded else { return "the schema would not load" }
    folder = changed
    service = loaded
    made += parts
    return nil
  }

  /// The files to write.
  var changes: [OutputFolder.Change] {
    zip(original.files, folder.files).compactMap { old, new in
      guard old.bytes != new.bytes else { return nil }
      return OutputFolder.Change(
        path: old.path, old: String(decoding: old.bytes, as: UTF8.self),
        new: String(decoding: new.bytes, as: UTF8.self))
    }
  }

  /// What was written, and what is left for a person.
  var report: String {
    let path = page.file.path
    var lines = made.map { "added \($0.subject), \(path):\($0.position.line)" }
    lines += changes.map(\.summary)
    for part in left {
      lines += part.remarks.map { "left \(part.subject), \(path):\($0.position.line): \($0.text)" }
    }
    if lines.isEmpty { lines = ["\(path): the schema has everything that the page declares"] }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Draft.Part {
  fileprivate var withoutEdits: Draft.Part { Draft.Part(subject, at: position, remarks: remarks) }
}
