@_spi(Generated)
extension CallbackObject {
  /// Decodes the elements of a JSON array, each on its own, so that an element that fails leaves the others decoded.
  ///
  /// - Throws: an error if the bytes are not a JSON array.
  public static func _list(
    json: some Collection<UInt8>, collectsFindings: Bool = false
  ) throws(CallbackDecodingError) -> [Result<ValidationReport<Self>, CallbackDecodingError>] {
    let bytes = Array(json)
    let elements = try JSONElements(bytes).ranges
    return elements.enumerated().map { index, range in
      do throws(CallbackDecodingError) {
        let element = bytes[range]
        var report =
          collectsFindings
          ? try Self.validate(json: element)
          : ValidationReport(value: try Self(json: element), findings: [])
        report.findings = report.findings.map { $0.inElement(index, at: range.lowerBound) }
        return .success(report)
      } catch {
        return .failure(error.inElement(index, at: range.lowerBound))
      }
    }
  }

  /// Callbacks as a JSON array in UTF-8.
  public static func _json(list: [Self]) -> [UInt8] {
    var writer = _JSONWriter()
    writer.beginList()
    for callback in list {
      writer.element()
      callback._write(to: &writer)
    }
    writer.endList()
    return writer.bytes
  }
}

/// The positions of the elements of a JSON array.
package struct JSONElements {
  package var ranges: [Range<Int>] = []

  /// Finds the elements.
  package init(_ json: [UInt8]) throws(CallbackDecodingError) {
    var error: CallbackDecodingError?
    ranges = _JSONReader.reading(json) { reader in
      var found: [Range<Int>] = []
      var count = 0
      while reader.nextElement(&count) {
        reader.space()
        let start = reader.position
        reader.skip()
        found.append(start..<reader.position)
      }
      error = reader.takeError()
      return found
    }
    if let error { throw error }
  }
}

extension Finding {
  /// The finding with its path and offset in an array.
  package func inElement(_ index: Int, at start: Int) -> Finding {
    var finding = self
    finding.path = "[\(index)]".appendingMember(path)
    finding.offset = offset.map { $0 + start }
    return finding
  }
}

extension CallbackDecodingError {
  /// The error with its path and offset in an array.
  package func inElement(_ index: Int, at start: Int) -> CallbackDecodingError {
    var error = self
    error.path = "[\(index)]".appendingMember(path)
    error.offset = offset.map { $0 + start }
    return error
  }
}
