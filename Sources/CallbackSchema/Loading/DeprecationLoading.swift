import SchemaSource

extension Loading {
  /// `deprecated: TEXT`, or `{ doc: TEXT, editions }`
  mutating func loadDeprecation(_ map: KeyedNodes, within container: Provenance) -> Deprecation? {
    guard let entry = map["deprecated"],
      let (node, provenance) = loadDocumented(
        entry.value, "doc", "the reason, and the replacement", of: "deprecated",
        keys: LanguageKeys.deprecation, within: container)
    else { return nil }
    // Other languages have a flag here.
    if ["true", "false"].contains(node.plainText) {
      reader.error(
        .badValue, "deprecated is a text, not a boolean", at: node.range,
        fix: "write the reason and the replacement, or remove deprecated")
      return nil
    }
    return reader.text(node, of: "deprecated").map {
      Deprecation(text: $0, provenance: provenance, range: node.range)
    }
  }
}
