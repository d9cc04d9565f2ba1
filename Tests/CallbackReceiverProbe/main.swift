// A receiver in a process of its own, for tests that kill it, run several at once, or count its instructions.

import AgoraCloudRecording
import CallbackReceiver
import CallbackReceiverSQLite
import CallbackRuntime
import Foundation
import HTTPTypes

let arguments = Array(CommandLine.arguments.dropFirst())

switch arguments.first {
case "compare" where arguments.count == 3:
  compare(differenceAt: Int(arguments[1]) ?? 0, count: Int(arguments[2]) ?? 0)
case "deliver" where arguments.count == 6:
  try await Delivery(store: arguments[1], effects: arguments[2], lease: arguments[3])
    .receive(arguments[4], killedAt: arguments[5])
case "acknowledge" where arguments.count == 5:
  try await Delivery(store: arguments[1], effects: arguments[2], lease: arguments[3])
    .acknowledge(arguments[4])
case "resume" where arguments.count == 4:
  try await Delivery(store: arguments[1], effects: arguments[2], lease: arguments[3]).resume()
case "load" where arguments.count == 5:
  try await Delivery(store: arguments[1], effects: arguments[2], lease: arguments[3])
    .receive(count: Int(arguments[4]) ?? 0)
default:
  print(
    """
    usage: CallbackReceiverProbe compare POSITION COUNT
           CallbackReceiverProbe deliver STORE EFFECTS LEASE-MS NUMBER none|claimed|handling|handled|finished
           CallbackReceiverProbe acknowledge STORE EFFECTS LEASE-MS NUMBER
           CallbackReceiverProbe resume STORE EFFECTS LEASE-MS
           CallbackReceiverProbe load STORE EFFECTS LEASE-MS COUNT
    """)
  exit(64)
}

/// Compares two signatures with a difference at a position.
func compare(differenceAt position: Int, count: Int) {
  let text = Array("6d3320c60b11101395b7fc8f9068748808a0aa1bfa064438e39d1bc2c7d74d99".utf8)
  var other = text
  other[position] ^= 1
  var equal = 0
  for _ in 0..<count where isEqualInConstantTime(text, other) { equal += 1 }
  print(equal)
}
