import CallbackRuntime
import Testing

extension Vendor {
  static let twilioVideo: Vendor = {
    let read = {
      @Sendable (body: [UInt8], _: [String: String]) throws(CallbackDecodingError) in
      let report = try TwilioVideo.Callback.validate(form: body)
      return Reading(findings: report.findings, output: report.value.form())
    }
    var vendor = Vendor(
      "TwilioVideo", headers: { _ in [:] },
      findings: [
        // Twilio announces that it may send further parameters.
        "participant-disconnected-new-parameter.txt": [
          "ParticipantReason unknown-field", "Empty unknown-field",
        ]
      ], read: read)
    vendor.isForm = true
    return vendor
  }()
}

@Suite("Twilio Video: form-encoded bodies")
struct TwilioVideoTests {
  private func callback(_ name: String) throws -> TwilioVideo.Callback {
    try TwilioVideo.Callback(form: Vendor.body("TwilioVideo/Bodies/\(name).txt"))
  }

  @Test("A participant joined, with a name of any characters")
  func connected() throws {
    let callback = try callback("participant-connected-emoji")
    guard case .participantConnected(let connected) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(callback.roomName == "Daily Standup & Cöffee")
    #expect(callback.roomType == .group)
    #expect(connected.participantIdentity == "😀 \"q\" 100% a+b=c\n")
    #expect(connected.participantStatus == .connected)
  }

  @Test("A recording was completed")
  func completed() throws {
    let callback = try callback("recording-completed-external")
    guard case .recordingCompleted(let recording) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(recording.size == 0)
    #expect(recording.offsetFromTwilioVideoEpoch == -12)
    #expect(recording.mediaExternalLocation == "https://bucket.s3-eu-west-1.amazonaws.com/a/b.mka")
    #expect(callback.outcome == .success)
  }

  @Test("A composition has no room name and no number")
  func composition() throws {
    let callback = try callback("composition-progress")
    guard case .compositionProgress(let progress) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(callback.roomName == nil)
    #expect(callback.sequenceNumber == nil)
    #expect(progress.percentageDone == 45)
  }

  @Test("The signature is over the URL and the form")
  func signature() {
    #expect(
      TwilioVideo.signatures == [
        SignatureScheme(
          place: .header("X-Twilio-Signature"), algorithm: .hmacSHA1, encoding: .base64,
          over: .urlAndForm)
      ])
  }
}
