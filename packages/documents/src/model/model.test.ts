import { expect, test } from 'vitest';
import { type DocumentModel, paragraph, plain, type Table } from './document.ts';
import { assertWhole, DocumentFaultError, documentFaults } from './faults.ts';
import { numberDocument } from './numbering.ts';

const table = (id: string): Table => ({
  kind: 'table',
  id,
  caption: 'Kostnad',
  columns: [{ title: 'Område' }, { title: 'Kostnad, kr/inv', align: 'end' }],
  rows: [{ cells: [plain('Förskola'), plain('8 120')] }],
});

const whole: DocumentModel = {
  title: 'Delrapport',
  language: 'sv',
  about: { organisation: 'Åkersö kommun', date: '2026-03-02' },
  contents: true,
  numbered: true,
  sections: [
    { id: 'intro', title: 'Inledning', unnumbered: true, blocks: [paragraph('Text.')] },
    {
      id: 'situation',
      title: 'Nuläge',
      blocks: [table('t1')],
      sections: [
        { id: 'costs', title: 'Kostnader', blocks: [table('t2')] },
        { id: 'quality', title: 'Kvalitet', blocks: [] },
      ],
    },
    { id: 'causes', title: 'Orsaker', blocks: [] },
  ],
  appendices: [
    { id: 'a', title: 'Källor', blocks: [] },
    {
      id: 'b',
      title: 'Orsakstabeller',
      blocks: [],
      parts: [
        { id: 'b1', title: 'Förskola', blocks: [table('t3')] },
        { id: 'b2', title: 'Äldreomsorg', blocks: [] },
      ],
    },
  ],
};

test('sections, tables and appendices are numbered in reading order, and the parts of an appendix by letters', () => {
  const { labels, outline } = numberDocument(whole);
  expect(Object.fromEntries(labels)).toEqual({
    situation: '1',
    t1: 'Tabell 1',
    costs: '1.1',
    t2: 'Tabell 2',
    quality: '1.2',
    causes: '2',
    a: 'Bilaga 1',
    b: 'Bilaga 2',
    b1: 'Bilaga 2a',
    t3: 'Tabell 3',
    b2: 'Bilaga 2b',
  });
  expect(outline.map(({ level, label, title }) => `${level} ${label ?? '–'} ${title}`)).toEqual([
    '1 – Inledning',
    '1 1 Nuläge',
    '2 1.1 Kostnader',
    '2 1.2 Kvalitet',
    '1 2 Orsaker',
    '1 Bilaga 1 Källor',
    '1 Bilaga 2 Orsakstabeller',
    '2 Bilaga 2a Förskola',
    '2 Bilaga 2b Äldreomsorg',
  ]);
});

test('a reference reads as words in a sentence', () => {
  const { references } = numberDocument(whole);
  expect(['costs', 't3', 'b2', 'intro'].map((id) => references.get(id))).toEqual([
    'avsnitt 1.1',
    'tabell 3',
    'bilaga 2b',
    '”Inledning”',
  ]);
});

test('a whole document has no faults', () => {
  expect(documentFaults(whole)).toEqual([]);
});

test.each([
  ['placeholder', paragraph('Hej {{namn}}')],
  ['placeholder', paragraph('Kostnaden är undefined kr')],
  ['placeholder', paragraph([{ kind: 'footnote', text: plain('[infoga källa]') }])],
  ['unknownReference', paragraph([{ kind: 'reference', to: 'nowhere' }])],
  ['sameId', table('t1')],
  ['noCaption', { ...table('t9'), caption: ' ' }],
  ['wrongCellCount', { ...table('t9'), rows: [{ cells: [plain('ensam')] }] }],
  [
    'noAlt',
    {
      kind: 'figure',
      alt: '',
      caption: 'Figur',
      picture: { format: 'svg', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', width: 1, height: 1 },
    },
  ],
] as const)('%s is found, and such a document is refused', (what, block) => {
  const document = { ...whole, sections: [...whole.sections, { id: 'x', title: 'Mer', blocks: [block] }] };
  expect(documentFaults(document).map((fault) => fault.what)).toEqual([what]);
  expect(() => assertWhole(document)).toThrow(DocumentFaultError);
});

test('a row that heads a group has one cell', () => {
  const grouped: Table = { ...table('t9'), rows: [{ role: 'group', cells: [plain('Skola')] }] };
  expect(documentFaults({ ...whole, appendices: [{ id: 'z', title: 'Z', blocks: [grouped] }] })).toEqual([]);
});
