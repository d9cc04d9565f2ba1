import CallbackSchema
import TestSupport

/// The example bodies of the page, and the envelope around them.
enum Bodies {
  static let fixtures = ServiceFixtures("TencentTRTCRecording", wrap: wrap)

  static func wrap(_ details: String, in event: CallbackSchema.Event) -> String {
    wrap(details, type: event.id.value.text)
  }

  static func wrap(_ details: String, type: String) -> String {
    #"{"EventGroupId":3,"EventType":\#(type),"CallbackTs":1622191965320,"EventInfo":{"RoomId":"20015","#
      + #""EventTs":1622191965,"UserId":"xx","TaskId":"xx","Payload":\#(details)}}"#
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
