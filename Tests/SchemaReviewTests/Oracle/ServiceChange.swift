import PayloadValidation

/// A change of one statement of a service.
struct ServiceChange: Sendable {
  let name: String
  /// Changes a service; the schema is the same afterwards where the change does not apply.
  let apply: @Sendable (inout DrawnService, inout SeededGenerator) -> Void

  init(
    _ name: String, _ apply: @escaping @Sendable (inout DrawnService, inout SeededGenerator) -> Void
  ) {
    (self.name, self.apply) = (name, apply)
  }

  static let all = ofServices + ofEvents + ofMembers + ofTables + ofObjects

  // MARK: - Services

  private static let ofServices = [
    ServiceChange("another discriminator") { service, _ in
      service.replace("event", ["by: kind": "by: type", "by: type": "by: kind"])
    },
    ServiceChange("a discriminator in a header") { service, _ in
      service.entries["headers"] = "{ X-Topic: string }"
      service.replace("event", ["by: kind": "by: header X-Topic"])
    },
    ServiceChange("another payload") { service, generator in
      let place = ["in: data", "in: body", "in: ."].shuffled(using: &generator)
      service.replace("event", [place[0]: place[1], place[2]: place[1]])
    },
    ServiceChange("other products") { service, generator in
      service.entries["only"] =
        [nil, "{ group: 3 }", "{ group: [3, 4] }", "{ group: { not: 3 } }", "{ count: 3 }"]
        .randomElement(using: &generator) ?? nil
    },
    ServiceChange("another identity") { service, generator in
      service.entries["identity"] =
        [nil, "[id]", "[task]", "[id, task]"].randomElement(using: &generator) ?? nil
    },
    ServiceChange("another order") { service, generator in
      service.entries["order"] = [nil, "count", "group"].randomElement(using: &generator) ?? nil
    },
    ServiceChange("other probes") { service, generator in
      service.entries["probes"] =
        [nil, "[{ id: test }]", "[{ task: test }]"].randomElement(using: &generator) ?? nil
    },
    ServiceChange("another body") { service, _ in
      service.entries["body"] = service.entries["body"] == nil ? "list" : nil
    },
    ServiceChange("an edition less") { service, _ in
      guard service.editions.count > 1 else { return }
      service.editions.removeFirst()
    },
    ServiceChange("an edition more") { service, _ in
      service.editions.append(service.name())
    },
  ]

  // MARK: - Events

  private static let ofEvents = [
    ServiceChange("an event more") { service, generator in
      let id = (service.events.map(\.id).max() ?? 0) + 1
      let event = service.event(id, using: &generator)
      service.events.append(event)
    },
    ServiceChange("an event less") { service, generator in
      guard service.events.count > 1 else { return }
      service.events.remove(at: Int.random(in: 1..<service.events.count, using: &generator))
    },
    ServiceChange("another id") { service, generator in
      let id = (service.events.map(\.id).max() ?? 0) + 1
      service.changeEvent(using: &generator) { $0.id = id }
    },
    ServiceChange("an event with the id of a removed one") { service, generator in
      guard service.events.count > 1 else { return }
      let id = service.events.removeLast().id
      let event = service.event(id, using: &generator)
      service.events.append(event)
    },
    ServiceChange("ids exchanged") { service, _ in
      guard service.events.count > 1 else { return }
      let ids = (service.events[0].id, service.events[1].id)
      (service.events[0].id, service.events[1].id) = (ids.1, ids.0)
    },
    ServiceChange("descriptions exchanged") { service, _ in
      guard service.events.count > 1 else { return }
      let docs = (service.events[0].doc, service.events[1].doc)
      (service.events[0].doc, service.events[1].doc) = (docs.1, docs.0)
    },
    ServiceChange("another key") { service, generator in
      let key = service.name()
      service.changeEvent(using: &generator) { $0.key = key }
    },
    ServiceChange("another key and description") { service, generator in
      let (key, doc) = (service.name(), service.doc())
      service.changeEvent(using: &generator) { ($0.key, $0.doc) = (key, doc) }
    },
    ServiceChange("another place of the payload") { service, generator in
      let place = [nil, ".", "body", "none"].randomElement(using: &generator) ?? nil
      service.changeEvent(using: &generator) { $0.entries["in"] = place }
    },
    ServiceChange("another outcome") { service, generator in
      let outcome = [nil, "success", "failure"].randomElement(using: &generator) ?? nil
      service.changeEvent(using: &generator) { $0.entries["outcome"] = outcome }
    },
    ServiceChange("another constant") { service, generator in
      let constant =
        [nil, "{ group: 3 }", "{ group: 4 }", "{ count: { value: 3, editions: [en] } }"]
        .randomElement(using: &generator) ?? nil
      service.changeEvent(using: &generator) { $0.entries["const"] = constant }
    },
    ServiceChange("an object as the payload") { service, generator in
      let name = service.objects.randomElement(using: &generator)?.name
      service.changeEvent(using: &generator) { event in
        guard event.entries["type"] == nil else { return }
        event.entries["type"] = name
        event.fields = []
      }
    },
    ServiceChange("other editions of an event") { service, generator in
      let editions = service.editions.randomElement(using: &generator).map { "[\($0)]" }
      service.changeEvent(using: &generator) { event in
        event.entries["editions"] = event.entries["editions"] == nil ? editions : nil
      }
    },
    ServiceChange("deprecated") { service, generator in
      service.changeEvent(using: &generator) { event in
        event.entries["deprecated"] = event.entries["deprecated"] == nil ? "Use another." : nil
      }
    },
  ]

  // MARK: - Members of the envelope, of events and of objects

  private static let ofMembers = [
    ServiceChange("a member more") { service, generator in
      let member = service.member(using: &generator)
      service.changeMembers(using: &generator) { members, _ in members.append(member) }
    },
    ServiceChange("a member less") { service, generator in
      service.changeMembers(using: &generator) { members, generator in
        guard members.count > 1 else { return }
        members.remove(at: Int.random(in: 0..<members.count, using: &generator))
      }
    },
    ServiceChange("another name") { service, generator in
      let name = service.name()
      service.changeMember(using: &generator) { member, _ in member.name = name }
    },
    ServiceChange("another name and the old one as alias") { service, generator in
      let name = service.name()
      service.changeMember(using: &generator) { member, _ in
        member.entries["aliases"] = "[\(member.name)]"
        member.name = name
      }
    },
    ServiceChange("another type") { service, generator in
      let type = service.member(using: &generator).type
      service.changeMember(using: &generator) { member, _ in member.type = type }
    },
    ServiceChange("a string with JSON") { service, generator in
      service.changeMember(named: ["data", "body"], using: &generator) { member, generator in
        member.type = "string"
        member.entries["format"] = "json"
        if Bool.random(using: &generator) { member.entries["accepts"] = "[object]" }
      }
    },
    ServiceChange("descriptions of members exchanged") { service, generator in
      service.changeMembers(using: &generator) { members, _ in
        guard members.count > 1 else { return }
        let docs = (members[0].entries["doc"], members[1].entries["doc"])
        (members[0].entries["doc"], members[1].entries["doc"]) = (docs.1, docs.0)
      }
    },
    ServiceChange("optional or not") { service, generator in
      service.toggle("optional", "true", using: &generator)
    },
    ServiceChange("required or not") { service, generator in
      service.toggle("required", "true", using: &generator)
    },
    ServiceChange("null or not") { service, generator in
      service.toggle("nullable", "true", using: &generator)
    },
    ServiceChange("other editions") { service, generator in
      let edition = service.editions.randomElement(using: &generator) ?? "en"
      service.toggle("editions", "[\(edition)]", using: &generator)
    },
    ServiceChange("other aliases") { service, generator in
      service.toggle("aliases", "[\(service.name())]", using: &generator)
    },
    ServiceChange("other JSON types accepted") { service, generator in
      let kind = ["string", "number", "bool"].randomElement(using: &generator) ?? ""
      service.toggle("accepts", "[\(kind)]", using: &generator)
    },
    ServiceChange("another reading") { service, generator in
      let reading =
        ["wire: \(service.name())", "type: string", "optional: true", "nullable: true"]
        .randomElement(using: &generator) ?? ""
      service.toggle(
        "readings", "{ en: { \(reading) }, because: It is older. }", using: &generator)
    },
  ]

  // MARK: - Tables

  private static let ofTables = [
    ServiceChange("a row more") { service, generator in
      let (name, doc) = (service.name(), service.doc())
      service.changeTable(using: &generator) { table in
        let greatest = table.rows.map(\.value).max() ?? 1
        table.rows.append(
          .init(value: table.isFlags ? greatest * 2 : greatest + 1, name: name, doc: doc))
      }
    },
    ServiceChange("a row less") { service, generator in
      service.changeTable(using: &generator) { if $0.rows.count > 1 { $0.rows.removeLast() } }
    },
    ServiceChange("another value") { service, generator in
      service.changeTable(using: &generator) { $0.rows[0].value = $0.isFlags ? 64 : 9 }
    },
    ServiceChange("values exchanged") { service, generator in
      service.changeTable(using: &generator) { table in
        guard table.rows.count > 1 else { return }
        let values = (table.rows[0].value, table.rows[1].value)
        (table.rows[0].value, table.rows[1].value) = (values.1, values.0)
      }
    },
    ServiceChange("a row with the value of a removed one") { service, generator in
      let (name, doc) = (service.name(), service.doc())
      service.changeTable(using: &generator) { ($0.rows[0].name, $0.rows[0].doc) = (name, doc) }
    },
    ServiceChange("another name of a row") { service, generator in
      let name = service.name()
      service.changeTable(using: &generator) { $0.rows[0].name = name }
    },
    ServiceChange("another description of a row") { service, generator in
      let doc = service.doc()
      service.changeTable(using: &generator) { $0.rows[0].doc = doc }
    },
    ServiceChange("a row for all other values, or none") { service, generator in
      service.changeTable(using: &generator) { $0.otherwise = $0.otherwise == nil ? "any" : nil }
    },
    ServiceChange("another kind of table") { service, generator in
      service.changeTable(using: &generator) { $0.isFlags.toggle() }
    },
    ServiceChange("another type of codes") { service, generator in
      let raw = ["int", "int32", "uint64", "string"].randomElement(using: &generator) ?? "int"
      service.changeTable(using: &generator) { $0.raw = raw }
    },
  ]

  // MARK: - Objects

  private static let ofObjects = [
    ServiceChange("another name of an object") { service, _ in
      let name = "Object\(service.name())"
      service.rename(service.objects[0].name, to: name)
      service.objects[0].name = name
    },
    ServiceChange("other editions of an object") { service, generator in
      let editions = service.editions.randomElement(using: &generator).map { "[\($0)]" }
      let place = Int.random(in: service.objects.indices, using: &generator)
      service.objects[place].editions = service.objects[place].editions == nil ? editions : nil
    },
    ServiceChange("objects that exchange their names") { service, _ in
      let names = service.objects.map(\.name)
      service.rename(names[0], to: "Other")
      service.rename(names[1], to: names[0])
      service.rename("Other", to: names[1])
      (service.objects[0].name, service.objects[1].name) = (names[1], names[0])
    },
    ServiceChange("objects that exchange their members") { service, _ in
      let fields = service.objects.map(\.fields)
      (service.objects[0].fields, service.objects[1].fields) = (fields[1], fields[0])
    },
    ServiceChange("a member that moves to another object") { service, _ in
      guard service.objects[0].fields.count > 1 else { return }
      service.objects[1].fields.append(service.objects[0].fields.removeLast())
    },
  ]
}
