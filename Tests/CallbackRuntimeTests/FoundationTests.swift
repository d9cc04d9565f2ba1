#if Foundation
  import CallbackRuntime
  import Foundation
  import Testing

  @Suite("What Foundation's types are converted to and from")
  struct FoundationTests {
    @Test("A time is made of a date, and gives it back")
    func dates() {
      let date = Date(timeIntervalSince1970: 1_611_566_396.5)
      #expect(UnixMilliseconds(date) == 1_611_566_396_500)
      #expect(UnixMilliseconds(date).date == date)
      #expect(UnixMicroseconds(date) == 1_611_566_396_500_000)
      #expect(UnixNanoseconds(date) == 1_611_566_396_500_000_000)
      #expect(UnixSeconds(date) == 1_611_566_397)
      #expect(UnixSeconds(Date(timeIntervalSince1970: -1.25)) == -1)
      #expect(UnixMilliseconds(Date(timeIntervalSince1970: -1.25)) == -1250)
      for raw in stride(from: 1_700_000_000_000, to: 1_700_000_001_000, by: 1) {
        let (milliseconds, microseconds) = (UnixMilliseconds(raw), UnixMicroseconds(raw * 1000 + 7))
        #expect(UnixMilliseconds(milliseconds.date) == milliseconds)
        #expect(UnixMicroseconds(microseconds.date) == microseconds)
      }
    }

    @Test("A date outside the range of a time is the nearest one in it")
    func distantDates() {
      #expect(UnixNanoseconds(.distantFuture).rawValue == .max)
      #expect(UnixNanoseconds(.distantPast).rawValue == .min)
      #expect(UnixSeconds(.distantFuture).date == .distantFuture)
      #expect(UnixMilliseconds(Date(timeIntervalSince1970: .infinity)).rawValue == .max)
      #expect(UnixMilliseconds(Date(timeIntervalSince1970: -1e300)).rawValue == .min)
    }

    @Test("JSON is written as bytes, as text and as data")
    func json() throws {
      let callback = try Media.Callback(json: Bodies.uploaded)
      let bytes = callback.json()
      let text: String = callback.json()
      let data: Data = callback.json()
      #expect(type(of: bytes) == [UInt8].self)
      #expect(text == String(decoding: bytes, as: UTF8.self))
      #expect(data == Data(bytes))
      #expect(text == Bodies.uploaded)
    }

    @Test("A decoding error describes itself to Foundation")
    func localized() {
      let error: any Error = CallbackDecodingError(
        problem: .type(.integer), offset: 12, path: "data.size")
      #expect(error.localizedDescription == "data.size: expected an integer (byte 12)")
    }
  }
#endif
