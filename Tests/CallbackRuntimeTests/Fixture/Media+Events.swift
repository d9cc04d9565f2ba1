@_spi(Generated) public import CallbackRuntime

extension Media {
  /// An error during the recording.
  public struct RecordingError: CallbackObject {
    public var module: Module?
    public var errorCode: Int?
    public var stat: Outcome?

    public init(module: Module? = nil, errorCode: Int? = nil, stat: Outcome? = nil) {
      self.module = module
      self.errorCode = errorCode
      self.stat = stat
    }

    /// `errorCode`, in the table that `module` picks.
    public enum ErrorCodeByModule: Hashable, Sendable {
      case uploadError(UploadError)
      case other(Int)
    }

    public var errorCodeByModule: ErrorCodeByModule? {
      guard let errorCode else { return nil }
      switch module?.rawValue {
      case 1: return .uploadError(UploadError(rawValue: errorCode))
      default: return .other(errorCode)
      }
    }
  }

  public struct Uploaded: CallbackObject {
    public var status: Outcome?
    public var fileList: [RecordedFile]?

    public init(status: Outcome? = nil, fileList: [RecordedFile]? = nil) {
      self.status = status
      self.fileList = fileList
    }
  }

  public struct RecordedFile: CallbackObject {
    public var fileName: String
    public var trackType: TrackType?
    public var uid: String?
    public var mixedAllUser: Bool?
    public var isPlayable: Bool?
    public var sliceStartTime: UnixMilliseconds?

    public init(
      fileName: String,
      trackType: TrackType? = nil,
      uid: String? = nil,
      mixedAllUser: Bool? = nil,
      isPlayable: Bool? = nil,
      sliceStartTime: UnixMilliseconds? = nil
    ) {
      self.fileName = fileName
      self.trackType = trackType
      self.uid = uid
      self.mixedAllUser = mixedAllUser
      self.isPlayable = isPlayable
      self.sliceStartTime = sliceStartTime
    }
  }

  public struct RecorderLeave: CallbackObject {
    public var leaveCode: LeaveCode
    public var progress: Int?
    public var names: SeparatedList?

    public init(leaveCode: LeaveCode, progress: Int? = nil, names: SeparatedList? = nil) {
      self.leaveCode = leaveCode
      self.progress = progress
      self.names = names
    }
  }
}

extension Media.RecordingError {
  private static let fields = FieldNames("msgName module errorCode stat")

  public init(_reading reader: inout _JSONReader) {
    let fields = Self.fields
    var scope = ObjectScope()
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.constant("recording_error")
      case 1: reader.read(&module)
      case 2: reader.read(&errorCode)
      case 3: reader.read(&stat, accepting: .string)
      default: break
      }
    }
    reader.close(scope, fields, constants: 0b1)
  }

  public func _write(to writer: inout _JSONWriter) {
    writer.begin()
    writer.write("msgName", "recording_error")
    writer.write("module", module)
    writer.write("errorCode", errorCode)
    writer.write("stat", stat)
    writer.end()
  }

  public func _validate(in validator: inout _ValidationContext) {
    validator.enter(Media.editions)
    validator.check("module", module, expected: 0b11)
    validator.values("module", module, [.recorder, .uploader], editions: 0b11)
    validator.check("errorCode", errorCode, expected: 0b11)
    if let code = errorCodeByModule {
      switch code {
      case .uploadError(let code): validator.check("errorCode", code)
      case .other: break
      }
    }
    validator.check("stat", stat, expected: 0b11)
  }
}

extension Media.Uploaded {
  private static let fields = FieldNames("msgName status fileList")

  public init(_reading reader: inout _JSONReader) {
    let fields = Self.fields
    var scope = ObjectScope()
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.constant("uploaded")
      case 1: reader.read(&status, accepting: .string)
      case 2: reader.read(&fileList)
      default: break
      }
    }
    reader.close(scope, fields, constants: 0b1)
  }

  public func _write(to writer: inout _JSONWriter) {
    writer.begin()
    writer.write("msgName", "uploaded")
    writer.write("status", status)
    writer.write("fileList", fileList)
    writer.end()
  }

  public func _validate(in validator: inout _ValidationContext) {
    validator.enter(Media.editions)
    validator.check("status", status, expected: 0b11)
    validator.check("fileList", fileList, expected: 0b11)
  }
}

extension Media.RecordedFile {
  private static let fields = FieldNames(
    "fileName|filename trackType uid mixedAllUser isPlayable sliceStartTime")

  public init(_reading reader: inout _JSONReader) {
    fileName = ""
    let fields = Self.fields
    var scope = ObjectScope()
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.read(&fileName)
      case 1: reader.read(&trackType)
      case 2: reader.read(&uid, accepting: .number)
      case 3: reader.read(&mixedAllUser)
      case 4: reader.read(&isPlayable)
      case 5: reader.read(&sliceStartTime)
      default: break
      }
    }
    reader.close(scope, fields, required: 0b1)
  }

  public func _write(to writer: inout _JSONWriter) {
    writer.begin()
    writer.write("fileName", fileName)
    writer.write("trackType", trackType)
    writer.write("uid", uid)
    writer.write("mixedAllUser", mixedAllUser)
    writer.write("isPlayable", isPlayable)
    writer.write("sliceStartTime", sliceStartTime)
    writer.end()
  }

  public func _validate(in validator: inout _ValidationContext) {
    validator.enter(Media.editions)
    validator.check("fileName", fileName)
    validator.check("trackType", trackType, expected: 0b11)
    validator.check("uid", uid, expected: 0b01)
    validator.check("isPlayable", isPlayable, expected: 0b11)
    validator.check("sliceStartTime", sliceStartTime, expected: 0b11)
  }
}

extension Media.RecorderLeave {
  private static let fields = FieldNames("msgName leaveCode progress fileNames")

  public init(_reading reader: inout _JSONReader) {
    leaveCode = Media.LeaveCode(rawValue: 0)
    let fields = Self.fields
    var scope = ObjectScope()
    while reader.nextField(&scope, fields) {
      switch scope.field {
      case 0: reader.constant("recorder_leave")
      case 1: reader.read(&leaveCode)
      case 2: reader.read(&progress)
      case 3: reader.read(&names, separator: ";")
      default: break
      }
    }
    reader.close(scope, fields, required: 0b10, constants: 0b1)
  }

  public func _write(to writer: inout _JSONWriter) {
    writer.begin()
    writer.write("msgName", "recorder_leave")
    writer.write("leaveCode", leaveCode)
    writer.write("progress", progress)
    writer.write("fileNames", names)
    writer.end()
  }

  public func _validate(in validator: inout _ValidationContext) {
    validator.enter(Media.editions, documented: 0b10)
    validator.check("leaveCode", leaveCode)
    validator.check("progress", progress, expected: 0b10)
    validator.range("progress", progress, 0...10_000)
    validator.check("fileNames", names, expected: 0b10)
  }
}
