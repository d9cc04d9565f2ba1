import TencentTRTCRoom
import TestSupport
import Testing

@Suite("Mutations of the examples")
struct MutationTests {
  @Test(
    "Both ways in give equal values, and what was read survives a round trip",
    arguments: Bodies.fixtures.examples)
  func mutations(_ body: ExampleBody) {
    #expect(Mutations.problems(of: body, as: TRTCRoom.Callback.self) == [])
  }

  @Test(
    "A schema alone finds what the generated code finds, in the same words",
    arguments: Bodies.fixtures.examples)
  func alike(_ body: ExampleBody) {
    let service = Bodies.fixtures.service
    #expect(Mutations.differences(of: body, in: service, as: TRTCRoom.Callback.self) == [])
  }
}
