import Foundation
public import SchemaExport

/// What a script that knows nothing of the schemas found in the tables of a page.
public struct PageInventory: Decodable {
  public struct Field: Decodable {
    public var path: String
    public var type: String
    public var unit: String?
    public var values: [String]
    public var optional: Bool?
  }

  /// One section that describes an event.
  public struct Section: Decodable {
    public var event: String
    public var id: Int?
    public var edition: String?
    /// The number of example bodies; none where it is left out.
    public var bodies: Int?
    public var fields: [Field]
  }

  public var sections: [Section]

  public init(_ service: String) throws {
    let text = try Repository.text("Tests/Inventories/\(service).json")
    sections = try JSONDecoder().decode([Section].self, from: Data(text.utf8))
  }
}

extension PageInventory.Field {
  /// The field in a line, to be compared.
  public var line: String {
    let marks = [unit.map { "in \($0)" }, optional == true ? "optional" : nil].compactMap { $0 }
    return ([path, type] + marks + values).joined(separator: " ")
  }
}

extension Inventory.Field {
  /// The field in a line, to be compared.
  ///
  /// - Parameter isOptionalTold: whether the page says which fields may be absent.
  public func line(type: String, isOptionalTold: Bool) -> String {
    let marks = [
      unit.map { "in \($0)" }, isOptionalTold && presence == .optional ? "optional" : nil,
    ].compactMap { $0 }
    return ([path, type] + marks + values).joined(separator: " ")
  }
}
