import CallbackRuntime
import CallbackSchema
import PayloadValidation
import SchemaSource

extension PageComparison {
  /// Validates the examples of the page against the schema of their events.
  ///
  /// A finding that an example of the schema has, too, is known.
  mutating func compareExamples(_ stored: [String: SourceFile]) {
    var validators: [String: ExampleValidation] = [:]
    for (first, second) in pairs {
      guard let event = first.schema, let page = second.page else { continue }
      let edition = first.editions.count == 1 ? first.editions.first : nil
      let name = edition.map { service.editions[$0].name } ?? ""
      for example in page.examples {
        let known = event.examples.compactMap { stored[$0.file.value] }
        // The validation of an edition is prepared only for an example that the schema does not have.
        guard !example.isValid || !isStored(example, known) else { continue }
        let validation = validators[name] ?? ExampleValidation(service, edition: name)
        validators[name] = validation
        compare(example, of: event, labelled: first.label, validation, known)
      }
    }
  }

  /// Whether the body of an example is that of a file, or is no JSON.
  private func isStored(_ example: PageExample, _ files: [SourceFile]) -> Bool {
    guard let body = JSONValue(body: Array(example.text.utf8)) else { return true }
    return files.contains { JSONValue(body: $0.bytes) == body }
  }

  private mutating func compare(
    _ example: PageExample, of event: Event, labelled label: String,
    _ validation: ExampleValidation, _ known: [SourceFile]
  ) {
    guard example.isValid else {
      let isKnown = event.examples.contains { $0.repaired != nil }
      guard !isKnown else { return }
      return add(
        .example, at: "events.\(label)", "the example is no valid JSON", page: example.position,
        schema: event.range, isCertain: false)
    }
    let expected = Set(
      known.flatMap { validation.problems(of: $0.bytes, in: event).map(\.key) })
    // A difference of a field explains the findings at it.
    let prefix = "events.\(label)."
    let reported = Set(
      found.map(\.difference.path).filter { $0.hasPrefix(prefix) }.compactMap {
        PagePath.components(of: $0).last
      })
    for problem in validation.problems(of: Array(example.text.utf8), in: event)
    where !expected.contains(problem.key) && !reported.contains(problem.name) {
      let member = example.members.first { $0.path == problem.path }
      add(
        .example, at: problem.path.isEmpty ? "events.\(label)" : "\(prefix)\(problem.path)",
        "the example has a finding: \(problem.message)",
        page: member?.position ?? example.position, schema: event.range, isCertain: false)
    }
  }
}

/// The validation of examples for one edition.
struct ExampleValidation {
  private let service: Service
  private let validator: BodyValidator

  /// The rules of findings that the schema foresees: the other spellings, types and units of its sources.
  private static let known: Set<Finding.Rule> = [.alias, .otherType, .otherUnit]

  /// A finding of an example.
  struct Problem {
    /// The path without indices.
    var path: String
    var rule: String
    var message: String

    /// What makes it equal to a finding of another example.
    var key: [String] { [rule, path] }
    /// The member name.
    var name: String { PagePath.components(of: path).last ?? "" }
  }

  /// Prepares the validation for a named edition; for all of them if the name is empty.
  init(_ service: Service, edition: String) {
    self.service = service
    validator = BodyValidator(service.projected(to: edition) ?? service)
  }

  /// The findings of a body, or of a payload without its envelope.
  func problems(of body: [UInt8], in event: Event) -> [Problem] {
    let isWhole = isWholeBody(body)
    let report =
      isWhole
      ? validator.validate(body, headers: service.headers(of: event))
      : validator.validate(fragment: body, of: event.key)
    guard let report else { return [] }
    if let fault = report.fault {
      return [Problem(path: "", rule: "fault", message: "\(fault)")]
    }
    var found = report.findings.filter { !Self.known.contains($0.rule) }.map { finding in
      Problem(
        path: finding.path.withoutIndices, rule: finding.rule.rawValue, message: "\(finding)")
    }
    if isWhole, report.event != event.key {
      let name = report.event.map { "event '\($0)'" } ?? "no event of the schema"
      found.append(Problem(path: "", rule: "event", message: "the body is \(name)"))
    }
    return found
  }

  /// Whether a body has the discriminator, or the place of the payload.
  private func isWholeBody(_ body: [UInt8]) -> Bool {
    guard let raw = try? RawJSON(bytes: body) else { return false }
    let path =
      service.discriminator.value.path.isEmpty
      ? service.payload.value.path : service.discriminator.value.path
    guard !path.isEmpty else { return true }
    var value: RawJSON? = raw
    for name in path { value = value?.members?.first { $0.name == name }?.value }
    return value != nil
  }
}

extension String {
  /// The path without the indices of lists: `files[].name` for `files[3].name`.
  fileprivate var withoutIndices: String {
    var text = ""
    var isInside = false
    for character in self {
      if character == "]" { isInside = false }
      if !isInside { text.append(character) }
      if character == "[" { isInside = true }
    }
    return text
  }
}
