import { readDate } from '@samband/documents/matching';
import { newId } from '../ids/index.ts';
import type { GivenTable, IntakeField, IntakePlan, IntakeRow, IntakeTarget } from '../intake/index.ts';
import { FaultyTableError } from '../intake/index.ts';
import type { Language } from '../texts/index.ts';
import { effectText } from './effect-words.ts';
import { lockMunicipality } from './entity.store.ts';
import { readExisting, savedVersions, savePlan, type UndoOrganisation, undoPlan } from './import.store.ts';
import { importTexts } from './import.texts.ts';
import { columnNames, type ImportColumn, type ImportRow, importColumns } from './import-file.rules.ts';
import type { Existing, PlannedRow } from './import-plan.rules.ts';
import { planImport } from './import-planner.rules.ts';
import { roleOf } from './import-words.rules.ts';
import { manageOrganisation } from './permissions.rules.ts';

/** Departments, units, committees, people and roles: a row for each unit or person. */
export const organisationTarget: IntakeTarget = {
  key: 'tenancy.organisation',
  title: (language) => importTexts(language).target,
  href: '/organisation',
  write: manageOrganisation,
  whole: true,
  fields: ({ language }) => Promise.resolve(fieldsIn(language)),
  async plan({ tx, language }, table) {
    const existing = await readExisting(tx);
    const { rows, passedBy } = rowsOf(table, existing);
    return planOf(table, planImport(rows, existing, newId).rows, passedBy, language);
  },
  async apply({ tx }, table) {
    await lockMunicipality(tx);
    const existing = await readExisting(tx);
    const plan = planImport(rowsOf(table, existing).rows, existing, newId);
    if (plan.faults.length > 0) throw new FaultyTableError('tenancy.organisation');
    await savePlan(tx, plan);
    const changed = plan.rows.filter((row) => isChange(row)).length;
    const added = plan.rows.filter((row) => row.effects.length > 0).length - changed;
    const undo = await savedVersions(tx, plan, existing);
    return { added, changed, already: plan.rows.length - added - changed, undo };
  },
  async undo({ tx }, undo) {
    await lockMunicipality(tx);
    const titles = await undoPlan(tx, undo as UndoOrganisation);
    return titles.length === 0 ? { ok: true } : { ok: false, titles };
  },
};

function fieldsIn(language: Language): readonly IntakeField[] {
  const labels = importTexts(language).columns;
  const kinds: Readonly<Partial<Record<ImportColumn, IntakeField['kind']>>> = {
    name: 'person',
    validFrom: 'date',
    validTo: 'date',
  };
  const once: readonly ImportColumn[] = ['department', 'unit', 'committee', 'role', 'scope'];
  return importColumns.map((key) => ({
    key,
    label: labels[key],
    words: columnNames[key],
    kind: kinds[key] ?? 'text',
    required: false,
    once: once.includes(key) ? 'may' : 'no',
  }));
}

/** What a list in a document says of somebody that the organisation has no place for. */
interface PassedBy {
  readonly role: string | undefined;
  readonly unit: string | undefined;
  readonly title: string | undefined;
}

/** Rows as the import of the organisation knows them, and what was passed by in each. */
function rowsOf({ fields, rows, once, dates }: GivenTable, existing: Existing) {
  const passedBy: PassedBy[] = [];
  // A table with departments or addresses is a register of the organisation; without, it is a list in a document.
  const isList = !fields.includes('department') && !fields.includes('email') && (once.department ?? '') === '';
  const titles = new Map<string, string>();
  const found = rows.map(({ cells, place }): ImportRow => {
    const cell = (key: ImportColumn) => {
      const text = (cells[fields.indexOf(key)] ?? '').replace(/\s+/g, ' ').trim() || (once[key] ?? '');
      if (key !== 'validFrom' && key !== 'validTo') return text;
      const read = readDate(text, dates);
      return (read.ok ? (key === 'validFrom' ? read.start : read.end) : undefined) ?? text;
    };
    const row = Object.fromEntries(importColumns.map((key) => [key, cell(key)])) as Record<ImportColumn, string>;
    // Documents give people roles of their own, "Projektägare", that are none in the program.
    const role = row.role !== '' && roleOf(row.role) === undefined ? row.role : undefined;
    if (role !== undefined) row.role = '';
    Object.assign(row, placeOf(row, existing));
    const unit = isList && row.name !== '' && row.unit !== '' && row.department === '' ? row.unit : undefined;
    if (unit !== undefined) row.unit = '';
    // Who leads one group and sits in another is given a title in each: the first is theirs.
    const first = titles.get(row.name.toLowerCase());
    const title = isList && first !== undefined && row.title !== '' && row.title !== first ? row.title : undefined;
    if (title !== undefined) row.title = '';
    else if (row.title !== '' && first === undefined) titles.set(row.name.toLowerCase(), row.title);
    passedBy.push({ role, unit, title });
    return { number: place, cells: row };
  });
  return { rows: found, passedBy };
}

/** What a document calls a unit may be a department, as its name says, or a unit whose department everyone knows. */
function placeOf(
  { department, unit }: Record<ImportColumn, string>,
  existing: Existing,
): Partial<Record<ImportColumn, string>> {
  if (department !== '' || unit === '') return {};
  const words = unit.toLowerCase();
  const asDepartment = existing.departments.find(({ name, shortName }) =>
    [name, shortName].some((one) => one.toLowerCase() === words),
  );
  if (asDepartment !== undefined) return { department: asDepartment.name, unit: '' };
  const [only, ...others] = existing.units.filter(({ name }) => name.toLowerCase() === words);
  const known = others.length === 0 && existing.departments.find(({ id }) => id === only?.departmentId);
  if (known) return { department: known.name };
  return /(?:förvaltningen|kontoret)$/i.test(unit) ? { department: unit, unit: '' } : {};
}

function isChange({ effects }: PlannedRow): boolean {
  return effects.length > 0 && effects.every(({ kind }) => kind === 'changedPerson' || kind === 'changedDepartment');
}

function planOf(
  table: GivenTable,
  planned: readonly PlannedRow[],
  passedBy: readonly PassedBy[],
  language: Language,
): IntakePlan {
  const t = importTexts(language);
  const rows = planned.map((row, index): IntakeRow => {
    const { role, unit, title } = passedBy[index]!;
    const faults = row.faults.map(({ column, reason, value }) => ({
      column: t.columns[column],
      field: column,
      text: t.fault[reason](value),
    }));
    const state = faults.length > 0 ? 'faulty' : isChange(row) ? 'changed' : row.effects.length > 0 ? 'new' : 'there';
    const cells = importColumns
      .map((key) => ({ label: t.columns[key], text: row.row.cells[key] }))
      .filter(({ text }) => text !== '');
    return {
      state,
      cells,
      remarks: [
        ...row.effects.map((effect) => effectText(effect, language)),
        ...(role === undefined ? [] : [t.noRole(role)]),
        ...(unit === undefined ? [] : [t.noUnit(unit)]),
        ...(title === undefined ? [] : [t.otherTitle(title)]),
      ],
      faults,
    };
  });
  const left = table.headers.filter((header, index) => table.fields[index] === undefined && header !== '');
  return { rows, remarks: left.length === 0 ? [] : [t.ignored(left.join(', '))] };
}
