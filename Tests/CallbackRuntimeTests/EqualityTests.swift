import CallbackRuntime
import Testing

@Suite("Equality and hashes")
struct EqualityTests {
  @Test("Positive and negative zero are equal, and have equal hashes")
  func zero() {
    let positive = Media.Everything(double: 0.0, doubles: [0.0])
    let negative = Media.Everything(double: -0.0, doubles: [-0.0])
    #expect(positive == negative)
    #expect(positive.hashValue == negative.hashValue)
    #expect(Set([positive, negative]).count == 1)
  }

  @Test("A value that is not a number makes its struct unequal to itself, as it is")
  func notANumber() {
    let value = Media.Everything(double: .nan)
    #expect(value != value)
  }

  @Test("Raw JSON that means the same is equal, and has an equal hash")
  func rawJSON() throws {
    let one = Media.Everything(raw: try RawJSON(#"{"a":1,"b":2.0}"#))
    let other = Media.Everything(raw: try RawJSON(#"{ "b": 2, "a": 1e0 }"#))
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
  }

  @Test("Absence differs from every value")
  func absence() {
    let absent = Media.Everything()
    let values = [
      Media.Everything(string: ""), Media.Everything(bool: false), Media.Everything(int: 0),
      Media.Everything(double: 0), Media.Everything(raw: .null), Media.Everything(seconds: 0),
      Media.Everything(file: Media.RecordedFile(fileName: "")), Media.Everything(strings: []),
      Media.Everything(files: []),
    ]
    for value in values { #expect(value != absent && absent != value) }
    #expect(Set(values + [absent]).count == values.count + 1)
  }

  @Test("Equal values in two properties do not have the hash of the values exchanged")
  func exchanged() {
    let one = Media.Everything(int: 1, int64: 2)
    let other = Media.Everything(int: 2, int64: 1)
    #expect(one != other)
    #expect(one.hashValue != other.hashValue)
  }

  @Test("Objects in lists and in objects are compared by their properties")
  func nested() {
    func value(_ uid: String) -> Media.Everything {
      let file = Media.RecordedFile(fileName: "f", uid: uid)
      return Media.Everything(file: file, files: [Media.RecordedFile(fileName: "g"), file])
    }
    #expect(value("1") == value("1"))
    #expect(value("1").hashValue == value("1").hashValue)
    #expect(value("1") != value("2"))
    #expect(Set([value("1"), value("2"), value("1")]).count == 2)
  }

  @Test("Codes are equal, and have equal hashes, if their raw values are")
  func codes() {
    #expect(Media.Module.unrecognized(0) == .recorder)
    #expect(Set([Media.Module.unrecognized(0), .recorder, .uploader]).count == 2)
    #expect(Set([Media.TrackType.unrecognized("audio"), .audio, .video]).count == 2)
    #expect(Media.Module.uploader.hashValue == 1.hashValue)
  }

  @Test("Events of different cases differ, even if their properties are equal")
  func events() {
    let file = Media.RecordedFile(fileName: "f")
    let events: [Media.Event] = [
      .uploaded(Media.Uploaded(fileList: [file])), .uploaded(Media.Uploaded()),
      .recorderPaused(Media.RecorderPaused()), .recordingError(Media.RecordingError()),
    ]
    #expect(Set(events).count == events.count)
    #expect(Set(events + events).count == events.count)
  }

  @Test("A hash in a set is the hash of the same properties in any copy")
  func copies() throws {
    let callback = try Media.Callback(json: Bodies.uploaded)
    let written = try Media.Callback(json: callback.json())
    #expect(callback == written && Set([callback]).contains(written))
    var changed = written
    changed.payload.cname = "another"
    #expect(callback != changed && !Set([callback]).contains(changed))
  }
}
