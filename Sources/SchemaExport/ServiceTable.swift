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
      (service.envelope + service.objects.flatMap(\.fields)
      + service.events.flatMap(\.fields)).withNested
    let own = fields.flatMap { field -> [CodeTable.Row] in
      if case .ownTable(let table) = field.type { table.rows } else { [] }
    }
    let rows = service.tables.flatMap(\.rows) + own
    return (fields.map(\.readings) + rows.map(\.readings)).count { $0?.isConflict == true }
  }
}
