import Testing

@testable import callbackgen

@Suite("The text of the progress display")
struct ProgressTests {
  @Test("It has the amount, the rate and the remaining time, as far as they are known")
  func text() {
    #expect(
      Progress.text(done: 512_000_000, of: 2_048_000_000, in: 16)
        == "512 MB of 2048 MB, 32 MB/s, 48 s left")
    #expect(
      Progress.text(done: 1_000_000, of: 401_000_000, in: 1)
        == "1.0 MB of 401 MB, 1.0 MB/s, 6 min 40 s left")
    #expect(Progress.text(done: 2_500_000, of: nil, in: 2) == "2.5 MB, 1.3 MB/s")
    #expect(Progress.text(done: 10, of: 10, in: 1) == "0.0 MB of 0.0 MB, 0.0 MB/s")
  }
}
