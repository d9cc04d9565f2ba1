import CallbackSchema
import PayloadValidation
import TestSupport
import Testing

@Suite("Bodies that are recognized as documented")
struct DocumentedPlanTests {
  @Test(
    "Every sample of a shipped service is recognized without being decoded",
    arguments: AllServices.all)
  func samples(_ service: AllServices) {
    let validator = BodyValidator(service.fixtures.service)
    let maker = SampleMaker(service.fixtures.service, seed: 1)
    var left: Set<String> = []
    for event in service.fixtures.service.events {
      for sample in maker.samples(of: event, withEnvelope: true)
      where validator.documentedEvent(in: sample.body) != event.key {
        left.insert("\(event.key): \(String(decoding: sample.body, as: UTF8.self))")
      }
    }
    #expect(left.isEmpty)
  }

  @Test("A near miss is never recognized", arguments: AllServices.all)
  func nearMisses(_ service: AllServices) {
    let validator = BodyValidator(service.fixtures.service)
    let maker = SampleMaker(service.fixtures.service, seed: 1)
    for event in service.fixtures.service.events {
      for miss in maker.nearMisses(of: event, withEnvelope: true) where !miss.expected.isEmpty {
        #expect(validator.documentedEvent(in: miss.body) == nil, "\(miss.note)")
      }
    }
  }
}
