import { createHash } from 'node:crypto';
import {
  type Appendix,
  assertWhole,
  type DocumentModel,
  documentWords,
  type Numbered,
  numberDocument,
  type OutlineEntry,
  type Section,
} from '../model/index.ts';
import { anchor, type BlockWriter, createBlockWriter } from './blocks.ts';
import { escaped } from './escape.ts';
import { pageStyle } from './style.ts';
import { htmlWords } from './words.ts';

/**
 * The document as one HTML file that stands alone: nothing is fetched, nothing runs, and a policy in its head sees to it. Written so that it
 * is well-formed XML too. Throws `DocumentFaultError` when the document is not whole, and `XmlError` when an SVG is not well-formed.
 */
export function writeHtml(document: DocumentModel): string {
  assertWhole(document);
  const numbered = numberDocument(document);
  const writer = createBlockWriter(numbered, document.language);
  const body = [
    opening(document, writer),
    contents(document, numbered),
    `<main id="content" tabindex="-1">`,
    ...document.sections.map((each) => section(each, numbered, writer, 2)),
    ...document.appendices.map((each) => section(each, numbered, writer, 2, true)),
    footnotes(document, writer),
    `</main>`,
    closing(document),
  ].join('\n');
  const style = `${pageStyle(document)}${writer.css()}\n`;
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const { about, title, language } = document;
  const meta = (name: string, words: string | undefined) =>
    words === undefined || words.trim() === '' ? '' : `<meta name="${name}" content="${escaped(words)}" />\n`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(about.organisation.trim() === '' ? title : `${title} – ${about.organisation}`)}</title>
${meta('author', about.author ?? about.organisation)}${meta('description', about.subject ?? document.subtitle)}${meta('keywords', about.keywords?.join(', '))}${meta('date', about.date)}<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">${htmlWords(language).skip}</a>
<div class="page">
${body}
</div>
</body>
</html>
`;
}

function opening(document: DocumentModel, writer: BlockWriter): string {
  const { title, subtitle, about } = document;
  const { logo, mark, state, date } = about;
  const facts = [
    about.organisation,
    about.author,
    state,
    state?.includes(date) === true ? undefined : date,
    about.caseNumber,
  ];
  const known = facts.flatMap((fact) => (fact === undefined || fact.trim() === '' ? [] : [escaped(fact)]));
  return [
    '<header>',
    logo === undefined ? '' : `<div class="logo">${writer.picture(logo, { words: logo.alt })}</div>`,
    mark === undefined || mark.trim() === '' ? '' : `<p class="mark">${escaped(mark)}</p>`,
    `<h1>${escaped(title)}</h1>`,
    subtitle === undefined || subtitle.trim() === '' ? '' : `<p class="subtitle">${escaped(subtitle)}</p>`,
    `<p class="facts">${known.join(' · ')}</p>`,
    '</header>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Down to the third level, as lists within lists. */
function contents(document: DocumentModel, { outline }: Numbered): string {
  if (!document.contents || outline.length === 0) return '';
  const shown = outline.filter(({ level }) => level <= 3);
  return `<nav aria-labelledby="contents"><h2 id="contents">${documentWords(document.language).contents}</h2>${entries(shown, 1)}</nav>`;
}

function entries(outline: readonly OutlineEntry[], level: number): string {
  const starts = outline.flatMap((entry, index) => (entry.level === level ? [index] : []));
  const items = starts.map((start, index) => {
    const { id, label, title } = outline[start]!;
    const below = outline.slice(start + 1, starts[index + 1] ?? outline.length);
    return `<li><a href="#${anchor(id)}">${labelled(label, title)}</a>${below.length === 0 ? '' : entries(below, level + 1)}</li>`;
  });
  return items.length === 0 ? '' : `<ol>${items.join('')}</ol>`;
}

function labelled(label: string | undefined, title: string): string {
  return label === undefined ? escaped(title) : `<span class="label">${escaped(label)}</span> ${escaped(title)}`;
}

function section(
  each: Section | Appendix,
  numbered: Numbered,
  writer: BlockWriter,
  level: number,
  ownPage = false,
): string {
  const heading = `h${Math.min(level, 6)}`;
  const id = anchor(each.id);
  const parts = 'parts' in each ? (each.parts ?? []) : [];
  return [
    `<section aria-labelledby="${id}"${ownPage ? ' class="appendix"' : ''}>`,
    `<${heading} id="${id}">${labelled(numbered.labels.get(each.id), each.title)}</${heading}>`,
    ...each.blocks.map(writer.block),
    ...(each.sections ?? []).map((below) => section(below, numbered, writer, level + 1)),
    ...parts.map((part) => section(part, numbered, writer, level + 1)),
    '</section>',
  ].join('\n');
}

function footnotes(document: DocumentModel, writer: BlockWriter): string {
  const notes = writer.footnotes();
  if (notes.length === 0) return '';
  return `<section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes"><h2 id="footnotes">${documentWords(document.language).footnotes}</h2><ol>${notes.join('')}</ol></section>`;
}

function closing({ about }: DocumentModel): string {
  const said = [about.organisation, about.caseNumber, about.mark].flatMap((each) =>
    each === undefined || each.trim() === '' ? [] : [escaped(each)],
  );
  return said.length === 0 ? '' : `<footer class="closing"><p>${said.join(' · ')}</p></footer>`;
}
