/// A callback whose event, or whose deduplication key, depends on HTTP headers of the request.
///
/// Headers are passed as a function from a name to a value, such as `{ request.headers.first(name: $0) }`, or as a dictionary.
/// A function decides itself whether the case of a name matters; in a dictionary it does not. Without the header that
/// identifies the event, `init(json:)` throws an error of the kind `missing`.
///
/// With Foundation's `JSONDecoder` the headers are a dictionary in `userInfo`, under ``headersKey``.
public protocol HeaderedCallback: CallbackObject {
  /// The names of the headers that are read.
  static var _headerNames: [String] { get }
}

extension HeaderedCallback {
  /// Decodes JSON in UTF-8 and the headers of its request.
  ///
  /// `headers` returns the value of a header by its name, and nil if the request does not have it.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  public init(
    json: some Collection<UInt8>, headers: (String) -> String?
  ) throws(CallbackDecodingError) {
    self = try Self.read(json: json, headers: Self.values(headers), collectsFindings: false).value
  }

  /// Decodes JSON text and the headers of its request.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or not a value of this type.
  public init(json: String, headers: (String) -> String?) throws(CallbackDecodingError) {
    try self.init(json: json.utf8, headers: headers)
  }

  /// Decodes JSON in UTF-8 and the headers of its request, whose names are compared without regard to case.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  public init(
    json: some Collection<UInt8>, headers: [String: String]
  ) throws(CallbackDecodingError) {
    self = try Self.read(json: json, headers: headers, collectsFindings: false).value
  }

  /// Decodes JSON text and the headers of its request, whose names are compared without regard to case.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or not a value of this type.
  public init(json: String, headers: [String: String]) throws(CallbackDecodingError) {
    try self.init(json: json.utf8, headers: headers)
  }

  /// Decodes JSON in UTF-8 and the headers of its request, and compares the body with the documentation.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  public static func validate(
    json: some Collection<UInt8>, headers: (String) -> String?
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try validate(json: json, headers: values(headers))
  }

  /// Decodes JSON text and the headers of its request, and compares the body with the documentation.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or not a value of this type.
  public static func validate(
    json: String, headers: (String) -> String?
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try validate(json: json.utf8, headers: headers)
  }

  /// Decodes JSON in UTF-8 and the headers of its request, and compares the body with the documentation.
  ///
  /// - Throws: the first error, with its path and byte offset, when the bytes are not JSON or not a value of this type.
  public static func validate(
    json: some Collection<UInt8>, headers: [String: String]
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var report = try read(json: json, headers: headers, collectsFindings: true)
    report.findings.append(validation: report.value.validate())
    return report
  }

  /// Decodes JSON text and the headers of its request, and compares the body with the documentation.
  ///
  /// - Throws: the first error, with its path and byte offset, when the text is not JSON or not a value of this type.
  public static func validate(
    json: String, headers: [String: String]
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    try validate(json: json.utf8, headers: headers)
  }

  /// The key in a decoder's `userInfo` for the headers of the request, a `[String: String]`.
  public static var headersKey: CodingUserInfoKey { .callbackHeaders }

  /// The headers that the callback reads.
  private static func values(_ headers: (String) -> String?) -> [String: String] {
    Dictionary(_headerNames.compactMap { name in headers(name).map { (name, $0) } }) { first, _ in
      first
    }
  }

  private static func read(
    json: some Collection<UInt8>, headers: [String: String], collectsFindings: Bool
  ) throws(CallbackDecodingError) -> ValidationReport<Self> {
    var error: CallbackDecodingError?
    var findings: [Finding] = []
    let value = _JSONReader.reading(Array(json)) { reader in
      reader.collectsFindings = collectsFindings
      reader.setHeaders(headers)
      let value = Self(_reading: &reader)
      error = reader.takeError()
      if error == nil { findings = reader.findings() }
      return value
    }
    if let error { throw error }
    return ValidationReport(value: value, findings: findings)
  }
}

extension CodingUserInfoKey {
  /// The headers of the request.
  static let callbackHeaders = CodingUserInfoKey(rawValue: "callbackgen.headers")!
}
