import ArgumentParser
import CallbackSchema
import CommandSupport
import Foundation
import PayloadValidation
import SchemaExport
import SchemaSource

/// `callbackgen inventory`
struct InventoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: "Prints the events, fields and code tables of schemas.",
    discussion: """
      Each event lists all of its fields, included ones too, with the editions that document them. The survival rate \
      is the share of the documented examples that decode as their event after a member is removed or set to null.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

  @Argument(help: "Service folders; default: all in Schemas.")
  var services: [String] = []

  @Option(help: "The output format.")
  var format: Format = .table

  func run() throws {
    let folders = try SchemaFolder.all(services)
    var found = Diagnostics()
    var entries: [Entry] = []
    for folder in folders {
      guard let service = folder.load(into: &found) else { continue }
      entries.append(
        Entry(
          inventory: Inventory(of: service),
          survival: Survival.measure(service, examples: folder.examples)))
    }
    try DiagnosticOptions.parse([]).report(found, folders)
    switch format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try Output.print(String(decoding: try encoder.encode(entries), as: UTF8.self))
    case .table:
      for entry in entries { try Output.print(entry.table) }
    }
  }
}

/// The inventory of a service and the survival rate of its examples.
private struct Entry: Encodable {
  var inventory: Inventory
  var survival: Survival

  func encode(to encoder: any Encoder) throws {
    try inventory.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(survival, forKey: .survival)
  }

  private enum Key: String, CodingKey { case survival }

  var table: String {
    var lines = ["\(inventory.service) (\(inventory.editions.joined(separator: ", ")))", ""]
    let counts = [
      "\(inventory.events.count) events",
      "\(inventory.events.reduce(0) { $0 + $1.fields.count }) fields",
      "\(inventory.tables.count) code tables with \(inventory.tables.reduce(0) { $0 + $1.values.count }) values",
    ]
    lines.append("envelope")
    lines += inventory.envelope.map { row($0) }
    for event in inventory.events {
      lines.append("")
      lines.append("\(event.id) \(event.name)  [\(event.editions.joined(separator: ", "))]")
      lines += event.outcome.description.map { ["  outcome: \($0)"] } ?? []
      lines += event.fields.map { row($0) }
    }
    for table in inventory.tables {
      lines.append("")
      lines.append("\(table.kind) \(table.name): \(table.raw)")
      lines += table.values.map { value in
        "  \(value.value)\(value.name.map { " \($0)" } ?? "")  [\(value.editions.joined(separator: ", "))]"
      }
    }
    lines += ["", counts.joined(separator: ", "), survival.description, ""]
    return lines.joined(separator: "\n")
  }

  private func row(_ field: Inventory.Field) -> String {
    var parts = ["  \(field.path)", field.type, field.presence.rawValue]
    parts.append("[\(field.editions.joined(separator: ", "))]")
    if !field.aliases.isEmpty { parts.append("also \(field.aliases.joined(separator: ", "))") }
    if !field.accepts.isEmpty { parts.append("accepts \(field.accepts.joined(separator: ", "))") }
    if let unit = field.unit { parts.append("in \(unit)") }
    if field.nullable == true { parts.append("or null") }
    if let table = field.table { parts.append("of \(table)") }
    return parts.joined(separator: "  ")
  }
}

extension Inventory.Outcome {
  /// The outcome or the members that decide it, on one line; nil if nothing does.
  fileprivate var description: String? {
    declared ?? (fields.isEmpty ? nil : "by \(fields.joined(separator: ", "))")
  }
}
