import Foundation
import TestSupport
import Testing

/// The public declarations that users can depend on, so that they change on purpose only.
///
/// `make surface` records them in `Tests/Surface` anew.
@Suite("The public surface")
struct SurfaceTests {
  @Test(
    "A module declares what its golden lists, every symbol documented",
    arguments: ["CallbackReceiver", "CallbackRuntime", "TencentTRTCRecording"])
  func golden(_ module: String) throws {
    let surface = try PublicSurface(of: module)
    #expect(surface.symbols.filter { !$0.isDocumented }.map(\.path) == [])
    let golden = "Tests/Surface/\(module).txt"
    if ProcessInfo.processInfo.environment["CALLBACKGEN_RECORD"] != nil {
      let file = Repository.root.appendingPathComponent(golden)
      try surface.text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try Repository.text(golden).split(separator: "\n")
    let found = surface.text.split(separator: "\n")
    #expect(found.filter { !expected.contains($0) } == [], "new: make surface records it")
    #expect(expected.filter { !found.contains($0) } == [], "gone: make surface records it")
    #expect(found == expected)
  }

  @Test("The runtime shows users at most 44 types and adds no member to types of other modules")
  func runtime() throws {
    let surface = try PublicSurface(of: "CallbackRuntime")
    #expect(surface.types.count > 20)
    #expect(surface.types.count <= 44, "\(surface.types.map(\.path))")
    #expect(surface.foreign == [])
  }
}
