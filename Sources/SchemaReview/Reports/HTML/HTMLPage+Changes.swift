extension HTMLPage {
  /// The changes of a service.
  func changes(of service: ServiceSection) -> HTMLFragment {
    guard !service.section.groups.isEmpty else { return "" }
    var ids = Ids(prefix: service.id)
    let open = service.open.enumerated().map { index, group in
      Self.group(group, id: service.id(ofGroup: index), &ids)
    }
    let entries = service.settled.flatMap(\.entries)
    return """
      <section class="service \(ChangeCategory.classes(service.section.groups.flatMap(\.entries).categories))" \
      aria-labelledby="\(service.id)">
      <h2 id="\(service.id)"\(services.count == 1 ? " class=\"hidden\"" : "" as HTMLFragment)>\(HTMLFragment.name(service.section.service))</h2>
      \(open)\(entries.isEmpty ? "" : Self.settled(service, entries, &ids))</section>

      """
  }

  /// Unique anchors of changes.
  private struct Ids {
    var prefix: String
    var used: Set<String> = []

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

  private static func group(_ group: Report.Group, id: String, _ ids: inout Ids) -> HTMLFragment {
    let settled = group.entries.filter(\.isSettled)
    let open = group.entries.filter { !$0.isSettled }.map { change($0, level: 4, &ids) }
    let folded: HTMLFragment =
      settled.isEmpty
      ? ""
      : """
      <details class="fold \(ChangeCategory.classes(settled.categories))"><summary>\(settledCounts(settled))</summary>
      \(settled.map { change($0, level: 4, &ids) })</details>

      """
    return """
      <section class="group \(ChangeCategory.classes(group.entries.categories))" aria-labelledby="\(id)">
      <h3 id="\(id)">\(heading(group))</h3>
      \(open)\(folded)</section>

      """
  }

  /// The groups whose changes are all approved or harmless, folded.
  private static func settled(
    _ service: ServiceSection, _ entries: [Report.Entry], _ ids: inout Ids
  ) -> HTMLFragment {
    let groups = service.settled.map { group -> HTMLFragment in
      """
      <section class="group \(ChangeCategory.classes(group.entries.categories))">
      <h4>\(heading(group))</h4>
      \(group.entries.map { change($0, level: 5, &ids) })</section>

      """
    }
    return """
      <section class="group \(ChangeCategory.classes(entries.categories))" aria-labelledby="\(service.settledID)">
      <h3 id="\(service.settledID)">\(service.settledTitle)</h3>
      <details class="fold"><summary>\(settledCounts(entries))</summary>
      \(groups)</details>
      </section>

      """
  }

  private static func heading(_ group: Report.Group) -> HTMLFragment {
    let title = group.title
    let kind: HTMLFragment = title.kind.isEmpty ? "" : "<span class=\"kind\">\(title.kind)</span> "
    return "\(kind)\(HTMLFragment.name(title.name))"
  }

  /// The numbers of settled changes: `2 approved, 1 harmless`.
  private static func settledCounts(_ entries: [Report.Entry]) -> String {
    [ChangeCategory.approved, .harmless].compactMap { category in
      let count = entries.filter { $0.categories.contains(category) }.count
      return count == 0 ? nil : "\(count) \(category.label)"
    }.joined(separator: ", ")
  }

  private static func change(_ entry: Report.Entry, level: Int, _ ids: inout Ids) -> HTMLFragment {
    let (change, rule, id) = (entry.change, entry.change.rule, ids.next(entry.change))
    let sign: (text: String, name: String) =
      change.old == nil ? ("+", "added") : change.new == nil ? ("−", "removed") : ("~", "changed")
    let approval: HTMLFragment =
      entry.approval.map {
        "<p class=\"approval\"><b>Approved:</b> \(HTMLFragment.name($0.reason))</p>\n"
      } ?? ""
    return """
      <article id="\(id)" \
      class="change \(ChangeCategory.classes(entry.categories)) worst-\(entry.categories[0].rawValue)">
      <h\(level)><span class="sign \(sign.name)"><span aria-hidden="true">\(sign.text)</span>\
      <span class="hidden">\(sign.name): </span></span><bdi dir="ltr">\(HTMLFragment.isolated(change.message))</bdi></h\(level)>
      <div class="under"><ul class="chips" aria-label="Verdicts">\(chips(change))</ul>
      <a class="path" href="#\(id)"><span class="hidden">Link to </span>\(HTMLFragment.code(change.path))</a></div>
      \(approval)\(states(change))\(events(change.events))<dl class="words">
      <div><dt>Why</dt><dd>\(rule.why)</dd></div>
      <div class="advice"><dt>Advice</dt><dd>\(rule.advice)</dd></div>
      </dl>
      <p class="marks"><span><span class="label">rule</span> \(HTMLFragment.code(rule.id))</span> \
      <span><span class="label">fingerprint</span> <code class="whole">\(change.fingerprint)</code> \
      <button type="button" data-copy="\(change.fingerprint)">Copy\
      <span class="hidden"> fingerprint \(change.fingerprint)</span></button></span></p>
      </article>

      """
  }

  private static func chips(_ change: Change) -> [HTMLFragment] {
    let rule = change.rule
    func chip(_ name: String, _ verdict: String, _ category: ChangeCategory?) -> HTMLFragment {
      let tone = category.map { "tone-\($0.rawValue)" } ?? "safe"
      return "<li class=\"\(tone)\"><span>\(name)</span> <b>\(verdict)</b></li>"
    }
    let wire: HTMLFragment =
      switch rule.wire {
      case .safe: chip("wire", "safe", nil)
      case .ignores(let finding): chip("wire", "ignores: \(finding)", .ignored)
      case .degrades(let finding): chip("wire", "degrades: \(finding)", .degrades)
      case .breaks: chip("wire", "breaks", .wire)
      }
    let source: HTMLFragment =
      switch rule.source {
      case .safe: chip("source", "safe", nil)
      case .warning: chip("source", "warns", .warns)
      case .breaks: chip("source", "breaks", .source)
      }
    let meaning =
      rule.meaning == .changed ? chip("meaning", "changed", .meaning) : chip("meaning", "same", nil)
    let findings = change.history.findings.joined(separator: ", ")
    let history: HTMLFragment =
      switch change.history.level {
      case .safe: chip("history", "safe", nil)
      case .ignores: chip("history", "ignores: \(findings)", .ignored)
      case .degrades: chip("history", "degrades: \(findings)", .historyDegrades)
      case .breaks: chip("history", "breaks", .history)
      }
    return [wire, source, meaning, history]
  }

  private static func events(_ events: [String]) -> HTMLFragment {
    guard !events.isEmpty else { return "" }
    let names = events.map { "<li>\(HTMLFragment.code($0))</li> " as HTMLFragment }
    let list: HTMLFragment = "<ul>\(names)</ul>"
    guard events.count > 8 else {
      let label = events.count == 1 ? "event" : "events"
      return "<div class=\"events\"><span class=\"label\">\(label)</span> \(list)</div>\n"
    }
    return """
      <details class="events"><summary>\(events.count) affected events</summary>\(list)</details>

      """
  }
}

extension ChangeCategory {
  /// The CSS classes of an element that is shown while a filter selects one of the categories.
  static func classes(_ categories: [ChangeCategory]) -> String {
    (["v"] + allCases.filter(categories.contains).map(\.rawValue)).joined(separator: " ")
  }
}

extension Report.Group {
  /// The kind and the name of the group: `event` and `ExitRoom` of `events.ExitRoom`, no kind and `envelope` of `envelope`.
  var title: (kind: String, name: String) {
    let kinds = ["events": "event", "tables": "table", "objects": "object", "formats": "format"]
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = kinds[parts[0]] else { return ("", path) }
    return (kind, parts[1])
  }
}
