import CallbackSchema
import SchemaSource

/// A caption in the form in which captions of a profile and lines of a page are compared.
struct Caption: Hashable {
  /// The text in lower case without blanks, emphasis and a colon at the end.
  let text: String

  init(_ text: String) {
    let kept = text.lazy.map(\.ofASCIIWidth).filter { !$0.isOne(of: " *`") }
    self.text = kept.joined().lowercased().trimmingSuffix(":")
  }

  /// Whether a line has the caption. A heading may contain it; another line begins or ends with it.
  func matches(_ line: Caption, isHeading: Bool) -> Bool {
    guard !text.isEmpty else { return false }
    if isHeading { return line.text.contains(text) }
    return line.text == text || line.text.hasSuffix(text)
      || (line.text.hasPrefix(text) && line.text.count < text.count + 20)
  }
}

/// The captions of a profile's page, with the entries that declare them.
struct ProfileCaptions {
  typealias Entry = (caption: Caption, range: ProfileMatches.Entry)

  var scopes: [(place: String, entries: [Entry])]
  var indexes: [Entry]
  var ignored: [Entry]

  init(_ page: PageProfile.Page?) {
    func entries(_ group: EntryGroup<String>?) -> [Entry] {
      (group?.entries ?? []).map { (Caption($0.value), $0.range) }
    }
    scopes = (page?.scopes ?? []).map { ($0.place.value, entries($0.captions)) }
    indexes = entries(page?.indexes)
    ignored = entries(page?.ignored)
  }
}
