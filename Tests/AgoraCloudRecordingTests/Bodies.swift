import CallbackSchema
import TestSupport

/// The example bodies of the pages, and the envelope around them.
enum Bodies {
  static let fixtures = ServiceFixtures("AgoraCloudRecording", wrap: wrap)
  static let service = fixtures.service

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
