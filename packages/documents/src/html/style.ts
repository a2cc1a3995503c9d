import { readableColour } from '../model/colour.ts';
import type { DocumentModel } from '../model/index.ts';
import { documentWords } from '../model/index.ts';

/** The look of the page: warm white on a screen, dark where that is asked for, white paper in print. */
export function pageStyle(document: DocumentModel): string {
  const { page, of } = documentWords(document.language);
  const { organisation, mark, caseNumber } = document.about;
  return `:root {
  color-scheme: light dark;
  --paper: #fffdf8; --panel: #f6f2e9; --hairline: #e3dfd4; --ink: #1f2421; --muted: #5d625c; --rust: #913f1e;
  --own: ${readableColour(document.about.colour)};
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #171a18; --panel: #212523; --hairline: #3a3f3b; --ink: #ecebe4; --muted: #a9aea6; --rust: #e8a07f; --own: color-mix(in oklab, ${readableColour(document.about.colour)} 38%, #fff); }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 Inter, "Segoe UI", system-ui, sans-serif; font-feature-settings: "tnum" 0; overflow-wrap: break-word; }
.page { max-width: 47rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--ink); color: var(--paper); z-index: 1; }
a { color: var(--own); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--own); outline-offset: 2px; }
main:focus { outline: none; }
h1, h2, h3, h4 { font-family: "Source Serif 4", Georgia, serif; font-weight: 600; line-height: 1.2; text-wrap: balance; hyphens: auto; }
h1 { font-size: clamp(1.9rem, 1.2rem + 3vw, 2.7rem); line-height: 1.12; margin: 1.5rem 0 0.75rem; }
h2 { font-size: 1.65rem; margin: 3rem 0 1rem; }
h3 { font-size: 1.25rem; margin: 2.25rem 0 0.75rem; }
h4, h5, h6 { font-size: 1.05rem; margin: 1.75rem 0 0.5rem; }
.label { color: var(--own); margin-right: 0.1em; }
header { padding: 2.5rem 0 1.5rem; border-bottom: 2px solid var(--own); }
.logo { display: block; max-width: 100%; height: auto; }
.subtitle { font: 1.25rem/1.45 "Source Serif 4", Georgia, serif; color: var(--muted); margin: 0 0 1rem; }
.facts { color: var(--muted); font-size: 0.9rem; margin: 0; }
.mark { color: var(--rust); font-weight: 600; font-size: 0.9rem; margin: 1rem 0 0; }
nav h2 { font-size: 1.25rem; margin-top: 2rem; }
nav ol, nav li > ol { list-style: none; margin: 0; padding: 0; }
nav li > ol { padding-left: 1.5rem; }
nav a { display: inline-block; padding: 0.2rem 0; color: inherit; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav > ol > li > a { font-weight: 600; }
.lead { font: 1.25rem/1.55 "Source Serif 4", Georgia, serif; }
.lead strong { font-weight: 600; }
strong { font-weight: 600; }
p, ul, ol { margin: 0 0 1rem; }
li > ul, li > ol { margin: 0.25rem 0; }
blockquote { margin: 1.5rem 0; padding-left: 1.25rem; font: 1.15rem/1.5 "Source Serif 4", Georgia, serif; }
blockquote p { margin: 0; }
blockquote footer { font: 0.9rem/1.5 Inter, "Segoe UI", system-ui, sans-serif; color: var(--muted); }
.notice { margin: 1.5rem 0; padding: 0.25rem 0 0.25rem 1.1rem; border-left: 3px solid var(--own); }
.notice p { margin: 0; }
.notice .title { font-weight: 600; }
figure { margin: 2rem 0; }
.drawing { overflow-x: auto; width: fit-content; max-width: 100%; }
.drawing svg, .drawing img { display: block; max-width: 100%; height: auto; }
figcaption, caption { font-size: 0.9rem; text-align: left; }
figcaption { margin-top: 0.5rem; }
figcaption .label, caption .label { font-weight: 600; }
.source { color: var(--muted); font-size: 0.8rem; margin: 0.4rem 0 0; }
.table { margin: 2rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.6rem; }
th, td { padding: 0.45rem 0.75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--hairline); font-weight: 400; hyphens: auto; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th, thead td { color: var(--muted); font-size: 0.8rem; font-weight: 600; vertical-align: bottom; border-bottom: 1.5px solid var(--ink); }
.end { text-align: right; hyphens: none; }
td.end { white-space: nowrap; }
.group th { font-weight: 600; padding-top: 1.1rem; border-bottom-color: var(--muted); }
.total th, .total td { font-weight: 600; border-top: 1.5px solid var(--ink); }
sup { line-height: 0; font-size: 0.75em; }
sup a { padding: 0.3em; }
.footnotes { margin-top: 3rem; border-top: 1px solid var(--hairline); font-size: 0.9rem; }
.footnotes h2 { font-size: 1.1rem; margin: 1.25rem 0 0.5rem; }
.closing { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--hairline); color: var(--muted); font-size: 0.85rem; }
.closing p { margin: 0; }
.appendix { margin-top: 4rem; border-top: 2px solid var(--own); }
@media (max-width: 40rem) {
  nav li > ol { padding-left: 1rem; }
  /* A chart's words must stay readable: it is moved sideways rather than shrunk. */
  .drawing svg, .drawing img { min-width: 30rem; }
  caption { max-width: calc(100vw - 2.5rem); }
  nav a { padding: 0.45rem 0; }
}
@media (prefers-color-scheme: dark) {
  .drawing, .logo { background: #fffdf8; border-radius: 4px; }
  .logo { padding: 0.5rem; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --panel: #fff; --hairline: #d9d5ca; --ink: #1f2421; --muted: #5d625c; --rust: #913f1e; --own: ${readableColour(document.about.colour)}; }
  @page {
    size: A4; margin: 24mm 22mm;
    @top-left { content: ${cssString(organisation)}; font: 8pt Inter, sans-serif; color: #5d625c; }
    @top-right { content: ${cssString(mark ?? '')}; font: 8pt Inter, sans-serif; color: #5d625c; }
    @bottom-left { content: ${cssString(caseNumber ?? '')}; font: 8pt Inter, sans-serif; color: #5d625c; }
    @bottom-right { content: ${cssString(`${page} `)} counter(page) ${cssString(` ${of} `)} counter(pages); font: 8pt Inter, sans-serif; color: #5d625c; }
  }
  body { font-size: 10pt; line-height: 1.5; }
  .page { max-width: none; padding: 0; }
  .skip, .back { display: none; }
  .drawing, .logo { background: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
  figure, .notice, blockquote, tr { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  .scroll, .drawing { overflow: visible; }
  thead, thead tr, .group { break-after: avoid; }
  table { font-size: 8.75pt; }
  th, td { padding-top: 0.2rem; padding-bottom: 0.2rem; }
  .appendix, .pageBreak { break-before: page; }
}
`;
}

/** Words as a string of CSS, within a style element. */
function cssString(words: string): string {
  const safe = words
    .toWellFormed()
    .replace(/[^\p{L}\p{N} .,:;()\-–+!?/]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `);
  return `"${safe.replaceAll('/', '\\2f ')}"`;
}
