import AgoraCloudRecording
import CallbackRuntime
import CallbackSchema
import PayloadValidation
import TencentTRTCRecording
import TencentTRTCRoom
import TestSupport
import VolcengineRTC

/// The services with what it takes to read their bodies.
struct AllServices: Sendable {
  var namespace: String
  var fixtures: ServiceFixtures
  /// The rules of the findings, and the body written again.
  var read: @Sendable (String) throws -> (rules: String, written: String)

  /// What a schema finds in a body otherwise than generated code does; nil for nothing.
  var difference: @Sendable (_ body: [UInt8], _ validator: BodyValidator) -> String?

  /// Compares callbacks with each other, and with others that differ in one member.
  var compare: @Sendable (_ bodies: [String], _ oracle: inout EqualityOracle) -> Void

  static let all = [
    AllServices("Agora", "AgoraCloudRecording", as: Agora.Callback.self) { details, event in
      let service = event.constants.first?.value.value.text ?? "0"
      return
        #"{"noticeId":"1","productId":3,"eventType":\#(event.id.value.text),"notifyMs":1611566412672,"payload":{"cname":"c","#
        + #""uid":"1","sid":"s","sequence":7,"sendts":1611566412672,"serviceType":\#(service),"details":\#(details)}}"#
    },
    AllServices("TRTC", "TencentTRTCRecording", as: TRTC.Callback.self) { details, _ in details },
    AllServices("TRTCRoom", "TencentTRTCRoom", as: TencentTRTCRoom.TRTCRoom.Callback.self) {
      details, _ in details
    },
    AllServices("Volcengine", "VolcengineRTC", as: Volcengine.Callback.self) { details, event in
      #"{"EventType":"\#(event.key)","EventData":\#(details),"EventTime":"2023-03-21T15:32:04Z","EventId":"1","#
        + #""AppId":"a","Version":"v","Signature":"s","Nonce":"n"}"#
    },
  ]

  init<T: CallbackObject>(
    _ namespace: String, _ folder: String, as _: T.Type,
    wrap: (_ details: String, _ event: CallbackSchema.Event) -> String
  ) {
    self.namespace = namespace
    fixtures = ServiceFixtures(folder, wrap: wrap)
    difference = { Mutations.difference(in: $0, $1, as: T.self) }
    compare = { $1.compare($0, as: T.self) }
    read = { body in
      let reading = try T.validate(json: body)
      // Members lie in the order of their names, which are others.
      let rules = reading.findings.map(\.rule.rawValue).sorted()
      return (
        rules.joined(separator: " "), String(decoding: reading.value.json(), as: UTF8.self)
      )
    }
  }
}
