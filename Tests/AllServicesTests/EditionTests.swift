import CallbackSchema
import SchemaExport
import TestSupport
import Testing

@Suite("Editions of the shipped services")
struct EditionTests {
  /// What an edition declares, whatever it is called.
  private func declared(_ edition: String) throws -> Inventory {
    let volcengine = try #require(AllServices.all.last).fixtures.service
    var inventory = Inventory(of: try #require(volcengine.projected(to: edition)))
    inventory.editions = []
    for place in inventory.events.indices {
      inventory.events[place].editions = []
      for field in inventory.events[place].fields.indices {
        inventory.events[place].fields[field].editions = []
      }
    }
    for place in inventory.envelope.indices { inventory.envelope[place].editions = [] }
    for place in inventory.tables.indices {
      for value in inventory.tables[place].values.indices {
        inventory.tables[place].values[value].editions = []
      }
    }
    return inventory
  }

  @Test(
    "The later versions of Volcengine declare what the second does",
    arguments: ["2023-06-01", "2023-11-01"])
  func unchanged(_ version: String) throws {
    #expect(try declared("2022-06-01") == declared(version))
  }

  @Test("The second version differs from the first in two buckets, keys and codecs")
  func changed() throws {
    let first = try declared("2020-12-01")
    let second = try declared("2022-06-01")
    func paths(_ inventory: Inventory) -> Set<String> {
      Set(inventory.events.flatMap { event in event.fields.map { "\(event.name) \($0.path)" } })
    }
    #expect(
      paths(first).subtracting(paths(second)).sorted() == [
        "SegmentRealTimeData TosBucket", "SnapshotRealTimeData TosBucket",
      ])
    #expect(
      paths(second).subtracting(paths(first)).sorted() == [
        "RecordStopped RecordFileList[].ObjectKey", "SegmentRealTimeData Bucket",
        "SnapshotRealTimeData Bucket", "SnapshotRealTimeData Data[].VeImageXUri",
        "SnapshotRealTimeData VeImageXServiceId",
      ])
  }
}
