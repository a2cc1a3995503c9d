import type { DocumentModel, Picture } from '@samband/documents';
import { latestFullYear } from '../../chain/situation/index.ts';
import { rowHistory } from '../../foundation/audit/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { readRow } from '../../foundation/register/index.ts';
import { logoInUse, peopleNames } from '../../foundation/tenancy/index.ts';
import type { PartContent } from '../part/index.ts';
import { inOrder, type KeptPart, withoutPlace } from './arrange.rules.ts';
import { assembledReport, titleOf } from './assemble.rules.ts';
import { currentFigures, freshParts, hasYear, type ReportRow, type ReportWork } from './compose.queries.ts';
import { type Edition, editionsOf } from './edition.store.ts';
import { partsOf, readMaterials } from './part.store.ts';
import { type PartChanges, partChanges } from './part-changes.rules.ts';
import { report } from './report.rules.ts';
import { partTexts } from './report-page.texts.ts';

/** A part as the report's page lists it. */
export interface ListedPart extends KeptPart {
  readonly title: string;
  /** It has nothing to tell of its own: only texts of the author's would make it seen. */
  readonly empty: boolean;
  readonly parts: readonly ListedPart[];
}

export interface ReportPage {
  readonly row: ReportRow;
  readonly parts: readonly ListedPart[];
  readonly withoutPlace: readonly (KeptPart & { readonly title: string })[];
  readonly changes: readonly PartChanges[];
  readonly editions: readonly Edition[];
  /** The latest year that is fully reported, where the report's own year has no figures at all. */
  readonly otherYear: number | undefined;
}

export async function reportPage(work: ReportWork, id: string): Promise<ReportPage | undefined> {
  const row = await readRow(work.tx, report, id);
  if (row === undefined) return undefined;
  const { kept, materials } = await keptReport(work, id);
  const title = (part: KeptPart) => titleOf(part, materials);
  const list = (parent: string | null): readonly ListedPart[] =>
    inOrder(kept.filter((part) => part.parent === parent && part.present))
      .toSorted((a, b) => Number(a.appendix) - Number(b.appendix))
      .map((part) => ({ ...part, title: title(part), empty: isEmpty(part, materials), parts: list(part.id) }));
  return {
    row,
    parts: list(null),
    withoutPlace: withoutPlace(kept).map((part) => ({ ...part, title: title(part) })),
    // What is adopted never moves, so there is nothing to take in.
    changes: row.state === 'adopted' ? [] : await changesOf(work, row, kept, materials),
    editions: await editionsOf(work.tx, id),
    otherYear: row.state === 'adopted' ? undefined : await yearInstead(work, row),
  };
}

async function yearInstead(work: ReportWork, { year }: ReportRow): Promise<number | undefined> {
  const figures = await currentFigures(work);
  if (figures === undefined || hasYear(figures, year!)) return undefined;
  return latestFullYear(figures.table, figures.municipalities);
}

/** A report that is there for whoever asks; refused as a page that is not, else. */
export async function reportToRead({ tx }: ReportWork, id: string): Promise<ReportRow> {
  const row = await readRow(tx, report, id);
  if (row === undefined) throw new RefusedError(404);
  return row;
}

interface KeptReport {
  readonly kept: readonly KeptPart[];
  readonly materials: ReadonlyMap<string, PartContent>;
}

async function keptReport({ tx }: ReportWork, id: string): Promise<KeptReport> {
  const kept = await partsOf(tx, id);
  return { kept, materials: await readMaterials(tx, [...new Set(kept.flatMap(({ material }) => material ?? []))]) };
}

function isEmpty({ material }: KeptPart, materials: KeptReport['materials']): boolean {
  return material !== null && materials.get(material)?.blocks.length === 0;
}

/** Nothing for a report that has not been put together: all of it is new then. */
async function changesOf(
  work: ReportWork,
  row: ReportRow,
  kept: readonly KeptPart[],
  materials: KeptReport['materials'],
): Promise<readonly PartChanges[]> {
  if (kept.every(({ kind }) => kind === 'own')) return [];
  const fresh = await freshParts(work, row);
  return partChanges(kept, fresh, materials);
}

/** The report as it stands, ready to be written. Undefined before it has been put together. */
export async function reportDocument(
  work: ReportWork,
  row: ReportRow,
  adopting?: { readonly body: string; readonly number: number },
): Promise<DocumentModel | undefined> {
  const { kept, materials } = await keptReport(work, row.id);
  if (kept.length === 0) return undefined;
  const language = row.language ?? 'sv';
  const t = partTexts(language).document;
  const taken = kept.flatMap(({ takenOn }) => takenOn ?? []).toSorted();
  const logo = await logoInUse(work.tx);
  const date = adopting === undefined ? (taken.at(-1) ?? work.today) : work.today;
  return assembledReport({
    title: row.title,
    subtitle: t.subtitle[row.kind ?? 'interim'](work.house.name, row.year!),
    language,
    parts: kept,
    materials,
    about: {
      organisation: work.house.name,
      date,
      state: adopting === undefined ? t.draft : t.adopted(adopting.body, work.today, adopting.number),
      ...(row.author !== '' && { author: row.author }),
      ...(row.registryNumber !== '' && { caseNumber: row.registryNumber }),
      ...(work.house.exampleData && { mark: t.exampleData }),
      ...(work.house.colour !== undefined && { colour: work.house.colour }),
      ...(logo !== undefined && { logo: { ...onPage(logo), alt: t.logo(work.house.name) } }),
    },
  });
}

/** As large as a logo stands on a page, whatever the size of its file. */
function onPage(logo: Picture): Picture {
  const scale = Math.min(240 / logo.width, 64 / logo.height);
  return { ...logo, width: logo.width * scale, height: logo.height * scale };
}

export interface PartPage {
  readonly row: ReportRow;
  readonly part: KeptPart;
  readonly title: string;
  /** What it is called without a heading of the author's own. */
  readonly ownTitle: string;
  readonly content: PartContent | undefined;
  readonly history: readonly PartVersion[];
}

/** How a part stood, and who made it so. */
export interface PartVersion {
  readonly version: number;
  readonly at: Date;
  readonly who: string;
  readonly changed: readonly ('heading' | 'textBefore' | 'textAfter' | 'chosen' | 'material' | 'place' | 'present')[];
}

const mostVersions = 50;

export async function partPage(work: ReportWork, reportId: string, partId: string): Promise<PartPage | undefined> {
  const { tx } = work;
  const row = await readRow(tx, report, reportId);
  const part = (await partsOf(tx, reportId)).find(({ id }) => id === partId);
  if (row === undefined || part === undefined) return undefined;
  const materials = await readMaterials(tx, part.material === null ? [] : [part.material]);
  const entries = await rowHistory(tx, 'reports.part', { id: partId }, mostVersions);
  const names = await peopleNames(
    tx,
    entries.flatMap(({ person_id }) => person_id ?? []),
  );
  return {
    row,
    part,
    title: titleOf(part, materials),
    ownTitle: titleOf({ ...part, heading: '' }, materials),
    content: part.material === null ? undefined : materials.get(part.material),
    history: entries.map(({ at, person_id, before, after }) => ({
      version: Number(after?.version ?? 0),
      at,
      who: names.get(person_id ?? '') ?? '',
      changed: changedColumns
        .filter(([column]) => before !== null && before[column] !== after?.[column])
        .map(([, name]) => name),
    })),
  };
}

const changedColumns = [
  ['heading', 'heading'],
  ['text_before', 'textBefore'],
  ['text_after', 'textAfter'],
  ['chosen', 'chosen'],
  ['material', 'material'],
  ['place', 'place'],
  ['present', 'present'],
] as const;

export { partsOf };
