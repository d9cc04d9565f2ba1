import CallbackRuntime
import Testing

@Suite("Versions of an API")
struct VersionsTests {
  @Test("One type holds what any version documents")
  func oneType() throws {
    let stopped = try Versioned.Stopped(json: #"{"Vid":"v","ObjectKey":"k","Codec":"0"}"#)
    #expect(stopped == Versioned.Stopped(vid: "v", objectKey: "k", codec: .h264))
  }

  @Test("A member that only some versions always send is missing in none of the others")
  func condition() throws {
    // Of 2020-12-01 it is missing, of the later ones nobody can tell: the nearest edition has nothing to say.
    #expect(try Versioned.Stopped(json: #"{"Codec":"h264"}"#).validate() == [])
  }

  @Test("A value is unknown only to an edition that lists the others")
  func values() throws {
    #expect(try Versioned.Stopped(json: #"{"Vid":"v","Codec":"h264"}"#).validate() == [])
    #expect(Versioned.Stopped.Codec(rawValue: "h264") == .unrecognized("h264"))
  }

  @Test("Exactly one of two members is there, though nothing says so but the versions")
  func exactlyOne() throws {
    #expect(try Versioned.Sliced(json: #"{"TosBucket":"b"}"#).validate() == [])
    #expect(try Versioned.Sliced(json: #"{"Bucket":"b"}"#).validate() == [])
    let neither = try Versioned.Sliced(json: "{}").validate()
    #expect(neither.map(\.path) == ["Bucket"])
    #expect(neither.map(\.editions) == [["2023-06-01"]])
  }
}
