import PayloadValidation

/// The results of consecutive records.
struct RecordResults: Sendable {
  /// A body with findings, or one that cannot be decoded.
  struct Reported: Sendable {
    enum Problem: Sendable {
      case report(BodyValidator.Report)
      case unreadable(String, offset: Int?, path: String)
    }

    var body: InputBody
    var problem: Problem
  }

  /// The number of bodies as documented, of which nothing is kept.
  var documented = 0
  /// The bodies to report, in the order of the records.
  var reported: [Reported] = []
  /// The number of records that do not begin with the prefix.
  var withoutPrefix = 0
  /// The number of records without a value at the path of the body.
  var withoutBody = 0
  /// The number of requests of other services in inboxes, by service.
  var otherServices: [String: Int] = [:]

  mutating func add(_ problem: Reported.Problem, of body: InputBody) {
    reported.append(Reported(body: body, problem: problem))
  }
}
