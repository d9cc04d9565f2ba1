import CallbackRuntime
import Testing

extension Vendor {
  static let zoom = Vendor(
    "Zoom", Zoom.Callback.self,
    findings: [
      // Zoom sends an empty text for the end of a recording that goes on.
      "recording.started.json": ["payload.object.recording_file.recording_end format"],
      "recording.paused.json": ["payload.object.recording_file.recording_end format"],
      // Codes and a member that are newer than the schema.
      "recording.completed_new_file_type.json": [
        "payload.object.avatar_count unknown-field",
        "payload.object.recording_files[0].recording_type unknown-code",
        "payload.object.recording_files[0].file_type unknown-code",
      ],
    ])
}

@Suite("Zoom: events in two places of the payload, and ids of two JSON types")
struct ZoomTests {
  private func callback(_ name: String) throws -> Zoom.Callback {
    try Zoom.Callback(json: Vendor.body("Zoom/Bodies/\(name).json"))
  }

  @Test("The question whether the receiver is there")
  func validation() throws {
    let callback = try callback("endpoint.url_validation")
    guard case .endpointURLValidation(let validation) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(validation.plainToken == "qgg8vlvZRS6UYooatFL8Aw")
  }

  @Test("A participant joined, as a guest")
  func joined() throws {
    let callback = try callback("meeting.participant_joined_guest")
    guard case .meetingParticipantJoined(let joined) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(joined.id == .string("1234567890"))
    #expect(joined.participant.id == "")
    #expect(joined.participant.joinTime?.rawValue == "2025-07-13T21:45:51Z")
    #expect(callback.payload.accountID == "AAAAAABBBB")
  }

  @Test("A change, with the fields as they were")
  func updated() throws {
    let callback = try callback("meeting.updated")
    guard case .meetingUpdated(let meeting) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(meeting.id == .integer(1_234_567_890))
    #expect(meeting.topic == "Renamed")
    #expect(callback.payload.oldObject?["topic"]?.string == "My Meeting")
  }

  @Test("The files of a recording, and the token to download them with")
  func completed() throws {
    let callback = try callback("recording.completed")
    guard case .recordingCompleted(let recording) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(callback.downloadToken == "eyJhbGciOiJIUzUxMiJ9.eyJhIjoxfQ.sig")
    #expect(callback.outcome == .success)
    let types: [Zoom.FileType] = [.mp4, .m4A, .chat, .timeline, .summaryCode, .transcript]
    #expect(recording.recordingFiles?.map(\.fileType) == types)
    #expect(recording.recordingFiles?[1].fileSize == 5_123_456_789)
    #expect(recording.recordingFiles?[0].recordingType == .sharedScreenWithSpeakerView)
  }
}
