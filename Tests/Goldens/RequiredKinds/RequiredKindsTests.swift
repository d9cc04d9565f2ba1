import CallbackRuntime
import Foundation
import Testing

@Suite("Everything that can be required")
struct RequiredKindsTests {
  private let json =
    #"{"always":3,"never":false,"coded":1,"text":"t","number":-7,"big":18446744073709551615,"ratio":-0.5,"#
    + #""flag":true,"code":1,"word":"a","bits":1,"time":5,"raw":{"a":[]},"list":"a,b","one":{"name":"n"},"#
    + #""own":{"deep":{"deeper":"a"}},"texts":["x"],"things":[{"name":"n"}],"codes":[1,2],"masks":[1]}"#

  @Test("All of it is read and written, both ways")
  func roundTrip() throws {
    let event = try Required.Everything(json: json)
    #expect(String(decoding: event.json(), as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(Required.Everything.self, from: Data(json.utf8)) == event)
    #expect(event.validate().map(\.path) == ["codes[1]"])
  }

  @Test("Without any one of them the event is malformed, and names it")
  func missing() throws {
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    for name in whole.keys where !["always", "never", "coded"].contains(name) {
      for change in [nil, NSNull()] as [Any?] {
        var part = whole
        part[name] = change
        let body = try JSONSerialization.data(withJSONObject: part)
        let text = #"{"kind":-1,"data":\#(String(decoding: body, as: UTF8.self))}"#
        guard case .malformed(let event) = try Required.Callback(json: text).event else {
          Issue.record("\(name) is not missed")
          continue
        }
        #expect(event.error.path == "data.\(name)")
      }
    }
  }

  @Test("Other forms are read with a finding, and written in the documented one")
  func forms() throws {
    let odd = json.replacing(#""text":"t""#, with: #""text":7"#).replacing("-7", with: #""-7""#)
      .replacing(#""flag":true"#, with: #""flag":"true""#).replacing(
        #""code":1"#, with: #""code":"1""#
      )
      .replacing(#""time":5"#, with: #""time":"5""#)
    let reading = try Required.Everything.read(json: odd)
    #expect(reading.findings.map(\.rule) == Array(repeating: .otherType, count: 5))
    #expect(
      String(decoding: reading.value.json(), as: UTF8.self)
        == json.replacing(#""text":"t""#, with: #""text":"7""#))
  }

  @Test("Ranges below zero are ranges")
  func ranges() throws {
    var event = try Required.Everything(json: json)
    event.number = -4
    event.ratio = 0
    event.codes = []
    #expect(event.validate().map(\.path) == ["number", "ratio"])
  }
}
