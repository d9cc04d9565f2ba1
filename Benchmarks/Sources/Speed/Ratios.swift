import Foundation

/// Prints how many times faster each operation is than the same one with plain structs and JSONDecoder or JSONEncoder; false
/// if one is below its limit.
func printRatios(_ cases: [Case]) throws -> Bool {
  let columns: [(operation: Case.Operation, against: Case.Operation)] = [
    (.decode, .plainDecode), (.decoderIn, .plainDecode), (.report, .plainDecode),
    (.encode, .plainEncode), (.encoderOut, .plainEncode),
  ]
  var misses: [String] = []
  print(
    "Speed against JSONDecoder and JSONEncoder with plain synthesised structs = 1; more is faster.")
  print(row(["body", "bytes"] + columns.map(\.operation.rawValue)))
  for body in cases {
    let ratios = try columns.map { column in
      try ratio(body[column.against], to: body[column.operation])
    }
    print(row([body.name, "\(body.bytes.count)"] + ratios.map { String(format: "%.2f", $0) }))
    for (column, ratio) in zip(columns, ratios) {
      guard let limit = body.limits[column.operation], ratio < limit else { continue }
      misses.append("MISS: \(column.operation.rawValue) of \(body.name) is below \(limit)")
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
