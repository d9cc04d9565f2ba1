import CallbackSchema
import SchemaSource

/// An element of a schema in both states: an event, a field, a row, or the whole service.
struct ComparedElement {
  /// The path in the old state, or in the new one for an added element.
  var path: String
  /// The path in the new state, which differs if the element or one that contains it was renamed.
  var newPath: String
  /// The path of the element that reports list changes under: an event, a table, the envelope.
  var group: String
  /// The name without the path.
  var name: String
  /// The events that use a shared element.
  var events: [String] = []
  /// The old and the new name of the JSON member that the element is or belongs to; nil if there is none.
  var wire: (old: String, new: String)?
  /// The range of what contains the element in the new state.
  var enclosingRange: SourceRange?
  /// The full editions that document what contains the element in the new state, and did not in the old one.
  var addedEditions: Set<String> = []

  /// A section of a schema that is a group of its own: `envelope`.
  init(_ section: String) {
    path = section
    newPath = section
    group = section
    name = section
  }

  /// A named element of a section.
  ///
  /// - Parameter isGroup: whether the element is a group of its own, rather than the section.
  init(_ section: String, _ name: String, newName: String? = nil, isGroup: Bool = true) {
    path = "\(section).\(SchemaPath.component(name))"
    newPath = "\(section).\(SchemaPath.component(newName ?? name))"
    group = isGroup ? path : section
    self.name = name
  }

  /// An element that this one contains.
  ///
  /// - Parameter isOnWire: whether it is a JSON member.
  func child(_ name: String, newName: String? = nil, isOnWire: Bool = true) -> ComparedElement {
    var element = self
    element.path += ".\(SchemaPath.component(name))"
    element.newPath += ".\(SchemaPath.component(newName ?? name))"
    element.name = name
    if isOnWire { element.wire = (name, newName ?? name) }
    return element
  }

  /// The same element, with the range of what contains it in the new state.
  func enclosed(by range: SourceRange) -> ComparedElement {
    var element = self
    element.enclosingRange = range
    return element
  }
}
