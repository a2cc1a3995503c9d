import { focusArea } from '../../chain/focus/index.ts';
import { chooseComparison, latestFullYear } from '../../chain/situation/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore, Figures } from '../../foundation/figures/index.ts';
import { findRows } from '../../foundation/register/index.ts';
import { municipalityCode } from '../../foundation/tenancy/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { currentFigures } from './compose.queries.ts';
import { report } from './report.rules.ts';
import { partTexts } from './report-page.texts.ts';

export interface NewReportQuestion {
  readonly tx: Transaction;
  readonly store: FigureStore;
  readonly language: Language;
  /** As 2026-03-02. */
  readonly today: string;
  /** The focus areas that the address names, when somebody comes from the page of one. */
  readonly areas: readonly string[];
}

const comparisons = ['similar', 'class', 'all'] as const;

/** What the form of a new report begins with: whoever only saves it gets the report that is most often wanted. */
export async function newReport(question: NewReportQuestion): Promise<Readonly<Record<string, readonly string[]>>> {
  const { tx, language, today, store } = question;
  const ongoing = (await findRows(tx, focusArea)).filter(({ state }) => state === 'ongoing');
  const named = question.areas.length > 0 ? question.areas : ongoing.map(({ id }) => id);
  const figures = await currentFigures({ tx, store });
  const year = (figures && latestFullYear(figures.table, figures.municipalities)) ?? Number(today.slice(0, 4)) - 1;
  const kind = named.length > 0 ? 'interim' : 'situation';
  const only = named.length === 1 ? ongoing.find(({ id }) => id === named[0])?.title : undefined;
  const t = partTexts(language).newTitle;
  return {
    title: [kind === 'situation' ? t.situation(year) : t.interim(only ?? monthOf(today, language))],
    kind: [kind],
    focusAreas: named,
    year: [String(year)],
    comparison: [await comparison(tx, figures)],
    language: [language],
  };
}

/** As the report before; else the first kind of comparison that there is a group for. */
async function comparison(tx: Transaction, figures: Figures | undefined): Promise<string> {
  const [latest] = await findRows(tx, report, [], 1);
  if (latest?.comparison) return latest.comparison;
  const code = await municipalityCode(tx);
  const found =
    figures && comparisons.find((kind) => chooseComparison(figures.groups, figures.municipalities, code, { kind }).ok);
  return found ?? 'similar';
}

function monthOf(today: string, language: Language): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${today}T00:00:00Z`),
  );
}
