import CallbackRuntime
import TencentTRTCRecording
import TencentTRTCRoom
import TestSupport
import Testing

/// What a receiver of both services of Tencent on one URL relies on, as the article SharedURL describes it.
@Suite("Both services of Tencent on one URL")
struct SharedURLTests {
  private static func bodies(_ service: String) -> [String] {
    AllServices.all.first { $0.fixtures.service.name == service }?.fixtures.examples.map(\.body)
      ?? []
  }

  @Test(
    "A callback on a recording is another product's for rooms",
    arguments: bodies("TencentTRTCRecording"))
  func recording(_ body: String) throws {
    let report = try TRTCRoom.Callback.validate(json: body)
    guard case .otherProduct(let other) = report.value.event else {
      Issue.record("\(report.value.event)")
      return
    }
    #expect([3, 8].contains(other.body["EventGroupId"]?.int))
    #expect(report.findings.map(\.rule) == [.otherProduct])
    if case .otherProduct = try TRTC.Callback(json: body).event { Issue.record("of no service") }
  }

  @Test(
    "A callback on a room is another product's for recordings", arguments: bodies("TencentTRTCRoom")
  )
  func room(_ body: String) throws {
    let report = try TRTC.Callback.validate(json: body)
    guard case .otherProduct(let other) = report.value.event else {
      Issue.record("\(report.value.event)")
      return
    }
    #expect([1, 2].contains(other.body["EventGroupId"]?.int))
    #expect(report.findings.map(\.rule) == [.otherProduct])
    if case .otherProduct = try TRTCRoom.Callback(json: body).event {
      Issue.record("of no service")
    }
  }

  @Test("An undocumented group is another product's for both, and a body without one is not")
  func groups() throws {
    for (group, isOther) in [(#""EventGroupId":9,"#, true), ("", false)] {
      let body = #"{\#(group)"EventType":199,"EventInfo":{"Payload":{}}}"#
      let recording = try TRTC.Callback(json: body).event
      let room = try TRTCRoom.Callback(json: body).event
      if case .otherProduct = recording { #expect(isOther) } else { #expect(!isOther) }
      if case .otherProduct = room { #expect(isOther) } else { #expect(!isOther) }
    }
  }

  @Test("One signature check, one answer and one name of the header serve both")
  func delivery() {
    #expect(TRTC.signatures == TRTCRoom.signatures)
    #expect(TRTC.acknowledgement == TRTCRoom.acknowledgement)
    #expect(TRTC.retries == TRTCRoom.retries)
    #expect(TRTC.Header.sign == TRTCRoom.Header.sign)
    #expect(!Self.bodies("TencentTRTCRecording").isEmpty && !Self.bodies("TencentTRTCRoom").isEmpty)
  }
}
