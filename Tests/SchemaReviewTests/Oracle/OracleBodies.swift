import CallbackRuntime
import CallbackSchema
import PayloadValidation

/// The bodies that the oracle reads with the code of every state.
enum OracleBodies {
  /// Values of every JSON type, with those at which types, formats and tables differ.
  static let values = [
    "null", "true", "false", "0", "1", "2", "3", "4", "5", "7", "11", "-1", "1.0", "1.5", "0.1",
    "1e3",
    "1e40", "2147483647", "2147483648", "-2147483649", "4294967295", "4294967296", "5000000000",
    "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551615",
    "-9223372036854775808", "1709181296", "1709181296123", #""""#, #""a""#, #""1""#, #""1.5""#,
    #""1.5e-3""#, #"{"adult":"a"}"#,
    #""-1""#, #""0""#,
    #""true""#, #""false""#, #""apple""#, #""pear""#, #""left""#, #""seven""#, #""a,b""#, #""a;b""#,
    #""A1 b""#, #""abcde""#, #""2024-02-29""#, #""2024-02-29T12:34:56Z""#, #""12.50""#,
    #""0190163d-8694-739b-aea5-966c26f8ad91""#, #""https://example.com/a?b=c""#, #""jo@do""#,
    #""no7""#,
    #""5000000000""#, #""9223372036854775808""#, #""1709181296123""#, #""{}""#,
    #""{\"x\":1,\"y\":\"a\"}""#, "[]", #"["a"]"#, "[1]", "[9]", "[1.5]", "[true]", "[null]", "[{}]",
    #"[{"x":1,"y":"a"}]"#, "{}", #"{"x":1}"#, #"{"x":"a"}"#, #"{"y":1}"#, #"{"adult":1}"#,
    #"{"x":1.5}"#, "[9007199254740993]", #"{"kind":"a","size":[]}"#, #"{"kind":"b","weight":[]}"#,
    #"{"x":1,"y":"a"}"#,
    #"{"x":1,"y":"a","z":1}"#, #"{"adult":true}"#, #"{"a":1}"#, #"{"a":9}"#, #"{"a":"b"}"#,
    #"{"a":1.5}"#,
    #"{"a":{"x":1,"y":"a"}}"#, #"{"a":[1]}"#, #"{"kind":"a","size":1}"#,
    #"{"kind":"b","weight":1}"#,
    #"{"kind":"c"}"#, #"{"kind":1}"#,
  ]

  /// A body whose field `f` has a value, as JSON text; nil leaves it out.
  ///
  /// - Parameters:
  ///   - selector: the value of the member that selects the table of a dependent code.
  ///   - condition: the value of the member on which conditions depend; they hold if it is 1.
  static func body(_ value: String?, _ selector: String, _ condition: String) -> String {
    let member = value.map { ",\"f\":\($0)" } ?? ""
    return "{\"kind\":1,\"data\":{\"k\":\(selector),\"j\":\(condition)\(member)}}"
  }

  /// The bodies with each value, and the samples and near misses of all states.
  static func all(of services: [Service]) -> [String] {
    var seen: Set<String> = []
    var bodies: [String] = []
    func add(_ body: String) { if seen.insert(body).inserted { bodies.append(body) } }
    for (selector, condition) in [("1", "1"), ("2", "1"), ("1", "2")] {
      add(body(nil, selector, condition))
      for value in values { add(body(value, selector, condition)) }
    }
    for service in services {
      for event in service.events {
        for seed in 1...2 {
          let maker = SampleMaker(service, seed: UInt64(seed))
          for sample in maker.samples(of: event) {
            add(String(decoding: sample.body, as: UTF8.self))
          }
          for miss in maker.nearMisses(of: event, withEnvelope: false)
          where !miss.expected.contains(where: { $0.rule == .duplicateKey }) {
            add(String(decoding: miss.body, as: UTF8.self))
          }
        }
      }
    }
    return bodies
  }
}
