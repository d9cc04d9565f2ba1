import CallbackRuntime
import CallbackSchema
import PayloadValidation
import TestSupport
import Testing

@Suite("Samples and near misses")
struct SampleTests {
  @Test(
    "A sample is documented in every respect, and read by generated code alike",
    arguments: AllServices.all)
  func samples(_ service: AllServices) throws {
    let validator = BodyValidator(service.fixtures.service)
    let maker = SampleMaker(service.fixtures.service, seed: 1)
    for event in service.fixtures.service.events {
      let samples = maker.samples(of: event, withEnvelope: true)
      #expect(!samples.isEmpty)
      for sample in samples {
        let report = validator.validate(sample.body)
        #expect(report.fault == nil && report.findings == [], "\(sample)")
        #expect(report.event == event.key)
        #expect(service.difference(sample.body, validator) == nil)
      }
    }
  }

  @Test(
    "A near miss gives exactly the findings that it must, told by the schema and by generated code alike",
    arguments: AllServices.all)
  func nearMisses(_ service: AllServices) throws {
    let validator = BodyValidator(service.fixtures.service)
    let maker = SampleMaker(service.fixtures.service, seed: 1)
    for (place, event) in service.fixtures.service.events.enumerated() {
      for miss in maker.nearMisses(of: event, withEnvelope: place == 0) {
        let report = validator.validate(miss.body)
        let found = report.findings.map { "\($0.path) \($0.rule)" }.sorted()
        let expected = miss.expected.map { "\($0.path) \($0.rule)" }.sorted()
        #expect(
          report.fault == nil && found == expected,
          "\(miss.note): \(report) \(String(decoding: miss.body, as: UTF8.self))")
        #expect(service.difference(miss.body, validator) == nil)
      }
    }
  }

  @Test(
    "The same seed makes the same bodies",
    arguments: AllServices.all)
  func deterministic(_ service: AllServices) throws {
    for event in service.fixtures.service.events {
      let maker = SampleMaker(service.fixtures.service, seed: 7)
      let misses = maker.nearMisses(of: event, withEnvelope: true)
      #expect(
        misses
          == SampleMaker(service.fixtures.service, seed: 7).nearMisses(
            of: event, withEnvelope: true))
      #expect(
        maker.samples(of: event) != []
          && maker.samples(of: event)
            == SampleMaker(service.fixtures.service, seed: 7).samples(of: event)
      )
    }
  }
}

extension AllServices: CustomTestStringConvertible {
  var testDescription: String { namespace }
}
