public import CallbackRuntime
public import CallbackSchema
import Foundation
public import PayloadValidation

/// Bodies with a few bytes changed, and what must hold for each of them.
public enum Mutations {
  /// How many mutations each body gets; the long campaign sets more.
  public static let count =
    ProcessInfo.processInfo.environment["CALLBACKGEN_MUTATIONS"].flatMap { Int($0) } ?? 1000

  /// What went wrong with the mutations of a body: both ways in give equal values, and what was read survives being
  /// written.
  public static func problems<Callback: CallbackObject>(
    of body: ExampleBody, as _: Callback.Type
  ) -> [String] {
    let bytes = Array(body.body.utf8)
    var generator = SeededGenerator(
      seed: UInt64(bytes.count) &* 31 &+ UInt64(body.example.file.value.utf8.count))
    var problems: [String] = []
    for _ in 0..<count {
      let mutated = mutate(bytes, &generator)
      if let problem = problem(of: mutated, as: Callback.self) {
        problems.append("\(problem): \(String(decoding: mutated, as: UTF8.self))")
      }
    }
    return problems
  }

  /// What a schema finds in a body otherwise than generated code does; over a part of the mutations.
  public static func differences<Callback: CallbackObject>(
    of body: ExampleBody, in service: Service, as _: Callback.Type
  ) -> [String] {
    let validator = BodyValidator(service)
    let bytes = Array(body.body.utf8)
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    var bodies = [bytes]
    for _ in 0..<count / 4 { bodies.append(mutate(bytes, &generator)) }
    return bodies.compactMap { difference(in: $0, validator, as: Callback.self) }
  }

  /// Nil where both find the same.
  public static func difference<Callback: CallbackObject>(
    in body: [UInt8], _ validator: BodyValidator, as _: Callback.Type
  ) -> String? {
    let told = validator.validate(body)
    var found: [Finding] = []
    var fault: CallbackDecodingError?
    do throws(CallbackDecodingError) {
      let reading = try Callback.validate(json: body)
      found = reading.findings
    } catch {
      fault = error
    }
    if told.fault == fault, told.findings == found { return nil }
    return """
      \(String(decoding: body, as: UTF8.self))
      schema:    \(told.fault.map { "\($0)" } ?? "\(told.findings)")
      generated: \(fault.map { "\($0)" } ?? "\(found)")
      """
  }

  /// One to three bytes changed, taken out or put in; mostly the ones that mean something to JSON.
  /// A few bytes removed, inserted or replaced.
  package static func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let telling = Array(#""\{}[],:0123456789eE+-.tfnu "#.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let byte =
        Bool.random(using: &generator)
        ? UInt8.random(in: 0...255, using: &generator)
        : telling.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(byte, at: place)
      default: bytes[place] = byte
      }
    }
    return bytes
  }

  private static func problem<Callback: CallbackObject>(
    of bytes: [UInt8], as _: Callback.Type
  ) -> String? {
    let direct = try? Callback(json: bytes)
    let decoded = try? JSONDecoder().decode(Callback.self, from: Data(bytes))
    if let direct, (try? Callback(json: direct.json())) != direct { return "no round trip" }
    if direct == decoded { return nil }
    // Foundation reads what is no JSON, and rounds or refuses numbers that it cannot hold: nothing else may differ.
    guard let exact = try? RawJSON(bytes: bytes) else {
      differences.add("not-json", bytes)
      // In a callback a string that is not valid Unicode costs no more than a field.
      if direct == nil || (try? RawJSON(repaired(bytes))) != nil { return nil }
      return "only we read it, and it is no JSON"
    }
    let throughFoundation = try? JSONDecoder().decode(RawJSON.self, from: Data(bytes))
    if throughFoundation == exact { return "two meanings" }
    differences.add("number", bytes)
    return nil
  }

  /// The body with valid Unicode in its strings.
  private static func repaired(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing(/\\u[dD][89a-fA-F][0-9a-fA-F]{2}/, with: #"\ufffd"#)
  }

  /// Where the long campaign keeps what Foundation reads otherwise, for a third parser to judge.
  private static let differences = DifferenceLog()

  private final class DifferenceLog: @unchecked Sendable {
    private let lock = NSLock()
    private let handle: FileHandle?

    init() {
      guard let path = ProcessInfo.processInfo.environment["CALLBACKGEN_DIFFERENCES"] else {
        handle = nil
        return
      }
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let handle = FileHandle(forWritingAtPath: path)
      else { fatalError("CALLBACKGEN_DIFFERENCES: the file \(path) cannot be written") }
      self.handle = handle
    }

    func add(_ kind: String, _ bytes: [UInt8]) {
      guard let handle else { return }
      let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      do {
        try lock.withLock { try handle.write(contentsOf: Data("\(kind) \(digits)\n".utf8)) }
      } catch { fatalError("CALLBACKGEN_DIFFERENCES: \(error)") }
    }
  }
}
