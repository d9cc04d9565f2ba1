import CallbackRuntime
import Foundation
import Testing

@Suite("Objects of many properties")
struct LargeObjectsTests {
  private static let body =
    #"{"kind":"sold","garage":{"part1":"g"},"data":{"car":{"part1":"a","trailer":{"plate":"p","#
    + #""car":{"part19":"z"}}},"traded":{"part2":"b"},"loan":{"part3":"c"},"cars":[{"part4":"d"}],"#
    + #""key":{"code":"k"},"papers":{"part20":"e"}}}"#

  @Test("A large optional object takes the place of a pointer")
  func size() {
    let pointer = MemoryLayout<[Fleet.Car]>.size
    let text = MemoryLayout<String?>.size
    // 19 parts, and the trailer, which contains a car.
    #expect(MemoryLayout<Fleet.Car>.size <= 19 * text + text + pointer)
    // Of the six objects only the required car and the small key are stored inline.
    #expect(MemoryLayout<Fleet.Sold>.stride <= MemoryLayout<Fleet.Car>.stride + 6 * text)
  }

  @Test("Its properties are those of any other object")
  func properties() throws {
    let callback = try Fleet.Callback(json: Self.body)
    guard case .sold(var sold) = callback.event else { throw CocoaError(.coderInvalidValue) }
    #expect(callback.garage?.part1 == "g")
    #expect(sold.traded?.part2 == "b")
    #expect(sold.loan == .car(Fleet.Car(part3: "c")))
    #expect(sold.papers?.part20 == "e")
    #expect(sold.car.trailer?.car?.part19 == "z")
    #expect(callback.json() == Self.body)
    let copy = sold
    sold.traded?.part2 = "changed"
    sold.papers = nil
    #expect(copy.traded?.part2 == "b")
    #expect(sold.traded?.part2 == "changed")
    #expect(sold.papers == nil)
    #expect(sold != copy)
    #expect(
      sold
        == Fleet.Sold(
          car: copy.car, traded: Fleet.Car(part2: "changed"), loan: copy.loan, cars: copy.cars,
          key: copy.key))
  }

  @Test("Null and absence are told apart")
  func nulls() throws {
    let body = #"{"kind":"sold","data":{"car":{},"traded":null}}"#
    let report = try Fleet.Callback.validate(json: body)
    #expect(report.value.json() == body)
    #expect(report.findings == [])
    let absent = #"{"kind":"sold","data":{"car":{}}}"#
    #expect(try Fleet.Callback.validate(json: absent).findings.map(\.path) == ["data.traded"])
    #expect(try Fleet.Callback(json: absent).json() == absent)
  }

  @Test("A broken field inside is kept")
  func broken() throws {
    let body =
      #"{"kind":"sold","garage":{"part1":7},"data":{"car":{},"traded":[1],"#
      + #""papers":{"part2":true}}}"#
    let callback = try Fleet.Callback(json: body)
    #expect(
      Set(callback.faults.map(\.path)) == ["garage.part1", "data.traded", "data.papers.part2"])
    #expect(try RawJSON(bytes: callback.json() as [UInt8]) == RawJSON(bytes: Array(body.utf8)))
  }
}
