extension HTMLPage {
  /// The changes of a service.
  func room(_ room: Room) -> Markup {
    guard !room.section.groups.isEmpty else { return "" }
    var ids = Ids(room.id)
    let loud = room.loud.enumerated().map { place, group in
      Self.group(group, id: room.id(ofGroup: place), &ids)
    }
    let entries = room.quiet.flatMap(\.entries)
    return """
      <section class="service \(HTMLMark.classes(room.section.groups.flatMap(\.entries).marks))" \
      aria-labelledby="\(room.id)">
      <h2 id="\(room.id)"\(rooms.count == 1 ? " class=\"hidden\"" : "" as Markup)>\(Markup.name(room.section.service))</h2>
      \(loud)\(entries.isEmpty ? "" : Self.quiet(room, entries, &ids))</section>

      """
  }

  /// Makes names of changes that are there once in a page.
  private struct Ids {
    var prefix: String
    var used: Set<String> = []

    init(_ prefix: String) { self.prefix = prefix }

    mutating func next(_ change: Change) -> String {
      let first = "\(prefix)-\(change.fingerprint)"
      var (id, number) = (first, 1)
      while !used.insert(id).inserted {
        number += 1
        id = "\(first)-\(number)"
      }
      return id
    }
  }

  private static func group(_ group: Report.Group, id: String, _ ids: inout Ids) -> Markup {
    let quiet = group.entries.filter(\.isQuiet)
    let loud = group.entries.filter { !$0.isQuiet }.map { change($0, level: 4, &ids) }
    let folded: Markup =
      quiet.isEmpty
      ? ""
      : """
      <details class="fold \(HTMLMark.classes(quiet.marks))"><summary>\(told(quiet))</summary>
      \(quiet.map { change($0, level: 4, &ids) })</details>

      """
    return """
      <section class="group \(HTMLMark.classes(group.entries.marks))" aria-labelledby="\(id)">
      <h3 id="\(id)">\(heading(group))</h3>
      \(loud)\(folded)</section>

      """
  }

  /// Groups in which nothing asks for anybody, folded together.
  private static func quiet(
    _ room: Room, _ entries: [Report.Entry], _ ids: inout Ids
  ) -> Markup {
    let groups = room.quiet.map { group -> Markup in
      """
      <section class="group \(HTMLMark.classes(group.entries.marks))">
      <h4>\(heading(group))</h4>
      \(group.entries.map { change($0, level: 5, &ids) })</section>

      """
    }
    return """
      <section class="group \(HTMLMark.classes(entries.marks))" aria-labelledby="\(room.quietID)">
      <h3 id="\(room.quietID)">\(room.quietTitle)</h3>
      <details class="fold"><summary>\(told(entries))</summary>
      \(groups)</details>
      </section>

      """
  }

  private static func heading(_ group: Report.Group) -> Markup {
    let title = group.title
    let kind: Markup = title.kind.isEmpty ? "" : "<span class=\"kind\">\(title.kind)</span> "
    return "\(kind)\(Markup.name(title.name))"
  }

  /// `2 approved, 1 harmless`
  private static func told(_ entries: [Report.Entry]) -> String {
    [HTMLMark.approved, .harmless].compactMap { mark in
      let count = entries.filter { $0.marks.contains(mark) }.count
      return count == 0 ? nil : "\(count) \(mark.label)"
    }.joined(separator: ", ")
  }

  private static func change(_ entry: Report.Entry, level: Int, _ ids: inout Ids) -> Markup {
    let (change, rule, id) = (entry.change, entry.change.rule, ids.next(entry.change))
    let sign: (text: String, name: String) =
      change.old == nil ? ("+", "added") : change.new == nil ? ("−", "removed") : ("~", "changed")
    let approval: Markup =
      entry.approval.map {
        "<p class=\"approval\"><b>Approved:</b> \(Markup.name($0.reason))</p>\n"
      }
      ?? ""
    return """
      <article id="\(id)" \
      class="change \(HTMLMark.classes(entry.marks)) worst-\(entry.marks[0].rawValue)">
      <h\(level)><span class="sign \(sign.name)"><span aria-hidden="true">\(sign.text)</span>\
      <span class="hidden">\(sign.name): </span></span><bdi dir="ltr">\(Markup.isolated(change.message))</bdi></h\(level)>
      <div class="under"><ul class="chips" aria-label="Verdicts">\(chips(rule))</ul>
      <a class="path" href="#\(id)"><span class="hidden">Link to </span>\(Markup.code(change.path))</a></div>
      \(approval)\(sides(change))\(events(change.events))<dl class="words">
      <div><dt>Why</dt><dd>\(rule.why)</dd></div>
      <div class="advice"><dt>What to do</dt><dd>\(rule.advice)</dd></div>
      </dl>
      <p class="marks"><span><span class="label">rule</span> \(Markup.code(rule.id))</span> \
      <span><span class="label">fingerprint</span> <code class="whole">\(change.fingerprint)</code> \
      <button type="button" data-copy="\(change.fingerprint)">Copy\
      <span class="hidden"> fingerprint \(change.fingerprint)</span></button></span></p>
      </article>

      """
  }

  private static func chips(_ rule: ReviewRule) -> [Markup] {
    func chip(_ name: String, _ verdict: String, _ mark: HTMLMark?) -> Markup {
      let tone = mark.map { "tone-\($0.rawValue)" } ?? "safe"
      return "<li class=\"\(tone)\"><span>\(name)</span> <b>\(verdict)</b></li>"
    }
    let wire: Markup =
      switch rule.wire {
      case .safe: chip("wire", "safe", nil)
      case .degrades(let finding): chip("wire", "degrades: \(finding)", .degrades)
      case .breaks: chip("wire", "breaks", .wire)
      }
    let source: Markup =
      switch rule.source {
      case .safe: chip("source", "safe", nil)
      case .warning: chip("source", "warns", .warns)
      case .breaks: chip("source", "breaks", .source)
      }
    let meaning =
      rule.meaning == .changed ? chip("meaning", "changed", .meaning) : chip("meaning", "same", nil)
    return [wire, source, meaning]
  }

  private static func events(_ events: [String]) -> Markup {
    guard !events.isEmpty else { return "" }
    let names = events.map { "<li>\(Markup.code($0))</li> " as Markup }
    let list: Markup = "<ul>\(names)</ul>"
    guard events.count > 8 else {
      let label = events.count == 1 ? "event" : "events"
      return "<div class=\"events\"><span class=\"label\">\(label)</span> \(list)</div>\n"
    }
    return """
      <details class="events"><summary>\(events.count) events concerned</summary>\(list)</details>

      """
  }
}
