import CallbackSchema
import Foundation
import TestSupport

/// The example bodies of the page, and the envelope around them.
enum Bodies {
  static let fixtures = ServiceFixtures("VolcengineRTC", wrap: wrap)

  static func wrap(_ details: String, in event: CallbackSchema.Event) -> String {
    wrap(details, type: event.key)
  }

  /// The envelope as it is documented, with the event as a text.
  static func wrap(_ details: String, type: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let text = (try? encoder.encode(details)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return wrap(data: text, type: type)
  }

  static func wrap(data: String, type: String) -> String {
    #"{"EventType":"\#(type)","EventData":\#(data),"EventTime":"2023-03-21T15:32:04+08:00","EventId":"123456","#
      + #""AppId":"appId","Version":"2020-12-01","Signature":"s","Nonce":"aaBc"}"#
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
