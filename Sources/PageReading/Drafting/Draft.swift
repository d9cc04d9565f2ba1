public import SchemaSource

/// What a page declares and a schema does not, as edits of the schema.
public struct Draft: Hashable, Sendable {
  /// The parts, in the order of the page.
  public var parts: [Part] = []

  public init(parts: [Part] = []) { self.parts = parts }

  /// A declaration to add or to change.
  public struct Part: Hashable, Sendable {
    /// The declaration, such as `event 303` or `field uid of uploaded`.
    public var subject: String
    /// Where the page declares it.
    public var position: PagePosition
    /// The edits; empty if the page does not say enough for any.
    public var edits: [SchemaEdit] = []
    /// What a person has to decide.
    public var remarks: [Remark] = []
    /// What the part settles.
    var evidence: Set<DraftEvidence> = []

    public init(
      _ subject: String, at position: PagePosition, edits: [SchemaEdit] = [], remarks: [Remark] = []
    ) {
      self.subject = subject
      self.position = position
      self.edits = edits
      self.remarks = remarks
    }
  }

  /// Something on the page that is not certain enough to become YAML.
  public struct Remark: Hashable, Sendable {
    public var text: String
    public var position: PagePosition

    public init(_ text: String, at position: PagePosition) {
      self.text = text
      self.position = position
    }
  }

  /// Whether a part needs a person.
  public var hasRemarks: Bool { parts.contains { !$0.remarks.isEmpty } }
}

extension Draft {
  /// The files with the edits made.
  ///
  /// - Parameter files: the schema files of the service.
  /// - Returns: the files that changed, and the draft of the edits that were refused, with the reasons as remarks.
  public func applied(to files: [SourceFile]) -> (changed: [SourceFile], refused: [Part]) {
    var texts: [String: SourceFile] = [:]
    for file in files { texts[file.path] = file }
    var changed: Set<String> = []
    var refused: [Part] = []
    for part in parts where !part.edits.isEmpty {
      // The edits of one part are made together or not at all.
      var attempt = texts
      do throws(EditRefusal) {
        for edit in part.edits {
          guard let file = attempt[edit.file] else {
            throw EditRefusal("there is no file '\(edit.file)'")
          }
          var editor = try SchemaEditor(file)
          try editor.apply(edit)
          attempt[edit.file] = editor.file
        }
        changed.formUnion(part.edits.map(\.file))
        texts = attempt
      } catch {
        refused.append(
          Part(
            part.subject, at: part.position,
            remarks: [Remark(error.description, at: part.position)]))
      }
    }
    return (files.filter { changed.contains($0.path) }.compactMap { texts[$0.path] }, refused)
  }
}
