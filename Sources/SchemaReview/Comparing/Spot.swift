import CallbackSchema
import SchemaSource

/// One thing in both states, as far as it is there.
struct Spot {
  /// The path in the old state; in the new one for what was added.
  var path: String
  /// The path in the new state, where something around it was renamed.
  var newPath: String
  /// What reports put it under: an event, a table; all of the envelope.
  var group: String
  /// What it is called, without what it lies in.
  var name: String
  var events: [String] = []
  /// The spelling of the member that it is, or lies in, old and new; nil where it has none.
  var wire: (old: String, new: String)?
  /// What is around it in the new state.
  var anchor: SourceRange?
  /// The full editions of the new state that document what is around it.
  var editions: Set<String> = []

  /// A part of a service that is a group of its own: `envelope`.
  init(_ room: String) {
    path = room
    newPath = room
    group = room
    name = room
  }

  /// A thing with a name in such a part: a group of its own, unless the part is one.
  init(_ room: String, _ name: String, newName: String? = nil, isGroup: Bool = true) {
    path = "\(room).\(SchemaPath.component(name))"
    newPath = "\(room).\(SchemaPath.component(newName ?? name))"
    group = isGroup ? path : room
    self.name = name
  }

  func below(_ name: String, newName: String? = nil, isOnWire: Bool = true) -> Spot {
    var spot = self
    spot.path += ".\(SchemaPath.component(name))"
    spot.newPath += ".\(SchemaPath.component(newName ?? name))"
    spot.name = name
    if isOnWire { spot.wire = (name, newName ?? name) }
    return spot
  }

  /// The same spot, inside something of the new state.
  func inside(_ range: SourceRange) -> Spot {
    var spot = self
    spot.anchor = range
    return spot
  }
}
