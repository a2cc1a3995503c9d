import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Actor } from '../access/index.ts';
import { type Command, type CommandCall, CommandError, exitCode } from '../command-line/index.ts';
import type { Database, RequestScope, Transaction } from '../database/index.ts';
import { formatNumber } from '../format/index.ts';
import { type Language, nearestNames, nearestSentence } from '../texts/index.ts';
import { commandTexts } from './command.texts.ts';
import { bring, chooseColumns, chooseTargets, discard } from './draft.commands.ts';
import { type KeptTable, readTables, type TableChoice } from './draft.store.ts';
import { type Counts, importDraft, type PlannedTable, planTables } from './import.commands.ts';
import { importsPath } from './import.rules.ts';
import type { Intake } from './intake.ts';
import { onceOf, type UnknownValue, unknownFieldsIn, unknownIn } from './once.rules.ts';
import { countsOf } from './preview.commands.ts';
import { problemText } from './said.ts';
import { tableTitle } from './table.sheets.ts';
import type { IntakeTarget, IntakeWork } from './target.ts';

export interface OpenedForImport {
  readonly database: Database;
  readonly intake: Intake;
  readonly address: string;
  readonly tenants: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  close(): Promise<void>;
}

/** `samband import FILE`: what the page Importera does, by the same commands, with what was suggested. */
export function importCommand(open: () => Promise<OpenedForImport>): Command {
  return {
    words: 'import',
    takesWords: true,
    usage:
      'import FIL [--tenant KOD] [--into REGISTER] [--set "fält=värde;…"] [--year Y] [--leave-out-faults] [--dry-run] [--json]',
    purpose: {
      sv: 'Läser in tabeller ur Word, Excel, PDF, CSV eller text till registren',
      en: 'Brings tables of Word, Excel, PDF, CSV or text into the registers',
    },
    options: {
      tenant: { type: 'string' },
      into: { type: 'string' },
      set: { type: 'string' },
      year: { type: 'string' },
      'leave-out-faults': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
    async run(call) {
      const file = await fileOf(call);
      const given = readSet(call);
      const opened = await open();
      try {
        return await run(call, opened, file, given);
      } finally {
        await opened.close();
      }
    },
  };
}

async function fileOf({ positionals, language }: CommandCall): Promise<string> {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new CommandError(exitCode.usage, commandTexts(language).noFile);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new CommandError(exitCode.badFile, commandTexts(language).unreadable(file));
  return file;
}

function readSet(
  call: CommandCall,
): Pick<TableChoice, 'year' | 'leaveOut'> & { readonly once: Readonly<Record<string, string>> } {
  const t = commandTexts(call.language);
  const parts = (call.text('set') ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const once = parts.map((part) => {
    const [, key, value] = /^([^=]+)=(.+)$/.exec(part) ?? [];
    if (key === undefined || value === undefined) throw new CommandError(exitCode.usage, t.badSet(part));
    return [key.trim(), value.trim()] as const;
  });
  const year = call.text('year');
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year)) throw new CommandError(exitCode.usage, t.badYear(year));
  return {
    once: Object.fromEntries(once),
    leaveOut: call.flag('leave-out-faults'),
    ...(year !== undefined && { year: Number(year) }),
  };
}

async function run(
  call: CommandCall,
  { database, intake, address, tenants }: OpenedForImport,
  file: string,
  given: ReturnType<typeof readSet>,
): Promise<number> {
  const { language } = call;
  const t = commandTexts(language);
  const tenant = tenantOf(call, tenants);
  const into = targetOf(call, intake);
  const scope: RequestScope = { tenantId: tenant.id, origin: 'samband import' };
  const within = <R>(act: (tx: Transaction) => Promise<R>) => database.inScope(scope, act);
  const actor: Actor = {
    ...{ tenantId: tenant.id, personId: '', sessionId: '', name: 'samband' },
    roles: [{ role: 'administrator', scope: { kind: 'municipality' } }],
  };
  const workIn = (tx: Transaction): IntakeWork => ({ kernel: intake.kernel, tx, actor, language });
  const about = { source: 'program', name: path.basename(file), content: createReadStream(file) } as const;
  const brought = await bring(
    intake,
    within,
    { kernel: intake.kernel, actor, language },
    { ...about, wanted: into?.key ?? '' },
  );
  if (!brought.ok) throw new CommandError(exitCode.badFile, problemText(brought.problem, intake.fileLimit, language));
  const { id } = brought;
  const { planned, passedBy, unknown, unknownFields } = await within((tx) =>
    choose(intake, workIn(tx), id, into, given),
  );
  if (unknownFields.length > 0) {
    await within((tx) => discard(tx, id));
    const said = unknownFields.map(({ word, fields }) =>
      t.unknownField(word, nearestSentence(nearestNames(fields, word, nearestShown), language)),
    );
    throw new CommandError(exitCode.notFound, said.join('\n'));
  }
  if (unknown.length > 0) {
    await within((tx) => discard(tx, id));
    throw new CommandError(exitCode.badFile, unknown.map((one) => unknownText(one, language)).join('\n'));
  }
  if (into !== undefined) {
    for (const kept of passedBy) call.tell(t.passedBy(kept.table.number, tableTitle(kept), into.title(language)));
  }
  const report = planned.map((one) => reportOf(one));
  const passed = passedBy.map(({ table, rowCount }) => ({
    ...{ number: table.number, headings: table.headings, columns: table.columns },
    rows: rowCount,
  }));
  const json = call.flag('json');
  if (!json) for (const one of planned) tellPlan(call, one);
  const ready =
    planned.length > 0 &&
    report.every(({ missing, faults }) => missing.length === 0 && (faults.length === 0 || given.leaveOut === true));
  if (!ready || call.flag('dry-run')) {
    await within((tx) => discard(tx, id));
    if (json)
      call.print(JSON.stringify({ file: about.name, tables: report, passedBy: passed, imported: null }, null, 2));
    call.tell(planned.length === 0 ? t.nothingSuits : ready ? t.dryRun : t.faults);
    return ready ? exitCode.ok : exitCode.badFile;
  }
  const counts = await within(async (tx) => {
    const result = await importDraft(intake, workIn(tx), id);
    // The plan was made a moment ago; somebody was quicker, and the transaction must be rolled back.
    if (!result.ok) throw new CommandError(exitCode.badFile, t.faults);
    return result.counts;
  });
  const link = `${address}${importsPath}/${id}`;
  if (json)
    call.print(
      JSON.stringify(
        { file: about.name, tables: report, passedBy: passed, imported: { ...importedOf(counts), link } },
        null,
        2,
      ),
    );
  else {
    const { added, changed, already, leftOut } = counts;
    const [a, b, c, d] = [added, changed, already, leftOut].map((value) => formatNumber(value, language));
    call.print(t.done(a!, b!, c!, d!));
    call.print(t.seeIt(link));
  }
  return exitCode.ok;
}

interface Chosen {
  readonly planned: readonly PlannedTable[];
  /** Tables that do not suit the register that was named, while others of the file do. */
  readonly passedBy: readonly KeptTable[];
  readonly unknown: readonly UnknownValue[];
  readonly unknownFields: ReturnType<typeof unknownFieldsIn>;
}

/** Saves for every table of the draft where it goes and what holds for all its rows. */
async function choose(
  intake: Intake,
  work: IntakeWork,
  id: string,
  into: IntakeTarget | undefined,
  { once, leaveOut, year }: ReturnType<typeof readSet>,
): Promise<Chosen> {
  const { tx } = work;
  const send = (tables: readonly PlannedTable[], target: string) =>
    chooseTargets(intake, work, id, new Map(tables.map(({ kept }) => [kept.table.number, target])));
  const suggested = await planTables(intake, work, id);
  if (into !== undefined) await send(suggested, into.key);
  const sent = into === undefined ? suggested : await planTables(intake, work, id);
  for (const { kept, matched } of sent) {
    await chooseColumns(tx, id, kept.table.number, {
      once: onceOf(once, matched.known.fields),
      ...(leaveOut === true && { leaveOut }),
      ...(year !== undefined && { year }),
    });
  }
  const planned = await planTables(intake, work, id);
  const unknown = unknownIn(
    once,
    planned.map(({ target, matched }) => ({ target: target.key, fields: matched.known.fields })),
  );
  const unknownFields =
    planned.length === 0
      ? []
      : unknownFieldsIn(
          once,
          planned.map(({ matched }) => matched.known.fields),
        );
  const suiting = planned.filter(({ matched }) => !lacksColumn(matched));
  if (into === undefined || suiting.length === 0) return { planned, passedBy: [], unknown, unknownFields };
  await send(
    planned.filter((one) => !suiting.includes(one)),
    'skip',
  );
  const taken = new Set(suiting.map(({ kept }) => kept.table.number));
  const passedBy = (await readTables(tx, id, 0)).filter(({ table }) => !taken.has(table.number));
  return { planned: suiting, passedBy, unknown, unknownFields };
}

/** Lacks what every row must have and only a column can give. */
function lacksColumn({ missing }: PlannedTable['matched']): boolean {
  return missing.some(({ once }) => once === 'no');
}

function tenantOf(call: CommandCall, tenants: OpenedForImport['tenants']): OpenedForImport['tenants'][number] {
  const t = commandTexts(call.language);
  const codes = tenants.map(({ code, name }) => `${code} ${name}`).join(', ');
  const asked = call.text('tenant');
  if (asked === undefined && tenants.length === 1) return tenants[0]!;
  if (asked === undefined) throw new CommandError(exitCode.usage, t.whichTenant(codes));
  const found = tenants.find(({ code, name }) => code === asked || name.toLowerCase() === asked.toLowerCase());
  if (found === undefined) throw new CommandError(exitCode.notFound, t.noTenant(asked, codes));
  return found;
}

/** By its key, its address or its title. */
function targetOf(call: CommandCall, { targets }: Intake): IntakeTarget | undefined {
  const asked = call.text('into')?.toLowerCase();
  if (asked === undefined) return undefined;
  const found = targets.find(({ key, href, title }) =>
    [key, href, href.slice(1), title('sv'), title('en')].some((word) => word.toLowerCase() === asked),
  );
  const known = targets.map(({ key, title }) => `${key} (${title(call.language)})`).join(', ');
  if (found === undefined)
    throw new CommandError(exitCode.notFound, commandTexts(call.language).noRegister(asked, known));
  return found;
}

const nearestShown = 3;

function unknownText({ field: { label, options = [] }, text }: UnknownValue, language: Language): string {
  const names = options.map((option) => option.label);
  const nearest = nearestSentence(nearestNames(names, text, nearestShown), language);
  return commandTexts(language).unknownValue(label, text, nearest);
}

/** One table of `--json`. */
function reportOf(planned: PlannedTable) {
  const { kept, target, matched } = planned;
  const counts = countsOf(planned);
  const { number, headings, columns, rows } = kept.table;
  return {
    number,
    headings,
    columns: columns.map((header, index) => ({
      header,
      field: matched.columns[index]?.field ?? null,
      confidence: Math.round(100 * (matched.columns[index]?.confidence ?? 0)) / 100,
    })),
    rows: rows.length,
    into: target.key,
    new: counts.new,
    changed: counts.changed,
    there: counts.there,
    missing: matched.missing.map(({ key }) => key),
    remarks: planned.remarks,
    faults: planned.rows.flatMap(({ place, faults }) => faults.map((fault) => ({ row: place, ...fault }))),
  };
}

function importedOf({ added, changed, already, leftOut }: Counts) {
  return { added, changed, already, leftOut };
}

function tellPlan(call: CommandCall, planned: PlannedTable): void {
  const { language } = call;
  const t = commandTexts(language);
  const { number, rows, missing, faults, ...report } = reportOf(planned);
  const words = (value: number) => formatNumber(value, language);
  call.print(t.table(number, tableTitle(planned.kept), words(rows), planned.target.title(language)));
  if (missing.length > 0) call.tell(t.missing(planned.matched.missing.map(({ label }) => label).join(', ')));
  else
    call.print(
      t.counts(
        words(report.new),
        words(report.changed),
        words(report.there),
        words(new Set(faults.map(({ row }) => row)).size),
      ),
    );
  for (const { row, column, text } of faults) call.tell(t.fault(String(row), column, text));
}
