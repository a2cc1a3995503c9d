import type { SyncReport } from '@samband/kolada';
import { type Command, type CommandCall, CommandError, exitCode } from '../command-line/index.ts';
import { formatNumber } from '../format/index.ts';
import type { KoladaCommandParts } from './command-parts.ts';
import { fetchFaultText } from './fetch-fault-words.ts';
import {
  type FetchChoice,
  type FetchOrder,
  isNothing,
  listOf,
  readGenders,
  readKpis,
  readYears,
} from './fetch-order.rules.ts';
import { runFetchProcess } from './fetch-process.ts';
import type { FetchFault } from './fetch-work.ts';
import { progressLine } from './progress-line.ts';
import { syncTexts } from './sync-command.texts.ts';

/** What a shell shows for a program ended by Ctrl-C. */
const interruptedCode = 130;

export function syncCommand(parts: KoladaCommandParts): Command {
  return {
    words: 'kolada sync',
    usage:
      'kolada sync [--archive FIL] (--starter | --all | --kpis A,B | --areas "…" | --kpi-groups G…) --years 2010-2025 [--genders T,K,M] [--base-url URL]',
    purpose: {
      sv: 'Hämtar från Kolada; ett avbrott fortsätter där det slutade',
      en: 'Fetches from Kolada; an interruption is taken up where it stopped',
    },
    options: {
      archive: { type: 'string' },
      starter: { type: 'boolean' },
      all: { type: 'boolean' },
      kpis: { type: 'string' },
      areas: { type: 'string' },
      'kpi-groups': { type: 'string' },
      years: { type: 'string' },
      genders: { type: 'string' },
      'base-url': { type: 'string' },
    },
    async run(call) {
      const order = readOrder(call);
      const koladaUrl = call.text('base-url') ?? (await parts.koladaUrl());
      if (!URL.canParse(koladaUrl))
        throw new CommandError(exitCode.usage, syncTexts(call.language).badBaseUrl(koladaUrl));
      return runSync(call, call.text('archive') ?? parts.archive(), koladaUrl, order);
    },
  };
}

function readOrder(call: CommandCall): FetchOrder {
  const t = syncTexts(call.language);
  const refuse = (sentence: string) => new CommandError(exitCode.usage, sentence);
  const { kpis, wrong } = readKpis(call.text('kpis') ?? '');
  if (wrong.length > 0) throw refuse(t.badKpis(wrong.join(', ')));
  const choice: FetchChoice = {
    starter: call.flag('starter'),
    everything: call.flag('all'),
    kpis,
    areas: listOf(call.text('areas') ?? ''),
    kpiGroups: listOf(call.text('kpi-groups') ?? ''),
  };
  if (isNothing(choice)) throw refuse(t.whatToSync);
  const yearsText = call.text('years');
  if (yearsText === undefined) throw refuse(t.whichYears);
  const years = readYears(yearsText);
  if (years === undefined) throw refuse(t.badYears(yearsText));
  const gendersText = call.text('genders') ?? 'T,K,M';
  const genders = readGenders(gendersText);
  if (genders === undefined) throw refuse(t.badGenders(gendersText));
  return { choice, years, genders };
}

async function runSync(call: CommandCall, archive: string, koladaUrl: string, order: FetchOrder): Promise<number> {
  const t = syncTexts(call.language);
  const stop = new AbortController();
  // Only the first Ctrl-C is ours: the second ends the program at once, and the fetching process saves when it sees us gone.
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const line = progressLine(process.stderr, call.language);
  const outcome = await runFetchProcess(
    { kind: 'sync', archive, koladaUrl, order },
    { signal: stop.signal, onProgress: line.show },
  );
  line.end();
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
  if (outcome.kind === 'synced') {
    for (const sentence of syncSentences(outcome.report, call)) call.tell(sentence);
    return exitCode.ok;
  }
  const again = `samband kolada sync ${commandOf(call)}`;
  if (outcome.kind === 'stopped') {
    call.tell(t.stopped(again));
    return interruptedCode;
  }
  if (outcome.kind !== 'failed') return exitCode.fault;
  const sentence = fetchFaultText(outcome.fault, archive, call.language);
  throw new CommandError(codeOf(outcome.fault), isKept(outcome.fault) ? `${sentence}\n${t.goOn(again)}` : sentence);
}

function isKept(fault: FetchFault): boolean {
  return fault.code === 'kolada' || fault.code === 'died';
}

function codeOf(fault: FetchFault): number {
  return fault.code === 'archive' ? exitCode.archive : fault.code === 'files' ? exitCode.badFile : exitCode.fault;
}

/** The words of this call as they can be pasted into a shell. */
function commandOf(call: CommandCall): string {
  const flags = ['starter', 'all'].filter((name) => call.flag(name)).map((name) => `--${name}`);
  const values = ['archive', 'kpis', 'areas', 'kpi-groups', 'years', 'genders', 'base-url'].flatMap((name) => {
    const value = call.text(name);
    return value === undefined ? [] : [`--${name} ${/^[\w./:,@-]+$/.test(value) ? value : `"${value}"`}`];
  });
  return [...flags, ...values].join(' ');
}

function syncSentences(report: SyncReport, { language }: CommandCall): readonly string[] {
  const t = syncTexts(language);
  const number = (value: number) => formatNumber(value, language);
  const some = (list: readonly string[], say: (list: string) => string) =>
    list.length === 0 ? [] : [say(listed(list))];
  return [
    ...(report.resumed > 0 ? [t.resumed(number(report.resumed))] : []),
    ...some(report.unknown, t.unknown),
    ...some(report.emptied, t.emptied),
    ...some(
      report.absent.map(({ kpi, figures }) => `${kpi} (${number(figures)})`),
      t.absent,
    ),
    ...report.failed.slice(0, shownAtMost).map(({ kpi, message }) => t.failed(kpi, message)),
    ...report.shrunk.map(({ list, had, got }) => t.shrunk(list, number(had), number(got))),
    ...((report.catalogue?.vanished ?? 0) > 0 ? [t.vanished(number(report.catalogue!.vanished))] : []),
    t.done(number(report.values), number(report.kpis), number(report.revisions), report.version),
  ];
}

const shownAtMost = 40;

function listed(list: readonly string[]): string {
  const shown = list.slice(0, shownAtMost).join(', ');
  return list.length > shownAtMost ? `${shown} … (${list.length})` : shown;
}
