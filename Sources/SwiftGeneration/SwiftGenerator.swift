public import CallbackSchema
public import SchemaSource

/// Generates Swift code from a service's schema.
public enum SwiftGenerator {
  /// Generates one Swift file for each schema file, even if it declares nothing: a build plugin derives its outputs from the
  /// paths alone.
  ///
  /// Invalid and colliding Swift names are reported as errors; the files must then be discarded.
  public static func generate(
    _ service: Service, options: GenerationOptions = GenerationOptions(),
    into diagnostics: inout Diagnostics
  ) -> [GeneratedFile] {
    generate(service, options: options, into: &diagnostics) { name, text in
      GeneratedFile(name: name, text: text.text())
    }
  }

  /// The same, passing the name and the text of each file to a closure, on several threads. After an error the results must
  /// be discarded.
  package static func generate<Result: Sendable>(
    _ service: Service, options: GenerationOptions = GenerationOptions(),
    into diagnostics: inout Diagnostics,
    _ transform: @Sendable (_ name: String, _ text: borrowing OutputBuffer) -> Result
  ) -> [Result] {
    let plan = plan(service, options, into: &diagnostics)
    let results = service.stems.concurrentMap { stem in
      transform(
        GeneratedFile.name(service: service.name, stem: stem), text(stem, plan, options))
    }
    discard(consume plan)
    return results
  }

  /// Reports what `generate` reports, without the text of the files.
  public static func check(
    _ service: Service, options: GenerationOptions = GenerationOptions(),
    into diagnostics: inout Diagnostics
  ) {
    let plan = plan(service, options, into: &diagnostics)
    discard(consume plan)
  }

  private static func plan(
    _ service: Service, _ options: GenerationOptions, into diagnostics: inout Diagnostics
  ) -> Plan {
    var planner = Planner(service, options)
    let plan = planner.plan()
    for diagnostic in planner.naming.diagnostics.all { diagnostics.report(diagnostic) }
    return plan
  }

  /// Reports invalid and colliding Swift names, also those of a schema with other errors.
  public static func checkNames(
    _ service: Service, options: GenerationOptions = GenerationOptions(),
    into diagnostics: inout Diagnostics
  ) {
    var planner = Planner(service, options)
    let plan = planner.plan()
    discard(consume plan)
    planner.reportNames(into: &diagnostics)
  }

  private static func text(
    _ stem: String, _ plan: Plan, _ options: GenerationOptions
  ) -> OutputBuffer {
    var text = SwiftText(options)
    text.line("\(GeneratedFile.header)\(plan.service.name)/\(stem).yaml. Do not edit.")
    text.line("// swift-format-ignore-file")
    for line in options.header { text.line(line.isEmpty ? "//" : "// \(line)") }
    let types = plan.types[stem] ?? []
    let isRoot = stem == plan.service.stem
    guard isRoot || !types.isEmpty else { return text.finished() }
    text.line()
    let access = options.access == .internal ? "" : "\(options.access.rawValue) "
    text.line("@_spi(Generated) \(access)import CallbackRuntime")
    for module in options.imports where module != "CallbackRuntime" {
      text.line("import \(module)")
    }
    if isRoot {
      text.namespace(plan)
      text.callback(plan)
      text.service(plan)
      text.events(plan)
    }
    if !types.isEmpty {
      text.line()
      text.block("extension \(plan.namespace.declared)") { text in
        for (place, type) in types.enumerated() {
          if place > 0 { text.line() }
          text.declaration(type, in: DeclarationPlace(namespace: plan.namespace))
        }
      }
    }
    let objects = types.flatMap(\.objects)
    let alternatives =
      types.flatMap(\.alternatives)
      + (isRoot ? plan.callback.root.everyNested.flatMap(\.alternatives) : [])
    guard isRoot || !objects.isEmpty else { return text.finished() }
    text.line()
    text.line("// MARK: - Reading, writing, validating, comparing")
    if isRoot {
      text.callbackCoding(plan)
      text.eventCoding(plan)
    }
    for object in objects { text.coding(object, plan) }
    for enumeration in alternatives { text.coding(enumeration, plan) }
    return text.finished()
  }
}

extension TypePlan {
  /// The object and the objects inside it.
  var objects: [ObjectPlan] {
    switch self {
    case .object(let object): [object] + object.nested.flatMap(\.objects)
    case .table, .text, .alternatives, .protocol: []
    }
  }

  /// The enumerations of types, at any depth.
  var alternatives: [AlternativesPlan] {
    switch self {
    case .alternatives(let alternatives): [alternatives]
    case .object(let object): object.nested.flatMap(\.alternatives)
    case .table, .text, .protocol: []
    }
  }
}
