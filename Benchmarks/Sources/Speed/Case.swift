import CallbackRuntime
import Foundation

/// A body, with the operations on it by generated code and by plain structs.
struct Case {
  var name: String
  var bytes: [UInt8]
  /// How many times faster than with plain structs operations have to be.
  var limits: [Operation: Double] = [:]
  /// The operations, by their names in the table.
  var operations: [Operation: () throws -> Void]

  enum Operation: String, CaseIterable {
    case decode, encode
    case decoderIn = "decoder"
    case encoderOut = "encoder"
    case report
    case plainDecode = "plain-decode"
    case plainEncode = "plain-encode"
    /// Prints the body.
    case print
  }

  /// Prepares a body.
  ///
  /// - Parameters:
  ///   - callback: the generated type.
  ///   - isTyped: whether a callback has the event that the body is meant to have.
  ///   - plain: the structs that a user would write by hand.
  ///   - keepsUnknownFields: whether the callback has fields that the structs drop.
  init<Callback: ServiceCallback & Codable, Plain: Codable & Equatable>(
    _ name: String, _ bytes: [UInt8], _ callback: Callback.Type, _ plain: Plain.Type,
    keepsUnknownFields: Bool = false, isTyped: (Callback) -> Bool
  ) throws {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    let value = try decoder.decode(Plain.self, from: data)
    let callback = try Callback(json: bytes)
    guard isTyped(callback), try decoder.decode(Plain.self, from: Data(callback.json())) == value,
      try keepsUnknownFields || Callback(json: try encoder.encode(value)) == callback
    else { throw UnusableBody(name: name) }
    self.name = name
    self.bytes = bytes
    operations = [
      .decode: { try consume(Callback(json: bytes)) },
      .encode: { sink &+= callback.json().count },
      .decoderIn: { try consume(decoder.decode(Callback.self, from: data)) },
      .encoderOut: { sink &+= try encoder.encode(callback).count },
      .report: { sink &+= try Callback.validate(json: bytes).findings.count },
      .plainDecode: { try consume(decoder.decode(Plain.self, from: data)) },
      .plainEncode: { sink &+= try encoder.encode(value).count },
      .print: { FileHandle.standardOutput.write(data) },
    ]
  }

  subscript(operation: Operation) -> () throws -> Void { operations[operation]! }
}

/// A body that the generated code does not read as it should: its figures would be meaningless.
struct UnusableBody: Error {
  var name: String
}

private func consume<T>(_ value: T) { sink &+= withUnsafeBytes(of: value) { Int($0[0]) } }
