import { type Gender, genders, type SyncSelection } from '@samband/kolada';

/** What to fetch from Kolada; the parts add up. */
export interface FetchChoice {
  /** The key figures of our map. */
  readonly starter: boolean;
  readonly everything: boolean;
  readonly kpis: readonly string[];
  /** Kolada's own labels. */
  readonly areas: readonly string[];
  readonly kpiGroups: readonly string[];
}

export interface FetchOrder {
  readonly choice: FetchChoice;
  /** First and last. */
  readonly years: readonly [number, number];
  readonly genders: readonly Gender[];
}

export const nothingChosen: FetchChoice = { starter: false, everything: false, kpis: [], areas: [], kpiGroups: [] };

export function isNothing(choice: FetchChoice): boolean {
  const { starter, everything, kpis, areas, kpiGroups } = choice;
  return !starter && !everything && kpis.length + areas.length + kpiGroups.length === 0;
}

/** Only municipalities are analysed here: what only regions have comes when it is asked for by id, or with everything, not as part of a set. */
export function selectionOf(choice: FetchChoice, starter: readonly string[]): SyncSelection {
  return {
    kpis: choice.starter ? [...new Set([...starter, ...choice.kpis])] : choice.kpis,
    operatingAreas: choice.areas,
    kpiGroups: choice.kpiGroups,
    everything: choice.everything,
    municipalitiesOnly: choice.kpis.length === 0 && !choice.everything,
  };
}

const earliest = 1970;
const latest = 2100;

/** `2010-2025`, `2010–2025` or `2024`. Undefined when it is none of these or the span runs backwards. */
export function readYears(text: string): readonly [number, number] | undefined {
  const match = /^\s*(\d{4})\s*(?:[-–]\s*(\d{4})\s*)?$/.exec(text);
  if (match === null) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  return first >= earliest && last <= latest && first <= last ? [first, last] : undefined;
}

/** `T,K,M` in any order. Undefined when something else stands there. */
export function readGenders(text: string): readonly Gender[] | undefined {
  const asked = listOf(text.toUpperCase());
  const chosen = genders.filter((gender) => asked.includes(gender));
  return chosen.length > 0 && chosen.length === new Set(asked).size ? chosen : undefined;
}

/** Ids as people paste them: with commas, spaces or line breaks between. */
export function readKpis(text: string): { readonly kpis: readonly string[]; readonly wrong: readonly string[] } {
  const ids = [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  const isKpi = (id: string) => /^[NU]\d{5}$/.test(id);
  return { kpis: ids.filter(isKpi), wrong: ids.filter((id) => !isKpi(id)) };
}

export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The files that can be read in instead of fetching, in the order they are asked for. */
export type FetchPart = 'values' | 'catalogue' | 'units' | 'groups' | 'kpiGroups';
export const fetchParts: readonly FetchPart[] = ['values', 'catalogue', 'units', 'groups', 'kpiGroups'];

/** Earlier fetches on a page. */
export const logSize = 20;
