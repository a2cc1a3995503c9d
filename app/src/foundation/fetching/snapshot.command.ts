import { readFile } from 'node:fs/promises';
import {
  type Archive,
  createSnapshot,
  diffSnapshot,
  openArchive,
  type Snapshot,
  type SnapshotDifference,
} from '@samband/kolada';
import { z } from 'zod';
import { type Command, type CommandCall, CommandError, exitCode, writeWholeFile } from '../command-line/index.ts';
import { formatNumber } from '../format/index.ts';
import type { Language } from '../texts/index.ts';
import { type KoladaCommandParts, withArchive } from './command-parts.ts';
import { listOf, readGenders, readKpis, readYears } from './fetch-order.rules.ts';
import { syncTexts } from './sync-command.texts.ts';

export function snapshotCommands(parts: KoladaCommandParts): readonly Command[] {
  const archiveOf = (call: CommandCall) => call.text('archive') ?? parts.archive();
  return [
    {
      words: 'kolada snapshot',
      usage:
        'kolada snapshot [--archive FIL] --kpis A,B --out FIL.json [--years 2015-2024] [--genders T,K,M] [--groups G…]',
      purpose: { sv: 'Fryser siffror som de är nu', en: 'Freezes figures as they are now' },
      options: {
        archive: { type: 'string' },
        kpis: { type: 'string' },
        groups: { type: 'string' },
        years: { type: 'string' },
        genders: { type: 'string' },
        out: { type: 'string' },
      },
      run: (call) => inArchive(call, archiveOf(call), (archive) => takeSnapshot(call, archive)),
    },
    {
      words: 'kolada diff',
      usage: 'kolada diff [--archive FIL] --snapshot FIL.json [--json]',
      purpose: { sv: 'Vad som har ändrats sedan siffrorna frystes', en: 'What has changed since figures were frozen' },
      options: { archive: { type: 'string' }, snapshot: { type: 'string' }, json: { type: 'boolean' } },
      run: (call) => inArchive(call, archiveOf(call), (archive) => compare(call, archive)),
    },
  ];
}

function inArchive(call: CommandCall, path: string, work: (archive: Archive) => Promise<void>): Promise<undefined> {
  return withArchive(call, path, async () => {
    const archive = await openArchive(path);
    try {
      await work(archive);
    } finally {
      await archive.close();
    }
  });
}

async function takeSnapshot(call: CommandCall, archive: Archive): Promise<void> {
  const t = syncTexts(call.language);
  const { kpis, wrong } = readKpis(call.required('kpis'));
  if (wrong.length > 0) throw new CommandError(exitCode.usage, t.badKpis(wrong.join(', ')));
  const out = call.required('out');
  const [yearsText, gendersText] = [call.text('years'), call.text('genders') ?? 'T'];
  const years = yearsText === undefined ? undefined : readYears(yearsText);
  if (yearsText !== undefined && years === undefined) throw new CommandError(exitCode.usage, t.badYears(yearsText));
  const genders = readGenders(gendersText);
  if (genders === undefined) throw new CommandError(exitCode.usage, t.badGenders(gendersText));
  const known = new Set((await archive.kpis()).map(({ id }) => id));
  const unknown = kpis.filter((kpi) => !known.has(kpi));
  if (unknown.length > 0) throw new CommandError(exitCode.notFound, t.snapshotKpis(unknown.join(', ')));
  const groups = listOf(call.text('groups') ?? '');
  const knownGroups = new Set((await archive.groups()).map(({ id }) => id));
  const lost = groups.filter((group) => !knownGroups.has(group));
  if (lost.length > 0) throw new CommandError(exitCode.notFound, t.snapshotGroups(lost.join(', ')));
  const snapshot = await createSnapshot(archive, { kpis, genders, groups, ...(years ? { years } : {}) });
  await writeWholeFile(call, out, `${JSON.stringify(snapshot)}\n`, t.snapshotExists(out));
  call.tell(t.snapshotWritten(out, snapshot.id));
}

async function compare(call: CommandCall, archive: Archive): Promise<void> {
  const t = syncTexts(call.language);
  const differences = await diffSnapshot(archive, await readSnapshot(call));
  if (call.flag('json')) {
    call.print(JSON.stringify(differences, null, 2));
    return;
  }
  if (differences.length === 0) {
    call.print(t.noDifference);
    return;
  }
  call.print(t.differences(formatNumber(differences.length, call.language)));
  for (const difference of differences) call.print(`  ${differenceText(difference, call.language)}`);
}

/** As much of the form as the comparison relies on; further fields are let through. */
const snapshotForm = z.object({
  id: z.string(),
  takenAt: z.string(),
  units: z.array(z.object({ id: z.string() })),
  years: z.array(z.number().int()),
  kpis: z.array(z.object({ id: z.string(), title: z.string() })),
  groups: z.array(z.object({ id: z.string(), title: z.string(), members: z.array(z.object({ id: z.string() })) })),
  series: z.array(
    z.object({
      kpi: z.string(),
      gender: z.enum(['T', 'K', 'M']),
      values: z.array(z.array(z.number().nullable())),
    }),
  ),
});

async function readSnapshot(call: CommandCall): Promise<Snapshot> {
  const t = syncTexts(call.language);
  const file = call.required('snapshot');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(exitCode.badFile, t.snapshotMissing(file));
  });
  try {
    const content: unknown = JSON.parse(text);
    const form = snapshotForm.parse(content);
    const whole = form.series.every(
      ({ values }) => values.length === form.years.length && values.every((row) => row.length === form.units.length),
    );
    if (whole) return content as Snapshot;
  } catch {
    // Falls through to the same sentence: to the person it is one fault.
  }
  throw new CommandError(exitCode.badFile, t.snapshotBroken(file));
}

function differenceText(difference: SnapshotDifference, language: Language): string {
  const t = syncTexts(language);
  const words = t.difference;
  const value = (number: number | null) =>
    number === null ? t.missing : formatNumber(number, language, decimalsOf(number));
  switch (difference.kind) {
    case 'value': {
      const { kpi, year, unit, gender } = difference;
      return `${kpi} ${year} ${unit} ${gender}: ${value(difference.old)} → ${value(difference.new)}`;
    }
    case 'members':
      return words.members(
        difference.group,
        difference.added.join(', ') || words.none,
        difference.removed.join(', ') || words.none,
      );
    case 'groupTitle':
      return `${words.groupTitle(difference.group)}: ${difference.old} → ${difference.new}`;
    case 'groupVanished':
      return words.groupVanished(difference.group, difference.old);
    case 'kpiVanished':
      return words.kpiVanished(difference.kpi, difference.old);
    case 'kpiText':
      return `${difference.kpi}, ${words.field[difference.field]}: ${difference.old ?? t.missing} → ${difference.new ?? t.missing}`;
  }
}

/** Both values in full: a difference in the last decimal must be seen. */
function decimalsOf(number: number): number {
  return Math.min(10, /\.(\d+)$/.exec(String(number))?.[1]?.length ?? 0);
}
