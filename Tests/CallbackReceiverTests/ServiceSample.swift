import AgoraCloudRecording
import CallbackReceiver
import CallbackRuntime
import HTTPTypes
import TencentTRTCRecording
import TencentTRTCRoom
import Testing
import VolcengineRTC

/// Bodies of a service, one for each kind of content that its schema knows.
struct ServiceSample<Callback: ServiceCallback>: Sendable {
  static var secret: Secret { "sample-secret" }

  /// An event of the service; another number gives another callback.
  var event: @Sendable (Int) -> String
  var unrecognized: String
  var malformed: String
  var unreadable: String
  var otherProduct: String?
  var healthCheck: String?

  /// The request with a body, signed as the vendor signs.
  func request(_ body: String, secret: Secret = Self.secret) throws -> CallbackRequest {
    try CallbackSigner(Callback.service.signatures[0], secret: secret)
      .signed(CallbackRequest(headers: [:], body: Array(body.utf8)), now: 0)
  }

  func receiver(
    _ store: any DeliveryStore, options: ReceiverOptions<Callback> = .patient
  ) throws -> CallbackReceiver<Callback> {
    try CallbackReceiver(secrets: [Self.secret], store: store, options: options)
  }
}

extension ReceiverOptions {
  /// Without deadlines, and with a lease that ends in no test, however slow the machine is.
  static var patient: ReceiverOptions {
    var options = ReceiverOptions()
    options.deadline = nil
    options.storeDeadline = nil
    options.lease = .seconds(3600)
    return options
  }
}

extension CallbackReceiver {
  func receive(
    _ request: CallbackRequest, handler: @escaping @Sendable (Callback) async throws -> Void
  ) async -> Receipt<Callback> {
    await receive(headers: request.headers, body: request.body, url: request.url, handler: handler)
  }
}

enum Samples {
  static let agora = ServiceSample<Agora.Callback>(
    event: { agora(31, #"{"msgName":"uploaded","status":0}"#, sequence: $0) },
    unrecognized: agora(110, "{}"),
    malformed: agora(31, "5"),
    unreadable: "[]",
    otherProduct: agora(101, "{}", product: 1),
    healthCheck: agora(31, "{}", channel: "test_webhook", user: "12121212"))

  static let trtcRecording = ServiceSample<TRTC.Callback>(
    event: { trtc(group: 3, type: 301, #"{"TaskId":"task \#($0)","Payload":{"Status":0}}"#) },
    unrecognized: trtc(group: 3, type: 399, "{}"),
    malformed: trtc(group: 3, type: 301, #"{"TaskId":"task","Payload":5}"#),
    unreadable: "{",
    otherProduct: trtc(group: 1, type: 101, "{}"))

  static let trtcRoom = ServiceSample<TRTCRoom.Callback>(
    event: { trtc(group: 2, type: 204, #"{"RoomId":\#($0),"UserId":"user","Reason":0}"#) },
    unrecognized: trtc(group: 2, type: 299, "{}"),
    malformed: trtc(group: 2, type: 204, "5"),
    unreadable: "",
    otherProduct: trtc(group: 3, type: 301, "{}"))

  static let volcengine = ServiceSample<Volcengine.Callback>(
    event: {
      volcengine(#""RoomCreate""#, #"{\"RoomId\":\"room\",\"Timestamp\":1679383924691}"#, id: $0)
    },
    unrecognized: volcengine(#""RoomPaint""#, "{}", id: 100),
    malformed: volcengine(#""RoomCreate""#, "no JSON", id: 101),
    // Signed, and without a name of the event.
    unreadable: volcengine("5", "{}"))

  private static func agora(
    _ type: Int, _ details: String, sequence: Int = 0, product: Int = 3, channel: String = "room",
    user: String = "1"
  ) -> String {
    #"{"noticeId":"n","productId":\#(product),"eventType":\#(type),"notifyMs":5,"payload":{"cname":"\#(channel)","#
      + #""uid":"\#(user)","sid":"recording","sequence":\#(sequence),"sendts":5,"serviceType":2,"details":\#(details)}}"#
  }

  private static func trtc(group: Int, type: Int, _ info: String) -> String {
    #"{"EventGroupId":\#(group),"EventType":\#(type),"CallbackTs":1664209748188,"EventInfo":\#(info)}"#
  }

  private static func volcengine(_ type: String, _ data: String, id: Int = 0) -> String {
    #"{"EventType":\#(type),"EventData":"\#(data)","EventTime":"2023-03-21T15:32:04+08:00","EventId":"\#(id)","#
      + #""AppId":"app","Version":"2020-12-01","Nonce":"aaBc","Signature":""}"#
  }
}

/// A test that runs with the bodies of one service.
struct ServiceCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var run: @Sendable (any SampleCheck) async throws -> Void

  init<Callback: ServiceCallback>(_ sample: ServiceSample<Callback>) {
    testDescription = Callback.service.name
    run = { try await $0.check(sample) }
  }

  static let all = [
    ServiceCase(Samples.agora), ServiceCase(Samples.trtcRecording), ServiceCase(Samples.trtcRoom),
    ServiceCase(Samples.volcengine),
  ]
}

/// A check of any service.
protocol SampleCheck: Sendable {
  func check<Callback: ServiceCallback>(_ sample: ServiceSample<Callback>) async throws
}
