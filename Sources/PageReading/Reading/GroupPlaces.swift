/// The groups of a page by what refers to them, in the order of the page.
struct GroupPlaces {
  private let byOwner: [FieldGroup.Owner: [Int]]
  private let bySection: [FieldGroup.Owner: [Int]]
  /// The groups of objects by the keys of their anchors.
  private let byAnchor: [String: [Int]]
  /// The groups with fields that link to an anchor.
  private let byLink: [String: [Int]]

  init(_ groups: [FieldGroup]) {
    byOwner = Dictionary(grouping: groups.indices) { groups[$0].owner }
    bySection = Dictionary(grouping: groups.indices) { groups[$0].section }
    var (byAnchor, byLink): ([String: [Int]], [String: [Int]]) = ([:], [:])
    for (place, group) in groups.enumerated() {
      if group.owner == .none {
        for anchor in Set(group.anchors) { byAnchor[anchor, default: []].append(place) }
      }
      for link in Set(group.drafts.flatMap(\.field.links)) {
        byLink[link, default: []].append(place)
      }
    }
    (self.byAnchor, self.byLink) = (byAnchor, byLink)
  }

  /// The groups that belong to an event or a scope; those of objects for `none`.
  func owned(by owner: FieldGroup.Owner) -> [Int] { byOwner[owner] ?? [] }

  /// The groups in the section of an event or a scope.
  func inSection(_ section: FieldGroup.Owner) -> [Int] { bySection[section] ?? [] }

  /// The groups of objects with an anchor.
  func objects(at anchor: String) -> [Int] { byAnchor[anchor] ?? [] }

  /// The groups with fields that link to an anchor.
  func linking(to anchor: String) -> [Int] { byLink[anchor] ?? [] }
}
