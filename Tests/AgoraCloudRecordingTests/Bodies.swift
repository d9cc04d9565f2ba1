import AgoraCloudRecording
import CallbackRuntime
import CallbackSchema
import Foundation
import SchemaSource
import TestSupport
import Testing

/// The example bodies of the pages, as they stand and wrapped in the service's envelope.
enum Bodies {
  struct Example: Sendable, CustomTestStringConvertible {
    var event: CallbackSchema.Event
    var example: CallbackSchema.Example
    var details: String
    /// The callback around it, as the vendor sends it.
    var wrapped: String

    var testDescription: String { example.file.value }
  }

  static let folder = "Schemas/AgoraCloudRecording"

  static let service: Service = {
    var diagnostics = Diagnostics()
    let files = (try? Repository.schemaFiles(folder)) ?? []
    guard let service = SchemaLoader.load(files, folder: folder, into: &diagnostics) else {
      preconditionFailure("the schemas do not load: \(diagnostics.all.map(\.message))")
    }
    return service
  }()

  static let examples: [Example] = {
    let files = (try? Repository.examples(folder)) ?? [:]
    return service.events.flatMap { event in
      event.examples.compactMap { example in
        guard let file = files[example.file.value] else { return nil }
        let details = String(decoding: file.bytes, as: UTF8.self)
        return Example(
          event: event, example: example, details: details, wrapped: wrap(details, in: event))
      }
    }
  }()

  static func wrap(_ details: String, in event: CallbackSchema.Event) -> String {
    wrap(
      details, type: event.id.value.text, service: event.constants.first?.value.value.text ?? "0")
  }

  static func wrap(_ details: String, type: String, service: String) -> String {
    #"{"noticeId":"2000001428:4330:107","productId":3,"eventType":\#(type),"notifyMs":1611566412672,"#
      + #""payload":{"cname":"room","uid":"527841","sid":"38f8e3cfdc474cd56fc1ceba380d7e1a","sequence":7,"#
      + #""sendts":1611566412672,"serviceType":\#(service),"details":\#(details)}}"#
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
