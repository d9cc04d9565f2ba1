import Foundation

/// Prints how many times faster each operation is than the same one with plain structs and JSONDecoder or JSONEncoder; false
/// if one is below its limit.
func printRatios(_ cases: [Case]) throws -> Bool {
  let columns: [(Case.Operation, against: Case.Operation, limit: Double)] = [
    (.decode, .plainDecode, 12), (.decoderIn, .plainDecode, 0), (.report, .plainDecode, 0),
    (.encode, .plainEncode, 12), (.encoderOut, .plainEncode, 0),
  ]
  var misses: [String] = []
  print(
    "Speed against JSONDecoder and JSONEncoder with plain synthesised structs = 1; more is faster.")
  print(row(["body", "bytes"] + columns.map(\.0.rawValue)))
  for body in cases {
    let ratios = try columns.map { column in
      try ratio(body[column.against], to: body[column.0])
    }
    print(row([body.name, "\(body.bytes.count)"] + ratios.map { String(format: "%.2f", $0) }))
    for (column, ratio) in zip(columns, ratios) where ratio < column.limit {
      misses.append("MISS: \(column.0.rawValue) of \(body.name) is below \(column.limit)")
    }
  }
  for miss in misses { print(miss) }
  return misses.isEmpty
}

private func row(_ cells: [String]) -> String {
  let widths = [18] + Array(repeating: 9, count: cells.count - 1)
  return zip(cells, widths).enumerated().map { index, cell in
    let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
    return index == 0 ? cell.0 + padding : padding + cell.0
  }.joined()
}
