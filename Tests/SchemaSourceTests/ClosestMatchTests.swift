import SchemaSource
import Testing

@Suite("Did you mean")
struct ClosestMatchTests {
  private let words = ["type", "title", "editions", "optional", "required"]

  @Test(
    "A slip finds the word that was meant",
    arguments: [
      ("tpye", "type"), ("edition", "editions"), ("optinal", "optional"), ("Required", "required"),
      ("typ", "type"),
    ])
  func slips(_ slip: String, _ word: String) { #expect(closestMatch(to: slip, in: words) == word) }

  @Test("What is near to nothing finds nothing", arguments: ["", "xyz", "documentation", "ed"])
  func nothing(_ text: String) { #expect(closestMatch(to: text, in: words) == nil) }

  @Test("Of equally near words the first in the alphabet is taken, whatever their order")
  func ties() {
    #expect(closestMatch(to: "cat", in: ["car", "bat", "cut"]) == "bat")
    #expect(closestMatch(to: "cat", in: ["cut", "bat", "car"]) == "bat")
  }
}
