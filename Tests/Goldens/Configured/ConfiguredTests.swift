import CallbackRuntime
import Testing

@Suite("What a configuration can choose")
struct ConfiguredTests {
  @Test("Acronyms are written in one case, and only the chosen events have types")
  func names() throws {
    let callback = try Chosen.Callback(
      json: #"{"kind":"rtc_started","data":{"rtcRoom":"r","parts":[{"kind":"a"}],"state":1}}"#)
    guard case .rtcStarted(let started) = callback.event else {
      Issue.record("\(callback.event)")
      return
    }
    #expect(started == Chosen.RTCStarted(rtcRoom: "r", pieces: [.init(kind: .a)], state: [.isOpen]))
  }

  @Test("An event that was not chosen is kept as it came")
  func others() throws {
    let json = #"{"kind":"stopped","data":{"why":1}}"#
    let callback = try Chosen.Callback(json: json)
    #expect(callback.event.id == "stopped")
    #expect(String(decoding: callback.json(), as: UTF8.self) == json)
  }
}
