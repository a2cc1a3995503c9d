/**
 * The one Typst program there is. It knows the look, and reads everything else as data: no word of a document is ever read as Typst.
 * Numbers of headings, tables and figures come from the model; Typst counts pages and footnotes alone.
 */
export const template = `
#let data = json("/document.json")
#let ink = rgb("#1f2421")
#let muted = rgb("#5d625c")
#let hairline = rgb("#d9d5ca")
#let own = rgb(data.colour)
#let measure = 374pt
#let sans = "Inter"
#let serif = ("Source Serif 4", "Inter")

#set document(
  title: data.title,
  author: if data.author == none { data.organisation } else { data.author },
  description: if data.subject == none { data.subtitle } else { data.subject },
  keywords: data.keywords,
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)),
)
#set text(
  font: sans, size: 10pt, fill: ink, lang: data.language, region: if data.language == "sv" { "SE" } else { "GB" },
  hyphenate: true, costs: (hyphenation: 250%, runt: 150%), number-type: "lining", fallback: true,
)
#set par(leading: 0.78em, spacing: 1.3em, justify: false, linebreaks: "optimized")
#set block(spacing: 1.3em)

#let small(body) = text(size: 8pt, fill: muted, body)
#let running = context {
  let first = here().page() == 1
  if not first {
    set text(size: 8pt, fill: muted, hyphenate: false)
    block(width: 100%, below: 0pt, stroke: (bottom: 0.5pt + hairline), inset: (bottom: 6pt), {
      box(width: 62%, data.organisation)
      box(width: 38%, align(end, if data.mark == none { data.title.slice(0, 0) } else { data.mark }))
    })
  }
}
#let footing = context {
  let cover = data.contents != none and here().page() == 1
  if not cover {
    set text(size: 8pt, fill: muted, hyphenate: false, number-width: "tabular")
    box(width: 70%, if data.caseNumber == none { "" } else { data.caseNumber })
    box(width: 30%, align(end, {
      data.page + " "
      counter(page).display()
      " " + data.of + " "
      str(counter(page).final().first())
    }))
  }
}
#set page(
  paper: "a4", numbering: "1",
  margin: (left: 26mm, right: 26mm, top: 29mm, bottom: 27mm),
  header: running, header-ascent: 38%, footer: footing, footer-descent: 42%,
)

#let inline(parts) = {
  for part in parts {
    if type(part) == str { part } else {
      let (kind, ..rest) = part
      if kind == "h" { text(hyphenate: true, rest.at(0)) }
      if kind == "s" { strong(inline(rest.at(0))) }
      if kind == "e" { emph(inline(rest.at(0))) }
      if kind == "se" { strong(emph(inline(rest.at(0)))) }
      if kind == "l" { link(rest.at(1), underline(offset: 2pt, stroke: 0.5pt, text(fill: own, hyphenate: true, rest.at(0)))) }
      if kind == "r" { link(label(rest.at(1)), rest.at(0)) }
      if kind == "n" { footnote(inline(rest.at(0))) }
      if kind == "b" { linebreak() }
    }
  }
}
// Running text: the words that may be hyphenated are marked, since to try them all is half of what a page costs.
#let prose(parts) = {
  set text(hyphenate: false)
  inline(parts)
}
// A place to break, set apart from the letters: within them, programs (pdf.js, Firefox) lose the sign before it.
#show "\\u{200b}": it => text(fill: muted, it)
#let narrow(it, body) = block(width: measure, sticky: it.sticky, body)
#let anchored(body, anchor) = if anchor == none { body } else [#body#label(anchor)]

#set strong(delta: 200)
#show strong: set text(weight: 600)
#set footnote.entry(separator: line(length: 60pt, stroke: 0.5pt + hairline), gap: 0.6em, clearance: 1em)
#show footnote.entry: set text(size: 8pt, fill: muted)
#show footnote.entry: set par(leading: 0.6em)
#set list(marker: text(fill: own, "•"), indent: 0pt, body-indent: 0.7em, spacing: 0.72em)
#set enum(numbering: n => text(fill: muted, number-width: "tabular", str(n) + "."), indent: 0pt, body-indent: 0.6em, spacing: 0.72em)

#show heading: set text(font: serif, weight: 600, fill: ink)
#show heading: set par(leading: 0.5em, linebreaks: "simple")
// A document with a cover has chapters; one without has sections below its title.
#let sizes = if data.contents == none { (16pt, 13pt, 11.5pt) } else { (22pt, 14.5pt, 11.5pt) }
#show heading.where(level: 1): set text(size: sizes.at(0))
#show heading.where(level: 2): set text(size: sizes.at(1))
#show heading.where(level: 3): set text(size: sizes.at(2))
#show heading.where(level: 4): set text(font: sans, size: 10pt)
#show heading.where(level: 5): set text(font: sans, size: 10pt, fill: muted)
#show heading.where(level: 6): set text(font: sans, size: 10pt, fill: muted)
#show heading.where(level: 1): set block(above: sizes.at(0) * 1.55, below: sizes.at(0) * 0.68)
#show heading.where(level: 2): set block(above: 24pt, below: 10pt)
#show heading.where(level: 3): set block(above: 18pt, below: 8pt)
#show heading.where(level: 4): set block(above: 15pt, below: 7pt)

#let section(it) = {
  if it.ownPage { pagebreak(weak: true) }
  let body = if it.label == none { it.title } else { text(fill: own, it.label) + [ ] + h(0.15em) + it.title }
  set text(hyphenate: it.hyphenate)
  [#heading(level: it.level, body)#label(it.anchor)]
}

#set figure(gap: 3pt, numbering: none, supplement: none, outlined: false)
#show figure: set align(start)
#show figure.where(kind: "table"): set figure(gap: 9pt)
#show figure.caption: it => block(sticky: true, text(size: 9pt, it.body))
#let caption(it) = { text(weight: 600, fill: own, it.label + ".") + [ ] + it.caption }
#let with-source(it, breakable, body) = {
  block(breakable: breakable, width: 100%, above: if it.kind == "table" { 20pt } else { 12pt }, below: 20pt, {
    show figure: set block(above: 0pt, below: 7pt, breakable: breakable)
    body
    if it.source != none { small(par(leading: 0.55em, it.source)) }
  })
}

#let picture(it) = image(
  read("/pictures/" + str(it.picture), encoding: none),
  format: it.format, width: it.width * 1pt, height: it.height * 1pt, alt: it.alt,
)
#let chart(it) = with-source(it, false, anchored(
  figure(kind: "chart", caption: figure.caption(position: bottom, caption(it)), picture(it)),
  it.anchor,
))

// Rows that are held together have beside them one cell that is not broken; it is as wide as nothing, holds nothing, and is taken out of the tags afterwards.
#let holder(row) = if row.held == 0 { () } else { (table.cell(rowspan: row.held, breakable: row.held == 1, inset: 0pt, stroke: none, []),) }
#let row(it, row, columns, stroke) = {
  if row.role == "group" {
    let cell = table.cell(
      colspan: columns.len(), align: start, inset: (left: 0pt, right: 0pt, top: 12pt, bottom: 5pt),
      breakable: not row.whole, stroke: (bottom: 0.5pt + muted), text(weight: 600, inline(row.cells.at(0))),
    )
    return if row.repeat { (table.header(level: 2, cell, ..holder(row)),) } else { (cell, ..holder(row)) }
  }
  let cells = row.cells.enumerate().map(((x, cell)) => {
    table.cell(
      breakable: not row.whole,
      stroke: if row.role == "total" { (top: 0.9pt + ink, bottom: stroke) } else { (bottom: stroke) },
      {
        set text(hyphenate: columns.at(x).hyphenate, weight: if row.role == "total" { 600 } else { 400 })
        inline(cell)
      },
    )
  })
  (..cells, ..holder(row))
}
#let thin = 0.5pt + hairline
// The last row leaves room below itself.
#let tabular(it, room: 0pt) = {
  let last = it.columns.len() - 1
  let end = it.rows.len()
  set text(size: 8.75pt, number-width: "tabular", costs: (hyphenation: 100%), overhang: false)
  set par(leading: 0.55em, linebreaks: "simple")
  table(
    columns: it.columns.map(column => column.width * 1pt) + if it.together { () } else { (0pt,) },
    align: (x, y) => (if x <= last and it.columns.at(x).end { right } else { left }) + (if y == 0 { bottom } else { top }),
    stroke: none,
    inset: (x, y) => (
      left: if x == 0 { 0pt } else { 6pt }, right: if x == last { 0pt } else { 6pt },
      top: 5.5pt, bottom: if y == end { 5.5pt + room } else { 5.5pt },
    ),
    table.header(
      ..it.columns.map(column => table.cell(
        stroke: (bottom: 0.9pt + ink), text(size: 8pt, weight: 600, fill: muted, hyphenate: column.hyphenate, column.title),
      )),
      ..if it.together { () } else { (table.cell(inset: 0pt, []),) },
    ),
    ..it.rows.enumerate().map(((y, each)) => row(it, each, it.columns, if room > 0pt and y == end - 1 { none } else { thin })).flatten(),
  )
}
#let titled(it, room: 0pt) = anchored(
  figure(kind: "table", caption: figure.caption(position: top, caption(it)), tabular(it, room: room)),
  it.anchor,
)
#let source(it) = small(par(leading: 0.55em, it.source))
// A table over several pages has its source on the last row's: the row keeps room for it.
#let long(it) = context {
  let gap = 7pt
  let room = std.measure(width: 448pt, source(it)).height + gap
  block(width: 100%, above: 20pt, below: 20pt, {
    show figure: set block(above: 0pt, below: 0pt, breakable: true)
    titled(it, room: room)
    v(-room)
    block(above: 0pt, below: 0pt, width: 100%, breakable: false, stroke: (top: thin), inset: (top: gap), source(it))
  })
}
#let numbers(it) = if it.together or it.source == none { with-source(it, not it.together, titled(it)) } else { long(it) }

#let items(it) = {
  let bodies = it.items.map(item => {
    prose(item.text)
    if item.list != none { items(item.list) }
  })
  if it.ordered { enum(..bodies) } else { list(..bodies) }
}

#let blocks = (
  heading: section,
  paragraph: it => if it.lead {
    block(width: measure, sticky: it.sticky, below: 17pt, {
      set text(font: serif, size: 13pt)
      set par(leading: 0.68em)
      par(prose(it.text))
    })
  } else { narrow(it, par(prose(it.text))) },
  list: it => narrow(it, items(it)),
  table: numbers,
  figure: chart,
  quote: it => block(width: measure, sticky: it.sticky, inset: (left: 16pt), above: 18pt, below: 18pt, {
    set text(font: serif, size: 12pt)
    set quote(block: true)
    show quote: set pad(0pt)
    quote(block: true, prose(it.text))
    if it.by != none { small(par(text(font: sans, "– " + it.by))) }
  }),
  notice: it => block(width: measure, sticky: it.sticky, stroke: (left: 2pt + own), inset: (left: 14pt, y: 3pt), above: 18pt, below: 18pt, {
    par(text(weight: 600, it.title))
    par(prose(it.text))
  }),
  pageBreak: it => pagebreak(weak: true),
)

#let mark = if data.mark != none { text(size: 9pt, weight: 600, fill: rgb("#913f1e"), data.mark) }
#let logo = if data.logo != none { picture(data.logo) } else { text(font: serif, weight: 600, size: 13pt, fill: own, data.organisation) }
#let facts(separator) = {
  let known = (
    if data.author == none { none } else { data.author },
    data.state,
    if data.state != none and data.state.contains(data.dateWords) { none } else { data.dateWords },
    data.caseNumber,
  ).filter(each => each != none)
  text(number-width: "tabular", known.join(separator))
}

#let cover = {
  block(logo)
  v(1fr)
  block(width: 90%, {
    if mark != none { par(mark) }
    set par(leading: 0.42em, linebreaks: "simple")
    show title: set text(font: serif, weight: 600, size: 34pt, fill: ink, hyphenate: data.hyphenate)
    show title: set block(below: 22pt)
    title()
    if data.subtitle != none {
      set par(leading: 0.62em)
      par(text(font: serif, size: 16pt, fill: muted, data.subtitle))
    }
  })
  v(2fr)
  line(length: 100%, stroke: 2pt + own)
  v(6pt)
  par(text(size: 10.5pt, weight: 600, data.organisation))
  par(text(size: 9.5pt, fill: muted, facts(linebreak())))
}
#let opening = {
  block(logo)
  v(26pt, weak: true)
  if mark != none { par(mark) }
  {
    set par(leading: 0.45em, linebreaks: "simple")
    show title: set text(font: serif, weight: 600, size: 26pt, fill: ink, hyphenate: data.hyphenate)
    show title: set block(below: 15pt)
    title()
  }
  if data.subtitle != none { par(text(font: serif, size: 13.5pt, fill: muted, data.subtitle)) }
  block(above: 12pt, par(small(facts("  ·  "))))
  line(length: 100%, stroke: 0.5pt + hairline)
  v(8pt)
}

#show outline.entry: it => {
  let (number, name) = data.outline.at(str(it.element.label))
  let leader = box(width: 1fr, inset: (left: 6pt, right: 6pt), repeat(gap: 3pt, text(fill: muted, ".")))
  let page = box(width: 18pt, align(end, text(number-width: "tabular", it.page())))
  let numeral = if number == none { none } else if it.level > 3 or number.len() > 5 { text(fill: own, number) + h(0.6em) } else {
    box(width: (20pt, 28pt, 36pt).at(it.level - 1), text(fill: own, number-width: "tabular", number))
  }
  let indent = (0pt, 20pt, 48pt).at(it.level - 1, default: 48pt)
  block(
    width: 100%, above: if it.level == 1 { 13pt } else { 7pt }, below: 0pt, inset: (left: indent),
    link(it.element.location(), {
      set text(weight: if it.level == 1 { 600 } else { 400 }, hyphenate: false)
      numeral
      name
      leader
      page
    }),
  )
}

#if data.contents != none {
  cover
  pagebreak()
  outline(title: data.contents, depth: 3)
  pagebreak()
} else { opening }

#for it in data.blocks { (blocks.at(it.kind))(it) }
`;
