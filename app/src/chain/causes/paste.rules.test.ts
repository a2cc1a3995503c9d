import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPasted } from '@samband/documents/spreadsheet';
import { describe, expect, it } from 'vitest';
import { itemsOf, joinArea, splitArea } from './item.rules.ts';
import { planPaste, readPastedCauses } from './paste.rules.ts';

const costTypes = ['Personalkostnader', 'Lokalkostnader'];

function read(text: string) {
  const lines = readPasted(text, { bytes: 1_000_000, rows: 1000 });
  if (!lines.ok) throw new Error(lines.reason);
  const pasted = readPastedCauses(lines.rows, costTypes);
  if (!pasted.ok) throw new Error(pasted.reason);
  return pasted;
}

const header = 'Område\tProblem/Utmaning\tOrsak/Påverkas av\tFörslag till åtgärd';

describe('an area', () => {
  it.each([
    ['Särskilt boende - Personalkostnader', 'Särskilt boende', 'Personalkostnader'],
    ['Särskilt boende – Personalkostnader', 'Särskilt boende', 'Personalkostnader'],
    ['Barn- och utbildning - Förskola - Lokalkostnader', 'Barn- och utbildning - Förskola', 'Lokalkostnader'],
    ['In- och utemiljö', 'In- och utemiljö', ''],
  ])('%s is split at the last hyphen with spaces around it', (text, area, costType) => {
    expect(splitArea(text)).toEqual({ area, costType });
  });

  it('is one cell again', () => {
    expect(joinArea({ area: 'Särskilt boende', costType: 'Lokalkostnader' })).toBe('Särskilt boende - Lokalkostnader');
    expect(joinArea({ area: 'Särskilt boende', costType: '' })).toBe('Särskilt boende');
  });
});

describe('a cell', () => {
  it('keeps sentences on the same line together, and takes lines and bullets apart', () => {
    expect(itemsOf('En orsak. Samma orsak, t.ex. kultur.')).toEqual(['En orsak. Samma orsak, t.ex. kultur.']);
    expect(itemsOf('Första\nAndra')).toEqual(['Första', 'Andra']);
    expect(itemsOf('• Första • Andra')).toEqual(['Första', 'Andra']);
    expect(itemsOf('- Första\n2) Andra\n·  Tredje')).toEqual(['Första', 'Andra', 'Tredje']);
    expect(itemsOf(' \n–\n')).toEqual([]);
  });
});

describe('a pasted cause table', () => {
  it('has a problem for each row, with area, cost type, causes and suggestions', () => {
    const { rows } = read(
      `${header}\nSärskilt boende - Personalkostnader\tHög sjukfrånvaro\t"Arbetsbelastning\nKultur"\tTäta uppföljningar. Samverkan med HR.`,
    );
    expect(rows).toEqual([
      {
        number: 2,
        area: 'Särskilt boende',
        costType: 'Personalkostnader',
        problem: 'Hög sjukfrånvaro',
        causes: ['Arbetsbelastning', 'Kultur'],
        suggestions: ['Täta uppföljningar. Samverkan med HR.'],
        fault: undefined,
      },
    ]);
  });

  it('takes its columns from its header, in any order, and is read without one when it has the four usual', () => {
    const turned = read('Förslag till åtgärd\tOrsak\tProblem\nGör\tVarför\tVad');
    expect(turned.rows[0]).toMatchObject({ problem: 'Vad', causes: ['Varför'], suggestions: ['Gör'], area: '' });
    expect(read('Skola - Lokalkostnader\tVad\tVarför\tGör').rows[0]).toMatchObject({ area: 'Skola', problem: 'Vad' });
    const unknown = readPastedCauses([{ number: 1, cells: ['Vad', 'Varför', 'Gör'] }], []);
    expect(unknown).toEqual({ ok: false, reason: 'noHeader' });
    expect(readPastedCauses([{ number: 1, cells: ['bara text'] }], [])).toEqual({ ok: false, reason: 'noTable' });
  });

  it('takes the area of a heading, or of the row above, where the cell is empty', () => {
    const { rows, headings } = read(
      [
        header,
        'Särskilt boende - Personalkostnader\t\t\t',
        '\tVikarier\tOrsak\tFörslag',
        '\tSjukfrånvaro\tOrsak\tFörslag',
        'Särskilt boende - Lokalkostnader',
        '\tDyra lokaler\tOrsak\tFörslag',
      ].join('\n'),
    );
    expect(headings).toEqual(['Särskilt boende - Personalkostnader', 'Särskilt boende - Lokalkostnader']);
    expect(rows.map(({ area, costType, problem }) => [area, costType, problem])).toEqual([
      ['Särskilt boende', 'Personalkostnader', 'Vikarier'],
      ['Särskilt boende', 'Personalkostnader', 'Sjukfrånvaro'],
      ['Särskilt boende', 'Lokalkostnader', 'Dyra lokaler'],
    ]);
  });

  it('lets a heading with the unit and a cell with a known cost type meet', () => {
    const { rows } = read(`Särskilt boende\n\n${header}\nPersonalkostnader\tVikarier\tOrsak\tFörslag`);
    expect(rows[0]).toMatchObject({ area: 'Särskilt boende', costType: 'Personalkostnader' });
  });

  it('goes on with the problem above where the problem is empty, and says where there is none', () => {
    const { rows } = read(`${header}\nA - B\tVad\tEtt\t\n\t\tTvå\tGör`);
    expect(planPaste(rows, []).map(({ state, goesOnWith }) => [state, goesOnWith])).toEqual([
      ['new', undefined],
      ['more', 0],
    ]);
    expect(read(`${header}\nA - B\t\tEtt\tGör`).rows[0]?.fault).toBe('noProblem');
  });

  it('puts together what Word has taken apart: a line for each paragraph of a cell', () => {
    const { rows } = read(`${header}\nA - B\tVad\tEtt\nTvå\tGör\noch gör\nA - C\tMer\tTre\tNu`);
    expect(rows.map(({ problem, causes, suggestions }) => [problem, causes, suggestions])).toEqual([
      ['Vad', ['Ett', 'Två'], ['Gör', 'och gör']],
      ['Mer', ['Tre'], ['Nu']],
    ]);
  });

  it('adds nothing when it is pasted again, and keeps two rows that read alike as two', () => {
    const { rows } = read(`${header}\nA - B\tVad\tEtt\tGör\nA - B\tVad\tTvå\tGör`);
    expect(planPaste(rows, []).map(({ state }) => state)).toEqual(['new', 'new']);
    const there = rows.map((row, index) => ({ ...row, id: String(index), title: row.problem }));
    expect(planPaste(rows, there).map(({ state }) => state)).toEqual(['there', 'there']);
    const [first] = planPaste(read(`${header}\nA - B\tVad\tEtt\nTre\tGör`).rows, there);
    expect(first).toMatchObject({ state: 'more', existing: '0', newCauses: ['Tre'], newSuggestions: [] });
  });
});

const seeds = path.join(import.meta.dirname, '../../../../../shared/seeds');
const report = filesIn(seeds).find((file) => file.startsWith('002_'));

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The founding interim report is not part of the repository; what it shows is shown above on tables made for the test too. */
describe.skipIf(report === undefined)('the cause tables of the founding interim report', () => {
  const text = () => {
    const all = readFileSync(path.join(seeds, report!), 'utf8').split('\n');
    return all.slice(all.lastIndexOf('Bilaga 4 Orsaksanalys Socialförvaltningen')).join('\n');
  };

  it('are read whole: every row, with its area and cost type, none merged', () => {
    const wanted = text()
      .split('\n')
      .filter((line) => line.includes('\t') && !line.startsWith('Område'));
    expect(wanted).toHaveLength(13);
    const { rows, headings } = read(text());
    expect(rows.map(({ fault }) => fault).filter(Boolean)).toEqual([]);
    expect(rows.map((row) => [joinArea(row), row.problem])).toEqual(wanted.map((line) => line.split('\t').slice(0, 2)));
    expect(rows.every(({ causes, suggestions }) => causes.length === 1 && suggestions.length === 1)).toBe(true);
    expect(Object.entries(Object.groupBy(rows, ({ area }) => area)).map(([area, own]) => [area, own?.length])).toEqual([
      ['SÄBO', 9],
      ['Övergripande', 4],
    ]);
    expect(new Set(rows.map(({ costType }) => costType))).toEqual(
      new Set(['Personalkostnader', 'Personalresurser', 'Lokalkostnader', 'Brukare']),
    );
    expect(headings).toContain('Särskilt boende');
    expect(planPaste(rows, []).every(({ state }) => state === 'new')).toBe(true);
  });
});
