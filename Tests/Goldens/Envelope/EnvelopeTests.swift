import CallbackRuntime
import Foundation
import Testing

@Suite("Wrapped callbacks")
struct EnvelopeTests {
  private func body(_ details: String, product: String = "3", type: String = "30", service: Int = 2)
    -> String
  {
    #"{"noticeId":"n","productId":\#(product),"eventType":\#(type),"notifyMs":5,"#
      + #""payload":{"sid":"s","sequence":1,"serviceType":\#(service),"details":\#(details)}}"#
  }
  private func text(_ callback: Wrapped.Callback) -> String {
    String(decoding: callback.json(), as: UTF8.self)
  }

  @Test("The event stands at the root, whatever payload it came in, and goes back into it")
  func payload() throws {
    let json = body(#"{"msgName":"started","user":"u"}"#)
    let callback = try Wrapped.Callback(json: json)
    #expect(callback.event == .started(.init(user: "u")))
    #expect(callback.eventType == 30)
    #expect(callback.payload.serviceType == .uploader)
    #expect(text(callback) == json)
    #expect(callback.validate() == [])
  }

  @Test("The order of members means nothing: the event may come before what names it")
  func order() throws {
    let json =
      #"{"payload":{"details":{"user":"u","msgName":"started"},"serviceType":2,"sequence":1,"sid":"s"},"#
      + #""notifyMs":5,"eventType":30,"productId":3,"noticeId":"n"}"#
    #expect(
      try Wrapped.Callback(json: json)
        == Wrapped.Callback(json: body(#"{"msgName":"started","user":"u"}"#)))
  }

  @Test("A callback of another product is a case of its own and is written back unchanged")
  func otherProduct() throws {
    let json = #"{ "productId" : 1, "eventType" : 31, "payload" : { "channelName" : "c" } }"#
    let callback = try Wrapped.Callback(json: json)
    guard case .otherProduct(let other) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(other.id == 31)
    #expect(other.body.description == json)
    #expect(text(callback) == json)
    #expect(callback.validate().map(\.rule) == [.otherProduct])
  }

  @Test("An unknown event keeps its details and is one finding")
  func unknownEvent() throws {
    let json = body(#"{"msgName":"new","x":[1.50e1]}"#, type: "99")
    let callback = try Wrapped.Callback(json: json)
    #expect(text(callback) == json)
    #expect(callback.validate().map(\.rule) == [.unknownEvent])
  }

  @Test("A constant of the event that the envelope lacks is a finding")
  func constant() throws {
    let callback = try Wrapped.Callback(
      json: body(#"{"msgName":"started","user":"u"}"#, service: 1))
    #expect(callback.validate().map(\.path) == ["payload.serviceType"])
  }

  @Test(
    "A message name that does not fit is a finding of reading, and the documented one is written")
  func messageName() throws {
    let reading = try Wrapped.Callback.read(json: body(#"{"msgName":"begun","user":"u"}"#))
    #expect(reading.findings.map(\.rule) == [.constant])
    #expect(text(reading.value) == body(#"{"msgName":"started","user":"u"}"#))
  }

  @Test(
    "A leaf of the envelope with a wrong type is left out with a finding; the event is read all the same"
  )
  func wrongLeaf() throws {
    let json = body(#"{"msgName":"started","user":"u"}"#).replacing(#""n""#, with: "7")
    let reading = try Wrapped.Callback.read(json: json)
    #expect(reading.value.noticeID == nil)
    #expect(reading.value.event == .started(.init(user: "u")))
    #expect(reading.findings.map(\.rule) == [.wrongType])
    #expect(reading.findings.map(\.path) == ["noticeId"])
  }

  @Test("A body without a discriminator throws, and says where and what")
  func noDiscriminator() {
    #expect {
      try Wrapped.Callback(json: #"{"noticeId":"n"}"#)
    } throws: { error in
      (error as? CallbackDecodingError)?.path == "eventType"
    }
    #expect {
      try Wrapped.Callback(json: body("{}", type: #""x""#))
    } throws: { error in
      (error as? CallbackDecodingError)?.path == "eventType"
    }
  }

  @Test("An event whose payload is absent or null is read as empty, with a finding")
  func noPayload() throws {
    let absent = try Wrapped.Callback.read(
      json: #"{"eventType":32,"productId":3,"payload":{"sid":"s"}}"#)
    #expect(absent.value.event == .paused(.init()))
    #expect(absent.findings.map(\.path) == ["payload.details"])
    let null = try Wrapped.Callback.read(json: body("null", type: "32"))
    #expect(null.value.event == .paused(.init()))
    #expect(null.findings.map(\.rule) == [.null])
  }

  @Test("The deduplication key is stored as JSON, and made by hand in a test")
  func storedKey() throws {
    let key = Wrapped.Callback.DeduplicationKey(sid: "s", eventType: 30, sequence: 1)
    let stored = try JSONEncoder().encode(key)
    #expect(try JSONDecoder().decode(Wrapped.Callback.DeduplicationKey.self, from: stored) == key)
  }

  @Test("An unknown, a malformed and another product's event are made by hand in a test")
  func madeByHand() throws {
    let details = try RawJSON(#"{"a":1}"#)
    let unknown = Wrapped.Callback(event: .unrecognized(.init(id: 99, details: details)))
    #expect(unknown.eventType == 99)
    let error = CallbackDecodingError(problem: .missing("user"), path: "payload.details.user")
    let malformed = Wrapped.Callback(
      event: .malformed(.init(id: 30, error: error, details: details)))
    #expect(malformed.validate().map(\.rule).contains(.malformedEvent))
    let other = Wrapped.Callback(event: .otherProduct(.init(id: 7, body: details)))
    #expect(text(other) == #"{"a":1}"#)
  }

  @Test("Redeliveries of one event have equal deduplication keys")
  func identity() throws {
    let callback = try Wrapped.Callback(json: body(#"{"user":"u"}"#))
    #expect(callback.deduplicationKey == .init(sid: "s", eventType: 30, sequence: 1))
    #expect(try Wrapped.Callback(json: #"{"eventType":32}"#).deduplicationKey == nil)
  }

  @Test("A health check is told from an event")
  func probe() throws {
    let probe = #"{"eventType":30,"payload":{"sid":"test","sequence":0}}"#
    #expect(try Wrapped.Callback(json: probe).isHealthCheck)
    #expect(try !Wrapped.Callback(json: body("{}")).isHealthCheck)
  }

  @Test("A range is checked, a list in a string is taken apart and its text is kept")
  func formats() throws {
    let stopped = try Wrapped.Stopped(
      json: #"{"msgName":"stopped","progress":10001,"files":"a;b"}"#)
    #expect(stopped.files?.items == ["a", "b"])
    #expect(stopped.validate().map(\.rule) == [.range])
    #expect(
      String(decoding: stopped.json(), as: UTF8.self)
        == #"{"msgName":"stopped","progress":10001,"files":"a;b"}"#)
  }

  @Test("A receiver gets the key as text, the number in the sequence and the kind of content")
  func receiving() throws {
    func callback(_ sid: String, _ type: Int = 30, product: Int = 3) throws -> Wrapped.Callback {
      let body = """
        {"productId":\(product),"eventType":\(type),"payload":{"sid":\(sid),"sequence":1,"serviceType":2,"details":{"user":"u"}}}
        """
      return try Wrapped.Callback.report(body: Array(body.utf8)) { _ in nil }.value
    }
    let plain = try callback(#""s""#)
    #expect(plain.deliveryKey == #"["s",30,1]"#)
    #expect(plain.deliverySequence == 1)
    #expect(plain.deliveryContent == .event)
    // A separator inside a member gives no other key.
    #expect(try callback(#""s\",30,1]""#).deliveryKey == #"["s\",30,1]",30,1]"#)
    #expect(try callback("null").deliveryKey == nil)
    #expect(try callback(#""s""#, 99).deliveryContent == .unrecognized)
    #expect(try callback(#""s""#, product: 1).deliveryContent == .otherProduct)
    let malformed = Wrapped.Event.malformed(
      .init(id: 30, error: .init(problem: .end), details: .null))
    #expect(
      Wrapped.Callback(event: malformed).deliveryContent == .malformed(.init(problem: .end)))
    let probe = try Wrapped.Callback(
      json: #"{"eventType":99,"payload":{"sid":"test","sequence":0}}"#)
    #expect(probe.deliveryContent == .healthCheck)
    #expect(Wrapped.Callback.service.name == "Envelope")
    #expect(Wrapped.Callback.service.signatures == Wrapped.signatures)
    #expect(Wrapped.Callback.service.acknowledgement == Wrapped.acknowledgement)
    #expect(Wrapped.Callback.service.retries == Wrapped.retries)
  }

  @Test("What the vendor does around a body is data")
  func delivery() {
    #expect(Wrapped.Header.xSignature == "X-Signature")
    #expect(Wrapped.acknowledgement.status == 200)
    #expect(Wrapped.acknowledgement.isBodyRequired == false)
    #expect(Wrapped.retries.attempts == 4)
    #expect(Wrapped.retries.first == .zero)
    #expect(Wrapped.retries.interval == .fixed(.seconds(10)))
    #expect(Wrapped.editions.names == ["page"])
    #expect(Wrapped.signatures.count == 1)
  }
}
