import CallbackSchema
import TestSupport

/// The example bodies of the page, and the envelope around them.
enum Bodies {
  static let fixtures = ServiceFixtures("TencentTRTCRoom", wrap: wrap)

  static func wrap(_ details: String, in event: CallbackSchema.Event) -> String {
    let group = event.constants.first?.value.value.text ?? "1"
    return
      #"{"EventGroupId":\#(group),"EventType":\#(event.id.value.text),"CallbackTs":1622191965320,"EventInfo":\#(details)}"#
  }
}
