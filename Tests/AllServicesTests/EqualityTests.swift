import CallbackRuntime
import PayloadValidation
import TestSupport
import Testing

@Suite("Equality and hashes")
struct EqualityTests {
  @Test(
    "Values of a struct are equal, and have equal hashes, exactly if all properties are equal",
    arguments: AllServices.all)
  func properties(_ service: AllServices) throws {
    let maker = SampleMaker(service.fixtures.service, seed: 5)
    var oracle = EqualityOracle()
    for event in service.fixtures.service.events {
      let samples = maker.samples(of: event, withEnvelope: true)
      service.compare(samples.map { String(decoding: $0.body, as: UTF8.self) }, &oracle)
    }
    #expect(oracle.types.count >= service.fixtures.service.events.count / 2)
    #expect(oracle.problems.prefix(3) == [])
    #expect(oracle.coverage > 0.9, "\(oracle.untested)")
  }
}
