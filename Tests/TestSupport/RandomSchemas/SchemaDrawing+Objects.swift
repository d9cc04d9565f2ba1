import CallbackSchema

extension SchemaDrawing {
  /// `{ NAME: object }`, in which an object holds or includes only those before it.
  func drawObjects() -> YAMLText {
    var drawn = drawChosen()
    for _ in 0..<number(0...3) {
      let name = typeName()
      var scope: Set<String> = []
      var entries: [(String, YAMLText)] = []
      var place = FieldPlace(within: fullEditions, allowsRequired: true, objects: objects)
      place.own = name
      var isWhole = true
      if chance(20), fullEditions.count > 1 {
        isWhole = false
        place.within = some(fullEditions)
        place.allowsRequired = false
        entries.append(("editions", .list(place.within.map { .quoted($0) })))
      }
      if chance(50) { entries.append(("doc", doc())) }
      if chance(90) { entries.append(("fields", .map(fields(0...6, in: &scope, place).entries))) }
      // A list ends what would hold itself.
      objects.append(name)
      if isWhole { wholeObjects.append(name) }
      drawn.append(YAMLText.Entry(key: .quoted(name), value: map("object", entries)))
    }
    // What is included brings its names along, so it has its own.
    included = "Shared\(seed)"
    var scope: Set<String> = []
    let shared = FieldPlace(within: fullEditions)
    let fields = fields(0...2, in: &scope, shared).entries
    let base = map("object", [("protocol", .plain("false")), ("fields", .map(fields))])
    drawn.append(YAMLText.Entry(key: .plain("Base\(seed)"), value: base))
    let named = map("field", [("type", .plain("string")), ("doc", .plain("Who named it."))])
    drawn.append(
      YAMLText.Entry(
        key: .plain("Named\(seed)"),
        value: map(
          "object",
          [
            ("protocol", .plain("true")),
            ("fields", .map([.init(key: .plain("namedBy"), value: named)])),
          ])))
    drawn.append(
      YAMLText.Entry(
        key: .plain(included),
        value: map("object", [("include", .list([.plain("Base\(seed)"), .plain("Named\(seed)")]))])
      ))
    scope.insert(RandomNames.folded("namedBy"))
    includedNames = scope
    return .map(drawn)
  }

  /// Objects with the member `kind`, by which they are told apart.
  private func drawChosen() -> [YAMLText.Entry] {
    let raw = pick([Scalar.string, .string, .int, .bool])
    chosenValues =
      switch raw {
      case .string: ["a", "7", "two words"].map { .quoted($0) }
      case .int: ["1", "-7", "70000"].map { .plain($0) }
      default: ["true", "false"].map { .plain($0) }
      }
    return (0..<number(1...3)).map { place in
      let name = "Chosen\(["One", "Two", "Three"][place])\(seed)"
      var scope: Set<String> = ["kind"]
      let more = fields(0...3, in: &scope, FieldPlace(within: fullEditions, allowsRequired: true))
      let kind: YAMLText =
        raw == .string && chance(30)
        ? map("field", [("type", .plain("string")), ("required", .plain("true"))])
        : .plain(raw.rawValue)
      chosen.append(name)
      let own = [YAMLText.Entry(key: .plain("kind"), value: kind)]
      return YAMLText.Entry(
        key: .plain(name),
        value: map("object", [("fields", .map((own + more.entries).shuffled(using: &generator)))]))
    }
  }
}
