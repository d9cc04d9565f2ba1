import CallbackSchema

/// What a schema says about the editions of a page.
struct EditionKnowledge {
  /// What the schema says about the edition of the page; about all, if the headings name the versions.
  let common: SchemaKnowledge?
  /// What it says about each version.
  private let versions: [String: SchemaKnowledge]

  init(service: Service?, edition: PageEdition?) {
    guard let service else {
      (common, versions) = (nil, [:])
      return
    }
    switch edition {
    case .named(let name)?:
      common = SchemaKnowledge(of: service, edition: name.value)
      versions = [:]
    case .byHeading?:
      common = SchemaKnowledge(of: service, edition: nil)
      let names = service.editions.filter { $0.kind == .version }.map(\.name)
      versions = Dictionary(
        names.compactMap { name in
          SchemaKnowledge(of: service, edition: name).map { (name, $0) }
        }, uniquingKeysWith: { first, _ in first })
    case nil:
      common = SchemaKnowledge(of: service, edition: nil)
      versions = [:]
    }
  }

  subscript(version: String?) -> SchemaKnowledge? { version.flatMap { versions[$0] } ?? common }
}
