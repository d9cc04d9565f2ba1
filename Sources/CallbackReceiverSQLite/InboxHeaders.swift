import Foundation
import HTTPTypes

/// The headers of a request as the table has them: a JSON array of names and values.
enum InboxHeaders {
  static func text(_ headers: HTTPFields) throws -> String {
    let pairs = headers.map { [$0.name.rawName, $0.value] }
    return String(decoding: try JSONEncoder().encode(pairs), as: UTF8.self)
  }

  static func fields(_ text: String) throws -> HTTPFields {
    let pairs = try JSONDecoder().decode([[String]].self, from: Data(text.utf8))
    var headers: HTTPFields = [:]
    for pair in pairs where pair.count == 2 {
      if let name = HTTPField.Name(pair[0]) {
        headers.append(HTTPField(name: name, value: pair[1]))
      }
    }
    return headers
  }
}
