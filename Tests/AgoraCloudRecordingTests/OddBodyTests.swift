import AgoraCloudRecording
import CallbackRuntime
import Foundation
import Testing

/// What the documentation did not foresee: nothing is lost, and each says so.
@Suite("Bodies that nobody documented")
struct OddBodyTests {
  private let leave = #"{"msgName":"recorder_leave","leaveCode":4}"#

  private func body(_ details: String? = nil, type: String = "41") -> String {
    Bodies.wrap(details ?? leave, type: type, service: "1")
  }

  private func read(_ body: String) throws -> (Agora.Callback, [Finding]) {
    let reading = try Agora.Callback.validate(json: body)
    #expect(try Agora.Callback(json: body) == reading.value)
    #expect(try JSONDecoder().decode(Agora.Callback.self, from: Data(body.utf8)) == reading.value)
    return (reading.value, reading.findings)
  }

  @Test("An event number that no page has keeps its details", arguments: ["34", "46", "110", "-1"])
  func unknownEvent(_ type: String) throws {
    let json = body(#"{"msgName":"new_event","n":1.50e1,"x":{"b":[],"a":null}}"#, type: type)
    let (callback, findings) = try read(json)
    guard case .unrecognized(let event) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect("\(event.id)" == type)
    #expect(Bodies.text(callback.json()) == json)
    #expect(findings.map(\.rule) == [.unknownEvent])
  }

  @Test("A code that no page has is kept and written back")
  func unknownCode() throws {
    let json = body(
      #"{"msgName":"recorder_slice_start","startUtcMs":1,"discontinueUtcMs":1,"mixedAllUser":true,"streamUid":"0","trackType":"av"}"#,
      type: "42")
    let (callback, findings) = try read(json)
    #expect(Bodies.text(callback.json()) == json)
    #expect(
      findings.map(\.description) == [
        #"payload.details.trackType: unknown value "av" (documented: audio, video, audio_and_video) [unknown-code]"#
      ])
  }

  @Test("The leave code of real traffic has several bits, and unknown ones are kept")
  func leaveCodes() throws {
    let (both, none) = try read(body(#"{"msgName":"recorder_leave","leaveCode":24}"#))
    guard case .recorderLeave(let left) = both.event else {
      Issue.record("\(both.event)")
      return
    }
    #expect(left.leaveCode == [.timerCatch, .clientLeave])
    #expect(none == [])
    let (_, findings) = try read(body(#"{"msgName":"recorder_leave","leaveCode":36}"#))
    #expect(findings.map(\.rule) == [.unknownBits])
  }

  @Test("An extra field is noticed")
  func extraField() throws {
    let (callback, findings) = try read(
      body(#"{"msgName":"recorder_leave","leaveCode":4,"extra":{"a":[1]}}"#))
    #expect(callback.event == .recorderLeave(.init(leaveCode: .noUsers)))
    #expect(findings.map(\.rule) == [.unknownField])
    #expect(findings.map(\.path) == ["payload.details.extra"])
    #expect(findings.map(\.severity) == [.notice])
  }

  @Test("The outer sid of real traffic is read and no finding")
  func outerSid() throws {
    let json = body().replacing(#""productId""#, with: #""sid":"38f8","productId""#)
    let (callback, findings) = try read(json)
    #expect(callback.sid == "38f8")
    #expect(findings == [])
  }

  @Test("The payload may come before the event's number")
  func payloadFirst() throws {
    let json = body()
    let start = try #require(json.range(of: #""payload":"#))
    let payload = json[start.lowerBound...].dropLast()
    let moved = "{\(payload)," + json[..<start.lowerBound].dropFirst().dropLast() + "}"
    let (callback, findings) = try read(moved)
    #expect(try callback == Agora.Callback(json: json))
    #expect(findings == [])
  }

  @Test("Null is absence, with a finding")
  func null() throws {
    let json = body(
      #"{"msgName":"uploaded","status":0,"fileList":null}"#, type: "31"
    ).replacing(#""cname":"room""#, with: #""cname":null"#)
    let (callback, findings) = try read(json)
    #expect(callback.payload.cname == nil)
    #expect(
      findings.filter { $0.rule == .null }.map(\.path) == [
        "payload.cname", "payload.details.fileList",
      ])
  }

  @Test("A missing member is a finding, and the event is decoded")
  func missing() throws {
    let (progress, findings) = try read(body(#"{"msgName":"uploading_progress"}"#, type: "33"))
    #expect(progress.event == .uploadingProgress(.init()))
    #expect(findings.map(\.path).contains("payload.details.progress"))
    let json = body(#"{"msgName":"recorder_leave"}"#)
    let (callback, found) = try read(json)
    #expect(callback.event == .recorderLeave(.init()))
    #expect(found.map(\.rule) == [.missing])
    #expect(found.map(\.path) == ["payload.details.leaveCode"])
    #expect(Bodies.text(callback.json()) == json)
    let (limit, none) = try read(body(#"{"msgName":"web_recorder_capability_limit"}"#, type: "72"))
    #expect(limit.event == .webRecorderCapabilityLimit(.init()))
    #expect(none.map(\.path).contains("payload.details.limitType"))
  }

  @Test("A wrong type costs the field, and it is kept")
  func wrongType() throws {
    let json = body(#"{"msgName":"recorder_leave","leaveCode":"four"}"#)
    let (callback, findings) = try read(json)
    #expect(callback.event == .recorderLeave(Agora.RecorderLeave()))
    #expect(callback.faults.map(\.path) == ["payload.details.leaveCode"])
    #expect(findings.first?.rule == .wrongType)
    #expect(Bodies.text(callback.json()) == json)
  }

  @Test("Modules that count separately do not share a deduplication key")
  func deduplication() throws {
    func key(type: String, service: String) throws -> Agora.Callback.DeduplicationKey {
      let body = Bodies.wrap(#"{"status":0}"#, type: type, service: service)
      let callback = try Agora.Callback(json: body)
      return try #require(callback.deduplicationKey)
    }
    let uploader = try key(type: "30", service: "2")
    #expect(try key(type: "30", service: "2") == uploader)
    #expect(try key(type: "40", service: "1") != uploader)
    #expect(try key(type: "31", service: "2") != uploader)
  }

  @Test("Another product's body is kept whole", arguments: [1, 2, 17])
  func otherProduct(_ product: Int) throws {
    let json =
      #"{"noticeId":"n","productId":\#(product),"eventType":31,"payload":{"channelName":"c","ts":1560408533}}"#
    let (callback, findings) = try read(json)
    guard case .otherProduct = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(Bodies.text(callback.json()) == json)
    #expect(findings.filter { $0.severity > .notice } == [])
    #expect(findings.map(\.rule).contains(.otherProduct))
  }

  @Test("A duplicate key does not count, and is noticed")
  func duplicate() throws {
    let (callback, findings) = try read(
      body(#"{"msgName":"recorder_leave","leaveCode":4,"leaveCode":2}"#))
    #expect(callback.event == .recorderLeave(.init(leaveCode: .noUsers)))
    #expect(findings.map(\.rule) == [.duplicateKey])
  }

  @Test(
    "What is not JSON, or names no event, throws with path and offset",
    arguments: [
      ("", 0), ("[]", 0), ("{", 1), (#"{"eventType":31"#, 15), (#"{"eventType":31}x"#, 16),
      ("nul", 0),
      (#"{"noticeId":"n"}"#, 0), (#"{"eventType":"x"}"#, 13), (#"{"eventType":null}"#, 0),
      ("\u{FEFF}{}", 0),
    ])
  func throwing(_ json: String, _ offset: Int) {
    #expect {
      try Agora.Callback(json: json)
    } throws: { error in
      guard let fault = error as? CallbackDecodingError else { return false }
      if fault.offset != offset { Issue.record("\(json): \(fault)") }
      return fault.offset == offset
    }
  }

  @Test("The error and warning codes pick their table by module")
  func codesByModule() throws {
    let error = try Agora.CloudRecordingError(
      json:
        #"{"msgName":"cloud_recording_error","errorCode":47,"module":1,"errorLevel":5,"stat":1,"errorMsg":"x"}"#
    )
    #expect(error.errorCodeByModule == .uploadError(.uploadFailed))
    #expect(error.errorLevel == .fatal)
    #expect(error.validate() == [])
    let traffic = try Agora.CloudRecordingError(
      json:
        #"{"msgName":"cloud_recording_error","errorCode":110,"module":0,"errorLevel":5,"stat":0,"errorMsg":"x"}"#
    )
    #expect(traffic.errorCodeByModule == .other(110))
    #expect(traffic.status == .normal)
    #expect(traffic.outcome == .failure)
    let warning = try Agora.CloudRecordingWarning(json: #"{"module":6,"warnCode":31}"#)
    #expect(warning.validate().map(\.rule) == [.value])
  }

  @Test("A scene does not decide the outcome")
  func scene() throws {
    let json = body(#"{"msgName":"uploaded","status":0,"fileList":[]}"#, type: "31").replacing(
      #""serviceType""#,
      with: #""serviceScene":"postpone_transcode::transcode_failover","serviceType""#)
    let (callback, _) = try read(json)
    #expect(callback.payload.serviceScene == .postponedTranscodingFailed)
    #expect(callback.outcome == .success)
  }

  @Test("A leave code without bits is a failure; one with bits reports nothing")
  func leaveOutcome() throws {
    #expect(try Agora.RecorderLeave(json: #"{"leaveCode":0}"#).outcome == .failure)
    #expect(try Agora.RecorderLeave(json: #"{"leaveCode":16}"#).outcome == nil)
  }

  @Test("Every stop code but 0 is a failure, in the table or not", arguments: 0...9)
  func stopCodes(_ code: Int) throws {
    let stopped = try Agora.WebRecorderStopped(json: #"{"code":\#(code)}"#)
    let expected: CallbackOutcome = code == 0 ? .success : .failure
    #expect(stopped.outcome == expected)
  }

  @Test("The list in the string of 90 is taken apart")
  func fileNames() throws {
    let failed = try Agora.DownloadFailed(json: #"{"filename":"a.m3u8;b.ts"}"#)
    #expect(failed.fileNames?.items == ["a.m3u8", "b.ts"])
  }
}
