import CallbackRuntime
import HTTPTypes

/// The values of a request that a scheme signs, read without decoding the callback.
struct SignedValues {
  let request: CallbackRequest
  /// The members of the body; nil until a scheme asks for one.
  private var members: RawJSON?

  init(_ request: CallbackRequest) { self.request = request }

  /// The bytes of a part.
  ///
  /// - Throws: an error with the place, if the request has no such value, or several.
  mutating func bytes(
    of part: SignatureScheme.Part, secret: Secret
  ) throws(SignatureError) -> [UInt8] {
    switch part {
    case .member(let path): Array(try member(path).utf8)
    case .header(let name): Array(try header(name).utf8)
    case .headerPart(let name, let part):
      Array(try single(headerParts(name, part), "\(part) of header \(name)").utf8)
    case .secret: secret.bytes
    case .text(let text): Array(text.utf8)
    case .body: request.body
    case .url: Array(try url().utf8)
    }
  }

  /// The candidates for a signature; usually one.
  mutating func signatures(at place: SignatureScheme.Place) throws(SignatureError) -> [String] {
    switch place {
    case .header(let name): [try header(name)]
    case .headerPart(let name, let part): try headerParts(name, part)
    case .member(let path): [try member(path)]
    }
  }

  /// The URL to which the vendor posted.
  func url() throws(SignatureError) -> String {
    guard let url = request.url else { throw .missing("the URL of the request") }
    return url
  }

  private func header(_ name: String) throws(SignatureError) -> String {
    guard let field = HTTPField.Name(name) else { throw .missing("header \(name)") }
    return try single(request.headers[values: field], "header \(name)")
  }

  /// The values of a name in a header of the form `name=value,name=value`.
  private func headerParts(_ name: String, _ part: String) throws(SignatureError) -> [String] {
    let values = try header(name).split(separator: ",").compactMap { entry -> String? in
      let text = entry.drop { $0 == " " }
      guard text.hasPrefix("\(part)=") else { return nil }
      return String(text.dropFirst(part.utf8.count + 1))
    }
    if values.isEmpty { throw .missing("\(part) of header \(name)") }
    return values
  }

  /// The text of a member of the body: of a string its unescaped content, of another value its JSON.
  private mutating func member(_ path: String) throws(SignatureError) -> String {
    var value: RawJSON
    if let members {
      value = members
    } else {
      guard let body = try? RawJSON(bytes: request.body) else { throw .malformed("the body") }
      (members, value) = (body, body)
    }
    for name in path.split(separator: ".") {
      guard let members = value.members else { throw .missing("member \(path)") }
      let names = name.split(separator: "|")
      let found = members.filter { names.contains(Substring($0.name)) }.map(\.value)
      guard let first = found.first else { throw .missing("member \(path)") }
      if found.count > 1 { throw .repeated("member \(path)") }
      value = first
    }
    if value.bytes.first == 0x22 {
      guard let text = value.string else { throw .malformed("member \(path)") }
      return text
    }
    return value.description
  }

  private func single(_ values: [String], _ place: String) throws(SignatureError) -> String {
    guard let first = values.first else { throw .missing(place) }
    if values.count > 1 { throw .repeated(place) }
    return first
  }
}
