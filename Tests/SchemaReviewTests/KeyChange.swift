import Testing

/// One key of the language, changed alone in `Tests/Review/every-key.yaml`.
struct KeyChange: CustomTestStringConvertible, Sendable {
  /// The definition and the key in the JSON Schema of the language: `field.unit`.
  var key: String
  /// The text that is replaced, which occurs once.
  var old: String
  var new: String
  /// The ID of the change's rule.
  var rule: String

  var testDescription: String { key }

  init(_ key: String, _ old: String, _ new: String, _ rule: String) {
    self.key = key
    self.old = old
    self.new = new
    self.rule = rule
  }

  /// Keys without a rule, each with the reason.
  static let meaningless = [
    "service.body":
      "a form has no objects, of which this schema has many; body-encoding-added has a pair",
    "file.callbackgen": "there is one version of the language, and the tool reads no other",
    "dependency.else":
      "is the raw type of the tables that it stands beside, so it cannot change alone",
    "signed.of": "has one value",
    "file.service": "holds what is said of the service, each key of which is changed by itself",
  ]

  static let all =
    ofServices + ofEvents + ofFields + ofReadings + ofTypes + ofTables

  private static let ofServices = [
    KeyChange("service.name", "name: EveryKey", "name: EachKey", "service-renamed"),
    KeyChange("service.title", "title: Every key", "title: Each key", "documentation-changed"),
    KeyChange("service.doc", "doc: All that a", "doc: What a", "documentation-changed"),
    KeyChange("service.namespace", "namespace: EveryKey", "namespace: Keys", "namespace-changed"),
    KeyChange(
      "service.editions", "    log: {", "    other: { kind: page }\n    log: {", "edition-added"),
    KeyChange("service.only", "only: { product: 3 }", "only: { product: 4 }", "guard-widened"),
    KeyChange(
      "service.event", "event: { by: kind, in: data }", "event: { by: type, in: data }",
      "discriminator-moved"),
    KeyChange("service.envelope", "    total: int", "    total: int\n    more: int", "field-added"),
    KeyChange(
      "service.headers", "    X-Sign-2: {", "    X-Sign-3: { type: string }\n    X-Sign-2: {",
      "header-added"),
    KeyChange(
      "service.signatures", "  signatures:\n",
      "  signatures:\n    - { in: header X-Sign-2, algorithm: hmac-sha256, encoding: hex, over: body }\n",
      "signature-added"),
    KeyChange(
      "service.acknowledge",
      "  acknowledge: { status: 200, within: 10s, body: \"{}\", body-required: true, editions: [more] }\n",
      "",
      "acknowledgement-removed"),
    KeyChange(
      "service.retries",
      "  retries: { attempts: 3, first: 1s, interval: 5s, for: 1h, editions: [more] }\n",
      "",
      "retries-removed"),
    KeyChange("service.identity", "members: [id]", "members: [id, task]", "identity-changed"),
    KeyChange("service.order", "order: count", "order: total", "order-changed"),
    KeyChange(
      "service.probes", "probes: [{ id: test }]", "probes: [{ id: probe }]", "probes-changed"),
    KeyChange(
      "service.not-modelled",
      "not-modelled: [{ section: Prices, because: They are no callback. }]", "not-modelled: []",
      "omission-changed"),
    KeyChange("edition.kind", "log: { kind: page,", "log: { kind: version,", "edition-changed"),
    KeyChange("edition.title", "The English page", "The page in English", "documentation-changed"),
    KeyChange("edition.date", "2024-02-01", "2024-02-02", "documentation-changed"),
    KeyChange("edition.url", "example.com/en", "example.com/english", "documentation-changed"),
    KeyChange(
      "edition.partial", "{ kind: page, partial: true }", "{ kind: page }", "edition-changed"),
    KeyChange("discriminator.by", "by: kind,", "by: type,", "discriminator-moved"),
    KeyChange("discriminator.in", "in: data }", "in: body }", "payload-moved"),
    KeyChange("signature.in", "in: header X-Sign,", "in: header X-Sign-2,", "signature-changed"),
    KeyChange(
      "signature.algorithm", "algorithm: sha256, encoding: hex, over: { sorted: [id, secret] }",
      "algorithm: hmac-sha256, encoding: hex, over: { sorted: [id, secret] }", "signature-changed"),
    KeyChange("signature.part", "part: v1", "part: v2", "signature-changed"),
    KeyChange("signature.prefix", "prefix: \"p=\"", "prefix: \"q=\"", "signature-changed"),
    KeyChange(
      "signature.time", "time: header X-Sign-2 t", "time: header X-Sign-2 u", "signature-changed"),
    KeyChange("signature.tolerance", "tolerance: 300s", "tolerance: 10min", "signature-changed"),
    KeyChange("signed.claim", "claim: hash", "claim: sum", "signature-changed"),
    KeyChange(
      "signed.encoding", "of: body, encoding: base64", "of: body, encoding: hex",
      "signature-changed"),
    KeyChange(
      "signature.encoding", "algorithm: sha256, encoding: hex",
      "algorithm: sha256, encoding: base64", "signature-changed"),
    KeyChange(
      "signature.over", "over: { sorted: [id, secret] }", "over: { sorted: [task, secret] }",
      "signature-changed"),
    KeyChange(
      "signed.sorted", "sorted: [id, secret]", "sorted: [id, task, secret]", "signature-changed"),
    KeyChange("acknowledgement.status", "status: 200", "status: 204", "acknowledgement-changed"),
    KeyChange("acknowledgement.within", "within: 10s", "within: 5s", "deadline-changed"),
    KeyChange("acknowledgement.body", "body: \"{}\"", "body: ok", "acknowledgement-changed"),
    KeyChange(
      "acknowledgement.body-required", "body-required: true", "body-required: false",
      "acknowledgement-changed"),
    KeyChange(
      "acknowledgement.editions", "required: true, editions: [more]",
      "required: true, editions: [zh]", "provenance-changed"),
    KeyChange("retries.attempts", "attempts: 3", "attempts: 4", "retries-changed"),
    KeyChange("retries.interval", "interval: 5s", "interval: 6s", "retries-changed"),
    KeyChange("retries.first", "first: 1s", "first: 0s", "retries-changed"),
    KeyChange(
      "retries.editions", "for: 1h, editions: [more]", "for: 1h, editions: [zh]",
      "provenance-changed"),
    KeyChange("identity.members", "members: [id]", "members: [task]", "identity-changed"),
    KeyChange(
      "identity.doc", "Which delivery it was.", "Which delivery it is.", "documentation-changed"),
    KeyChange(
      "identity.editions", "it was., editions: [more]", "it was., editions: [zh]",
      "provenance-changed"),
    KeyChange(
      "signature.editions", "secret] }, editions: [more]", "secret] }, editions: [zh]",
      "provenance-changed"),
    KeyChange("retries.for", "for: 1h", "for: 2h", "retries-changed"),
    KeyChange("omission.section", "section: Prices", "section: Costs", "omission-changed"),
    KeyChange("omission.because", "They are no callback.", "No callback.", "omission-changed"),
  ]

  private static let ofEvents = [
    KeyChange(
      "file.events", "  stopped:\n", "  paused: { id: 3, doc: It rests. }\n  stopped:\n",
      "event-added"),
    KeyChange("event.id", "id: 2", "id: 5", "event-id-changed"),
    KeyChange("event.in", "in: .\n", "in: data\n", "payload-moved"),
    KeyChange("event.name", "name: begun", "name: opened", "event-renamed"),
    KeyChange(
      "event.deprecated", "    deprecated: { doc: The other event replaces it., editions: [zh] }\n",
      "", "deprecation-removed"),
    KeyChange(
      "deprecation.doc", "The other event replaces it.", "It is replaced.",
      "documentation-changed"),
    KeyChange(
      "deprecation.editions", "it., editions: [zh] }", "it., editions: [zh, en] }",
      "provenance-changed"),
    KeyChange("event.doc", "doc: It stopped.", "doc: It is over.", "documentation-changed"),
    KeyChange("event.constant", "EVENT_STARTED", "EVENT_START", "documentation-changed"),
    KeyChange(
      "event.include", "editions: [zh, en]\n    include: [Common]",
      "editions: [zh, en]\n    include: [Common, Extra]", "field-added"),
    KeyChange(
      "event.fields", "fields: { sound: {", "fields: { more: { type: int }, sound: {", "field-added"
    ),
    KeyChange("event.type", "ended., type: Done", "ended., type: Finished", "event-type-changed"),
    KeyChange(
      "event.const", "const: { total: {", "const: { count: 9, total: {", "event-constant-added"),
    KeyChange(
      "event.examples",
      "    examples:\n      - { file: started.json, of: details, editions: [zh], title: A start, repaired: A comma is taken out. }\n",
      "", "examples-changed"),
    KeyChange(
      "event.editions", "failure\n    editions: [zh, en]", "failure\n    editions: [zh]",
      "provenance-changed"),
    KeyChange(
      "event.outcome", "outcome: failure\n    editions", "outcome: success\n    editions",
      "event-outcome-changed"),
    KeyChange("eventConstant.value", "{ value: 4,", "{ value: 5,", "event-constant-changed"),
    KeyChange(
      "eventConstant.editions", "{ value: 4, editions: [zh] }", "{ value: 4, editions: [zh, en] }",
      "provenance-changed"),
    KeyChange("example.file", "file: started.json", "file: start.json", "examples-changed"),
    KeyChange("example.of", "of: details", "of: body", "examples-changed"),
    KeyChange(
      "example.editions", "of: details, editions: [zh]", "of: details, editions: [en]",
      "examples-changed"),
    KeyChange("example.title", "title: A start", "title: The start", "examples-changed"),
    KeyChange("example.repaired", "A comma is", "A dot is", "examples-changed"),
    KeyChange(
      "file.objects", "  Base: {", "  More: { fields: { more: int } }\n  Base: {", "type-added"),
    KeyChange("object.include", "include: [Base]", "include: [Base, Extra]", "field-added"),
    KeyChange("object.fields", "{ app: {", "{ more: int, app: {", "field-added"),
    KeyChange(
      "object.protocol", "Base: { protocol: true,", "Base: { protocol: false,", "protocol-removed"),
    KeyChange("object.doc", "doc: What all have.", "doc: What each has.", "documentation-changed"),
    KeyChange(
      "object.editions", "What all have.\n    editions: [zh, en]",
      "What all have.\n    editions: [en]",
      "provenance-narrowed"),
  ]

  private static let ofFields = [
    KeyChange("field.type", "side: { type: int,", "side: { type: string,", "type-changed"),
    KeyChange(
      "field.fields", "fields: { width: {", "fields: { height: { type: int }, width: {",
      "field-added"),
    KeyChange("field.name", "name: place", "name: spot", "swift-name-changed"),
    KeyChange("field.doc", "doc: How loud", "doc: With what noise", "documentation-changed"),
    KeyChange("field.unit", "type: int, unit: ms", "type: int, unit: s", "unit-changed"),
    KeyChange(
      "field.format", "fault: { type: string,", "fault: { type: string, format: rfc3339,",
      "format-added"),
    KeyChange("field.values", "values: [open, shut]", "values: [open]", "listing-narrowed"),
    KeyChange(
      "field.deprecated", "        deprecated: The address replaces it.\n", "",
      "deprecation-removed"),
    KeyChange("field.const", "const: 7", "const: 6", "constant-changed"),
    KeyChange("field.range", "range: 0...100", "range: 0...200", "range-widened"),
    KeyChange("field.length", "length: 1...32", "length: 1...64", "length-widened"),
    KeyChange("field.characters", "characters: a-z", "characters: a-z0-9", "characters-widened"),
    KeyChange(
      "field.pattern", "pattern: \"[a-z]+-[0-9]\"", "pattern: \"[a-z]+-[0-9]+\"", "pattern-widened"),
    KeyChange("field.default", "default: hall", "default: hut", "default-changed"),
    KeyChange("field.example", "example: garden", "example: yard", "documentation-changed"),
    KeyChange(
      "field.nullable", "{ type: int, nullable: true, doc: Of what it is. }",
      "{ type: int, doc: Of what it is. }", "null-removed"),
    KeyChange("field.optional", "        optional: true\n", "", "optional-removed"),
    KeyChange(
      "field.required", "{ type: string, required: true,", "{ type: string,", "required-removed"),
    KeyChange(
      "field.when", "when: { was: { not: open } }", "when: { was: shut }", "condition-changed"),
    KeyChange(
      "field.editions", "        editions: [zh, en]\n        readings:\n",
      "        editions: [zh]\n        readings:\n", "provenance-narrowed"),
    KeyChange(
      "field.readings",
      "        readings: { en: { const: 9 }, because: The older page is taken. }\n", "",
      "reading-removed"),
    KeyChange("field.aliases", "aliases: [Room]", "aliases: [Room, rooms]", "leniency-added"),
    KeyChange("field.accepts", "accepts: [number]", "accepts: [number, bool]", "leniency-added"),
    KeyChange("negation.not", "{ not: open }", "{ not: shut }", "condition-changed"),
  ]

  private static let ofReadings = [
    KeyChange("fieldReading.wire", "wire: ROOM", "wire: RooM", "reading-unsupported"),
    KeyChange(
      "fieldReading.type", "            type: int\n", "            type: bool\n",
      "reading-type-unsupported"),
    KeyChange(
      "fieldReading.unit", "            unit: s\n", "            unit: ms\n", "reading-unit"),
    KeyChange("fieldReading.optional", "optional: false", "optional: true", "reading-added"),
    KeyChange("fieldReading.nullable", "nullable: false", "nullable: true", "reading-null"),
    KeyChange(
      "fieldReading.when", "            when: { was: open }", "            when: { was: lost }",
      "reading-presence"),
    KeyChange("fieldReading.default", "default: none", "default: 4", "reading-added"),
    KeyChange(
      "fieldReading.flattened", "flattened: false", "flattened: true", "reading-unsupported"),
    KeyChange("fieldReading.name", "name: zone", "name: area", "reading-added"),
    KeyChange("fieldReading.const", "en: { const: 9 }", "en: { const: 10 }", "reading-constant"),
    KeyChange("fieldReading.doc", "Which hall it is.", "Which of the halls.", "reading-added"),
    KeyChange(
      "readings.because", "because: The older page shows it so.", "because: So it is shown.",
      "documentation-changed"),
    KeyChange(
      "rowReadings.because", "doc: It was opened. }, because: The younger page is taken.",
      "doc: It was opened. }, because: It is younger.", "documentation-changed"),
    KeyChange("rowReading.name", "name: opened", "name: unlocked", "reading-added"),
    KeyChange("rowReading.doc", "It was opened.", "Somebody opened it.", "reading-added"),
  ]

  private static let ofTypes = [
    KeyChange("format.list", "list: \";\"", "list: \",\"", "separator-changed"),
    KeyChange("format.base64", "\"/\": \"-\"", "\"/\": \"_\"", "part-encoding-replaced"),
    KeyChange(
      "file.formats", "  FileName:\n",
      "  Other:\n    forms: { one: \"{A}.x\" }\n    parts: { A: { type: string } }\n  FileName:\n",
      "type-added"),
    KeyChange(
      "textFormat.doc", "doc: The name of a file.", "doc: A file's name.", "documentation-changed"),
    KeyChange(
      "textFormat.forms", "      whole: {", "      more: \"{User}.m3u8\"\n      whole: {",
      "form-added"),
    KeyChange(
      "textFormat.parts", "Room: { type: string, doc: Where it was. }",
      "Room: { type: string, doc: Where. }", "documentation-changed"),
    KeyChange("form.text", "{Room}.mp4", "{Room}.ts", "form-changed"),
    KeyChange(
      "form.editions", "{Room}.mp4\", editions: [zh, en]", "{Room}.mp4\", editions: [en]",
      "provenance-changed"),
    KeyChange("dependency.by", "{ by: part,", "{ by: side,", "dependency-moved"),
    KeyChange(
      "dependency.of", "of: { 1: Sound, 2: Picture }", "of: { 1: Picture, 2: Sound }",
      "dependency-changed"),
  ]

  private static let ofTables = [
    KeyChange(
      "file.tables", "  Sound: {", "  More: { raw: string, values: [one] }\n  Sound: {",
      "type-added"),
    KeyChange("table.raw", "Mode: { raw: int,", "Mode: { raw: int32,", "integer-narrowed"),
    KeyChange(
      "table.kind", "Mode: { raw: int,", "Mode: { raw: int, kind: flags,", "table-kind-changed"),
    KeyChange("table.values", "      lost: { name: lost, doc: It is lost. }\n", "", "code-removed"),
    KeyChange("table.ordered", "    ordered: true\n", "", "scale-removed"),
    KeyChange(
      "table.elsewhere", "The vendor's other page", "Another page", "documentation-changed"),
    KeyChange(
      "table.columns", "columns: { level: string }", "columns: { level: string, rank: string }",
      "column-added"),
    KeyChange("table.doc", "doc: How it can be.", "doc: In which state.", "documentation-changed"),
    KeyChange(
      "table.editions", "{ raw: int, editions: [zh, en],", "{ raw: int, editions: [en],",
      "provenance-changed"),
    KeyChange("row.name", "{ name: shut,", "{ name: closed,", "code-renamed"),
    KeyChange("row.constant", "STATE_OPEN", "STATE_OPENED", "documentation-changed"),
    KeyChange("row.doc", "doc: It is shut.", "doc: It is closed.", "documentation-changed"),
    KeyChange("row.outcome", "outcome: success", "outcome: failure", "outcome-changed"),
    KeyChange(
      "row.deprecated", "        deprecated: Nothing is open any longer.\n", "",
      "deprecation-removed"),
    KeyChange("row.advice", "        advice: Go in.\n", "", "advice-removed"),
    KeyChange(
      "row.editions", "        editions: [zh, en]\n        level",
      "        editions: [en]\n        level",
      "provenance-changed"),
    KeyChange(
      "row.readings",
      "        readings: { zh: { name: opened, doc: It was opened. }, because: The younger page is taken. }\n",
      "", "reading-removed"),
  ]
}
