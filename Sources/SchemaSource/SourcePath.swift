import Dispatch

/// The path of a source file as a number: copies of the many ranges in its text count no references.
struct SourcePath: Hashable, Sendable {
  private let number: Int32

  init(_ text: String) { number = Self.known.number(of: text) }

  var text: String { Self.known.text(of: number) }

  private static let known = Texts()

  /// The paths of all source files, which `queue` protects.
  private final class Texts: @unchecked Sendable {
    private let queue = DispatchQueue(label: "SourcePath")
    private var texts: [String] = []
    private var numbers: [String: Int32] = [:]

    func number(of text: String) -> Int32 {
      queue.sync {
        if let number = numbers[text] { return number }
        let number = Int32(texts.count)
        texts.append(text)
        numbers[text] = number
        return number
      }
    }

    func text(of number: Int32) -> String { queue.sync { texts[Int(number)] } }
  }
}
