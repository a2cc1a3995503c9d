import { keyFigureMap } from '@samband/analysis';
import { ArchiveError, openArchive } from '@samband/kolada/archive';
import {
  type Command,
  type CommandCall,
  CommandError,
  exitCode,
  writeWholeFile,
} from '../../foundation/command-line/index.ts';
import { type Figures, readFigures } from '../../foundation/figures/index.ts';
import { formatFigure, formatMoney, formatRank } from '../../foundation/format/index.ts';
import { nearestSentence } from '../../foundation/texts/index.ts';
import { type CompareWith, findMunicipality, yearsWithFigures } from './choice.rules.ts';
import { commandTexts } from './command.texts.ts';
import { situationDocument } from './situation.document.ts';
import { type Situation, situationOf } from './situation.queries.ts';
import { vocabulary } from './vocabulary.texts.ts';

/** The commands read an archive and nothing else: no server and no database need to run. */
export function situationCommand(defaultArchive: () => string): Command {
  return {
    words: 'situation',
    usage:
      'situation (<kod|namn> [--year Y] [--compare similar|group|all|kod,kod,…] [--json] [--xlsx FIL] | --list) [--archive FIL]',
    purpose: {
      sv: 'Nulägesanalys: vad som sticker ut i en kommun',
      en: 'Situation analysis: what stands out in a municipality',
    },
    takesWords: true,
    options: {
      year: { type: 'string' },
      compare: { type: 'string' },
      archive: { type: 'string' },
      json: { type: 'boolean' },
      xlsx: { type: 'string' },
      list: { type: 'boolean' },
    },
    async run(call) {
      const t = commandTexts(call.language);
      if (call.flag('list')) return listMunicipalities(call, await figuresOfCall(call, defaultArchive, []));
      // A name of several words needs no quotes.
      const who = call.positionals.join(' ');
      if (who === '') throw new CommandError(exitCode.usage, t.whichMunicipality);
      const figures = await figuresOfCall(
        call,
        defaultArchive,
        keyFigureMap.map(({ kpi }) => kpi),
      );
      const unit = municipalityOf(call, figures, who);
      const year = yearOf(call, figures);
      const compareWith = compareOf(call, figures);
      const answer = situationOf(figures, { unit, year, compareWith }, new Date().toISOString().slice(0, 10));
      if (!answer.ok) {
        throw new CommandError(answer.reason === 'emptySet' ? exitCode.usage : exitCode.notFound, t[answer.reason]);
      }
      const file = call.text('xlsx');
      if (file !== undefined) {
        const { writeWorkbook } = await import('@samband/documents/spreadsheet');
        const { situationSheets } = await import('./situation.sheets.ts');
        const workbook = await writeWorkbook(situationSheets(figures, answer.situation, call.language));
        await writeWholeFile(call, file, workbook);
        call.tell(t.wrote(file));
      }
      if (call.flag('json')) call.print(JSON.stringify(situationDocument(figures, answer.situation), null, 2));
      else if (file === undefined) call.print(situationText(figures, answer.situation, call.language));
      return undefined;
    },
  };
}

function listMunicipalities(call: CommandCall, figures: Figures): undefined {
  for (const unit of figures.municipalities) call.print(`${unit}  ${figures.title(unit)}`);
}

export async function figuresOfCall(
  call: CommandCall,
  defaultArchive: () => string,
  kpis: readonly string[],
  catalogueOf: 'all' | 'mapped' = 'mapped',
): Promise<Figures> {
  const path = call.text('archive') ?? defaultArchive();
  try {
    return await readFigures(await openArchive(path), kpis, catalogueOf);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new CommandError(exitCode.archive, commandTexts(call.language).archive(error.code, path));
  }
}

export function municipalityOf(call: CommandCall, figures: Figures, text: string): string {
  const answer = findMunicipality(figures.units, text);
  if (answer.ok) return answer.unit;
  const names = answer.nearest.map(({ id, title }) => `${title} (${id})`);
  const nearest = nearestSentence({ alike: answer.alike, names }, call.language);
  throw new CommandError(
    exitCode.notFound,
    commandTexts(call.language).unknownMunicipality(text.slice(0, 100), nearest),
  );
}

export function yearOf(call: CommandCall, figures: Figures): number {
  const years = yearsWithFigures(figures.table, figures.municipalities);
  const text = call.text('year');
  if (text !== undefined && !/^\d{4}$/.test(text)) {
    throw new CommandError(exitCode.usage, commandTexts(call.language).badYear(text.slice(0, 40)));
  }
  const year = text === undefined ? years[0] : Number(text);
  if (year !== undefined && years.includes(year)) return year;
  throw new CommandError(
    exitCode.notFound,
    commandTexts(call.language).yearWithoutFigures(text ?? '', [...years].reverse().join(', ')),
  );
}

function compareOf(call: CommandCall, figures: Figures): CompareWith {
  const text = call.text('compare') ?? 'similar';
  if (text === 'similar' || text === 'all') return { kind: text };
  if (text === 'group') return { kind: 'class' };
  return {
    kind: 'own',
    units: text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => municipalityOf(call, figures, part)),
  };
}

function situationText(figures: Figures, { choice, analysis }: Situation, language: CommandCall['language']): string {
  const t = commandTexts(language);
  const words = vocabulary(language);
  const indices = analysis.indices
    .filter(({ shown }) => shown !== 'none')
    .map((row) => {
      const value = row.shown === 'published' ? row.published : row.own;
      return `  ${words.indexArea[row.area].padEnd(20)} ${words.indexKind[row.kind].padEnd(13)} ${formatFigure(value ?? 0, language).padStart(6)}  ${row.rank === null ? '' : formatRank(row.rank, row.n)}${row.shown === 'own' ? `  (${t.ownCalculation})` : ''}`;
    });
  const findings = analysis.findings.map(
    (finding) =>
      `${String(finding.rank).padStart(3)}  ${`${finding.title} (${finding.kpi})`.padEnd(58)} ${formatFigure(finding.value, language).padStart(10)} ${t.against} ${formatFigure(finding.comparison.median, language).padStart(10)} ${finding.unit.padEnd(14)} ${words.trend[finding.trend.word].padEnd(18)} ${finding.potentialKr === null ? '' : formatMoney(finding.potentialKr, language)}${finding.kind === 'strength' ? `  ${t.strength}` : ''}`,
  );
  const near = analysis.nearMiddle.map(({ title, kpi }) => `${title} (${kpi})`).join(', ');
  const source = figures.info.exampleData ? words.source.example : `${words.source.values}. ${words.source.computed}`;
  return [
    t.heading(figures.title(choice.unit), choice.year, words.comparison[choice.compareWith.kind]),
    '',
    t.indices,
    ...indices,
    '',
    t.findings,
    ...findings,
    '',
    ...(near ? [`${t.nearMiddle} ${near}`, ''] : []),
    `${source}. ${t.fetched(figures.info.fetchedAt.slice(0, 10))}`,
  ].join('\n');
}
