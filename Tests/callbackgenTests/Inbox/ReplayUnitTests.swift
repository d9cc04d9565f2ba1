import CallbackSchema
import SchemaSource
import TestSupport
import Testing

@testable import callbackgen_inbox

@Suite("The parts of a replay")
struct ReplayUnitTests {
  @Test("A pace is the recorded one, a factor, a rate, or none")
  func pace() throws {
    #expect(Pace(argument: "recorded") == .recorded(factor: 1))
    #expect(Pace(argument: "10x") == .recorded(factor: 10))
    #expect(Pace(argument: "0.5x") == .recorded(factor: 0.5))
    #expect(Pace(argument: "50/s") == .rate(50))
    #expect(Pace(argument: "max") == .unlimited)
    for text in ["", "x", "/s", "10", "-1x", "0/s", "nanx", "infx", "1e-7x", "10 x", "10X"] {
      #expect(Pace(argument: text) == nil, "\(text)")
    }
    #expect(Pace.recorded(factor: 4).delay(index: 1, after: 2000) == 0.5)
    #expect(Pace.recorded(factor: 1).delay(index: 1, after: -5) == 0)
    #expect(Pace.rate(50).delay(index: 100, after: 7) == 2)
    #expect(Pace.unlimited.delay(index: 100, after: 7) == 0)
  }

  @Test("A time is one of RFC 3339, with or without a fraction")
  func time() {
    #expect(Time(argument: "1970-01-01T00:00:01Z")?.milliseconds == 1000)
    #expect(Time(argument: "1970-01-01T01:00:01.005+01:00")?.milliseconds == 1005)
    #expect(Time(argument: "1970-01-01") == nil)
    #expect(Time(argument: "1970-01-01T25:00:00Z") == nil)
    #expect(Time.text(1_700_000_000_007) == "2023-11-14T22:13:20.007Z")
    #expect(Time.text(-1) == "1969-12-31T23:59:59.999Z")
    #expect(Time(argument: Time.text(1_700_000_000_007))?.milliseconds == 1_700_000_000_007)
  }

  /// What a schema with this acknowledgement accepts.
  private func acceptance(_ acknowledgement: String) throws -> Acceptance {
    var diagnostics = Diagnostics()
    let service = load(
      """
      callbackgen: 1
      service:
        name: Sample
        editions: { page: {} }
        event: { by: kind, in: data }
        envelope: { kind: int, data: object }
        \(acknowledgement)
      events: { started: { id: 1, doc: It started. } }
      """, into: &diagnostics)
    return Acceptance(try #require(service, "\(diagnostics.all)").delivery.acknowledgement)
  }

  private func refusal(_ acceptance: Acceptance, _ status: Int, _ body: String) -> String? {
    acceptance.refusal(of: HTTPClient.Response(status: status, body: Array(body.utf8)))
  }

  @Test("A response is accepted by the documented status, and by a body that the vendor demands")
  func acceptance() throws {
    let recommended = try acceptance(
      "acknowledge: { status: 200, body: \"{}\", body-required: false }")
    #expect(refusal(recommended, 200, "anything") == nil)
    #expect(refusal(recommended, 204, "{}") == "status 204, where the vendor expects 200")
    let demanded = try acceptance(#"acknowledge: { status: 200, body: '{"code":0}' }"#)
    #expect(refusal(demanded, 200, #"{"code":0}"#) == nil)
    #expect(refusal(demanded, 200, #" { "code" : 0 }"#) == nil)
    #expect(
      refusal(demanded, 200, #"{"code":1}"#)
        == #"the body "{\"code\":1}", where the vendor expects "{\"code\":0}""#)
    let text = try acceptance("acknowledge: { status: 200, body: success }")
    #expect(refusal(text, 200, "success") == nil)
    #expect(refusal(text, 200, "") != nil)
    let undocumented = try acceptance("")
    #expect(refusal(undocumented, 204, "") == nil)
    #expect(refusal(undocumented, 302, "") == "status 302")
  }

  @Test("The summary counts ends, and latencies of responses alone")
  func summary() {
    var report = ReplayReport()
    for number in 1...100 {
      _ = report.add(.accepted(status: 200), of: 1, after: .milliseconds(number))
    }
    #expect(report.isClean)
    #expect(
      report.summary(selected: 100, in: .milliseconds(12_340))
        == """
        100 requests in 12.3 s: 100 accepted, 0 refused, 0 without a response
        status 200: 100
        latency p50 50.0 ms, p99 99.0 ms, longest 100 ms
        """)
    for _ in 1...9 { _ = report.add(.failed("gone"), of: 1, after: .seconds(9)) }
    #expect(!report.isHopeless)
    #expect(
      report.add(.refused(status: 503, reason: "busy"), of: 7, after: .zero)
        == "error: entry 7: refused: busy\n")
    #expect(report.add(.failed("gone"), of: 8, after: .zero)?.hasPrefix("note: ") == true)
    #expect(report.add(.failed("gone"), of: 9, after: .zero) == nil)
    #expect(!report.isHopeless && !report.isClean)
    for _ in 1...8 { _ = report.add(.failed("gone"), of: 1, after: .zero) }
    #expect(report.isHopeless)
    let lines = report.summary(selected: 200, in: .seconds(1)).split(separator: "\n")
    #expect(
      lines[0]
        == "200 requests in 1.0 s: 100 accepted, 1 refused, 19 without a response, 80 not posted")
    #expect(lines[1] == "status 200: 100, 503: 1")
  }
}
