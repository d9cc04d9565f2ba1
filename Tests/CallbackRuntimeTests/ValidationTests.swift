@_spi(Generated) import CallbackRuntime
import Testing

@Suite("Validation")
struct ValidationTests {
  private func findings(_ body: String) throws -> [String] {
    try Media.Callback(json: body).validate().map(\.description)
  }

  @Test("A body as documented has no finding")
  func fine() throws {
    #expect(try findings(Bodies.uploaded) == [])
    #expect(try findings(Bodies.failed) == [])
  }

  @Test("Codes, bits and ranges")
  func values() throws {
    #expect(
      try findings(Bodies.leave) == [
        "payload.details.leaveCode: unknown bits 64 (documented: 6) [unknown-bits]",
        "payload.details.progress: 10001 (documented: 0 to 10000) [range]",
      ])
    let odd = Bodies.uploaded.replacing("audio_and_video", with: "av")
    #expect(
      try findings(odd).first
        == #"payload.details.fileList[0].trackType: unknown value "av" (documented: audio, video, audio_and_video) [unknown-code]"#
    )
    let error = Bodies.failed.replacing(#""module":1"#, with: #""module":2"#)
    #expect(
      try findings(error) == [
        "payload.details.module: 2 here (documented: 0, 1) [value]"
      ])
    let elsewhere = try Media.Callback(json: Bodies.failed.replacing("47", with: "48")).validate()
    #expect(elsewhere.map(\.rule) == [.unknownCode])
    #expect(elsewhere.map(\.severity) == [.notice])
    let constant = Bodies.uploaded.replacing(#""serviceType":2"#, with: #""serviceType":1"#)
    #expect(
      try findings(constant) == ["payload.serviceType: 1 instead of 2 [constant]"])
  }

  @Test("Missing members are those of the nearest edition")
  func nearest() throws {
    // Without the scene, the uid: as `en` documents it.
    let english = Bodies.uploaded.replacing(#""serviceScene":"mix","#, with: "")
      .replacing(#""uid":"0","#, with: "")
    #expect(try findings(english) == [])
    // Without what both document.
    let poor = english.replacing(#""sendts":1611566412672,"#, with: "")
    #expect(try findings(poor) == ["payload.sendts: missing [missing]"])
    let finding = try Media.Callback(json: poor).validate().first
    #expect(finding?.editions == ["zh", "en"])
    // An event that only `en` documents is held to `en`.
    let leave = Bodies.leave.replacing(#""serviceScene":"mix","#, with: "")
      .replacing("10001", with: "1").replacing("70", with: "6")
    #expect(try findings(leave) == [])
    // Only `zh` documents the constant of this event.
    let paused = Bodies.envelope(42, 2, "{}").replacing(#""serviceScene":"mix","#, with: "")
    #expect(try findings(paused) == [])
  }

  @Test("Unknown and malformed events, and another product's")
  func events() throws {
    let unknown = try Media.Callback(json: #"{"eventType":99}"#).validate()
    #expect(unknown.map(\.description) == ["eventType: unknown event 99 [unknown-event]"])
    #expect(unknown.map(\.severity) == [.warning])
    let product = try Media.Callback(json: Bodies.otherProduct).validate()
    #expect(product.map(\.rule) == [.otherProduct])
    #expect(product.map(\.severity) == [.notice])
    let malformed = try Media.Callback(json: Bodies.malformed).validate()
    #expect(malformed.map(\.rule) == [.malformedEvent])
    #expect(malformed.first?.path == "payload.details.fileList[0].fileName")
    #expect(malformed.first?.offset != nil)
  }

  @Test("An object alone, lists of codes and flags, open ranges, lengths")
  func objects() throws {
    let body = #"""
      {"codes":[0,9],"masks":[2,64],"files":[{"fileName":"a","trackType":"x"}],"double":-0.5,"int":11,
      "string":"abcd","strings":["a","b","c"]}
      """#
    #expect(
      try Everything(json: body).validate().map { "\($0.path) \($0.rule)" } == [
        "string length", "int range", "double range", "strings length", "codes[1] unknown-code",
        "masks[1] unknown-bits", "files[0].trackType unknown-code", "files[0].isPlayable missing",
        "files[0].sliceStartTime missing",
      ])
    #expect(Media.Payload(cname: "c").validate().count == 3)
  }

  @Test("A value that was built with an unknown code's case is the code itself")
  func normalised() {
    #expect(Media.TrackType.unrecognized("audio") == .audio)
    #expect(Set([Media.TrackType.unrecognized("audio"), .audio]).count == 1)
    #expect(Media.Uploaded(status: .abnormal(3), fileList: []).validate().isEmpty)
  }
}
