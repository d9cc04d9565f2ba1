@_spi(Generated) import CallbackRuntime
import PayloadValidation
import Testing

@Suite("What only reading can see")
struct FindingTests {
  private func findings<T: CallbackObject>(_: T.Type, _ body: String) throws -> [String] {
    try T.read(json: body).findings.map(\.description)
  }

  @Test("Unknown fields, other spellings, other forms, nulls, duplicates and constants, by place")
  func kinds() throws {
    let body = #"""
      {"eventType":31,"new":[1],"noticeId":null,"noticeId":"b","payload":{"details":{
      "msgName":"upload","status":"0","fileList":[{"filename":"a","uid":5,"extra":{}}]}}}
      """#
    let reading = try Media.Callback.read(json: body)
    #expect(
      reading.findings.map(\.description) == [
        #"new: unknown field [unknown-field]"#,
        #"noticeId: null [null]"#,
        #"noticeId: repeated key; the first one counts [duplicate-key]"#,
        #"payload.details.msgName: "upload" instead of "uploaded" [constant]"#,
        #"payload.details.status: a string instead of an integer [other-type]"#,
        #"payload.details.fileList[0].filename: another spelling of "fileName" [alias]"#,
        #"payload.details.fileList[0].uid: a number instead of a string [other-type]"#,
        #"payload.details.fileList[0].extra: unknown field [unknown-field]"#,
      ])
    #expect(reading.value.noticeID == nil)
    let offsets = reading.findings.compactMap(\.offset)
    #expect(offsets.count == 8)
    #expect(Array(body.utf8)[offsets[0]] == 0x22)
    #expect(reading.findings.map(\.severity).filter { $0 == .warning }.count == 1)
  }

  @Test("A missing payload and a missing constant")
  func missing() throws {
    #expect(
      try findings(Media.Callback.self, #"{"eventType":31}"#) == [
        "payload.details: missing [missing]"
      ])
    #expect(
      try findings(Media.Callback.self, #"{"eventType":31,"payload":{"details":null}}"#) == [
        "payload.details: null [null]"
      ])
    #expect(
      try findings(Media.Callback.self, #"{"eventType":31,"payload":{"details":{}}}"#) == [
        "payload.details.msgName: missing [missing]"
      ])
  }

  @Test("The first of duplicate keys counts")
  func duplicates() throws {
    #expect(try Lenient(json: #"{"needed":"a","needed":"b"}"#).needed == "a")
    #expect(try Lenient(json: #"{"needed":"a","need\u0065d":[]}"#).needed == "a")
    #expect(
      try findings(Lenient.self, #"{"needed":"a","needed":"b","needed":1}"#).count == 2)
  }

  @Test("A documented spelling beats the others, whatever their order and whatever they hold")
  func spellings() throws {
    for body in [
      #"{"needed":"","string":"s","text":"t","word":"w"}"#,
      #"{"word":[],"text":{},"string":"s","needed":""}"#,
      #"{"text":"t","str\u0069ng":"s"}"#,
      #"{"text":"t","string":"s","string":"x"}"#,
    ] {
      #expect(try Lenient(json: body).string == "s")
    }
    #expect(try Lenient(json: #"{"word":"w","text":"t"}"#).string == "t")
    #expect(try Lenient(json: #"{"text":"t","word":"w"}"#).string == "t")
    #expect(try Lenient(json: #"{"text":null,"word":"w"}"#).string == nil)
    #expect(try Lenient(json: #"{"text":"t","string":null}"#).string == nil)
    #expect(
      try findings(Lenient.self, #"{"text":"t","string":"s"}"#) == [
        #"text: another spelling of "string" [alias]"#
      ])
  }

  @Test("Findings inside of a malformed event, or of a field that was left nil, are not reported")
  func dropped() throws {
    let body = #"{"eventType":31,"payload":{"x":1,"details":{"y":1,"fileList":[{"z":1}]}}}"#
    #expect(
      try findings(Media.Callback.self, body) == ["payload.x: unknown field [unknown-field]"])
  }

  @Test("A hundred thousand unknown fields take one walk")
  func many() throws {
    let members = (0..<100_000).map { "\"k\($0)\":[\($0)]" }.joined(separator: ",")
    let clock = ContinuousClock()
    let start = clock.now
    let reading = try Lenient.read(json: "{\(members)}")
    #expect(reading.findings.count == 100_000)
    #expect(reading.findings.last?.path == "k99999")
    // Each further spelling looks ahead for the documented one; once is enough.
    let others = String(repeating: #""text":[],"word":{},"#, count: 50_000)
    #expect(try Lenient(json: "{\(others)\"string\":\"s\"}").string == "s")
    #expect(clock.now - start < .seconds(10))
  }

  @Test("Other JSON forms are read where they are allowed")
  func forms() throws {
    let value = try Lenient.read(json: Bodies.lenient)
    #expect(value.value.int == 12)
    #expect(value.value.bool == true)
    #expect(value.value.double == 1.5)
    #expect(value.value.uint64 == .max)
    #expect(value.value.code == .unrecognized("7"))
    #expect(value.value.file?.fileName == "b")
    #expect(
      value.findings.map { "\($0.path) \($0.rule)" } == [
        "text alias", "int other-type", "bool other-type", "double other-type", "uint64 other-type",
        "code other-type", "file other-type", "file.filename alias", "file.uid other-type",
      ])
    #expect(try Lenient(json: #"{"string":1.50e1}"#).string == "1.50e1")
    #expect(try Lenient(json: #"{"string":true}"#).string == "true")
    #expect(try Lenient(json: #"{"string":{"a": 1}}"#).string == #"{"a": 1}"#)
    #expect(try Lenient(json: #"{"int":true,"bool":0,"double":false}"#).int == 1)
    #expect(try Lenient(json: #"{"int":"1e3"}"#).int == 1000)
    #expect(try Lenient(json: #"{"file":{"fileName":"x"}}"#).file?.fileName == "x")
    for body in [
      #"{"int":""}"#, #"{"int":" 1"}"#, #"{"int":"1x"}"#, #"{"int":"+1"}"#, #"{"int":"01"}"#,
      #"{"int":"1.5"}"#, #"{"bool":"True"}"#, #"{"bool":2}"#, #"{"string":[]}"#,
      #"{"code":true}"#, #"{"file":"x"}"#, #"{"file":"{}"}"#, #"{"file":7}"#,
    ] {
      #expect(throws: CallbackDecodingError.self) { try Lenient(json: body) }
    }
  }

  @Test("A fault inside of a text with JSON has the path inside of it")
  func embeddedFault() {
    let fault = #expect(throws: CallbackDecodingError.self) {
      try Lenient(json: #"{"file":"{\"fileName\":\"a\",\"uid\":[]}"}"#)
    }
    #expect(fault?.path == "file.uid")
    #expect(fault?.offset == 8)
    let broken = #expect(throws: CallbackDecodingError.self) { try Lenient(json: #"{"file":"{"}"#) }
    #expect(broken?.problem == .end)
  }

  @Test("A value without an offset is found by its path, and an absent one by what encloses it")
  func offsets() {
    let body = #" {"a": [1, {"b\u0021": "}"}], "a": {"c": 2}, "": 3}"#
    let index = BodyIndex(Array(body.utf8))
    func rest(_ path: String) -> Substring { body.dropFirst(index.offset(of: path)) }
    #expect(rest("").hasPrefix(#"{"a""#))
    #expect(rest("a").hasPrefix("[1,"))
    #expect(rest("a[0]").hasPrefix("1,"))
    #expect(rest("a[1].b!").hasPrefix(#""}""#))
    #expect(rest("a[1].none").hasPrefix(#"{"b"#))
    #expect(rest("a[7]").hasPrefix("[1,"))
    #expect(rest("none.inner").hasPrefix(#"{"a""#))
    // Of two members with one name the first one counts; the paths in the second one are its own.
    #expect(rest("a.c").hasPrefix("2}"))
  }

  @Test("Offsets end at the first error", arguments: ["", "[1,", #"{"a":1,"b"x"#, "[1}", "nul"])
  func offsetsOfNoJSON(_ body: String) {
    #expect(BodyIndex(Array(body.utf8)).offset(of: "a.b[2]") <= body.utf8.count)
  }

  @Test("Offsets end at the deepest level that is read")
  func offsetsOfDeepJSON() {
    let deep = String(repeating: "[", count: 100_000)
    let index = BodyIndex(Array(deep.utf8))
    #expect(index.offset(of: String(repeating: "[0]", count: 600)) == 512)
  }
}
