import CallbackRuntime
import CallbackSchema
import Foundation

extension Renaming {
  /// The same callback in the words of the renamed service.
  mutating func body(_ text: String, of service: Service) throws -> String {
    let tree = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let discriminator = service.discriminator.value.path
    var id: Any? = tree
    for name in discriminator { id = (id as? [String: Any])?[name] }
    let event = service.events.first { $0.id.value.text == id.map { "\($0)" } }
    let renamed = object(tree, service.envelope, at: [], of: service, event)
    let data = try JSONSerialization.data(withJSONObject: renamed, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  /// - Parameter path: where an object of the envelope is; nil below the payload.
  private mutating func object(
    _ value: Any, _ fields: [Field], at path: [String]?, of service: Service, _ event: Event?
  ) -> Any {
    guard let members = value as? [String: Any] else { return value }
    var renamed: [String: Any] = [:]
    let flattened = fields.filter { $0.flattening != nil }.flatMap(service.members(of:))
    for (name, value) in members {
      let field = (fields + flattened).first { ([$0.wire] + $0.otherSpellings).contains(name) }
      renamed[word(name)] = member(value, field, at: path.map { $0 + [name] }, of: service, event)
    }
    return renamed
  }

  private mutating func member(
    _ value: Any, _ field: Field?, at path: [String]?, of service: Service, _ event: Event?
  ) -> Any {
    guard let field else { return value }
    if path == service.discriminator.value.path { return code(value, isCode: true) }
    if path == service.payload.value.path {
      guard let event else { return value }
      let fields = service.fields(of: event)
      if let text = value as? String,
        let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
        let data = try? JSONSerialization.data(
          withJSONObject: object(inner, fields, at: nil, of: service, event),
          options: [.sortedKeys])
      {
        return String(decoding: data, as: UTF8.self)
      }
      return object(value, fields, at: nil, of: service, event)
    }
    if field.constant != nil { return code(value, isCode: true) }
    return typed(value, field.type, field, at: path, of: service, event)
  }

  private mutating func typed(
    _ value: Any, _ type: FieldType, _ field: Field, at path: [String]?, of service: Service,
    _ event: Event?
  ) -> Any {
    switch type {
    case .nested(let fields): return object(value, fields, at: path, of: service, event)
    case .object(let name):
      let fields = service.object(named: name).map(service.fields(of:)) ?? []
      return object(value, fields, at: nil, of: service, event)
    case .list(let element):
      guard let items = value as? [Any] else { return value }
      return items.map { typed($0, element, field, at: nil, of: service, event) }
    case .table, .ownTable:
      let table: CallbackSchema.CodeTable? =
        if case .table(let name) = type { service.table(named: name) } else {
          field.codeTable(in: service)
        }
      return code(value, isCode: table?.kind == .codes, isNumber: table?.raw != .string)
    default: return value
    }
  }

  /// - Parameter isNumber: codes are numbers, which a body may quote.
  private mutating func code(_ value: Any, isCode: Bool, isNumber: Bool = false) -> Any {
    guard isCode else { return value }
    if let text = value as? String { return code(isNumber ? .number(text) : .string(text)).text }
    guard let number = value as? NSNumber else { return value }
    return Int(code(.number("\(number)")).text) ?? 0
  }
}
