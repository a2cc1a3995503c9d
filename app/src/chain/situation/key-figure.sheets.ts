import { figureAt } from '@samband/analysis';
import type { CellValue, Sheet, SheetColumn } from '@samband/documents/spreadsheet';
import type { FigureTable } from '@samband/kolada';
import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import type { KeyFigureReport } from './key-figure.queries.ts';
import { texts } from './key-figure.texts.ts';
import { genderYears, shownYears } from './key-figure-charts.view.tsx';
import { nearOf } from './key-figure-evidence.view.tsx';
import { definitionFacts } from './key-figure-reading.view.tsx';
import { vocabulary } from './vocabulary.texts.ts';

const numbers = '#,##0.##';

/** One key figure as a workbook: development, all municipalities, near ones, every series, gender, definition. */
export function keyFigureSheets(
  figures: Figures,
  report: KeyFigureReport,
  table: FigureTable,
  language: Language,
  today: string,
): readonly Sheet[] {
  const t = texts(language);
  const { analysis, choice, kpi } = report;
  const words = vocabulary(language);
  const source = figures.info.exampleData ? words.source.example : words.source.values;
  const computed = figures.info.exampleData ? words.source.example : words.source.computed;
  const about = `${report.title} (${kpi.id})${report.unit ? `, ${report.unit}` : ''}. ${figures.title(choice.unit)} ${choice.year}.`;
  const raw = [about, `${source}.`];
  const both = [about, `${source}. ${computed}.`];
  const years = shownYears(report);
  const at = (values: Float64Array, year: number) => cell(values[analysis.years.indexOf(year)]!);
  const labels = { similar: t.trend.similar, class: t.trend.class, own: t.trend.own } as const;
  return [
    {
      name: t.sheets.series,
      notes: both,
      columns: [
        column(t.trend.year, 7),
        column(figures.title(choice.unit), 14, numbers),
        ...analysis.groups.map(({ id }) => column(labels[id as keyof typeof labels], 16, numbers)),
        column(t.trend.riket, 12, numbers),
        column(t.trend.lower, 14, numbers),
        column(t.trend.median, 14, numbers),
        column(t.trend.upper, 14, numbers),
        column(t.trend.n, 10),
        column(t.sheets.reason, 24),
      ],
      rows: years.map((year) => [
        year,
        at(analysis.own, year),
        ...analysis.groups.map(({ median }) => at(median, year)),
        at(analysis.riket, year),
        at(analysis.band.lower, year),
        at(analysis.band.median, year),
        at(analysis.band.upper, year),
        analysis.band.n[analysis.years.indexOf(year)]!,
        Number.isNaN(analysis.own[analysis.years.indexOf(year)]!)
          ? t.missing[report.missing.get(year) ?? 'unknown']
          : '',
      ]),
    },
    {
      name: `${t.sheets.distribution} ${analysis.usedYear ?? ''}`.trim(),
      notes: both,
      columns: [
        column(t.distribution.rank, 7),
        column(t.sheets.code, 7),
        column(t.distribution.municipality, 22),
        column(t.near.value, 14, numbers),
      ],
      rows: analysis.distribution.map(({ unit, value, rank }) => [rank, unit, figures.title(unit), value]),
    },
    {
      name: t.sheets.near,
      notes: [...both, t.near.note],
      columns: [
        column(t.near.municipality, 22),
        column(t.distribution.rank, 7),
        column(t.near.value, 14, numbers),
        column(t.near.difference, 14, numbers),
        column(t.near.why, 30),
      ],
      rows: nearOf(report, figures).map((row) => [
        row.name,
        row.rank ?? null,
        row.value ?? null,
        row.difference ?? null,
        row.why.map((reason) => t.near[reason]).join(', '),
      ]),
    },
    {
      name: t.sheets.all,
      notes: raw,
      columns: [
        column(t.sheets.code, 7),
        column(t.distribution.municipality, 22),
        ...years.map((year) => column(String(year), 12, numbers)),
      ],
      rows: figures.units.map(({ id, title }) => [
        id,
        title,
        ...years.map((year) => cell(figureAt(table, kpi.id, id, year))),
      ]),
    },
    ...genderSheet(report, language, raw),
    {
      name: t.sheets.definition,
      notes: raw,
      columns: [column(t.definition.field, 24), column(t.definition.value, 100)],
      rows: definitionFacts({ report, figures, language, today }).map(({ label, text }) => [label, text]),
    },
  ];
}

function genderSheet(report: KeyFigureReport, language: Language, notes: readonly string[]): readonly Sheet[] {
  const t = texts(language);
  const { genders, analysis } = report;
  if (!genders) return [];
  const at = (values: Float64Array, year: number) => cell(values[analysis.years.indexOf(year)]!);
  return [
    {
      name: t.sheets.gender,
      notes,
      columns: [
        column(t.trend.year, 7),
        column(t.gender.women, 14, numbers),
        column(t.gender.men, 14, numbers),
        column(t.gender.total, 14, numbers),
      ],
      rows: genderYears(report).map((year) => [
        year,
        at(genders.women, year),
        at(genders.men, year),
        at(analysis.own, year),
      ]),
    },
  ];
}

function column(header: string, width: number, format?: string): SheetColumn {
  return { header, width, ...(format ? { format } : {}) };
}

function cell(value: number): CellValue {
  return Number.isNaN(value) ? null : value;
}
