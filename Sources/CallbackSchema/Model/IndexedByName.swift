/// Declarations in their order, which are found by their names in constant time.
@propertyWrapper
public struct IndexedByName<Element: NamedDeclaration> {
  public var wrappedValue: [Element] {
    didSet { places = Self.places(of: wrappedValue) }
  }
  /// The place of the first declaration with each name.
  private var places: [String: Int]

  public init(wrappedValue: [Element]) {
    self.wrappedValue = wrappedValue
    places = Self.places(of: wrappedValue)
  }

  /// The first declaration with a name.
  package func first(named name: String) -> Element? { places[name].map { wrappedValue[$0] } }

  private static func places(of declarations: [Element]) -> [String: Int] {
    Dictionary(declarations.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }
}

extension IndexedByName: Hashable {
  public static func == (first: Self, second: Self) -> Bool {
    first.wrappedValue == second.wrappedValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension IndexedByName: Sendable {}

/// A declaration of a schema that others name.
public protocol NamedDeclaration: Hashable, Sendable {
  var name: String { get }
}

extension CodeTable: NamedDeclaration {}
extension ObjectType: NamedDeclaration {}
extension TextFormat: NamedDeclaration {}
