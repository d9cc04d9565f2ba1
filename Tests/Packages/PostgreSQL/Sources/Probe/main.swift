// A receiver in a process of its own, for tests that kill it or run several at once.

import Foundation
import PostgreSQLStore

let arguments = Array(CommandLine.arguments.dropFirst())

switch arguments.first {
case "deliver" where arguments.count == 6:
  try await Delivery(database: arguments[1], effects: arguments[2], lease: arguments[3])
    .receive(arguments[4], killedAt: arguments[5])
case "load" where arguments.count == 5:
  try await Delivery(database: arguments[1], effects: arguments[2], lease: arguments[3])
    .receive(count: Int(arguments[4]) ?? 0)
default:
  print(
    """
    usage: PostgreSQLProbe deliver DATABASE EFFECTS LEASE-MS NUMBER none|claimed|handling|handled|finished
           PostgreSQLProbe load DATABASE EFFECTS LEASE-MS COUNT
    """)
  exit(64)
}
