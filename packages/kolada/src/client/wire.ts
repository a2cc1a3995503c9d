import { z } from 'zod';
import type { DataRow, DataValue, Gender, Group, Kpi, Municipality, Ou, OuDataRow } from '../model.ts';
import { repairDoubleEncoding } from './encoding.ts';
import { KoladaFormatError } from './errors.ts';
import type { Page } from './paging.ts';

/** Kolada's wire format, translated here and nowhere else. Metadata goes through Zod; data rows, a million at a time, by hand. */

const text = z.string().transform(repairDoubleEncoding);
const date = z.iso.date().nullable();

const kpiSchema = z
  .object({
    id: z.string(),
    title: text,
    description: text,
    is_divided_by_gender: z.boolean(),
    municipality_type: z.enum(['K', 'L', 'A']),
    auspice: z.string().nullable(),
    operating_area: text,
    perspective: z.string().nullable(),
    prel_publication_date: date,
    publication_date: date,
    publ_period: z.string().nullable(),
    has_ou_data: z.boolean(),
  })
  .transform(
    (kpi): Kpi => ({
      id: kpi.id,
      title: kpi.title,
      description: kpi.description,
      isDividedByGender: kpi.is_divided_by_gender,
      municipalityType: kpi.municipality_type,
      auspice: kpi.auspice,
      operatingArea: kpi.operating_area,
      perspective: kpi.perspective,
      prelPublicationDate: kpi.prel_publication_date,
      publicationDate: kpi.publication_date,
      publPeriod: kpi.publ_period,
      hasOuData: kpi.has_ou_data,
    }),
  );

const municipalitySchema = z
  .object({ id: z.string().regex(/^\d{4}$/), title: text, type: z.enum(['K', 'L']) })
  .transform((unit): Municipality => unit);

const groupSchema = z
  .object({
    id: z.string(),
    title: text,
    members: z.array(
      z
        .object({ member_id: z.string(), member_title: text })
        .transform((m) => ({ id: m.member_id, title: m.member_title })),
    ),
  })
  .transform((group): Group => group);

const ouSchema = z.object({ id: z.string(), title: text, municipality: z.string() }).transform((ou): Ou => ou);

export const readKpis = listReader<Kpi>(kpiSchema);
export const readMunicipalities = listReader<Municipality>(municipalitySchema);
export const readGroups = listReader<Group>(groupSchema);
export const readOus = listReader<Ou>(ouSchema);

/**
 * Catalogue lists from a file, as the API gives them: the array alone or a whole envelope.
 * `origin` is the file's name, for the message of a `KoladaFormatError`.
 */
export function kpisFromJson(json: unknown, origin: string): readonly Kpi[] {
  return readKpis(asEnvelope(json), origin).rows;
}
export function municipalitiesFromJson(json: unknown, origin: string): readonly Municipality[] {
  return readMunicipalities(asEnvelope(json), origin).rows;
}
/** Municipality groups and KPI groups alike. */
export function groupsFromJson(json: unknown, origin: string): readonly Group[] {
  return readGroups(asEnvelope(json), origin).rows;
}

function asEnvelope(json: unknown): unknown {
  return Array.isArray(json) ? { values: json, next_url: null } : json;
}

function listReader<Row>(schema: z.ZodType<Row>) {
  return (body: unknown, endpoint: string): Page<Row> => {
    const { values, nextUrl } = readEnvelope(body, endpoint);
    const rows = values.map((value, index) => {
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      const issue = result.error.issues[0];
      const path = issue?.path ?? [];
      const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
      throw new KoladaFormatError(endpoint, `values[${index}]${field}`, issue?.message ?? 'giltig', reach(value, path));
    });
    return { rows, answered: values.length, nextUrl };
  };
}

/** The sets of one split question: what a row may speak of. A row outside them means that Kolada ignored a part of the question. */
export interface Asked {
  readonly kpis: ReadonlySet<string> | undefined;
  readonly units: ReadonlySet<string> | undefined;
  readonly years: ReadonlySet<number> | undefined;
  readonly keepGroups: boolean;
}

export function readDataPage(body: unknown, endpoint: string, asked: Asked): Page<DataRow> {
  const { values, nextUrl } = readEnvelope(body, endpoint);
  const rows: DataRow[] = [];
  for (let index = 0; index < values.length; index++) {
    const row = values[index] as Partial<Record<string, unknown>> | null;
    const unit = row?.municipality;
    if (typeof unit !== 'string') throw wrong(endpoint, index, 'municipality', 'text', unit);
    if (unit.startsWith('G')) {
      if (!(asked.units?.has(unit) ?? asked.keepGroups)) continue;
    } else if (asked.units && !asked.units.has(unit)) {
      throw wrong(endpoint, index, 'municipality', 'en efterfrågad enhet', unit);
    }
    rows.push({ ...readCommon(row!, endpoint, index, asked), municipality: unit });
  }
  return { rows, answered: values.length, nextUrl };
}

export function readOuDataPage(body: unknown, endpoint: string, asked: Asked): Page<OuDataRow> {
  const { values, nextUrl } = readEnvelope(body, endpoint);
  const rows = values.map((value, index): OuDataRow => {
    const row = value as Partial<Record<string, unknown>> | null;
    const ou = row?.ou;
    if (typeof ou !== 'string') throw wrong(endpoint, index, 'ou', 'text', ou);
    if (asked.units && !asked.units.has(ou)) throw wrong(endpoint, index, 'ou', 'en efterfrågad enhet', ou);
    return { ...readCommon(row!, endpoint, index, asked), ou };
  });
  return { rows, answered: values.length, nextUrl };
}

function readCommon(
  row: Partial<Record<string, unknown>>,
  endpoint: string,
  index: number,
  asked: Asked,
): { kpi: string; period: number; values: readonly DataValue[] } {
  const { kpi, period, values } = row;
  if (typeof kpi !== 'string') throw wrong(endpoint, index, 'kpi', 'text', kpi);
  if (asked.kpis && !asked.kpis.has(kpi)) throw wrong(endpoint, index, 'kpi', 'ett efterfrågat nyckeltal', kpi);
  if (typeof period !== 'number' || !Number.isInteger(period))
    throw wrong(endpoint, index, 'period', 'ett årtal', period);
  if (asked.years && !asked.years.has(period)) throw wrong(endpoint, index, 'period', 'ett efterfrågat år', period);
  if (!Array.isArray(values)) throw wrong(endpoint, index, 'values', 'en lista', values);
  return { kpi, period, values: readValues(values, endpoint, index) };
}

function readValues(values: readonly unknown[], endpoint: string, index: number): DataValue[] {
  const read = new Array<DataValue>(values.length);
  let met = 0;
  for (let at = 0; at < values.length; at++) {
    const each = values[at] as Partial<Record<string, unknown>> | null;
    const field = (name: string) => `values[${at}].${name}`;
    if (each === null || typeof each !== 'object') throw wrong(endpoint, index, `values[${at}]`, 'ett objekt', each);
    const { gender, count, status, value, isdeleted } = each;
    const bit = gender === 'T' ? 1 : gender === 'K' ? 2 : gender === 'M' ? 4 : 0;
    if (bit === 0) throw wrong(endpoint, index, field('gender'), 'T, K eller M', gender);
    if (met & bit) throw wrong(endpoint, index, field('gender'), 'ett kön som inte redan förekommit i raden', gender);
    met |= bit;
    if (typeof count !== 'number') throw wrong(endpoint, index, field('count'), 'ett tal', count);
    if (typeof status !== 'string') throw wrong(endpoint, index, field('status'), 'text', status);
    if (value !== null && typeof value !== 'number')
      throw wrong(endpoint, index, field('value'), 'ett tal eller null', value);
    if (typeof isdeleted !== 'boolean') throw wrong(endpoint, index, field('isdeleted'), 'true eller false', isdeleted);
    read[at] = { gender: gender as Gender, count, status, value, isDeleted: isdeleted };
  }
  return read;
}

function readEnvelope(body: unknown, endpoint: string): { values: readonly unknown[]; nextUrl: string | null } {
  if (body === null || typeof body !== 'object') throw new KoladaFormatError(endpoint, 'svaret', 'ett objekt', body);
  const { values, next_url: nextUrl } = body as Partial<Record<string, unknown>>;
  if (!Array.isArray(values)) throw new KoladaFormatError(endpoint, 'values', 'en lista', values);
  // An absent next_url is not taken for the end: that is how a cut answer would look.
  if (nextUrl !== null && typeof nextUrl !== 'string') {
    throw new KoladaFormatError(endpoint, 'next_url', 'en adress eller null', nextUrl);
  }
  return { values, nextUrl };
}

function wrong(endpoint: string, index: number, field: string, expected: string, found: unknown): KoladaFormatError {
  return new KoladaFormatError(endpoint, `values[${index}].${field}`, expected, found);
}

function reach(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Partial<Record<PropertyKey, unknown>> | undefined)?.[step], value);
}
