import CallbackSchema
import SchemaSource

/// The numbers of properties that values store inline, and the optional fields whose value is a large object.
///
/// A struct that stored large objects inline would have the size of all of them together; each copy of it would retain
/// their strings one by one, and compiling it would take a multiple of the time.
struct InlineSizes {
  /// The number of properties of the smallest value that is stored in an array.
  static let minimum = 20

  let service: Service
  let recursive: Set<SourceRange>
  /// The positions of the fields whose value is a large object.
  private(set) var large: Set<SourceRange> = []
  private var known: [String: Int] = [:]

  init(service: Service, recursive: Set<SourceRange>) {
    self.service = service
    self.recursive = recursive
  }

  /// Removes what was found, so that it is found once.
  mutating func takeLarge() -> Set<SourceRange> {
    defer { large = [] }
    return large
  }

  mutating func visit(_ fields: [Field]) {
    for field in fields { _ = size(of: field) }
  }

  private mutating func size(of fields: [Field]) -> Int {
    fields.reduce(0) { $0 + size(of: $1) }
  }

  private mutating func size(of field: Field) -> Int {
    if field.constant != nil { return 0 }
    if recursive.contains(field.range) { return 1 }
    let size = size(of: field.type)
    guard size >= Self.minimum, !field.isRequired, !field.isFlattened else { return size }
    large.insert(field.range)
    return 1
  }

  private mutating func size(of type: FieldType) -> Int {
    switch type {
    case .nested(let fields): return size(of: fields)
    case .object(let name):
      if let size = known[name] { return size }
      guard let object = service.object(named: name) else { return 1 }
      let size = size(of: service.fields(of: object))
      known[name] = size
      return size
    case .union(let members): return members.map { size(of: $0) }.max() ?? 1
    case .choice(let choice):
      return choice.options.map { size(of: .object($0.object.value)) }.max() ?? 1
    case .scalar, .table, .ownTable, .list, .map, .stringOrInteger, .dependent: return 1
    }
  }
}
