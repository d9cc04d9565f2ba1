/// Names for random schemas: ordinary ones, and those that a generator of Swift gets wrong.
enum RandomNames {
  static let ordinary = """
    room user_id fileName startTs EVENT_TYPE_ENTER url roomIds stream size level mode state part side width count \
    title extra info owner reason message detail seat door code status taskId duration layer codec bitrate page share \
    region vendor cname sid uid app key index track quality
    """.split(separator: " ").map(String.init)

  static let keywords = """
    Any Self Type as associatedtype await break case catch class continue default defer deinit do else enum extension \
    false fileprivate for func guard if import in init inout internal is let nil operator private protocol public \
    repeat rethrows return self static struct subscript super switch throw throws true try typealias var where while \
    actor any async borrowing consuming didSet dynamic each final get indirect lazy macro mutating open optional \
    override package required set some unowned weak willSet yield
    """.split(separator: " ").map(String.init)

  static let library = """
    Array Bool Character Codable Comparable Data Date Decoder Dictionary Double Encoder Equatable Error Float Hashable \
    Hasher Int Int32 Int64 Never OptionSet Optional RawRepresentable Result Sendable Sequence Set StaticString String \
    Substring Swift UInt UInt32 UInt64 Void Foundation
    """.split(separator: " ").map(String.init)

  static let runtime = """
    Acknowledgement AcceptedJSONTypes CallbackCondition CallbackDecodingError CallbackObject CallbackOutcome \
    CallbackRuntime CodeFlags CodeTable DeduplicationKey DocumentedValue Editions EventPosition FieldNames Finding \
    FormattedText MalformedEvent ObjectScope RFC3339Time RawJSON RetryPolicy SeparatedList SignatureScheme \
    StringOrInteger TextMismatch TextParts TextTemplate UnixMilliseconds UnixSeconds UnknownFields UnrecognizedEvent \
    ValidationReport
    """.split(separator: " ").map(String.init)

  static let members = """
    acknowledgement advice allKnown allKnownCases body callback code customMirror debugDescription deduplicationKey \
    deliveryContent deliveryKey deliverySequence description details editions event fault fields first hash hashValue header id identity isExhaustive isHealthCheck \
    isListedElsewhere json known malformed other outcome payload position rawValue reader report retries scope second \
    service signatures start summary text unknownBits unknownFields unnamed unrecognized validate validator value values \
    write writer
    """.split(separator: " ").map(String.init)

  /// Digits first, letters of other scripts, marks that need quotes in YAML.
  static let odd = """
    3d 200 4k_video 1080p größe 房间 имя ﬁle ñandú İd room.created a.b.c yes null ~ #tag {x} [y] a,b @at %p & * !bang \
    $ref x-y it's a\"b back\\slash __v _ -
    """.split(separator: " ").map(String.init)

  /// A spelling that holds a blank or a bar, or is empty: no member has it, a code may.
  static let unreadable = ["two words", "a|b", "", " lead", "end "]

  /// What is left of a name in Swift, roughly: two that agree here would collide.
  static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
