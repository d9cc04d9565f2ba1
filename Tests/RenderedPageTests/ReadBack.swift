import CallbackSchema
import PageReading
import TestSupport

/// The declarations of a page as lines of text, from what was rendered and from what was read.
///
/// Where a layout does not show nesting, a field is its name, because its place is a guess.
struct ReadBack: Equatable, CustomStringConvertible {
  /// Each line and how often it occurs.
  var lines: [String: Int] = [:]

  /// What a reader must find on the page.
  init(of content: PageContent, in layout: PageLayout) {
    for event in content.events {
      insert("event \(event.id)")
      add(event.fields, of: event.id, below: "", in: layout)
    }
    if layout.envelope != .none { add(content.envelope, of: "envelope", below: "", in: layout) }
  }

  /// What was read.
  init(of facts: PageFacts, in layout: PageLayout) {
    for event in facts.events {
      let id = event.id ?? event.name ?? "?"
      insert("event \(id)")
      add(event.fields, of: id, below: "", in: layout)
    }
    for scope in facts.scopes {
      add(
        scope.fields, of: "envelope", below: scope.place == "." ? "" : "\(scope.place).", in: layout
      )
    }
    for line in facts.unread {
      insert("unread \(line.reason.rawValue) at \(line.position.line): \(line.text)")
    }
  }

  private mutating func insert(_ line: String) { lines[line, default: 0] += 1 }

  private mutating func add(
    _ fields: [PageContent.Field], of owner: String, below path: String, in layout: PageLayout
  ) {
    for field in fields {
      let isList = if case .list = field.type { true } else { false }
      let presence =
        layout.hasTables && layout.hasRequiredColumn
        ? field.isRequired ? " required" : " optional" : ""
      let place = layout.showsNesting ? path + field.name : field.name
      let values = field.values.map(\.text).sorted().joined(separator: " ")
      insert("\(owner): \(place) \(Self.type(field.type, in: layout)) {\(values)}\(presence)")
      add(
        field.members, of: owner, below: path + field.name + (isList ? "[]." : "."), in: layout)
    }
  }

  private mutating func add(
    _ fields: [PageField], of owner: String, below path: String, in layout: PageLayout
  ) {
    for field in fields {
      let values = field.values.filter { !$0.doubts.contains(.proseValue) }
        .map(\.text).sorted().joined(separator: " ")
      let presence = field.presence.map { $0.isRequired ? " required" : " optional" } ?? ""
      let place = layout.showsNesting ? path + field.path : field.name
      insert("\(owner): \(place) \(Self.type(field.type, in: layout)) {\(values)}\(presence)")
    }
  }

  // MARK: - Types

  private static func type(_ type: PageContent.ValueType, in layout: PageLayout) -> String {
    switch type {
    case .scalar(.bool): "bool"
    case .scalar(.string): "string"
    case .scalar(.object), .object: "object"
    case .scalar(let scalar): layout.types == .sized ? scalar.rawValue : "number"
    case .stringOrInteger: "number|string"
    case .list: "list"
    }
  }

  private static func type(_ type: PageType?, in layout: PageLayout) -> String {
    if case .number(let scalar?)? = type, layout.types == .sized { return scalar.rawValue }
    return type?.kinds.map(\.rawValue).sorted().joined(separator: "|") ?? "?"
  }

  // MARK: - Comparison

  /// The lines that only one side has.
  func differences(from other: ReadBack) -> [String] {
    let all = Set(lines.keys).union(other.lines.keys).sorted()
    return all.flatMap { line -> [String] in
      let (mine, theirs) = (lines[line] ?? 0, other.lines[line] ?? 0)
      guard mine != theirs else { return [] }
      return ["\(mine > theirs ? "not read" : "invented"): \(line)"]
    }
  }

  var description: String { lines.keys.sorted().joined(separator: "\n") }
}
