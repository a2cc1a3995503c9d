import { type Block, type List, type ListItem, type Paragraph, paragraph, plain, type Table } from '@samband/documents';
import { describe, expect, it } from 'vitest';
import { partOf } from '../part/index.ts';
import { changesBetween } from './changes.rules.ts';

const table = (rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  id: 't',
  caption: 'Åtgärder',
  columns: [{ title: 'Nr' }, { title: 'Åtgärd' }, { title: 'Läge' }],
  rows: rows.map((cells) => ({ cells: cells.map(plain) })),
});
const changes = (before: readonly Block[], after: readonly Block[]) =>
  changesBetween(partOf('Del', before), partOf('Del', after));

describe('what has changed in a part', () => {
  it('is nothing when it says the same, whatever its source says of when', () => {
    const one = [paragraph('Text.'), { ...table([['1', 'Bygga', 'Pågår']]), source: 'Hämtat i går' }];
    const other = [paragraph('Text.'), { ...table([['1', 'Bygga', 'Pågår']]), source: 'Hämtat i dag' }];
    expect(changes(one, other)).toEqual([]);
  });

  it('is told of slides that show the same in another way, whenever their figures were fetched', () => {
    const part = (title: string, source: string) =>
      partOf(
        'Del',
        [paragraph('Text.')],
        [],
        [{ id: 's', title, blocks: [{ ...table([['1', 'Bygga', 'Pågår']]), source }] }],
      );
    const before = part('En åtgärd', 'Hämtat i går');
    expect(changesBetween(before, part('En åtgärd', 'Hämtat i dag'))).toEqual([]);
    const reshown = [{ what: '', before: undefined, after: undefined, reshown: true }];
    expect(changesBetween(before, part('En åtgärd pågår', 'Hämtat i går'))).toEqual(reshown);
    expect(changesBetween(partOf('Del', [paragraph('Text.')]), before)).toEqual(reshown);
  });

  it('is told by row and column, and a place number that follows from the rest is not told', () => {
    expect(
      changes(
        [
          table([
            ['1', 'Bygga', 'Pågår'],
            ['2', 'Flytta', 'Klar'],
          ]),
        ],
        [
          table([
            ['1', 'Flytta', 'Klar'],
            ['2', 'Bygga', 'Klar'],
          ]),
        ],
      ),
    ).toEqual([{ what: 'Åtgärder: Bygga, läge', before: 'Pågår', after: 'Klar' }]);
  });

  it('is told as a whole for a row that is new or gone', () => {
    expect(changes([table([['1', 'Bygga', 'Pågår']])], [table([['1', 'Flytta', 'Klar']])])).toEqual([
      { what: 'Åtgärder: Bygga', before: 'Bygga · Pågår', after: undefined },
      { what: 'Åtgärder: Flytta', before: undefined, after: 'Flytta · Klar' },
    ]);
  });

  it('pairs texts between those that stand', () => {
    const [a, b, c, d] = ['Först.', 'En åtgärd.', 'Två åtgärder.', 'Sist.'].map((words) => paragraph(words));
    expect(changes([a!, b!, d!], [a!, c!, d!])).toEqual([{ what: '', before: 'En åtgärd.', after: 'Två åtgärder.' }]);
    expect(changes([a!, d!], [a!, c!, d!])).toEqual([{ what: '', before: undefined, after: 'Två åtgärder.' }]);
  });

  it('is told as another way of setting out when every word is the same', () => {
    const list = (...items: readonly ListItem[]): Block => ({ kind: 'list', ordered: false, items });
    const causes = list({ text: plain('Små enheter') }, { text: plain('Få vägar') });
    const nested = list({ text: plain('Det här fattas:'), list: causes as List });
    const flat = [paragraph('Det här fattas:'), causes];
    const rearranged = [{ what: '', before: undefined, after: undefined, rearranged: true }];
    expect(changes([nested], flat)).toEqual(rearranged);
    expect(changes([paragraph('Små enheter'), paragraph('Få vägar')], [causes])).toEqual(rearranged);
    expect(changes(flat, [...flat])).toEqual([]);
    const [renamed] = changes([nested], [paragraph('Det här saknas:'), causes]);
    expect(renamed).toEqual({ what: '', before: 'Det här fattas:', after: 'Det här saknas:' });
  });

  it('is told as another way of setting out when the order of rows, a link or what is bold is another', () => {
    const rearranged = [{ what: '', before: undefined, after: undefined, rearranged: true }];
    const text = (...parts: Paragraph['text']): Block => paragraph(parts);
    const one = { kind: 'text', text: 'Beslutat' } as const;
    const bold = { ...one, strong: true };
    expect(changes([text(one)], [text(bold)])).toEqual(rearranged);
    expect(changes([text(bold)], [text({ ...one, emphasis: true })])).toEqual(rearranged);
    const link = (href: string) => ({ kind: 'link', text: 'Beslutat', href }) as const;
    expect(changes([text(one)], [text(link('https://a.se'))])).toEqual(rearranged);
    expect(changes([text(link('https://a.se'))], [text(link('https://b.se'))])).toEqual(rearranged);
    const item = (part: Paragraph['text'][number]): Block => ({
      kind: 'list',
      ordered: false,
      items: [{ text: [part] }],
    });
    expect(changes([item(one)], [item(bold)])).toEqual(rearranged);
    const rows = (...names: readonly string[]) => table(names.map((name) => ['', name, 'Pågår']));
    expect(changes([rows('Bygga', 'Flytta')], [rows('Flytta', 'Bygga')])).toEqual(rearranged);
    const cells = table([['1', 'Bygga', 'Pågår']]);
    const boldCells = { ...cells, rows: [{ cells: [plain('1'), [{ ...bold, text: 'Bygga' }], plain('Pågår')] }] };
    expect(changes([cells], [boldCells])).toEqual(rearranged);
    const inPieces = text({ kind: 'text', text: 'Be' }, { kind: 'text', text: 'slutat' });
    expect(changes([text(one)], [inPieces])).toEqual([]);
  });

  it('is told of a footnote and of the heading of a notice', () => {
    const noted = (words: string): Block => paragraph([...plain('Text'), { kind: 'footnote', text: plain(words) }]);
    expect(changes([noted('Förr')], [noted('Nu')])).toEqual([{ what: '', before: 'Förr', after: 'Nu' }]);
    const notice = (title: string): Block => ({ kind: 'notice', title, text: plain('Text') });
    expect(changes([notice('Osäkert')], [notice('Säkert')])).toEqual([
      { what: '', before: 'Osäkert', after: 'Säkert' },
    ]);
  });

  it('is told of a picture of all municipalities that is not the same', () => {
    const picture = (svg: string): Block => ({
      kind: 'figure',
      id: 'f',
      alt: 'Fyrfält',
      caption: 'Alla kommuner',
      picture: { format: 'svg', svg, width: 1, height: 1 },
    });
    expect(changes([picture('<svg/>')], [picture('<svg/>')])).toEqual([]);
    expect(changes([picture('<svg/>')], [picture('<svg><g/></svg>')])).toEqual([
      { what: 'Alla kommuner', before: undefined, after: undefined, redrawn: true },
    ]);
  });

  it('is told of a chart by line and year; a value that comes is not nought', () => {
    const chart = (values: readonly (number | undefined)[]): Block => ({
      kind: 'figure',
      id: 'f',
      alt: 'Linjediagram',
      caption: 'Kostnad',
      picture: { format: 'svg', svg: '<svg/>', width: 1, height: 1 },
      chart: {
        kind: 'line',
        unit: 'kr',
        decimals: 1,
        categories: ['2020', '2021'],
        series: [{ name: 'Kommunen', values }],
      },
    });
    expect(changes([chart([1, undefined])], [chart([1.5, 2])])).toEqual([
      { what: 'Kostnad: Kommunen 2020', before: '1 kr', after: '1,5 kr' },
      { what: 'Kostnad: Kommunen 2021', before: undefined, after: '2 kr' },
    ]);
  });
});
