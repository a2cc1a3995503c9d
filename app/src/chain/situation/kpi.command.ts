import { figuresOf, keyFigureAnalysis, keyFigureOf } from '@samband/analysis';
import type { ArchiveKpi } from '@samband/kolada';
import { type Command, type CommandCall, CommandError, exitCode } from '../../foundation/command-line/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { formatDate, formatFigure } from '../../foundation/format/index.ts';
import { nearestSentence } from '../../foundation/texts/index.ts';
import { commandTexts } from './command.texts.ts';
import { type ListedKeyFigure, nearestKeyFigures, searchKeyFigures } from './key-figure-search.queries.ts';
import { unitOfTitle } from './key-figure-unit.rules.ts';
import { kpiCommandTexts } from './kpi-command.texts.ts';
import { figuresOfCall } from './situation.command.ts';
import { vocabulary } from './vocabulary.texts.ts';

const mostHits = 20;

/** One key figure by id, or those that some words fit. */
export function kpiCommand(defaultArchive: () => string): Command {
  return {
    words: 'kpi',
    usage: 'kpi <id|ord …> [--archive FIL] [--json]',
    purpose: {
      sv: 'Ett nyckeltal: definition, senaste värden och år; eller sök bland alla',
      en: 'A key figure: definition, latest values and years; or search them all',
    },
    takesWords: true,
    options: { archive: { type: 'string' }, json: { type: 'boolean' } },
    async run(call) {
      const t = commandTexts(call.language);
      const text = call.positionals.join(' ').trim();
      if (text === '') throw new CommandError(exitCode.usage, t.whichKpi);
      const figures = await figuresOfCall(call, defaultArchive, [], 'all');
      const kpi = figures.catalogue.get(text.toUpperCase());
      if (kpi) {
        const document = await kpiDocument(figures, kpi);
        call.print(call.flag('json') ? JSON.stringify(document, null, 2) : kpiText(document, call.language));
        return undefined;
      }
      const hits = searchKeyFigures(figures, text, mostHits);
      if (hits.length === 0 || /^[nu]\d{5}$/i.test(text)) throw notFound(call, figures, text);
      call.print(
        call.flag('json')
          ? JSON.stringify({ query: text, hits: hits.map(hitEntry) }, null, 2)
          : hits.map((hit) => `${hit.kpi}  ${hit.shortTitle ?? hit.title}${years(hit)}`).join('\n'),
      );
      return undefined;
    },
  };
}

function notFound(call: CommandCall, figures: Figures, text: string): CommandError {
  const { alike, rows } = nearestKeyFigures(figures, text, 3);
  const names = rows.map(({ kpi, shortTitle, title }) => `${kpi} ${shortTitle ?? title}`);
  const nearest = nearestSentence({ alike, names }, call.language);
  return new CommandError(exitCode.notFound, commandTexts(call.language).noKpi(text.slice(0, 100), nearest));
}

function years({ firstYear, lastYear }: ListedKeyFigure): string {
  return firstYear === undefined ? '' : `  (${firstYear}–${lastYear})`;
}

function hitEntry(hit: ListedKeyFigure) {
  const { kpi, title, shortTitle, unit, firstYear, lastYear, valueCount, vanished } = hit;
  return {
    kpi,
    title,
    shortTitle: shortTitle ?? null,
    unit,
    firstYear: firstYear ?? null,
    lastYear: lastYear ?? null,
    values: valueCount,
    vanished,
  };
}

/** The JSON of `samband kpi <id> --json`: fields are added, never renamed. */
async function kpiDocument(figures: Figures, kpi: ArchiveKpi) {
  const mapped = keyFigureOf(kpi.id);
  const table = await figures.series(kpi.id, 'T');
  const analysis = keyFigureAnalysis({
    figures: table,
    kpi: kpi.id,
    unit: '0000',
    year: table.years.at(-1) ?? 0,
    municipalities: figures.municipalities,
    groups: [],
    direction: mapped?.direction ?? null,
  });
  const number = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    kpi: kpi.id,
    title: kpi.title,
    shortTitle: mapped?.title ?? null,
    unit: mapped?.unit ?? unitOfTitle(kpi.title),
    description: kpi.description,
    operatingArea: kpi.operatingArea,
    perspective: mapped?.perspective ?? kpi.perspective,
    direction: mapped?.direction ?? null,
    dividedByGender: kpi.isDividedByGender,
    vanished: kpi.vanished,
    lastSeen: kpi.lastSeen,
    source: figures.info.exampleData ? vocabulary('sv').source.example : vocabulary('sv').source.values,
    years: analysis.years
      .map((year, i) => {
        const values = figuresOf(table, kpi.id, year, figures.municipalities).filter((value) => !Number.isNaN(value));
        return {
          year,
          riket: number(analysis.riket[i]!),
          median: number(analysis.band.median[i]!),
          min: values.length === 0 ? null : Math.min(...values),
          max: values.length === 0 ? null : Math.max(...values),
          municipalities: values.length,
        };
      })
      .filter(({ municipalities, riket }) => municipalities > 0 || riket !== null),
  };
}

function kpiText(document: Awaited<ReturnType<typeof kpiDocument>>, language: CommandCall['language']): string {
  const t = commandTexts(language);
  const own = kpiCommandTexts(language);
  const { years: rows } = document;
  const write = (value: number | null) => (value === null ? '–' : formatFigure(value, language)).padStart(12);
  const recent = rows.slice(-10);
  return [
    `${document.kpi}  ${document.title}`,
    ...(document.vanished ? [t.vanished(formatDate(document.lastSeen))] : []),
    '',
    document.description,
    '',
    ...(rows.length === 0
      ? [t.noValues(document.kpi)]
      : [
          `${t.years(rows[0]!.year, rows.at(-1)!.year)}${document.unit ? `, ${document.unit}` : ''}`,
          `  ${own.year.padEnd(4)}${[own.riket, own.median, own.lowest, own.highest, own.municipalities].map((word) => word.padStart(12)).join('')}`,
          ...recent.map(
            (row) =>
              `  ${row.year}${write(row.riket)}${write(row.median)}${write(row.min)}${write(row.max)}${String(row.municipalities).padStart(12)}`,
          ),
        ]),
    '',
    `${document.source}.`,
  ].join('\n');
}
