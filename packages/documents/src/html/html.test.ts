import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentFaultError, type DocumentModel, type Figure, paragraph } from '../model/index.ts';
import { anyDocument } from '../pdf/arbitrary-document.test-data.ts';
import { chart, interimReport } from '../pdf/example.test-data.ts';
import { attributesOf, createXmlScanner, XmlError } from '../xml/index.ts';
import { writeHtml } from './index.ts';

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
}

/** Every element of a page in reading order; throws when the page is not well-formed. */
function elementsOf(html: string): readonly Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const scanner = createXmlScanner({
    open(name, text, closed) {
      const element = { name, attributes: attributesOf(text), text: '' };
      all.push(element);
      if (!closed) open.push(element);
    },
    close(name) {
      expect(open.pop()?.name).toBe(name);
    },
    text(text) {
      for (const element of open) element.text += text;
    },
  });
  scanner.write(html.replace('<!DOCTYPE html>', '').replace(/<style>[\s\S]*?<\/style>/, '<style></style>'));
  scanner.end();
  return all;
}

const small = (...blocks: DocumentModel['sections'][number]['blocks']): DocumentModel => ({
  title: 'Kort',
  language: 'sv',
  about: { organisation: 'Åkersö kommun', date: '2026-03-02' },
  contents: false,
  numbered: false,
  sections: [{ id: 'one', title: 'Nuläge', blocks }],
  appendices: [],
});

const drawing = (svg: string): Figure => ({
  kind: 'figure',
  caption: 'Bild',
  alt: 'Vad den visar',
  picture: { format: 'svg', svg, width: 10, height: 10 },
});

describe('an interim report as a page', () => {
  const html = writeHtml(interimReport);
  const elements = elementsOf(html);
  const named = (name: string) => elements.filter((element) => element.name === name);

  test('has a language, a title, one h1, landmarks and a way past the contents', () => {
    expect(named('html')[0]?.attributes.get('lang')).toBe('sv');
    expect(named('title')[0]?.text).toBe('Effektivare kommun: delrapport till kommunstyrelsen – Ekeberga kommun');
    for (const name of ['h1', 'header', 'nav', 'main']) expect(named(name)).toHaveLength(1);
    expect(named('a')[0]?.attributes.get('href')).toBe('#content');
    expect(named('main')[0]?.attributes.get('id')).toBe('content');
  });

  test('skips no level of heading', () => {
    elements
      .filter(({ name }) => /^h[1-6]$/.test(name))
      .map(({ name }) => Number(name[1]))
      .reduce((above, level) => {
        expect(level).toBeLessThanOrEqual(above + 1);
        return level;
      }, 0);
  });

  test('lets nothing run and nothing be fetched, and its one style is the one that is allowed', () => {
    const policy = named('meta')
      .find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')
      ?.attributes.get('content');
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');
    expect(named('script')).toEqual([]);
    expect(named('style')).toHaveLength(1);
    expect(elements.filter(({ attributes }) => attributes.has('style'))).toEqual([]);
    expect(style).not.toMatch(/url\((?!#)/);
  });

  test('has notes that lead back, and links that all lead somewhere', () => {
    const ids = new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
    const inside = named('a').flatMap(({ attributes }) => {
      const href = attributes.get('href') ?? '';
      return href.startsWith('#') ? [href.slice(1)] : [];
    });
    expect(inside.filter((id) => !ids.has(id))).toEqual([]);
    expect(inside).toContain('note-1');
    expect(inside).toContain('note-1-from');
  });

  test('has a caption and scopes in each table, and a body for each group', () => {
    expect(named('caption').map(({ text }) => /^Tabell \d/.exec(text)?.[0])).toEqual(
      named('table').map((_, index) => `Tabell ${index + 1}`),
    );
    const scopes = new Set(named('th').map(({ attributes }) => attributes.get('scope')));
    expect(scopes).toEqual(new Set(['col', 'row', 'rowgroup']));
  });

  test('says in words what each chart shows, and no two charts share an id or a rule', () => {
    const charts = named('svg').filter(({ attributes }) => attributes.get('role') === 'img');
    expect(charts).toHaveLength(13);
    expect(named('desc').map(({ text }) => text)[0]).toBe('Ekeberga kommun');
    expect(named('desc')).toHaveLength(13);
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('any whole document becomes a well-formed page whose words are words', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const html = writeHtml(document);
      const elements = elementsOf(html);
      expect(elements.filter(({ name }) => name === 'script')).toEqual([]);
      const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const links = elements.flatMap(({ name, attributes }) => (name === 'a' ? [attributes.get('href') ?? ''] : []));
      expect(links.filter((href) => !/^(?:#|https?:\/\/|mailto:|tel:)/i.test(href))).toEqual([]);
      const visible = document.title.toWellFormed().replace(/[^\x20-\x7e]/g, '');
      expect(elements.find(({ name }) => name === 'h1')?.text.replace(/[^\x20-\x7e]/g, '')).toBe(visible);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0"/></svg>'],
  ['an event', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path onclick="alert(1)" d="M0 0"/></svg>'],
  ['foreign content', '<svg><foreignObject><iframe src="https://a.se"></iframe></foreignObject><path d="M0 0"/></svg>'],
  ['a link', '<svg xmlns:xlink="x"><a xlink:href="javascript:alert(1)"><path d="M0 0"/></a></svg>'],
  ['a picture from elsewhere', '<svg><image href="https://a.se/x.png"/><path d="M0 0"/></svg>'],
  [
    'a style from elsewhere',
    '<svg><style>@import "https://a.se"; path { fill: url(https://a.se) }</style><path d="M0 0"/></svg>',
  ],
  [
    'an end of the style',
    '<svg><style>path { fill: red } &lt;/style>&lt;script>alert(1)</style><path d="M0 0"/></svg>',
  ],
])('%s in a picture is left out, and the picture is still drawn', (_, svg) => {
  const html = writeHtml(small(drawing(svg)));
  expect(html).toContain('<path d="M0 0" />');
  expect(html).not.toMatch(/alert|a\.se|iframe|foreignObject|javascript/);
  elementsOf(html);
});

test('two pictures with the same names keep each to its own', () => {
  const svg = (colour: string) =>
    `<svg viewBox="0 0 9 9"><style>.a, text.b { fill: ${colour} } .c { fill: url(#g) }</style><defs><linearGradient id="g"/></defs><path class="a c" style="stroke: ${colour}" clip-path="url(#g)" d="M0 0"/><use href="#g"/><text class="b">x</text></svg>`;
  const html = writeHtml(small(drawing(svg('red')), drawing(svg('blue'))));
  expect(html).toContain('#p1 .a, #p1 text.b { fill: red }');
  expect(html).toContain('#p2 .a, #p2 text.b { fill: blue }');
  expect(html).toContain('#p2 .style-1 { stroke: blue }');
  expect(html).toContain('#p2 .c { fill: url(#p2-g) }');
  expect(html).toContain('clip-path="url(#p2-g)"');
  expect(html).toContain('<use href="#p2-g" />');
});

test('an SVG that is not well-formed is refused', () => {
  expect(() => writeHtml(small(drawing('<svg><g>')))).toThrow(XmlError);
});

test('a document that is not whole is not written', () => {
  expect(() => writeHtml(small(paragraph('Kostnaden är NaN')))).toThrow(DocumentFaultError);
});

test('a photograph lies in the page itself', () => {
  const bytes = Uint8Array.of(0xff, 0xd8, 0xff);
  const figure: Figure = {
    ...chart('trend', 'Foto', 'Ett hus'),
    picture: { format: 'jpeg', bytes, width: 20, height: 10 },
  };
  expect(writeHtml(small(figure))).toContain(
    '<img src="data:image/jpeg;base64,/9j/" width="20" height="10" alt="Ett hus" />',
  );
});
