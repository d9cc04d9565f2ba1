import CallbackRuntime
import Foundation
import Testing

@Suite("Values of two types")
struct UnionsTests {
  @Test("A string and an integer are read as what they are, and written back so")
  func kept() throws {
    let json = #"{"room":"20015","seat":7,"others":["a",1]}"#
    let entered = try Either.Entered(json: json)
    #expect(entered.room == "20015")
    #expect(entered.seat == 7)
    #expect(entered.others == ["a", 1])
    #expect(String(decoding: entered.json(), as: UTF8.self) == json)
  }

  @Test("Both ways in agree", arguments: [#"{"room":"a"}"#, #"{"room":-3,"seat":"x"}"#])
  func codable(_ json: String) throws {
    let direct = try Either.Entered(json: json)
    #expect(try JSONDecoder().decode(Either.Entered.self, from: Data(json.utf8)) == direct)
    #expect(try Either.Entered(json: JSONEncoder().encode(direct)) == direct)
  }

  @Test("A value of neither type is a fault at its place")
  func neither() {
    #expect(throws: CallbackDecodingError.self) { try Either.Entered(json: #"{"room":true}"#) }
    #expect(throws: CallbackDecodingError.self) { try Either.Entered(json: #"{"room":1.5}"#) }
    #expect(throws: CallbackDecodingError.self) { try Either.Entered(json: #"{"room":null}"#) }
  }

  @Test("A condition tells the string from the integer")
  func condition() throws {
    let found = try Either.Entered(json: #"{"room":1,"seat":2,"others":[],"door":"d"}"#).validate()
    #expect(found.map(\.rule) == [.condition])
    let fine = #"{"room":1,"seat":"1","others":[],"door":"d"}"#
    #expect(try Either.Entered(json: fine).validate() == [])
  }
}
