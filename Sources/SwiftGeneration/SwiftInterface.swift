public import CallbackSchema
public import SchemaSource

/// The Swift declarations generated from a schema's elements, by schema path: `events.uploaded.fileList`,
/// `tables.LeaveCode.2`, `envelope.payload.sid`.
public struct SwiftInterface: Sendable {
  /// A declaration that user code can refer to.
  public struct Declaration: Hashable, Sendable {
    /// The qualified name, such as `Agora.Uploaded.fileList`.
    public var symbol: String
    /// The declaration, such as `public var fileList: [File]?`.
    public var signature: String
  }

  /// The last name of a qualified one.
  public static func name(in symbol: String) -> String {
    guard let dot = symbol.utf8.lastIndex(of: UInt8(ascii: ".")) else { return symbol }
    return String(symbol[symbol.index(after: dot)...])
  }

  private var declarations: [String: Declaration] = [:]

  /// The declaration at a schema path; nil if nothing is generated from it.
  public subscript(path: String) -> Declaration? { declarations[path] }

  /// The path of the nested type generated for a field.
  public static func typePath(_ path: String) -> String { path + " type" }

  /// All declarations, sorted by path.
  public var all: [Declaration] { declarations.sorted { $0.key < $1.key }.map(\.value) }

  /// Whether a declaration has a qualified name.
  public func declares(_ symbol: String) -> Bool { symbols.contains(symbol) }

  private var symbols: Set<String> = []

  /// Creates the declarations of a service.
  public init(of service: Service, options: GenerationOptions = GenerationOptions()) {
    var ignored = Diagnostics()
    self.init(of: service, options: options, namesInto: &ignored)
  }

  /// Creates the declarations of a service, and reports invalid and colliding Swift names.
  public init(
    of service: Service, options: GenerationOptions = GenerationOptions(),
    namesInto diagnostics: inout Diagnostics
  ) {
    var planner = Planner(service, options)
    let plan = planner.plan()
    planner.reportNames(into: &diagnostics)
    let namespace = plan.namespace.declared
    let scope = DeclarationPlace(namespace: plan.namespace)
    // Most of them are events and their properties.
    let count = plan.callback.events.reduce(0) { $0 + 2 + $1.type.properties.count }
    declarations.reserveCapacity(count)
    symbols.reserveCapacity(count)
    declare(namespace, "public enum \(namespace)", at: "service")
    add(plan.callback.root, at: "envelope", plan)
    for header in plan.headers {
      add(
        "headers.\(SchemaPath.component(header.wire))", "\(namespace).Header", header.name,
        "public static let",
        ": \(BuiltInType.string.swiftName)")
    }
    for event in plan.callback.events {
      let path = "events.\(SchemaPath.component(event.event.key))"
      let type = event.type.path.map(\.declared).joined(separator: ".")
      add(path, "\(namespace).Event", event.caseName, "case", "(\(type))")
      add(event.type, at: path, in: scope, plan)
    }
    // The structs of events have other positions.
    let objects = Dictionary(service.objects.map { ($0.range, $0.name) }) { first, _ in first }
    for type in service.stems.flatMap({ plan.types[$0] ?? [] }) {
      switch type {
      case .object(let object):
        guard let name = objects[object.range] else { continue }
        add(type: object.path, "struct", at: "objects.\(name)", plan)
        add(object, at: "objects.\(name)", in: scope, plan)
      case .table(let table):
        add(table, at: "tables.\(table.table.name)", rowsAt: "tables.\(table.table.name)", plan)
      case .text(let text): add(text, at: "formats.\(text.format.name)", plan)
      case .protocol(let plan):
        guard let name = objects[plan.range] else { continue }
        add(plan, at: "objects.\(SchemaPath.component(name))", in: scope)
      // They are declared inside other types.
      case .alternatives: break
      }
    }
    discard(consume plan)
  }

  private mutating func declare(_ symbol: String, _ signature: String, at path: String) {
    declarations[path] = Declaration(symbol: symbol, signature: signature)
    symbols.insert(symbol)
  }

  private mutating func add(
    _ path: String, _ parent: String, _ name: SwiftName, _ keyword: String, _ rest: String
  ) {
    declare("\(parent).\(name.declared)", "\(keyword) \(name.declared)\(rest)", at: path)
  }

  private mutating func add(
    type names: [SwiftName], _ keyword: String, at path: String, _ plan: Plan
  ) {
    let symbol = TypeReference.qualified(names, plan.namespace)
    let name = names.last?.declared ?? ""
    declare(symbol, "public \(keyword) \(name)", at: path)
  }

  private mutating func add(
    _ object: ObjectPlan, at path: String, in outer: DeclarationPlace, _ plan: Plan
  ) {
    let place = object.scope(in: outer)
    let parent = TypeReference.qualified(object.path, plan.namespace)
    for property in object.properties where property.constant == nil {
      let own = "\(path).\(SchemaPath.component(property.field.wire))"
      add(own, parent, property.name, "public var", ": \(property.swiftType(in: place))")
      add(nested: property, object.nested, at: own, in: place, plan)
    }
  }

  /// Adds the nested types generated for a property.
  private mutating func add(
    nested property: PropertyPlan, _ types: [TypePlan], at path: String,
    in place: DeclarationPlace, _ plan: Plan
  ) {
    for type in types where type.range == property.field.range || type.isOwn(of: property) {
      switch type {
      case .object(let object):
        add(type: object.path, "struct", at: Self.typePath(path), plan)
        add(object, at: path, in: place, plan)
      case .table(let table):
        add(table, at: Self.typePath(path), rowsAt: path, plan)
      case .alternatives(let alternatives):
        add(type: alternatives.path, "enum", at: Self.typePath(path), plan)
      case .text, .protocol: break
      }
    }
  }

  private mutating func add(
    _ plan: ProtocolPlan, at path: String, in outer: DeclarationPlace
  ) {
    let parent = TypeReference.qualified([plan.name], outer.namespace)
    declare(parent, "public protocol \(plan.name.declared)", at: path)
    let place = outer.inside(plan.name, declaring: [])
    for property in plan.properties {
      add(
        "\(path).\(SchemaPath.component(property.field.wire))", parent, property.name, "var",
        ": \(property.swiftType(in: place))")
    }
  }

  private mutating func add(_ group: GroupPlan, at path: String, _ plan: Plan) {
    let place = group.scope(in: plan.namespace)
    let parent = TypeReference.qualified(group.path, plan.namespace)
    for member in group.members {
      let own = "\(path).\(SchemaPath.component(member.field.wire))"
      switch member {
      case .leaf(let property):
        add(own, parent, property.name, "public var", ": \(property.swiftType(in: place))")
        add(nested: property, group.nested, at: own, in: place, plan)
      case .group(let name, _, let inner, _):
        let type = inner.path.map(\.declared).joined(separator: ".")
        add(own, parent, name, "public var", ": \(type)")
        add(inner, at: own, plan)
      case .discriminator:
        add(
          own, parent, plan.callback.idProperty, "public var", ": \(plan.callback.idType.swiftName)"
        )
      case .payload, .key: break
      }
    }
  }

  private mutating func add(
    _ table: TablePlan, at typePath: String, rowsAt path: String, _ plan: Plan
  ) {
    add(type: table.path, table.table.kind == .flags ? "struct" : "enum", at: typePath, plan)
    let parent = TypeReference.qualified(table.path, plan.namespace)
    for row in table.rows {
      let own = "\(path).\(SchemaPath.component(row.row.value.text))"
      if row.isEmptySet(of: table) {
        add(own, parent, row.emptySetName, "public var", ": \(BuiltInType.bool.swiftName)")
      } else {
        let keyword = table.table.kind == .flags ? "public static let" : "case"
        add(own, parent, row.name, keyword, "")
      }
    }
    if let otherwise = table.otherwise {
      add("\(path).else", parent, otherwise.name, "case", "(\(table.table.raw.swiftName))")
    }
    for (column, name) in zip(table.table.columns, table.columns) {
      add(
        "\(path).columns.\(SchemaPath.component(column.name))", parent, name, "public var",
        ": \(BuiltInType.string.swiftName)?")
    }
  }

  private mutating func add(_ text: TextFormatPlan, at path: String, _ plan: Plan) {
    add(type: text.path, "enum", at: path, plan)
    let parent = TypeReference.qualified(text.path, plan.namespace)
    let place = DeclarationPlace(namespace: plan.namespace)
    for form in text.forms {
      let parts = form.parts.map { $0.declaration(in: place) }.joined(separator: ", ")
      add(
        "\(path).\(form.form.name.value)", parent, form.name, "case",
        parts.isEmpty ? "" : "(\(parts))")
    }
  }
}

extension TypePlan {
  /// Whether the type is a table defined inside a field, which has its own source range and not the field's.
  fileprivate func isOwn(of property: PropertyPlan) -> Bool {
    guard case .table(let table) = self else { return false }
    func holds(_ type: FieldType) -> Bool {
      switch type {
      case .ownTable(let own): own.range == table.table.range
      case .list(let element), .map(let element): holds(element)
      default: false
      }
    }
    return holds(property.field.type)
  }
}
