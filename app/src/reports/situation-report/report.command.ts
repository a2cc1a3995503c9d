import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import { figuresOfCall, municipalityOf, yearOf } from '../../chain/situation/terminal.ts';
import {
  type Command,
  type CommandCall,
  CommandError,
  exitCode,
  writeWhereAsked,
} from '../../foundation/command-line/index.ts';
import { makeFolders } from '../../foundation/config/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { formatDate, formatNumber } from '../../foundation/format/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { commandTexts } from './report-command.texts.ts';
import { type ReportFolders, reportFileKinds } from './report-file.ts';
import type { ReportOrder, ReportReply } from './report-messages.ts';
import { writeReports } from './write-many.ts';
import { writeReportOf } from './write-reports.ts';

/** Situation reports as files, of one municipality or of all: from an archive and nothing else, no server and no database need to run. */
export function reportCommand(defaultArchive: () => string): Command {
  return {
    words: 'report situation',
    usage:
      'report situation <kod|namn>|--all [--year Y] [--compare similar|group|all] [--language sv|en] [--pdf MAPP] [--docx MAPP] [--html MAPP] [--anew] [--archive FIL]',
    purpose: {
      sv: 'Nulägesrapporter som PDF, Word eller webbsidor, för en kommun eller alla',
      en: 'Situation reports as PDF, Word or web pages, of one municipality or all',
    },
    takesWords: true,
    options: {
      all: { type: 'boolean' },
      year: { type: 'string' },
      compare: { type: 'string' },
      language: { type: 'string' },
      pdf: { type: 'string' },
      docx: { type: 'string' },
      html: { type: 'string' },
      anew: { type: 'boolean' },
      archive: { type: 'string' },
    },
    async run(call) {
      const t = commandTexts(call.language);
      const who = call.positionals.join(' ');
      if (who === '' && !call.flag('all')) throw new CommandError(exitCode.usage, t.which);
      if (who !== '' && call.flag('all')) throw new CommandError(exitCode.usage, t.both);
      const folders = foldersOf(call);
      const [language, compareWith] = [languageOf(call), compareOf(call)];
      const figures = await figuresOfCall(
        call,
        defaultArchive,
        keyFigureMap.map(({ kpi }) => kpi),
      );
      const units = who === '' ? figures.municipalities : [municipalityOf(call, figures, who)];
      const year = yearOf(call, figures);
      for (const folder of Object.values(folders)) {
        await writeWhereAsked(call, folder, () => makeFolders(folder));
      }
      const order: ReportOrder = {
        year,
        compareWith,
        language,
        day: formatDate(new Date()),
        folders,
        anew: call.flag('anew'),
      };
      return units.length === 1 ? writeOne(call, figures, order, units[0]!) : writeAll(call, figures, order, units);
    },
  };
}

function foldersOf(call: CommandCall): ReportFolders {
  const folders = Object.fromEntries(
    reportFileKinds.flatMap((kind) => {
      const folder = call.text(kind);
      return folder === undefined || folder === '' ? [] : [[kind, path.resolve(folder)]];
    }),
  );
  if (Object.keys(folders).length === 0) {
    throw new CommandError(exitCode.usage, commandTexts(call.language).noKind);
  }
  return folders;
}

function languageOf(call: CommandCall): Language {
  const text = call.text('language') ?? 'sv';
  if (text === 'sv' || text === 'en') return text;
  throw new CommandError(exitCode.usage, commandTexts(call.language).noLanguage(text));
}

function compareOf(call: CommandCall): ReportOrder['compareWith'] {
  const text = call.text('compare') ?? 'similar';
  if (text === 'similar' || text === 'all') return { kind: text };
  if (text === 'group') return { kind: 'class' };
  throw new CommandError(exitCode.usage, commandTexts(call.language).noCompare(text));
}

async function writeOne(
  call: CommandCall,
  figures: Figures,
  order: ReportOrder,
  unit: string,
): Promise<number | undefined> {
  const t = commandTexts(call.language);
  const reply = await writeReportOf(figures, order, unit);
  refuse(call, figures, reply);
  call.tell(reply.state === 'wasThere' ? t.wasThere('1') : t.wroteOne(placesOf(order)));
  return undefined;
}

/** What stops the whole work, or a single report. */
function refuse(call: CommandCall, figures: Figures, reply: ReportReply): void {
  const t = commandTexts(call.language);
  if (reply.state === 'notWritable') throw new CommandError(exitCode.badFile, t.notWritable(reply.code));
  if (reply.state === 'noComparison') {
    throw new CommandError(exitCode.notFound, t.noComparison[reply.reason](figures.title(reply.unit)));
  }
}

const tellEvery = 2000;

async function writeAll(
  call: CommandCall,
  figures: Figures,
  order: ReportOrder,
  units: readonly string[],
): Promise<number | undefined> {
  const t = commandTexts(call.language);
  const number = (value: number, decimals = 0) => formatNumber(value, call.language, decimals);
  const began = performance.now();
  const count = { written: 0, wasThere: 0 };
  const without: string[] = [];
  const faults: Extract<ReportReply, { state: 'fault' }>[] = [];
  let lastTold = began;
  let stopped: CommandError | undefined;
  const progress = () => {
    const now = performance.now();
    const done = count.written + count.wasThere + without.length + faults.length;
    if (now - lastTold < tellEvery || done === units.length) return;
    lastTold = now;
    const rate = done / ((now - began) / 1000);
    const seconds = (units.length - done) / rate;
    const left = seconds < 90 ? t.seconds(number(Math.ceil(seconds))) : t.minutes(number(Math.ceil(seconds / 60)));
    call.tell(t.progress(number(done), number(units.length), number(rate, 1), left));
  };
  await writeReports(figures, order, units, (reply) => {
    if (reply.state === 'written' || reply.state === 'wasThere') count[reply.state] += 1;
    else if (reply.state === 'noComparison') without.push(figures.title(reply.unit));
    else if (reply.state === 'fault') faults.push(reply);
    else if (reply.state === 'notWritable') stopped ??= new CommandError(exitCode.badFile, t.notWritable(reply.code));
    progress();
    return stopped === undefined;
  });
  if (stopped !== undefined) throw stopped;
  const seconds = number((performance.now() - began) / 1000, 1);
  call.tell(t.wrote(number(count.written), seconds, placesOf(order)));
  if (count.wasThere > 0) call.tell(t.wasThere(number(count.wasThere)));
  if (without.length > 0) call.tell(t.without(without.join(', ')));
  for (const { unit, message } of faults) call.tell(t.fault(figures.title(unit), message));
  if (faults.length > 0) return exitCode.fault;
  return without.length > 0 ? exitCode.notFound : undefined;
}

function placesOf({ folders }: ReportOrder): string {
  return Object.values(folders).join(', ');
}
