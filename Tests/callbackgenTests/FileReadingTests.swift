import CommandSupport
import Foundation
import Testing

@Suite("Reading of files in blocks")
struct FileReadingTests {
  /// Around the size of the blocks in which a file is compared.
  static let sizes = [0, 1, 65_535, 65_536, 65_537, 200_000]

  /// Calls a closure with a file opened for each of its questions.
  private func with(_ text: String, _ body: (() throws -> FileHandle) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body { try FileHandle(forReadingFrom: file) }
  }

  private func text(_ size: Int) -> String {
    String((0..<size).map { Character(UnicodeScalar(UInt8(ascii: "a") + UInt8($0 % 26))) })
  }

  @Test("A file is read whole", arguments: sizes)
  func whole(_ size: Int) throws {
    let text = text(size)
    try with(text) { open in
      let bytes = try open().readAll()
      #expect(bytes == Array(text.utf8))
    }
  }

  @Test("A file has its own text", arguments: sizes)
  func same(_ size: Int) throws {
    let text = text(size)
    try with(text) { open in
      let isSame = try Array(text.utf8).withUnsafeBufferPointer { try open().has($0) }
      #expect(isSame)
    }
  }

  @Test("A file has no other text, wherever it differs", arguments: sizes)
  func other(_ size: Int) throws {
    let text = text(size)
    try with(text) { open in
      var others = [text + "a"]
      if size > 0 { others.append(String(text.dropLast())) }
      for place in Set([0, size / 2, size - 1]) where size > 0 {
        var bytes = Array(text.utf8)
        bytes[place] = UInt8(ascii: "-")
        others.append(String(decoding: bytes, as: UTF8.self))
      }
      for other in others {
        let isSame = try Array(other.utf8).withUnsafeBufferPointer { try open().has($0) }
        #expect(!isSame)
      }
    }
  }

  @Test("A pipe, whose size is unknown, is read to its end")
  func pipe() throws {
    let pipe = Pipe()
    let text = text(50_000)
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    let bytes = try pipe.fileHandleForReading.readAll()
    #expect(bytes == Array(text.utf8))
  }

  @Test("A folder cannot be read, with the cause of the operating system")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory
    let error = #expect(throws: POSIXError.self) {
      try FileHandle(forReadingFrom: folder).readAll()
    }
    #expect(error?.reason == "Is a directory")
  }
}
