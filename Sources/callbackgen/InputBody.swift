/// A callback body and its origin.
struct InputBody {
  /// The file's path, or `<stdin>`.
  var source: String
  /// The first line of the body, counted from 1.
  var line: Int
  var bytes: [UInt8]
}
