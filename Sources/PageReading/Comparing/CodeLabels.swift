/// The labels of codes in two levels on a page, and the tables of the schema among which another field selects.
///
/// A page words the labels as it likes, so that a label is recognized by the codes below it.
enum CodeLabels {
  /// The values of a page, each with the table of its label as group; nil if it is not clear which table each label stands for.
  ///
  /// A label is that of the table with which it has most codes in common, and at least half of its own.
  static func matched(
    _ page: [ComparedValue], with schema: [ComparedValue]
  ) -> [ComparedValue]? {
    let tables = Dictionary(grouping: schema.filter { $0.group != nil }, by: \.group)
      .mapValues { Set($0.map(\.text)) }
    let labels = Dictionary(grouping: page, by: \.group).mapValues { Set($0.map(\.text)) }
    guard tables.count > 1, labels.count > 1, labels[nil] == nil else { return nil }
    var names: [String?: String] = [:]
    for (label, codes) in labels {
      let common = tables.mapValues { $0.intersection(codes).count }
      guard let most = common.values.max(), most * 2 >= codes.count else { return nil }
      let best = common.filter { $0.value == most }.keys
      guard best.count == 1, let name = best.first else { return nil }
      names[label] = name
    }
    return page.map { value in
      var value = value
      value.group = names[value.group]
      return value
    }
  }
}
