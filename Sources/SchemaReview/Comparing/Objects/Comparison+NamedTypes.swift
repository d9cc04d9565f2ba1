import CallbackSchema
import SchemaSource
import SwiftGeneration

/// A table, an object or a text format of a service.
protocol NamedType: NamedDeclaration {
  var doc: String? { get }
  var range: SourceRange { get }
}

extension CodeTable: NamedType {}
extension ObjectType: NamedType {}
extension TextFormat: NamedType {}

extension Comparison {
  /// Compares the names and descriptions of all types of one kind, and their contents with a closure.
  ///
  /// - Parameters:
  ///   - kind: the kind of the types in messages: `table`.
  ///   - section: the section of the schema that declares them: `tables`.
  mutating func compareTypes<T: NamedType>(
    _ kind: String, in section: String, _ first: [T], _ second: [T],
    contents: (inout Comparison, T, T, ComparedElement) -> Void
  ) {
    let others = IndexedByName(wrappedValue: second)
    let matched = Set(matching.types.values)
    for type in first {
      let newName = matching.types[type.name]
      var element = ComparedElement(section, type.name, newName: newName)
      // No type is generated from an object that is only included.
      let isGenerated = usage.old.interface[element.path] != nil
      guard let other = newName.flatMap({ others.first(named: $0) }) else {
        note(
          isGenerated ? .typeRemoved : .includedObjectChanged, at: element, "\(kind) \(type.name)",
          old: (type.name, type.range), new: nil)
        continue
      }
      element = element.enclosed(by: other.range)
      element.events = usage.old.events(using: type.name)
      if type.name != other.name {
        note(
          isGenerated ? .typeRenamed : .includedObjectChanged, at: element,
          "\(kind) \(type.name) renamed to \(other.name)", old: (type.name, type.range),
          new: (other.name, other.range))
      }
      contents(&self, type, other, element)
      compareDocumentation("doc", type.doc, other.doc, at: element, (type.range, other.range))
    }
    for type in second where !matched.contains(type.name) {
      note(
        .typeAdded, at: ComparedElement(section, type.name), "\(kind) \(type.name)", old: nil,
        new: (type.name, type.range))
    }
  }
}
