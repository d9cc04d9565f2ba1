import CallbackSchema
import SchemaSource

/// What the fields of a service decide about its types.
struct TypeUses {
  /// The tables and objects that are types of fields or events.
  private(set) var names: Set<String>
  /// The objects whose members may also be found in the object that encloses them.
  private(set) var flattenedObjects: Set<String> = []
  /// The fields that are stored in an array, because their type contains itself.
  let recursiveFields: Set<SourceRange>
  /// The fields that are stored in an array, because their type is large.
  private(set) var largeFields: Set<SourceRange>

  init(_ service: Service) {
    names = Set(service.events.compactMap(\.object?.value))
    recursiveFields = service.recursiveFields
    var sizes = InlineSizes(service: service, recursive: recursiveFields)
    for object in service.objects { sizes.visit(object.fields) }
    largeFields = sizes.takeLarge()
    // The sizes of all objects are known: an event adds none.
    for part in service.gather(into: Part(sizes: sizes), { $0.add($1) }) {
      names.formUnion(part.names)
      flattenedObjects.formUnion(part.flattenedObjects)
      largeFields.formUnion(part.sizes.large)
    }
  }

  /// The same for a part of a service.
  private struct Part {
    var names: Set<String> = []
    var flattenedObjects: Set<String> = []
    var sizes: InlineSizes

    mutating func add(_ fields: [Field]) {
      sizes.visit(fields)
      fields.visitWithNested { field in
        field.type.insertNames(into: &names)
        // A field of the envelope is never flattened.
        if case .object(let name) = field.type, field.isFlattened {
          flattenedObjects.insert(name)
        }
      }
    }
  }
}
