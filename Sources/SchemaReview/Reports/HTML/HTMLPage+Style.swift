extension HTMLPage {
  /// The style sheet, whose colours have a contrast of at least 4.5 to 1 in the light and the dark scheme.
  ///
  /// Filters need no script: an element has a class for each category, and `:has()` tests the checkboxes.
  static let style: HTMLFragment = """
    :root { --back: #f4f5f7; --card: #fff; --text: #1b1f24; --soft: #57606a; --line: #d5dae0; --link: #0550ae;
      --well: #f4f6f8; --del: #ffd7d5; --ins: #c5f0cf; color-scheme: light dark; }
    .tone-meaning, .worst-meaning { --tone: #6a27b3; --tint: #f1e6ff; }
    .tone-wire, .worst-wire { --tone: #a40e26; --tint: #ffe6e4; }
    .tone-source, .worst-source { --tone: #8a3b00; --tint: #ffecdc; }
    .tone-degrades, .worst-degrades { --tone: #685000; --tint: #fbf0b8; }
    .tone-warns, .worst-warns { --tone: #0b4f8a; --tint: #dcf0ff; }
    .tone-approved, .worst-approved { --tone: #116329; --tint: #d8f6df; }
    .tone-harmless, .worst-harmless { --tone: #505963; --tint: #e8ecf0; }
    @media (prefers-color-scheme: dark) {
      :root { --back: #0d1117; --card: #161b22; --text: #e6edf3; --soft: #9da7b3; --line: #30363d; --link: #79c0ff;
        --well: #0f141a; --del: #67221f; --ins: #17492a; }
      .tone-meaning, .worst-meaning { --tone: #d9b8ff; --tint: #331d52; }
      .tone-wire, .worst-wire { --tone: #ffb3ab; --tint: #4f171a; }
      .tone-source, .worst-source { --tone: #ffc08a; --tint: #47290c; }
      .tone-degrades, .worst-degrades { --tone: #ebd36f; --tint: #393006; }
      .tone-warns, .worst-warns { --tone: #9ecbff; --tint: #102c4e; }
      .tone-approved, .worst-approved { --tone: #8fe0a0; --tint: #11361d; }
      .tone-harmless, .worst-harmless { --tone: #b1bac4; --tint: #262c34; }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 0 1.5rem; max-width: 86rem; background: var(--back); color: var(--text);
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1, h2, h3, h4, h5 { line-height: 1.3; margin: 0; }
    h1 { font-size: 1.6rem; }
    h2 { font-size: 1.3rem; }
    h3 { font-size: 1.1rem; }
    h4, h5 { font-size: 1rem; }
    ul { margin: 0; padding: 0; list-style: none; }
    p { margin: 0; }
    a { color: var(--link); }
    code { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
      white-space: pre-wrap; direction: ltr; unicode-bidi: isolate; }
    summary { cursor: pointer; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; padding: .3rem .6rem; background: var(--card); z-index: 2; }
    .label, .number, .kind { color: var(--soft); font-weight: 400; }
    .label { font-size: .8125rem; }
    .number { font-size: .875rem; font-variant-numeric: tabular-nums; }
    .dot { display: inline-block; width: .6rem; height: .6rem; margin-right: .45rem; border-radius: 50%;
      background: var(--tone); flex: none; }
    .top { padding: 1.75rem 0 1.25rem; }
    .all, .services li, .calm { margin-top: 1rem; }
    .services > li, .all, .calm { padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line);
      border-radius: 8px; }
    .states { margin: .25rem 0 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
    .badges { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .75rem; }
    .services .badges li { margin: 0; }
    .badges li { padding: .25rem .7rem; border-radius: 6px; background: var(--tint); color: var(--tone); }
    .badges strong { font-size: 1.15rem; font-variant-numeric: tabular-nums; }
    .legend { margin-top: 1rem; color: var(--soft); }
    .legend dl { margin: .5rem 0 0; max-width: 50rem; display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
    .legend dt { font-weight: 600; color: var(--text); }
    .legend dd { margin: 0; }
    .columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2rem; align-items: start; }
    .side { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: .75rem 0 1rem; font-size: .9375rem; }
    .side > summary { font-weight: 600; }
    .side fieldset { margin: .75rem 0 1rem; padding: 0; border: 0; }
    .side legend { padding: 0; color: var(--soft); font-size: .8125rem; }
    .side label { display: flex; align-items: center; padding: .1rem 0; }
    .side label .number, .side li .number { margin-left: auto; padding-left: .5rem; }
    .side input { margin: 0 .5rem 0 0; width: 1rem; height: 1rem; flex: none; }
    .side .service { margin-top: .75rem; font-weight: 600; }
    .side .service a, .side li a { color: var(--text); text-decoration: none; }
    .side li a { display: flex; align-items: baseline; padding: .15rem .4rem; margin: 0 -.4rem; border-radius: 5px; }
    .side li a:hover { background: var(--tint); }
    .side .service a:hover { text-decoration: underline; }
    main { min-width: 0; padding-top: .5rem; }
    .service > h2 { margin-bottom: .5rem; }
    section.service + section.service { margin-top: 3rem; }
    .group { margin-bottom: 2rem; }
    .group > h3, .group > h4 { padding: .25rem 0 .5rem; }
    .change { margin-bottom: .75rem; padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line);
      border-left: 4px solid var(--tone); border-radius: 6px; }
    .change:target { outline: 2px solid var(--link); }
    .change > h4, .change > h5 { display: flex; gap: .6rem; }
    .sign { flex: none; width: 1.4rem; height: 1.4rem; border-radius: 4px; background: var(--tint); color: var(--tone);
      font: 700 1rem/1.4rem ui-monospace, monospace; text-align: center; }
    .under { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .3rem 1.5rem; margin: .5rem 0 .75rem; }
    .chips { display: flex; flex-wrap: wrap; gap: .4rem; font-size: .8125rem; }
    .path { color: var(--soft); text-decoration: none; }
    .path:hover { text-decoration: underline; }
    .chips li { padding: .05rem .55rem; border: 1px solid transparent; border-radius: 99px; background: var(--tint);
      color: var(--tone); }
    .chips .safe { background: none; border-color: var(--line); color: var(--soft); }
    .chips .safe b { font-weight: 400; }
    .approval { margin: 0 0 .75rem; padding: .4rem .7rem; border-radius: 6px; background: var(--tint);
      color: var(--tone); }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    thead td, th[scope=row] { width: 5.5rem; }
    th, td { padding: .2rem .6rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
    th { color: var(--soft); font-weight: 400; font-size: .8125rem; }
    tbody th { line-height: 1.6rem; padding-left: 0; }
    thead th, thead td { border: 0; padding-bottom: .1rem; }
    .where code { color: var(--soft); }
    td summary { color: var(--soft); font-size: .875rem; }
    .text { font-size: .9375rem; white-space: pre-wrap; unicode-bidi: isolate; }
    .absent { color: var(--soft); font-style: italic; }
    del, ins { border-radius: 3px; text-decoration: underline; text-decoration-thickness: 1px;
      text-underline-offset: 3px; color: var(--text); }
    del { background: var(--del); }
    ins { background: var(--ins); }
    .events { margin-top: .3rem; padding-top: .4rem; border-top: 1px solid var(--line); }
    .events > ul { display: inline; }
    .events .label { display: inline-block; width: 4.75rem; }
    .events summary { color: var(--soft); font-size: .875rem; }
    .events li { display: inline; padding: 0 .4rem; border-radius: 4px; background: var(--well); }
    .words { margin: .75rem 0 0; padding: .6rem .8rem; border-radius: 6px; background: var(--well); }
    .words div { display: flex; gap: .75rem; }
    .words dt { flex: none; width: 5.5rem; color: var(--soft); font-size: .8125rem; line-height: 1.5rem; }
    .words dd { margin: 0; }
    .advice dd { font-weight: 600; }
    .marks { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin-top: .6rem; }
    .whole { user-select: all; }
    button { display: none; padding: .05rem .5rem; border: 1px solid var(--line); border-radius: 5px;
      background: var(--card); color: var(--text); font: .8125rem/1.4 system-ui, sans-serif; cursor: pointer; }
    .js button { display: inline-block; }
    .fold > summary { padding: .3rem 0; color: var(--soft); }
    .fold[open] > summary { margin-bottom: .5rem; }
    .fold .group { margin-bottom: 1rem; }
    .stale { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
    .stale li { margin-top: .4rem; }
    .nothing, .filterable { display: none; }
    footer { margin: 2rem 0; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft);
      font-size: .875rem; }
    @supports selector(:has(*)) {
      .side fieldset { display: block; }
      span.filterable { display: inline; }
      .v { display: none; }
    \(filters)  body:not(:has(.side input:checked)) .nothing { display: block; }
    }
    @media (max-width: 60rem) {
      body { padding: 0 .75rem; }
      h1 { font-size: 1.35rem; }
      .columns { display: block; }
      .side { position: static; margin-bottom: 1rem; padding: .5rem .75rem; border: 1px solid var(--line);
        border-radius: 8px; background: var(--card); }
      .js .side { position: sticky; max-height: 75vh; z-index: 1; }
      html { scroll-padding-top: 4rem; }
      .side .inside { column-width: 16rem; column-gap: 2rem; }
    }
    @media (max-width: 40rem) {
      .services > li, .all, .change { padding: .75rem .8rem; }
      table, tbody, tr, th, td { display: block; }
      thead { display: none; }
      tr { padding: .35rem 0; border-top: 1px solid var(--line); }
      th[scope=row] { width: auto; line-height: 1.4; }
      th, td { padding: 0; border: 0; }
      td[data-side=Both]::before { content: none; }
      td:not([data-side=Both])[data-side]::before { content: attr(data-side) ": "; color: var(--soft); font-size: .8125rem; }
      .words div { display: block; }
      .events .label { width: auto; }
    }
    @media print {
      :root { --back: #fff; --well: #fff; }
      html { font-size: 9pt; }
      body { max-width: none; padding: 0; }
      .side, .skip, .legend, button { display: none !important; }
      .columns { display: block; }
      details::details-content { content-visibility: visible; block-size: auto; }
      .change, tr, .words { break-inside: avoid; }
      h2, h3, h4, h5, .chips { break-after: avoid; }
      .badges li, .chips li, .sign, del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """

  private static let filters: [HTMLFragment] = ChangeCategory.allCases.map {
    "  body:has(#show-\($0.rawValue):checked) .v.\($0.rawValue) { display: block; }\n"
  }

  /// The script, which copies fingerprints and folds the table of contents on a narrow screen.
  static let script: HTMLFragment = """
    var side = document.querySelector('.side'), notice = document.getElementById('notice');
    var narrow = matchMedia('(max-width: 60rem)');
    document.documentElement.className = 'js';
    function fold() { if (side) side.open = !narrow.matches; }
    fold();
    narrow.addEventListener('change', fold);
    document.addEventListener('click', function (event) {
      if (event.target.closest('.side a')) return fold();
      var button = event.target.closest('button[data-copy]');
      if (!button) return;
      getSelection().selectAllChildren(button.parentNode.querySelector('.whole'));
      var copied = document.execCommand('copy');
      notice.textContent = copied ? 'Copied ' + button.dataset.copy : 'Press Ctrl+C to copy';
      button.firstChild.data = copied ? 'Copied' : 'Selected';
    });

    """
}
