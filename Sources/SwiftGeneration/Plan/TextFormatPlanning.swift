import CallbackSchema

extension Planner {
  mutating func planTextFormat(_ format: TextFormat, _ path: [SwiftName]) -> TextFormatPlan {
    var scope = NameScope()
    scope.reserve("other", "the case for other strings")
    let forms = format.forms.map { form in
      let name = naming.name(form.name.value, as: .eventCase, at: form.name.range)
      scope.add(name, "form", form.name.value, at: form.name.range, &naming)
      var labels = NameScope()
      let parts = form.parts.compactMap { name, isOptional -> PartPlan? in
        guard let part = format.part(named: name) else { return nil }
        let label = propertyName(part)
        labels.add(label, "part", name, at: part.range, &naming)
        return PartPlan(
          name: label, type: partType(part), isOptional: isOptional, part: part)
      }
      var doc = Documentation(
        "A string that matches `\(form.template.value)`.", about: form.provenance, service)
      doc.bullets = parts.compactMap { part in
        part.part.doc.map { "`\(part.name.text)`: \($0.onOneLine)" }
      }
      return FormPlan(name: name, form: form, parts: parts, doc: doc)
    }
    var doc = Documentation(format.doc ?? "A string with parts.")
    doc.paragraphs.append(
      "A string that matches no documented template becomes `other`, unchanged.")
    return TextFormatPlan(path: path, format: format, forms: forms, doc: doc)
  }

  private func partType(_ part: Field) -> TypeReference {
    switch part.type {
    case .scalar(.int): .builtIn(.int)
    case .stringOrInteger: .builtIn(.stringOrInteger)
    case .table(let name):
      .schema([tableNames[name] ?? SwiftName(text: name)], .codes(raw(of: name)))
    default: .builtIn(.string)
    }
  }
}
