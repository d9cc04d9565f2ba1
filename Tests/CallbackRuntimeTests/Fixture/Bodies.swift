/// The event with a field of every kind, and the one with fields of other spellings and other JSON types.
typealias Everything = Media.Everything
typealias Lenient = Media.Lenient

/// Bodies of the invented service `Media`.
enum Bodies {
  static let file =
    #"{"fileName":"2c64c7a1bdd9_room.m3u8","trackType":"audio_and_video","uid":"0","mixedAllUser":true,"isPlayable":true,"sliceStartTime":1611566396000}"#
  static let uploaded = envelope(
    31, 2, #"{"msgName":"uploaded","status":0,"fileList":[\#(file),\#(file)]}"#)
  /// The payload before the discriminator, spaces, escapes.
  static let early = #"""
    { "payload" : { "details" : { "fileList" : [ {"filename":"a\u00e9\ud83d\ude00.m3u8",
      "trackType":"audio","isPlayable":false,"sliceStartTime":1611566396000} ], "status" : "0" },
      "cname":"c", "sequence":2.0e0, "sendts":4, "serviceType":2 },
      "eventType" : 31, "notifyMs" : 5, "noticeId" : "n", "productId" : 3 }
    """#
  static let leave = envelope(
    41, 1, #"{"msgName":"recorder_leave","leaveCode":70,"progress":10001,"fileNames":"a;b"}"#)
  static let failed = envelope(
    1, 0, #"{"msgName":"recording_error","module":1,"errorCode":47,"stat":1}"#)
  static let unrecognized = envelope(
    46, 0, #"{"b": [1.50e1,true,null,"\u0041"], "a":{"x":-0}, "n":18446744073709551615}"#)
  static let malformed = envelope(31, 2, #"{"msgName":"uploaded","fileList":[{"uid":"7"}]}"#)
  static let otherProduct = uploaded.replacing(#""productId":3"#, with: #""productId":1"#)
  static let oddEnvelope =
    #"{"noticeId":7,"productId":3,"eventType":31,"notifyMs":"5","payload":{"cname":[],"sequence":1e30,"serviceType":{},"details":{"msgName":"uploaded","status":0}}}"#

  static let all = [
    uploaded, early, leave, failed, unrecognized, malformed, otherProduct, oddEnvelope,
  ]

  static func envelope(_ type: Int, _ service: Int, _ details: String) -> String {
    #"{"noticeId":"2000001428:4330:107","productId":3,"eventType":\#(type),"notifyMs":1611566412672,"payload":{"cname":"room","sequence":17,"sendts":1611566412672,"serviceType":\#(service),"serviceScene":"mix","details":\#(details)}}"#
  }
}

extension String {
  /// The text with every occurrence of a part replaced.
  func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}

extension Bodies {
  static let everything = #"""
    {"string":"aé😀\u0000\"\\/","bool":true,"int":-9223372036854775808,"int32":-7,"int64":7,
    "uint32":4294967295,"uint64":18446744073709551615,"double":0.1,"raw":{"b":[1,{}],"a":"x"},
    "seconds":1611566396,"nanoseconds":5,"code":"video","flags":6,"file":{"fileName":"a"},
    "strings":["a",""],"ints":[1,2.0,-3],"doubles":[1,1.5,1e-7],"bools":[true,false],
    "raws":[1,null,"x"],"codes":[0,9],"masks":[2,64],"files":[{"fileName":"b"},
    {"fileName":"c"}],"names":"a, b"}
    """#
  static let lenient = #"""
    {"text":"a","int":"12","bool":"true","double":"1.5","uint64":"18446744073709551615","code":7,
    "file":"{\"filename\":\"b\",\"uid\":5}","needed":"x"}
    """#
}
