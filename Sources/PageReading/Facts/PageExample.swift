public import CallbackSchema

/// An example body on a page.
public struct PageExample: Hashable, Sendable {
  /// A member of the body.
  public struct Member: Hashable, Sendable {
    /// The wire path in the notation of an inventory, such as `fileList[].fileName`, from the root of the example.
    public var path: String
    /// The JSON type; nil for `null`, for a placeholder and for text that is no JSON.
    public var kind: JSONKind?
    /// The value of a string, number or boolean, without quotation marks.
    public var value: String?
    public var position: PagePosition

    public init(path: String, kind: JSONKind?, value: String?, position: PagePosition) {
      self.path = path
      self.kind = kind
      self.value = value
      self.position = position
    }
  }

  /// The text without highlighting, line numbers and other additions of the page.
  public var text: String
  /// The line of the first character of the text.
  public var position: PagePosition
  public var lastLine: Int
  /// The label of the event, from the section or from the discriminator in the body; nil if neither shows it.
  public var event: String?
  /// Whether the text is JSON as printed, without repairs.
  public var isValid: Bool
  /// The members in the order of the text; those of a list are counted once for each element.
  public var members: [Member]
  /// The elements of its lists, with the path of the list and `[]`.
  public var elements: [Member] = []
  /// The paths of the members that the fields of the page explain, and of those that they do not; without duplicates.
  public var explained: [String] = []
  public var unexplained: [String] = []

  public init(
    text: String, position: PagePosition, lastLine: Int, isValid: Bool, members: [Member]
  ) {
    self.text = text
    self.position = position
    self.lastLine = lastLine
    self.isValid = isValid
    self.members = members
  }
}
