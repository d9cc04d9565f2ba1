import ArgumentParser
import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import CommandSupport
import Foundation
import HTTPTypes

/// `callbackgen-inbox export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the requests of an inbox as lines of JSON.",
    discussion: """
      Each line is an object: number, service, time (of arrival), url (if it was recorded), headers (a name with \
      several values has a list of them), body (a string; bodyBase64 if the body is not UTF-8), outcome (null for a \
      request still to be handled), and key (under which it was claimed).

      The lines contain what the vendor sent, with all headers: treat them as confidential.
      """)

  @Option(
    help: ArgumentHelp(
      "Only the requests of one service, by its name; default: all services.", valueName: "name"))
  var serviceName: String?

  @OptionGroup
  var entries: EntryOptions

  func run() throws {
    var cursor = try EntryCursor(entries.inbox, entries.selection(of: serviceName))
    if cursor.extent.count == 0 { try Output.report("note: \(cursor.absence())\n") }
    while let entry = try cursor.next() { try Output.print(Self.line(entry)) }
  }

  /// An entry as a JSON object.
  static func line(_ entry: InboxEntry) -> String {
    func text(_ text: String?) -> RawJSON { text.map { RawJSON(string: $0) } ?? .null }
    let body = entry.request.body
    var members = [
      RawJSON.Member(name: "number", value: RawJSON(integer: entry.number)),
      RawJSON.Member(name: "service", value: text(entry.service)),
      RawJSON.Member(name: "time", value: text(Time.text(entry.arrival))),
    ]
    if let url = entry.request.url { members.append(.init(name: "url", value: text(url))) }
    members.append(.init(name: "headers", value: headers(entry.request)))
    if let string = String(validating: body, as: UTF8.self) {
      members.append(.init(name: "body", value: text(string)))
    } else {
      members.append(.init(name: "bodyBase64", value: text(Data(body).base64EncodedString())))
    }
    members.append(.init(name: "outcome", value: text(entry.verdict)))
    members.append(.init(name: "key", value: text(entry.key)))
    return RawJSON(members: members).description
  }

  private static func headers(_ request: CallbackRequest) -> RawJSON {
    var members: [(name: String, values: [String])] = []
    for field in request.headers {
      if let place = members.firstIndex(where: { $0.name == field.name.rawName }) {
        members[place].values.append(field.value)
      } else {
        members.append((field.name.rawName, [field.value]))
      }
    }
    return RawJSON(
      members: members.map { name, values in
        RawJSON.Member(
          name: name,
          value: values.count == 1 ? RawJSON(string: values[0]) : RawJSON(strings: values))
      })
  }
}

extension RawJSON {
  fileprivate init(integer: Int64) {
    self = (try? RawJSON("\(integer)")) ?? .null
  }

  fileprivate init(strings: [String]) {
    let texts = strings.map { RawJSON(string: $0).description }
    self = (try? RawJSON("[\(texts.joined(separator: ","))]")) ?? .null
  }
}
