import { KoladaQueryError } from './errors.ts';
import type { DataQuery, ListQuery, OuDataQuery, OuListQuery } from './query.ts';
import type { Asked } from './wire.ts';

/** Kolada answers 422 to more. It holds for KPIs, units and years alike. */
const idsInList = 25;

/** One address to ask, and what its answer may speak of. */
export interface Question {
  readonly url: URL;
  readonly asked: Asked;
}

/**
 * Splits a query into questions that Kolada accepts. The lists stand in the path, where a misspelling is a 404;
 * as query parameters a misspelt name is silently ignored.
 */
export function dataQuestions(baseUrl: URL, query: DataQuery): Question[] {
  const kpis = idList('kpis', query.kpis, kpiId);
  const units = idList('municipalities', query.municipalities, municipalityId);
  return split(baseUrl, 'data', 'municipality', { kpis, units, years: yearList(query.years) }, query);
}

export function ouDataQuestions(baseUrl: URL, query: OuDataQuery): Question[] {
  const kpis = idList('kpis', query.kpis, kpiId);
  const units = idList('ous', query.ous, ouId);
  return split(baseUrl, 'oudata', 'ou', { kpis, units, years: yearList(query.years) }, query);
}

interface Lists {
  readonly kpis: readonly string[] | undefined;
  readonly units: readonly string[] | undefined;
  readonly years: readonly number[] | undefined;
}

function split(
  baseUrl: URL,
  root: 'data' | 'oudata',
  unitName: 'municipality' | 'ou',
  lists: Lists,
  query: Pick<DataQuery, 'fromDate' | 'include'>,
): Question[] {
  const given = [lists.kpis, lists.units, lists.years].filter((list) => list !== undefined).length;
  if (given < 2) {
    throw new KoladaQueryError(
      'query',
      'Ange minst två av nyckeltal, enheter och år; Kolada svarar inte på en fråga med bara ett av dem',
    );
  }
  checkDate(query.fromDate);
  const questions: Question[] = [];
  for (const kpis of chunks(lists.kpis)) {
    for (const units of chunks(lists.units)) {
      for (const years of chunks(lists.years)) {
        const parts = [
          kpis && `kpi/${kpis.join()}`,
          units && `${unitName}/${units.join()}`,
          years && `year/${years.join()}`,
        ];
        const url = address(baseUrl, [root, ...parts.filter((part) => part !== undefined)].join('/'));
        if (query.fromDate !== undefined) url.searchParams.set('from_date', query.fromDate);
        const keepGroups = query.include === 'unitsAndGroups';
        questions.push({
          url,
          asked: {
            kpis: kpis && new Set(kpis),
            units: units && new Set(units),
            years: years && new Set(years),
            keepGroups,
          },
        });
      }
    }
  }
  return questions;
}

export type ListPath = 'kpi' | 'kpi_groups' | 'municipality' | 'municipality_groups' | 'ou';

export interface ListQuestion {
  readonly url: URL;
  readonly ids: ReadonlySet<string> | undefined;
}

/** `?id=` is ignored by `/kpi_groups`, so ids always stand in the path. */
export function listQuestions(baseUrl: URL, path: ListPath, query: OuListQuery | ListQuery): ListQuestion[] {
  const ids = query.ids && unique(query.ids);
  for (const id of ids ?? []) checkId('ids', id, idOf[path]);
  return chunks(ids).map((chunk) => {
    const url = address(baseUrl, chunk ? `${path}/${chunk.join()}` : path);
    if (query.title !== undefined) url.searchParams.set('title', query.title);
    if ('municipality' in query && query.municipality !== undefined) {
      checkId('municipality', query.municipality, unitId);
      url.searchParams.set('municipality', query.municipality);
    }
    return { url, ids: chunk && new Set(chunk) };
  });
}

interface IdForm {
  readonly pattern: RegExp;
  readonly words: string;
}
const kpiId: IdForm = { pattern: /^[NU]\d{5}$/, words: 'N eller U och fem siffror, till exempel N15027' };
const unitId: IdForm = { pattern: /^\d{4}$/, words: 'fyra siffror, till exempel 1281' };
const municipalityId: IdForm = {
  pattern: /^(\d{4}|G\d+)$/,
  words: 'fyra siffror, till exempel 1281, eller en grupp, till exempel G2328',
};
const ouId: IdForm = { pattern: /^V\d+E\d+$/, words: 'V, typ, E och ett nummer, till exempel V15E128100101' };
const idOf: Record<ListPath, IdForm> = {
  kpi: kpiId,
  kpi_groups: { pattern: /^G\d*KPI\d+$/, words: 'G2KPI och ett nummer, till exempel G2KPI148352' },
  municipality: unitId,
  municipality_groups: { pattern: /^G\d+$/, words: 'G och ett nummer, till exempel G2328' },
  ou: ouId,
};

function idList(field: string, ids: readonly string[] | undefined, form: IdForm): readonly string[] | undefined {
  if (ids === undefined) return undefined;
  checkNotEmpty(field, ids);
  for (const id of ids) checkId(field, id, form);
  return unique(ids);
}

function yearList(years: readonly number[] | undefined): readonly number[] | undefined {
  if (years === undefined) return undefined;
  checkNotEmpty('years', years);
  for (const year of years) {
    if (!Number.isInteger(year) || year < 1900 || year > 2200) {
      throw new KoladaQueryError('years', `Ett år skrivs med fyra siffror, till exempel 2024; fick ${year}`);
    }
  }
  return unique(years);
}

/** An empty list would drop out of the address and widen the question to everything. */
function checkNotEmpty(field: string, list: readonly unknown[]): void {
  if (list.length === 0)
    throw new KoladaQueryError(field, `Listan ${field} är tom; utelämna den för att fråga om alla`);
}

function checkId(field: string, id: string, form: IdForm): void {
  if (!form.pattern.test(id)) {
    throw new KoladaQueryError(
      field,
      `Ett id i ${field} skrivs ${form.words}; fick ${JSON.stringify(id.slice(0, 80))}`,
    );
  }
}

function checkDate(date: string | undefined): void {
  if (date === undefined) return;
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    new Date(date).toISOString().startsWith(date);
  if (!real)
    throw new KoladaQueryError('fromDate', `Ett datum skrivs ÅÅÅÅ-MM-DD; fick ${JSON.stringify(date.slice(0, 80))}`);
}

function chunks<T>(list: readonly T[] | undefined): (readonly T[] | undefined)[] {
  if (list === undefined) return [undefined];
  return Array.from({ length: Math.ceil(list.length / idsInList) }, (_, at) =>
    list.slice(at * idsInList, (at + 1) * idsInList),
  );
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

function address(baseUrl: URL, path: string): URL {
  const url = new URL(baseUrl);
  url.pathname = `${baseUrl.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}
