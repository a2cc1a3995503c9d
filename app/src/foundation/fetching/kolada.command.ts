import { archiveStatus, exportArchive, type ImportProgress, importIntoArchive } from '@samband/kolada';
import { type Command, type CommandCall, CommandError, exitCode, writeWhereAsked } from '../command-line/index.ts';
import { formatDateTime, formatNumber } from '../format/index.ts';
import { type KoladaCommandParts, withArchive } from './command-parts.ts';
import { koladaTexts } from './kolada-command.texts.ts';
import { simulateCommand } from './simulate.command.ts';
import { snapshotCommands } from './snapshot.command.ts';
import { syncCommand } from './sync.command.ts';

/** `samband kolada …`: fetching, files, the simulator and frozen figures. */
export function koladaCommands(parts: KoladaCommandParts): readonly Command[] {
  const archiveOf = (call: CommandCall) => call.text('archive') ?? parts.archive();
  return [
    syncCommand(parts),
    simulateCommand(parts),
    ...snapshotCommands(parts),
    {
      words: 'kolada import',
      usage:
        'kolada import [--archive FIL] [--values V.csv[.gz]|V.parquet] [--catalogue kpi.json[.gz]] [--units municipality.json[.gz]] [--groups municipality_groups.json[.gz]] [--kpi-groups kpi_groups.json[.gz]]',
      purpose: {
        sv: 'Läser in värden, katalog, kommuner och grupper från filer',
        en: 'Reads values, catalogue, units and groups from files',
      },
      options: {
        archive: { type: 'string' },
        values: { type: 'string' },
        catalogue: { type: 'string' },
        units: { type: 'string' },
        groups: { type: 'string' },
        'kpi-groups': { type: 'string' },
      },
      run: (call) => withArchive(call, archiveOf(call), () => runImport(call, archiveOf(call))),
    },
    {
      words: 'kolada export',
      usage: 'kolada export [--archive FIL] --parquet MAPP',
      purpose: { sv: 'Skriver arkivet som Parquet', en: 'Writes the archive as Parquet' },
      options: { archive: { type: 'string' }, parquet: { type: 'string' } },
      run: (call) =>
        withArchive(call, archiveOf(call), async () => {
          const parquetDir = call.required('parquet');
          await writeWhereAsked(call, parquetDir, () => exportArchive(archiveOf(call), { parquetDir }));
          call.tell(koladaTexts(call.language).exported(parquetDir));
        }),
    },
    {
      words: 'kolada status',
      usage: 'kolada status [--archive FIL] [--json]',
      purpose: { sv: 'Vad arkivet innehåller och hur färskt det är', en: 'What the archive holds and how fresh it is' },
      options: { archive: { type: 'string' }, json: { type: 'boolean' } },
      run: (call) => withArchive(call, archiveOf(call), () => runStatus(call, archiveOf(call))),
    },
  ];
}

async function runImport(call: CommandCall, path: string): Promise<void> {
  const t = koladaTexts(call.language);
  const files = {
    values: call.text('values'),
    catalogue: call.text('catalogue'),
    units: call.text('units'),
    groups: call.text('groups'),
    kpiGroups: call.text('kpi-groups'),
  };
  const given = Object.fromEntries(Object.entries(files).filter(([, file]) => file !== undefined));
  if (Object.keys(given).length === 0) throw new CommandError(exitCode.usage, t.nothingGiven);
  const number = (value: number) => formatNumber(value, call.language);
  let told = 0;
  const onProgress = ({ phase, rows }: ImportProgress) => {
    if (phase === 'merging') call.tell(t.merging);
    if (phase !== 'reading' || rows - told < 1_000_000) return;
    told = rows;
    call.tell(t.reading(number(rows)));
  };
  const report = await importIntoArchive(path, { ...given, onProgress });
  call.tell(t.imported(report.version, number(report.numbers), number(report.nulls), report.kpis, report.revisions));
  if (report.kpisWithoutCatalogue.length > 0) call.tell(t.withoutCatalogue(report.kpisWithoutCatalogue.join(', ')));
}

async function runStatus(call: CommandCall, path: string): Promise<void> {
  const status = await archiveStatus(path);
  if (call.flag('json')) {
    call.print(JSON.stringify(status, null, 2));
    return;
  }
  const t = koladaTexts(call.language).status;
  const number = (value: number) => formatNumber(value, call.language);
  const rows: readonly (readonly [string, string])[] = [
    [t.file, status.path],
    [t.version, String(status.version)],
    [t.published, formatDateTime(status.publishedAt)],
    [t.fetched, formatDateTime(status.fetchedAt)],
    [t.values, number(status.values)],
    [t.nulls, number(status.nulls)],
    [t.years, `${status.firstYear}–${status.lastYear}`],
    [t.kpis, number(status.kpis)],
    [t.withValues, number(status.kpisWithValues)],
    [t.vanished, number(status.vanishedKpis)],
    [t.units, number(status.units)],
    [t.groups, number(status.groups)],
    [t.revisions, number(status.revisions)],
    [t.size, `${formatNumber(status.bytes / 1e6, call.language, 1)} MB`],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  for (const [label, value] of rows) call.print(`${label.padEnd(width)}  ${value}`);
  if (status.exampleData) call.print(t.example);
  if (status.writer) call.print(t.writer(status.writer.pid, formatDateTime(status.writer.since)));
  if (status.unfinishedSync) call.print(t.unfinished);
}
