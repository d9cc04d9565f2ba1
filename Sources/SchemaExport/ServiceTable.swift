public import CallbackSchema

/// A Markdown table of the services, with counts of their declarations.
public struct ServiceTable: CustomStringConvertible {
  private var rows: [[String]] = []

  public init(of services: [Service]) {
    for service in services {
      let inventory = Inventory(of: service)
      rows.append([
        service.title, "`import \(service.name)`",
        service.editions.map { "`\($0.name)`" }.joined(separator: ", "),
        "\(inventory.events.count)",
        "\(inventory.envelope.count + inventory.events.reduce(0) { $0 + $1.fields.count })",
        "\(inventory.tables.reduce(0) { $0 + $1.values.count })",
        "\(Self.conflicts(in: service))",
      ])
    }
  }

  public var description: String {
    let head = ["service", "module", "editions", "events", "fields", "codes", "conflicts"]
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// The number of declarations on which pages, or a page and its examples, disagree.
  private static func conflicts(in service: Service) -> Int {
    let fields =
      service.envelope + service.objects.flatMap(\.fields) + service.events.flatMap(\.fields)
    let rows = service.tables.flatMap(\.rows).filter { $0.readings?.isConflict == true }
    return rows.count + fields.reduce(0) { $0 + conflicts(in: $1) }
  }

  private static func conflicts(in field: Field) -> Int {
    var count = field.readings?.isConflict == true ? 1 : 0
    switch field.type {
    case .nested(let fields): count += fields.reduce(0) { $0 + conflicts(in: $1) }
    case .ownTable(let table): count += table.rows.count { $0.readings?.isConflict == true }
    default: break
    }
    return count
  }
}
