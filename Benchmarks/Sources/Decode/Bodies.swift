/// The bodies that are measured: two files, no files, twelve files.
enum Bodies {
  static let uploaded = callback(31, service: 2, uploaded(files: 2))
  static let progress = callback(
    33, service: 2, #"{"msgName":"uploading_progress","progress":5000}"#)
  static let manyFiles = callback(31, service: 2, uploaded(files: 12))

  private static func uploaded(files: Int) -> String {
    let list = (0..<files).map { number in
      #"{"fileName":"recordings/38f8e3cfdc474cd56f_\#(number).m3u8","trackType":"audio_and_video","uid":"57297","#
        + #""mixedAllUser":false,"isPlayable":true,"sliceStartTime":16191728710\#(10 + number)}"#
    }
    return #"{"msgName":"uploaded","status":0,"fileList":[\#(list.joined(separator: ","))]}"#
  }

  private static func callback(_ type: Int, service: Int, _ details: String) -> [UInt8] {
    Array(
      (#"{"noticeId":"2000001428:4330:107","productId":3,"eventType":\#(type),"notifyMs":1611566412672,"#
        + #""payload":{"cname":"httpClient463224","uid":"527841","sid":"38f8e3cfdc474cd56fc1ceba380d7e1a","#
        + #""sequence":7,"serviceScene":"rtc_record","sendts":1611566412672,"serviceType":\#(service),"#
        + #""details":\#(details)}}"#).utf8)
  }
}
