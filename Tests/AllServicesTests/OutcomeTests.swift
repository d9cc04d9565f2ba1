import AgoraCloudRecording
import CallbackRuntime
import Foundation
import TencentTRTCRecording
import TestSupport
import Testing
import VolcengineRTC

/// The outcomes of `Tests/Outcomes`, which were written from the vendors' pages without reference to the schemas.
@Suite("Outcomes of documented events and codes")
struct OutcomeTests {
  /// One row of a table: an event, the members that decide its outcome, and the outcome.
  struct Row: CustomTestStringConvertible, Sendable {
    var event: String
    /// The event's own members as JSON.
    var fields: String
    var outcome: String

    var testDescription: String { "\(event) \(fields)" }

    /// The event's ID as JSON.
    var id: String { Int(event) == nil ? "\"\(event)\"" : event }
  }

  @Test("Agora Cloud Recording", arguments: rows("AgoraCloudRecording"))
  func agora(_ row: Row) throws {
    let body = #"{"productId":3,"eventType":\#(row.id),"payload":{"details":\#(row.fields)}}"#
    #expect(try Agora.Callback(json: body).outcome?.rawValue ?? "none" == row.outcome)
  }

  @Test("Tencent TRTC recording", arguments: rows("TencentTRTCRecording"))
  func tencent(_ row: Row) throws {
    let group = row.event.hasPrefix("8") ? 8 : 3
    let body =
      #"{"EventGroupId":\#(group),"EventType":\#(row.id),"EventInfo":{"Payload":\#(row.fields)}}"#
    #expect(try TRTC.Callback(json: body).outcome?.rawValue ?? "none" == row.outcome)
  }

  @Test("Volcengine RTC", arguments: rows("VolcengineRTC"))
  func volcengine(_ row: Row) throws {
    let body = #"{"EventType":\#(row.id),"EventData":\#(row.fields)}"#
    #expect(try Volcengine.Callback(json: body).outcome?.rawValue ?? "none" == row.outcome)
  }

  /// The pages on rooms name reasons only, neither a success nor a failure.
  static let withOutcomes = AllServices.all.filter { $0.namespace != "TRTCRoom" }

  @Test("Every event of a service has a row", arguments: withOutcomes)
  func complete(_ service: AllServices) {
    let events = Set(Self.rows(service.fixtures.service.name).map(\.event))
    let missing = service.fixtures.service.events.filter { !events.contains($0.id.value.text) }
    #expect(missing.map(\.key) == [])
  }

  static func rows(_ service: String) -> [Row] {
    let text = (try? Repository.text("Tests/Outcomes/\(service).tsv")) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(event: cells[0], fields: cells[1], outcome: cells[2])
    }
  }
}
