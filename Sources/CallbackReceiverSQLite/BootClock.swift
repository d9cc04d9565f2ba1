import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The time since the machine started, which runs on when the time of day is set.
package struct BootClock: Sendable {
  /// A text that is different after each start of the machine; empty if the system has none.
  package var boot: String
  /// The milliseconds since the machine started, those of sleep included.
  package var uptime: @Sendable () -> Int64
  /// The time of day, in milliseconds since 1970, for what is kept for days.
  package var date: @Sendable () -> Int64

  package init(
    boot: String, uptime: @escaping @Sendable () -> Int64, date: @escaping @Sendable () -> Int64
  ) {
    self.boot = boot
    self.uptime = uptime
    self.date = date
  }

  /// The clock of the system.
  package static let system = BootClock(
    boot: systemBoot, uptime: { systemUptime() },
    date: { Int64(Date().timeIntervalSince1970 * 1000) })

  #if canImport(Darwin)
    private static var systemBoot: String {
      var size = 0
      guard sysctlbyname("kern.bootsessionuuid", nil, &size, nil, 0) == 0, size > 0 else {
        return ""
      }
      var text = [UInt8](repeating: 0, count: size)
      guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { return "" }
      return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func systemUptime() -> Int64 {
      Int64(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000)
    }
  #else
    private static var systemBoot: String {
      let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
      return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }

    private static func systemUptime() -> Int64 {
      var time = timespec()
      clock_gettime(CLOCK_BOOTTIME, &time)
      return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
  #endif
}
