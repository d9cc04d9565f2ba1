@_spi(Generated) public import CallbackRuntime

extension Media {
  /// An open code table of strings.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum TrackType: CodeTable {
    case audio
    case video
    case audioAndVideo
    /// A value that no edition documents.
    case unrecognized(String)

    public init(rawValue: String) {
      switch rawValue {
      case "audio": self = .audio
      case "video": self = .video
      case "audio_and_video": self = .audioAndVideo
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: String {
      switch self {
      case .audio: "audio"
      case .video: "video"
      case .audioAndVideo: "audio_and_video"
      case .unrecognized(let rawValue): rawValue
      }
    }

    public static let allKnownCases: [TrackType] = [.audio, .video, .audioAndVideo]
  }

  /// Every value means something.
  public enum Outcome: CodeTable {
    case normal
    case abnormal(Int)

    public init(rawValue: Int) { self = rawValue == 0 ? .normal : .abnormal(rawValue) }

    public var rawValue: Int {
      switch self {
      case .normal: 0
      case .abnormal(let rawValue): rawValue
      }
    }

    public static let allKnownCases: [Outcome] = [.normal]
    public static let isExhaustive = true
    public var outcome: CallbackOutcome? { self == .normal ? .success : .failure }
  }

  /// A bit mask.
  public struct LeaveCode: CodeFlags {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let signal = LeaveCode(rawValue: 2)
    public static let noUsers = LeaveCode(rawValue: 4)
    public static let allKnown: LeaveCode = [.signal, .noUsers]
    public var isInitializationFailed: Bool { rawValue == 0 }
  }

  public enum Module: CodeTable {
    case recorder
    case uploader
    case service
    case unrecognized(Int)

    public init(rawValue: Int) {
      switch rawValue {
      case 0: self = .recorder
      case 1: self = .uploader
      case 2: self = .service
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int {
      switch self {
      case .recorder: 0
      case .uploader: 1
      case .service: 2
      case .unrecognized(let rawValue): rawValue
      }
    }

    public static let allKnownCases: [Module] = [.recorder, .uploader, .service]
  }

  /// A table of the struct form, whose further codes are listed elsewhere.
  public struct UploadError: CodeTable {
    public var rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static var uploadFailed: Self { Self(rawValue: 47) }
    public static let allKnownCases: [UploadError] = [.uploadFailed]
    public static let isListedElsewhere = true
  }

  public enum ServiceType: CodeTable {
    case cloudRecording
    case recorder
    case uploader
    case unrecognized(Int)

    public init(rawValue: Int) {
      switch rawValue {
      case 0: self = .cloudRecording
      case 1: self = .recorder
      case 2: self = .uploader
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int {
      switch self {
      case .cloudRecording: 0
      case .recorder: 1
      case .uploader: 2
      case .unrecognized(let rawValue): rawValue
      }
    }

    public static let allKnownCases: [ServiceType] = [.cloudRecording, .recorder, .uploader]
  }

  public enum ServiceScene: CodeTable {
    case mix
    case unrecognized(String)

    public init(rawValue: String) { self = rawValue == "mix" ? .mix : .unrecognized(rawValue) }

    public var rawValue: String {
      switch self {
      case .mix: "mix"
      case .unrecognized(let rawValue): rawValue
      }
    }

    public static let allKnownCases: [ServiceScene] = [.mix]
  }
}
