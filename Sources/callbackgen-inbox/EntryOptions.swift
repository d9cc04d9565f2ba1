import ArgumentParser
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation

/// The inbox, and which of its requests are wanted.
struct EntryOptions: ParsableArguments {
  @Argument(help: "The SQLite file of the receiver's store.")
  var inbox: String

  @Option(
    help: ArgumentHelp(
      "The earliest arrival, such as 2026-11-21T08:00:00Z.", valueName: "time"))
  var since: Time?

  @Option(
    help: ArgumentHelp(
      "The time before which a request arrived.", valueName: "time"))
  var until: Time?

  @Option(
    help: ArgumentHelp(
      "The outcome of the requests, such as failed, or unsettled for those still to be handled; repeated for several.",
      valueName: "name"))
  var outcome: [String] = []

  /// The selected entries of a service; of all services without one.
  func selection(of service: String? = nil) -> InboxSelection {
    var selection = InboxSelection()
    selection.service = service
    selection.since = since?.milliseconds
    selection.until = until?.milliseconds
    selection.verdicts = outcome
    return selection
  }
}

/// A time in the notation of RFC 3339.
struct Time: ExpressibleByArgument {
  /// Since 1970.
  var milliseconds: Int64

  init?(argument: String) {
    guard let time = RFC3339Time(argument).sinceEpoch else { return nil }
    milliseconds = Int64(time / .milliseconds(1))
  }

  /// The notation of a time, with milliseconds.
  static func text(_ milliseconds: Int64) -> String {
    let part = milliseconds % 1000
    let rest = part < 0 ? part + 1000 : part
    let seconds = Date(timeIntervalSince1970: Double((milliseconds - rest) / 1000))
    let digits = "\(rest + 1000)".dropFirst()
    return "\(seconds.formatted(.iso8601).dropLast()).\(digits)Z"
  }
}
