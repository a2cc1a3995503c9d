import type { DataRow, Group, OuDataRow } from '../model.ts';
import type { Faults } from './faults.ts';
import { groupRows } from './group-rows.ts';
import type { SimulatedQuestion } from './request.ts';
import type { Revisions } from './revisions.ts';
import { wireGroup, wireKpi, wireMunicipality, wireOu, wireRow } from './serialise.ts';
import type { SimulatorSource } from './source.ts';

type ListQuestion = Extract<SimulatedQuestion, { kind: 'list' }>;
type DataQuestion = Extract<SimulatedQuestion, { kind: 'data' }>;

/** The rows of one page as JSON texts, and whether another page follows. */
export interface AnswerPage {
  readonly rows: readonly string[];
  readonly more: boolean;
}

export async function answerList(source: SimulatorSource, question: ListQuestion): Promise<AnswerPage> {
  const { ids, title, municipality, page, perPage } = question;
  const words = title?.toLowerCase();
  const hits = (await listOf(source, question.path)).filter(
    (row) =>
      (ids === undefined || ids.has(row.id)) &&
      (words === undefined || row.title.toLowerCase().includes(words)) &&
      (municipality === undefined || !('municipality' in row) || row.municipality === municipality),
  );
  const from = (page - 1) * perPage;
  return {
    rows: hits.slice(from, from + perPage).map((row) => JSON.stringify(row)),
    more: hits.length > from + perPage,
  };
}

async function listOf(
  source: SimulatorSource,
  path: ListQuestion['path'],
): Promise<readonly { id: string; title: string }[]> {
  switch (path) {
    case 'kpi':
      return (await source.kpis()).map(wireKpi);
    case 'kpi_groups':
      return (await source.kpiGroups()).map(wireGroup);
    case 'municipality':
      return (await source.municipalities()).map(wireMunicipality);
    case 'municipality_groups':
      return (await source.groups()).map(wireGroup);
    case 'ou':
      return ((await source.ous?.()) ?? []).map(wireOu);
  }
}

/** Where a page begins: which block (KPI by year) and how many of its rows are already given. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

export interface DataAnswer extends AnswerPage {
  /** Where the next page begins; remembered, so that page 20 need not read pages 1–19 again. */
  readonly next: Place | undefined;
}

export async function answerData(
  source: SimulatorSource,
  revisions: Revisions,
  question: DataQuestion,
  faults: Faults,
  random: () => number,
  start: Place | undefined,
): Promise<DataAnswer> {
  if (question.unfiltered) return { rows: [], more: false, next: undefined };
  const kpis = question.kpis ?? (await source.kpis()).map((kpi) => kpi.id);
  const years = question.years ?? (await source.years());
  const read = await blockReader(source, revisions, question, faults);
  const unitName = question.root === 'data' ? 'municipality' : 'ou';
  const rows: string[] = [];
  let skip = start ? start.offset : (question.page - 1) * question.perPage;
  for (let block = start?.block ?? 0; block < kpis.length * years.length; block++) {
    const kpi = kpis[Math.floor(block / years.length)]!;
    const found = await read(kpi, years[block % years.length]!);
    const offset = Math.min(skip, found.length);
    skip -= offset;
    for (let at = offset; at < found.length; at++) {
      if (rows.length === question.perPage) return { rows, more: true, next: { block, offset: at } };
      const row = found[at]!;
      const unit = 'ou' in row ? row.ou : row.municipality;
      rows.push(wireRow(kpi, unitName, unit, row.period, row.values, faults.shuffleGenders ? random : undefined));
    }
  }
  return { rows, more: false, next: undefined };
}

type ReadBlock = (kpi: string, year: number) => Promise<readonly (DataRow | OuDataRow)[]>;

async function blockReader(
  source: SimulatorSource,
  revisions: Revisions,
  question: DataQuestion,
  faults: Faults,
): Promise<ReadBlock> {
  const asked = question.units && new Set(question.units);
  if (question.root === 'oudata') {
    return async (kpi, year) => {
      const rows = (await source.ouRows?.(kpi, year)) ?? [];
      return asked ? rows.filter((row) => asked.has(row.ou)) : rows;
    };
  }
  const changed = await changedUnits(source, revisions, question.fromDate);
  const groups = changed ? [] : await groupsIn(source, asked, faults);
  const needed = asked && new Set([...asked, ...groups.flatMap((group) => group.members.map((member) => member.id))]);
  return async (kpi, year) => {
    const units = changed === 'all' ? undefined : changed?.get(`${kpi}/${year}`);
    if (changed instanceof Map && units === undefined) return [];
    const rows = revisions.apply(kpi, year, await source.rows(kpi, year, needed), changed !== undefined);
    const wanted =
      asked || units
        ? rows.filter((row) => (asked?.has(row.municipality) ?? true) && (units?.has(row.municipality) ?? true))
        : rows;
    return groups.length > 0 ? [...wanted, ...groupRows(kpi, year, rows, groups)] : wanted;
  };
}

/** Groups come where no unit was named, and where the group itself was. */
async function groupsIn(
  source: SimulatorSource,
  asked: ReadonlySet<string> | undefined,
  faults: Faults,
): Promise<readonly Group[]> {
  if (asked === undefined) return faults.mixGroups === false ? [] : await source.groups();
  if (![...asked].some((id) => id.startsWith('G'))) return [];
  return (await source.groups()).filter((group) => asked.has(group.id));
}

/** The first day of a source that does not say when its rows changed. */
const beginning = '2000-01-01';

async function changedUnits(
  source: SimulatorSource,
  revisions: Revisions,
  date: string | undefined,
): Promise<'all' | ReadonlyMap<string, ReadonlySet<string>> | undefined> {
  if (date === undefined) return undefined;
  if (source.changedSince === undefined && date <= beginning) return 'all';
  const rows = [...((await source.changedSince?.(date)) ?? []), ...revisions.changedSince(date)];
  const blocks = Map.groupBy(rows, (row) => `${row.kpi}/${row.year}`);
  return new Map([...blocks].map(([key, block]) => [key, new Set(block.map((row) => row.unit))]));
}
