import ArgumentParser
import Foundation

/// When the requests are posted.
enum Pace: Hashable, Sendable {
  /// With the recorded pauses, divided by a factor.
  case recorded(factor: Double)
  /// A number of requests in each second.
  case rate(Double)
  /// Each request when the one before has its response.
  case unlimited

  /// The seconds from the first request to another.
  ///
  /// - Parameters:
  ///   - index: the number of requests before it.
  ///   - milliseconds: the recorded time from the first request to it; less than zero if the clock was set back.
  func delay(index: Int, after milliseconds: Int64) -> Double {
    switch self {
    case .recorded(let factor): max(0, Double(milliseconds) / 1000 / factor)
    case .rate(let rate): Double(index) / rate
    case .unlimited: 0
    }
  }
}

extension Pace: ExpressibleByArgument {
  /// Reads `recorded`, `10x`, `50/s` or `max`.
  init?(argument: String) {
    func number(_ suffix: String) -> Double? {
      guard argument.hasSuffix(suffix), let value = Double(argument.dropLast(suffix.count)) else {
        return nil
      }
      // Below a millionth, a pause lasts for years.
      return value.isFinite && value >= 1e-6 && value <= 1e9 ? value : nil
    }
    switch argument {
    case "recorded": self = .recorded(factor: 1)
    case "max": self = .unlimited
    default:
      if let factor = number("x") {
        self = .recorded(factor: factor)
      } else if let rate = number("/s") {
        self = .rate(rate)
      } else {
        return nil
      }
    }
  }

  var defaultValueDescription: String { "recorded" }
}
