import CallbackReceiver
import CallbackReceiverSQLite
import Foundation
import Testing

@Suite("An inbox opened for reading")
struct InboxFileTests {
  private let folder: StoreFolder
  private let store: SQLiteStore

  init() throws {
    folder = try StoreFolder()
    store = try SQLiteStore(path: folder.store)
  }

  private func keep(_ body: [UInt8], service: String = "A") async throws {
    _ = try await store.keep(
      CallbackRequest(headers: [.accept: "a/b"], body: body, url: "https://a/"), service: service)
  }

  @Test("It has the entries of the store, and reads while another process holds the lock to write")
  func equal() async throws {
    for number in 0..<5 { try await keep([UInt8(number)], service: number == 3 ? "B" : "A") }
    try await store.settle(2, verdict: "handled", key: "key")
    let entries = try await store.entries()
    let lock = try LockedFile(path: folder.store)
    let file = InboxFile(path: folder.store)
    #expect(try file.entries() == entries)
    #expect(try file.entries(after: 3, limit: 1) == [entries[3]])
    var selection = InboxSelection()
    selection.service = "A"
    #expect(try file.entries(selection).map(\.number) == [1, 2, 3, 5])
    selection.last = 3
    selection.verdicts = ["handled"]
    #expect(try file.entries(selection) == [entries[1]])
    let extent = try file.extent(selection)
    #expect(extent.count == 1 && extent.last == 2)
    #expect(extent.arrivals == entries[1].arrival...entries[1].arrival)
    let contents = try file.contents().map { "\($0.service) \($0.verdict ?? "-") \($0.count)" }
    #expect(contents == ["A - 3", "A handled 1", "B - 1"])
    lock.unlock()
    try await keep([9])
    #expect(try file.entries().count == 6)
  }

  @Test("A batch ends after some megabytes")
  func batch() async throws {
    for _ in 0..<3 { try await keep([UInt8](repeating: 7, count: 3 << 20)) }
    let file = InboxFile(path: folder.store)
    #expect(try file.entries().map(\.number) == [1, 2])
    #expect(try file.entries(after: 2).map(\.number) == [3])
  }

  @Test("A service with a quote in its name is a value and no SQL")
  func quoted() async throws {
    try await keep([1], service: "A' OR 1 --")
    var selection = InboxSelection()
    selection.service = "A' OR 1 --"
    #expect(try InboxFile(path: folder.store).entries(selection).count == 1)
    selection.service = "B' OR 1 --"
    #expect(try InboxFile(path: folder.store).entries(selection).isEmpty)
  }

  @Test("The log of a process that did not close the file is read, and a path with signs of a URI")
  func leftLog() async throws {
    try await keep([1])
    let copy = try StoreFolder()
    let path = copy.folder.appendingPathComponent("a b?c#d%20é").path
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.store + suffix, toPath: path + suffix)
    }
    // Without its log the file has no entry yet.
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).count > 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try InboxFile(path: path).entries().map(\.request.body) == [[1]])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
