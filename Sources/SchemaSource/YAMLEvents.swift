import CLibYAML

/// A parser event.
struct YAMLEvent: ~Copyable {
  enum Kind {
    case streamStart, streamEnd
    case documentStart(isExplicit: Bool, hasDirectives: Bool)
    case documentEnd
    case scalar(Node.Style)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias
  }

  var kind: Kind
  /// The text of a scalar.
  var text = ""
  var start: Mark
  var end: Mark
  var isFlow = false
  var hasAnchor = false
  var hasTag = false

  /// A line and a column in characters, both counted from 0.
  struct Mark {
    var line: Int
    var column: Int
    /// The number of characters before it; 0 if the parser has not made the mark.
    var place = 0
  }
}

/// An error of the parser.
struct YAMLProblem: Error {
  var problem: String
  var context: String
  var mark: YAMLEvent.Mark
  var contextMark: YAMLEvent.Mark
}

/// A wrapper of libyaml's parser.
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    unsafe parser = .allocate(capacity: 1)
    // The parser reads from memory with a stable address.
    unsafe input = .allocate(capacity: max(bytes.count, 1))
    _ = unsafe input.initialize(from: bytes)
    unsafe parser.initialize(to: yaml_parser_t())
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe YAMLEvent.copy(of: event)
  }

  private func problem() -> YAMLProblem {
    let parser = unsafe parser.pointee
    return unsafe YAMLProblem(
      problem: parser.problem.map { unsafe String(cString: $0) } ?? "",
      context: parser.context.map { unsafe String(cString: $0) } ?? "",
      mark: .init(parser.problem_mark), contextMark: .init(parser.context_mark))
  }
}

extension YAMLEvent.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line), column: Int(mark.column), place: Int(mark.index))
  }
}

extension YAMLEvent {
  /// An event of the parser, with a text of its own.
  fileprivate static func copy(of event: yaml_event_t) -> YAMLEvent {
    let (start, end) = unsafe (Mark(event.start_mark), Mark(event.end_mark))
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let data = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
      return unsafe YAMLEvent(
        kind: .scalar(.init(data.style)), text: String(decoding: bytes, as: UTF8.self),
        start: start, end: end, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = unsafe event.data.sequence_start
      return unsafe YAMLEvent(
        kind: .sequenceStart, start: start, end: end,
        isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, hasAnchor: data.anchor != nil,
        hasTag: data.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let data = unsafe event.data.mapping_start
      return unsafe YAMLEvent(
        kind: .mappingStart, start: start, end: end,
        isFlow: data.style == YAML_FLOW_MAPPING_STYLE, hasAnchor: data.anchor != nil,
        hasTag: data.tag != nil)
    case YAML_DOCUMENT_START_EVENT:
      let data = unsafe event.data.document_start
      let hasDirectives =
        unsafe data.version_directive != nil || data.tag_directives.start != data.tag_directives.end
      return unsafe YAMLEvent(
        kind: .documentStart(isExplicit: data.implicit == 0, hasDirectives: hasDirectives),
        start: start, end: end)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, start: start, end: end)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, start: start, end: end)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, start: start, end: end)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, start: start, end: end)
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, start: start, end: end)
    default: return YAMLEvent(kind: .streamEnd, start: start, end: end)
    }
  }
}

extension Node.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    self =
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
  }
}
