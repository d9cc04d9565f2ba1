import TencentTRTCRecording
import TestSupport
import Testing

@Suite("Mutations of the examples")
struct MutationTests {
  @Test(
    "Both ways in give equal values, and what was read survives a round trip",
    arguments: Bodies.fixtures.examples)
  func mutations(_ body: ExampleBody) {
    #expect(Mutations.problems(of: body, as: TRTC.Callback.self) == [])
  }
}
