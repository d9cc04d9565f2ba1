import Foundation

// Speed BODY OPERATION COUNT performs an operation, for a profiler or for counting instructions. Without arguments, the
// table of ratios is printed.
let cases = try Case.all()
let arguments = CommandLine.arguments.dropFirst()
if arguments.isEmpty {
  let isFast = try printRatios(cases)
  try reportSurvival()
  exit(isFast ? 0 : 1)
} else if arguments.count == 3, let body = cases.first(where: { $0.name == arguments[1] }),
  let operation = Case.Operation(rawValue: arguments[2]), let count = Int(arguments[3])
{
  let perform = body[operation]
  for _ in 0..<count { try perform() }
} else {
  let names = cases.map(\.name).joined(separator: ", ")
  let operations = Case.Operation.allCases.map(\.rawValue).joined(separator: ", ")
  FileHandle.standardError.write(
    Data("usage: Speed [BODY OPERATION COUNT]\nbodies: \(names)\noperations: \(operations)\n".utf8))
  exit(64)
}
