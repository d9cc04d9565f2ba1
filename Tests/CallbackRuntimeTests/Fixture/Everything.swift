@_spi(Generated) import CallbackRuntime

/// One field of every kind.
struct Everything: CallbackObject {
  var string: String?
  var bool: Bool?
  var int: Int?
  var int32: Int32?
  var int64: Int64?
  var uint32: UInt32?
  var uint64: UInt64?
  var double: Double?
  var raw: RawJSON?
  var seconds: UnixSeconds?
  var nanoseconds: UnixNanoseconds?
  var code: Media.TrackType?
  var flags: Media.LeaveCode?
  var file: Media.RecordedFile?
  var strings: [String]?
  var ints: [Int]?
  var doubles: [Double]?
  var bools: [Bool]?
  var raws: [RawJSON]?
  var times: [UnixMicroseconds]?
  var codes: [Media.Module]?
  var masks: [Media.LeaveCode]?
  var files: [Media.RecordedFile]?
  var names: SeparatedList?

  init() {}

  private static let fields = FieldNames(
    """
    string bool int int32 int64 uint32 uint64 double raw seconds nanoseconds code flags file \
    strings ints doubles bools raws times codes masks files names
    """)

  init(_reading reader: inout _JSONReader) {
    let fields = Self.fields
    var scope = ObjectScope()
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.read(&string)
      case 1: reader.read(&bool)
      case 2: reader.read(&int)
      case 3: reader.read(&int32)
      case 4: reader.read(&int64)
      case 5: reader.read(&uint32)
      case 6: reader.read(&uint64)
      case 7: reader.read(&double)
      case 8: reader.read(&raw)
      case 9: reader.read(&seconds)
      case 10: reader.read(&nanoseconds)
      case 11: reader.read(&code)
      case 12: reader.read(&flags)
      case 13: reader.read(&file)
      case 14: reader.read(&strings)
      case 15: reader.read(&ints)
      case 16: reader.read(&doubles)
      case 17: reader.read(&bools)
      case 18: reader.read(&raws)
      case 19: reader.read(&times)
      case 20: reader.read(&codes)
      case 21: reader.read(&masks)
      case 22: reader.read(&files)
      case 23: reader.read(&names, separator: ", ")
      default: break
      }
    }
    reader.close(scope, fields)
  }

  func _write(to writer: inout _JSONWriter) {
    writer.begin()
    writer.write("string", string)
    writer.write("bool", bool)
    writer.write("int", int)
    writer.write("int32", int32)
    writer.write("int64", int64)
    writer.write("uint32", uint32)
    writer.write("uint64", uint64)
    writer.write("double", double)
    writer.write("raw", raw)
    writer.write("seconds", seconds)
    writer.write("nanoseconds", nanoseconds)
    writer.write("code", code)
    writer.write("flags", flags)
    writer.write("file", file)
    writer.write("strings", strings)
    writer.write("ints", ints)
    writer.write("doubles", doubles)
    writer.write("bools", bools)
    writer.write("raws", raws)
    writer.write("times", times)
    writer.write("codes", codes)
    writer.write("masks", masks)
    writer.write("files", files)
    writer.write("names", names)
    writer.end()
  }

  func _validate(in validator: inout _ValidationContext) {
    validator.check("codes", codes)
    validator.check("masks", masks)
    validator.check("files", files)
    validator.range("seconds", seconds, 100...)
    validator.range("int", int, ...10)
    validator.length("string", string, 1...3)
    validator.values("string", string, ["a", "ab"])
  }
}

/// Fields that are read from other forms too, and an object in a string.
struct Lenient: CallbackObject {
  var string: String?
  var int: Int?
  var bool: Bool?
  var double: Double?
  var uint64: UInt64?
  var code: Media.TrackType?
  var file: Media.RecordedFile?
  var embedded: Media.RecordedFile?
  var needed = ""

  private static let fields = FieldNames(
    "string|text|word int bool double uint64 code file embedded needed")

  init(_reading reader: inout _JSONReader) {
    let fields = Self.fields
    var scope = ObjectScope()
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.read(&string, accepting: [.number, .bool, .object])
      case 1: reader.read(&int, accepting: [.string, .bool])
      case 2: reader.read(&bool, accepting: [.string, .number])
      case 3: reader.read(&double, accepting: [.string, .bool])
      case 4: reader.read(&uint64, accepting: .string)
      case 5: reader.read(&code, accepting: .number)
      case 6: reader.read(&file, accepting: .string)
      case 7: reader.readEmbedded(&embedded, accepting: .object)
      case 8: reader.read(&needed)
      default: break
      }
    }
    reader.close(scope, fields)
  }

  func _write(to writer: inout _JSONWriter) {
    writer.begin()
    writer.write("string", string)
    writer.write("int", int)
    writer.write("bool", bool)
    writer.write("double", double)
    writer.write("uint64", uint64)
    writer.write("code", code)
    writer.write("file", file)
    writer.writeEmbedded("embedded", embedded)
    writer.write("needed", needed)
    writer.end()
  }

  func _validate(in validator: inout _ValidationContext) {}
}
