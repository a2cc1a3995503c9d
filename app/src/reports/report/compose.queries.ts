import { createHash } from 'node:crypto';
import { yearsWithFigures } from '../../chain/situation/index.ts';
import type { Actor } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { type FigureStore, type Figures, FiguresMissingError } from '../../foundation/figures/index.ts';
import { type Kernel, type RowOf, whileUnchanged } from '../../foundation/register/index.ts';
import { figuresOfMunicipality, municipalityCode } from '../../foundation/tenancy/index.ts';
import { interimMaterial, interimParts } from '../interim-report/index.ts';
import type { ComposedPart, PartContent } from '../part/index.ts';
import { situationMaterial, situationPart, situationParts } from '../situation-report/index.ts';
import { flatParts } from './arrange.rules.ts';
import type { FreshPart } from './part-changes.rules.ts';
import type { report } from './report.rules.ts';

export type ReportRow = RowOf<typeof report.fields>;

/** Who asks, and whose report it is. */
export interface ReportWork {
  readonly kernel: Kernel;
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly store: FigureStore;
  readonly house: ReportHouse;
  /** As 2026-03-02. */
  readonly today: string;
}

export interface ReportHouse {
  readonly name: string;
  /** The municipality's colour where text in it can be read. */
  readonly colour: string | undefined;
  readonly exampleData: boolean;
}

/**
 * The report as the chain would tell it now. The same for everyone who may read it, and asked at every visit, so it is composed once while nothing changes;
 * for a command it must be asked before the transaction writes anything.
 */
export async function freshParts(work: ReportWork, row: ReportRow): Promise<readonly FreshPart[]> {
  const figures = await currentFigures(work);
  const { id, version } = figures?.info ?? { id: '', version: 0 };
  return whileUnchanged(work.tx, ['report', row.id, row.version, id, version, work.today], async () =>
    flatParts(await composedParts(work, row, figures)).map((part) => ({ ...part, hash: hashOf(part.content) })),
  );
}

function hashOf(content: PartContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Figures may be missing altogether; what people have written can be reported without them. */
export async function currentFigures({ tx, store }: Pick<ReportWork, 'tx' | 'store'>): Promise<Figures | undefined> {
  return store.current(await figuresOfMunicipality(tx)).catch((error: unknown) => {
    if (error instanceof FiguresMissingError) return undefined;
    throw error;
  });
}

/** Of a year without figures it cannot be said that nothing stands out. */
export function hasYear(figures: Figures, year: number): boolean {
  return yearsWithFigures(figures.table, figures.municipalities).includes(year);
}

async function composedParts(
  { kernel, tx, actor, store, house, today }: ReportWork,
  row: ReportRow,
  figures: Figures | undefined,
): Promise<readonly ComposedPart[]> {
  const language = row.language ?? 'sv';
  const choice = {
    unit: await municipalityCode(tx),
    year: row.year!,
    compareWith: { kind: row.comparison ?? 'similar' },
  } as const;
  if (row.kind === 'situation') {
    const answer = figures && hasYear(figures, choice.year) ? situationMaterial(figures, choice, today) : undefined;
    if (answer?.ok !== true) return [];
    const parts: ComposedPart[] = [];
    for (const kind of situationParts) {
      const content = await situationPart(kind, { material: answer.material, language, own: house.colour });
      parts.push({ kind, subject: null, content });
    }
    return parts;
  }
  const material = await interimMaterial({
    situated: figures !== undefined && hasYear(figures, choice.year),
    kernel,
    tx,
    actor,
    language,
    store,
    figures,
    areas: row.focusAreas,
    choice,
    today,
  });
  return interimParts(material, { language, organisation: house.name, day: today, own: house.colour, today });
}
