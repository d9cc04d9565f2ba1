extension Deprecation {
  /// The words before the text: "Deprecated", with the sources if not all editions state it.
  package var introduction: String {
    let names = provenance.sources.map { "`\($0.text)`" }
    return names.isEmpty ? "Deprecated" : "Deprecated in \(names.joined(separator: ", "))"
  }
}
