extension Report {
  /// For a browser: one page that needs nothing else, no network and no script.
  public var html: String { HTMLPage(self).page.text }
}

/// The page of a report.
struct HTMLPage {
  /// A service as the page has it.
  struct Room {
    var section: Report.Section
    /// Starts the names of all places of the service in the page.
    var id: String
    /// What asks for somebody, the gravest first.
    var loud: [Report.Group]
    /// The groups in which nothing asks for anybody.
    var quiet: [Report.Group]

    init(_ section: Report.Section, id: String) {
      self.section = section
      self.id = id
      func rank(_ group: Report.Group) -> Int { group.entries.map(\.rank).min() ?? 0 }
      loud = section.groups.filter { !$0.entries.allSatisfy(\.isQuiet) }
        .enumerated().sorted { first, second in
          (rank(first.element), first.offset) < (rank(second.element), second.offset)
        }.map(\.element)
      quiet = section.groups.filter { $0.entries.allSatisfy(\.isQuiet) }
    }

    var quietID: String { "\(id)-quiet" }

    /// `Approved or harmless elsewhere`
    var quietTitle: String {
      let marks = quiet.flatMap(\.entries).marks
      let words = [HTMLMark.approved, .harmless].filter(marks.contains).map(\.label)
      let title = words.joined(separator: " or ") + (loud.isEmpty ? "" : " elsewhere")
      return title.prefix(1).uppercased() + title.dropFirst()
    }

    func id(ofGroup place: Int) -> String { "\(id)-g\(place + 1)" }
  }

  let report: Report
  let rooms: [Room]
  let counts: Report.Counts

  init(_ report: Report) {
    self.report = report
    counts = report.counts
    rooms = report.sections.enumerated().map { Room($1, id: "s\($0 + 1)") }
  }

  var page: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
    <title>\(title)</title>
    <style>
    \(Self.style)</style>
    </head>
    <body>
    <a class="skip" href="#changes">To the changes</a>
    <header class="top">
    <h1>What this means for receivers in production</h1>
    \(summary)\(Self.legend)</header>
    <div class="\(counts.total > 0 ? "columns" : "column")">
    \(sidebar)<main id="changes">
    \(rooms.map(room))\(nothing)\(staleApprovals)</main>
    </div>
    <footer>
    <p>Made by <code>callbackgen diff</code>. <code>callbackgen explain RULE</code> tells more of a rule. A fingerprint \
    with a reason, in the file of <code>--approvals</code>, approves a change.</p>
    </footer>
    <p class="hidden" role="status" id="told"></p>
    <script>
    \(Self.script)</script>
    </body>
    </html>

    """
  }

  private var title: String {
    let number = "\(counts.total) change\(counts.total == 1 ? "" : "s")"
    guard let first = rooms.first else { return "Review: no change" }
    let names = rooms.count == 1 ? first.section.service : "\(rooms.count) services"
    return "\(counts.total == 0 ? "no change" : number): \(names)"
  }

  /// The services with their two sides, and how many changes have which verdict.
  private var summary: Markup {
    guard !rooms.isEmpty else { return "<p class=\"calm\">No change.</p>\n" }
    let services = rooms.map { room -> Markup in
      let name = Markup.name(room.section.service)
      let title: Markup =
        room.section.groups.isEmpty || rooms.count == 1
        ? name : "<a href=\"#\(room.id)\">\(name)</a>"
      return """
        <li>
        <h2>\(title) <span class="number">\(Self.number(room.section.counts.total))</span></h2>
        <p class="states"><span><span class="label">from</span> \(Markup.place(room.section.old))</span> \
        <span><span class="label">to</span> \(Markup.place(room.section.new))</span></p>
        \(badges(room.section.counts))</li>

        """
    }
    let all: Markup =
      rooms.count == 1
      ? ""
      : """
      <div class="all"><h2>All services <span class="number">\(Self.number(counts.total))</span></h2>
      \(badges(counts))</div>

      """
    return "\(all)<ul class=\"services\">\n\(services)</ul>\n"
  }

  private static func number(_ count: Int) -> String {
    count == 0 ? "no change" : "\(count) change\(count == 1 ? "" : "s")"
  }

  private func badges(_ counts: Report.Counts) -> Markup {
    let badges = HTMLMark.allCases.compactMap { mark -> Markup? in
      let count = mark.count(in: counts)
      guard count > 0 else { return nil }
      return "<li class=\"tone-\(mark.rawValue)\"><strong>\(count)</strong> \(mark.label)</li>\n"
    }
    return badges.isEmpty ? "" : "<ul class=\"badges\">\n\(badges)</ul>\n"
  }

  private static let legend: Markup = """
    <details class="legend"><summary>What the verdicts mean</summary>
    <dl>
    <dt>Wire</dt><dd>Does yesterday's code read tomorrow's bodies? It breaks where something is lost or misread. It \
    degrades where all is read as before, and a finding says that something is different.</dd>
    <dt>Source</dt><dd>Does code that uses the models still compile, once they are generated anew?</dd>
    <dt>Meaning</dt><dd>Does something look the same, and say something else? No compiler and no reader can see that.</dd>
    </dl>
    </details>

    """

  /// The filters and the contents.
  private var sidebar: Markup {
    guard counts.total > 0 else { return "" }
    let filters = HTMLMark.allCases.filter { $0.count(in: counts) > 0 }.map { mark -> Markup in
      """
      <label class="tone-\(mark.rawValue)"><input type="checkbox" checked="checked" id="show-\(mark.rawValue)"/> \
      <span class="dot"></span>\(mark.label) <span class="number">\(mark.count(in: counts))</span></label>

      """
    }
    return """
      <details class="side" open="open"><summary>Contents<span class="filterable"> and filters</span></summary>
      <div class="inside">
      <fieldset class="filterable"><legend>Show</legend>
      \(filters)</fieldset>
      <nav aria-label="Contents">
      \(rooms.map(contents))</nav>
      </div>
      </details>

      """
  }

  private func contents(of room: Room) -> Markup {
    guard !room.section.groups.isEmpty else { return "" }
    let groups = room.loud.enumerated().map { place, group -> Markup in
      let loud = group.entries.filter { !$0.isQuiet }
      let title = group.title
      let kind: Markup = title.kind.isEmpty ? "" : "<span class=\"hidden\">\(title.kind) </span>"
      return """
        <li class="\(HTMLMark.classes(group.entries.marks))"><a class="tone-\(loud[0].marks[0].rawValue)" \
        href="#\(room.id(ofGroup: place))"><span class="dot"></span>\(kind)\(Markup.name(title.name)) \
        <span class="number">\(group.entries.count)</span></a></li>

        """
    }
    let entries = room.quiet.flatMap(\.entries)
    let quiet: Markup =
      entries.isEmpty
      ? ""
      : """
      <li class="\(HTMLMark.classes(entries.marks))"><a class="tone-harmless" href="#\(room.quietID)">\
      <span class="dot"></span>\(room.quietTitle) \
      <span class="number">\(entries.count)</span></a></li>

      """
    return """
      <p class="service"><a href="#\(room.id)">\(Markup.name(room.section.service))</a></p>
      <ul>
      \(groups)\(quiet)</ul>

      """
  }

  /// Told where every filter is off.
  private var nothing: Markup {
    counts.total == 0 ? "" : "<p class=\"nothing\">Every filter is off.</p>\n"
  }

  private var staleApprovals: Markup {
    guard !report.staleApprovals.isEmpty else { return "" }
    let rows = report.staleApprovals.map {
      "<li>\(Markup.code($0.fingerprint)) \(Markup.name($0.reason))</li>\n" as Markup
    }
    return """
      <section class="stale" aria-labelledby="stale">
      <h2 id="stale">Approvals of changes that are not there</h2>
      <p>Take the lines out, or approve the new changes.</p>
      <ul>
      \(rows)</ul>
      </section>

      """
  }
}
