import type { Role, Scope } from '../access/index.ts';
import { isEmail } from './entity.rules.ts';
import type { ImportColumn, ImportRow } from './import-file.rules.ts';
import type {
  Existing,
  ExistingPerson,
  ImportEffect,
  ImportFault,
  ImportFaultReason,
  ImportPlan,
  NewRole,
  NewUnit,
  PlannedRow,
} from './import-plan.rules.ts';
import { committeeKindOf, lower, nearestScope, roleOf, wholeMunicipality } from './import-words.rules.ts';
import { isDate, scopeCode } from './role.rules.ts';

/**
 * What the file would add and change, row by row, and what is wrong with it. The same file a second time changes nothing.
 * `newId` is called for everything new; nothing here is saved.
 */
export function planImport(rows: readonly ImportRow[], existing: Existing, newId: () => string): ImportPlan {
  return new Planner(rows, existing, newId).plan();
}

type Department = { id: string; name: string; committeeId: string | null; active: boolean; isNew: boolean };
type Person = { -readonly [K in keyof ExistingPerson]: ExistingPerson[K] } & {
  isNew: boolean;
  changed: boolean;
  firstRow: number | undefined;
};

class Planner {
  readonly #rows: readonly ImportRow[];
  readonly #newId: () => string;
  readonly #committees = new Map<string, { id: string; name: string; active: boolean; isNew: boolean }>();
  readonly #departments = new Map<string, Department>();
  readonly #movedDepartments = new Map<string, string>();
  /** By department, then by name: a name may stand in several places of a department. */
  readonly #units = new Map<string, (NewUnit & { active: boolean; isNew: boolean })[]>();
  /** The parents that the file itself gives a unit. */
  readonly #declaredParents = new Map<string, Set<string>>();
  readonly #peopleByEmail = new Map<string, Person>();
  readonly #peopleByName = new Map<string, Person[]>();
  readonly #people: Person[] = [];
  readonly #rolesOf = new Map<string, { role: Role; scope: string; from: string | null; to: string | null }[]>();
  readonly #newRoles: NewRole[] = [];
  #effects: ImportEffect[] = [];
  #faults: ImportFault[] = [];
  #row!: ImportRow;

  constructor(rows: readonly ImportRow[], existing: Existing, newId: () => string) {
    this.#rows = rows;
    this.#newId = newId;
    for (const row of existing.committees)
      for (const key of keys(row)) this.#committees.set(key, { ...row, isNew: false });
    for (const row of existing.departments) {
      const department = { ...row, isNew: false };
      for (const key of keys(row)) this.#departments.set(key, department);
    }
    for (const unit of existing.units) this.#keepUnit({ ...unit, isNew: false });
    for (const person of existing.people)
      this.#keepPerson({ ...person, isNew: false, changed: false, firstRow: undefined });
    for (const role of existing.roles) this.#keepRole(role);
  }

  plan(): ImportPlan {
    for (const row of this.#rows) this.#declare(row);
    const planned = this.#rows.map((row) => this.#planRow(row));
    const committees = [...new Set(this.#committees.values())].filter(({ isNew }) => isNew);
    const departments = [...new Set(this.#departments.values())].filter(({ isNew }) => isNew);
    const units = [...this.#units.values()].flat().filter(({ isNew }) => isNew);
    return {
      rows: planned,
      faults: planned.flatMap(({ faults }) => faults),
      committees: committees.map(({ id, name }) => ({ id, name, kind: committeeKindOf(name) })),
      departments: departments.map(({ id, name, committeeId }) => ({ id, name, committeeId })),
      departmentCommittees: [...this.#movedDepartments].map(([id, committeeId]) => ({ id, committeeId })),
      units: units.map(({ id, name, departmentId, parentId }) => ({ id, name, departmentId, parentId })),
      people: this.#people.filter(({ isNew }) => isNew),
      changedPeople: this.#people.filter(({ isNew, changed }) => !isNew && changed),
      roles: this.#newRoles,
    };
  }

  #declare({ cells }: ImportRow): void {
    if (cells.unit === '' || cells.parentUnit === '') return;
    const key = `${lower(cells.department)}|${lower(cells.unit)}`;
    const parents = this.#declaredParents.get(key) ?? new Set();
    parents.add(cells.parentUnit);
    this.#declaredParents.set(key, parents);
  }

  #planRow(row: ImportRow): PlannedRow {
    this.#row = row;
    this.#effects = [];
    this.#faults = [];
    this.#checkLengths();
    const committee = this.#committee();
    const department = this.#department(committee);
    const unit = this.#unit(department);
    const person = this.#person(department, unit);
    this.#role(person, { committee, department, unit });
    return { row, effects: this.#effects, faults: this.#faults };
  }

  #fault(column: ImportColumn, reason: ImportFaultReason, value = this.#row.cells[column]): undefined {
    this.#faults.push({ row: this.#row.number, column, reason, value });
    return undefined;
  }

  #checkLengths(): void {
    for (const column of ['department', 'unit', 'parentUnit', 'committee', 'name', 'title'] as const) {
      if (this.#row.cells[column].length > 200)
        this.#fault(column, 'tooLong', `${this.#row.cells[column].slice(0, 40)}…`);
    }
  }

  #committee() {
    const name = this.#row.cells.committee;
    if (name === '') return undefined;
    const found = this.#committees.get(lower(name));
    if (found !== undefined) return found.active ? found : this.#fault('committee', 'inactive');
    const committee = { id: this.#newId(), name, active: true, isNew: true };
    this.#committees.set(lower(name), committee);
    this.#effects.push({ kind: 'newCommittee', name });
    return committee;
  }

  #department(committee: { id: string } | undefined): Department | undefined {
    const name = this.#row.cells.department;
    if (name === '') return undefined;
    let department = this.#departments.get(lower(name));
    if (department === undefined) {
      department = { id: this.#newId(), name, committeeId: null, active: true, isNew: true };
      this.#departments.set(lower(name), department);
      this.#effects.push({ kind: 'newDepartment', name });
    }
    if (!department.active) return this.#fault('department', 'inactive');
    if (committee !== undefined && department.committeeId === null) {
      department.committeeId = committee.id;
      if (!department.isNew) {
        this.#movedDepartments.set(department.id, committee.id);
        this.#effects.push({ kind: 'changedDepartment', name: department.name });
      }
    } else if (committee !== undefined && department.committeeId !== committee.id && this.#row.cells.name === '') {
      // On a person's row the committee may be where the person sits; on a row of the department alone it is its own.
      this.#fault('committee', 'otherCommittee');
    }
    return department;
  }

  #unit(department: Department | undefined) {
    const { unit: name, parentUnit } = this.#row.cells;
    if (name === '') return parentUnit === '' ? undefined : this.#fault('unit', 'needsUnit');
    if (department === undefined)
      return this.#row.cells.department === '' ? this.#fault('department', 'needsDepartment') : undefined;
    const unit =
      parentUnit === ''
        ? this.#unitNamed(department, name, 'unit', [])
        : this.#unitUnder(department, name, parentUnit, []);
    return unit === undefined || unit.active ? unit : this.#fault('unit', 'inactive', unit.name);
  }

  /** The one unit of the department with the name: there already, or placed by another row of the file, or new at the top. */
  #unitNamed(
    department: Department,
    name: string,
    column: ImportColumn,
    path: readonly string[],
  ): (NewUnit & { active: boolean }) | undefined {
    const there = (this.#units.get(department.id) ?? []).filter((unit) => lower(unit.name) === lower(name));
    if (there.length === 1) return there[0];
    if (there.length > 1) return this.#fault(column, 'ambiguous', name);
    const parents = [...(this.#declaredParents.get(`${lower(this.#row.cells.department)}|${lower(name)}`) ?? [])];
    if (parents.length > 1) return this.#fault(column, 'ambiguous', name);
    return parents[0] === undefined
      ? this.#newUnit(department, name, null)
      : this.#unitUnder(department, name, parents[0], path);
  }

  #unitUnder(
    department: Department,
    name: string,
    parentName: string,
    path: readonly string[],
  ): (NewUnit & { active: boolean }) | undefined {
    if (path.includes(lower(name)) || lower(name) === lower(parentName)) return this.#fault('parentUnit', 'ring');
    const parent = this.#unitNamed(department, parentName, 'parentUnit', [...path, lower(name)]);
    if (parent === undefined) return undefined;
    const there = this.#units
      .get(department.id)
      ?.find((unit) => unit.parentId === parent.id && lower(unit.name) === lower(name));
    return there ?? this.#newUnit(department, name, parent.id);
  }

  #newUnit(department: Department, name: string, parentId: string | null) {
    const unit = { id: this.#newId(), name, departmentId: department.id, parentId, active: true, isNew: true };
    this.#keepUnit(unit);
    this.#effects.push({ kind: 'newUnit', name });
    return unit;
  }

  #person(department: Department | undefined, unit: NewUnit | undefined): Person | undefined {
    const { name, title, email, role } = this.#row.cells;
    if (name === '') return title || email || role ? this.#fault('name', 'needsName') : undefined;
    if (email !== '' && !isEmail(email)) return this.#fault('email', 'notAnEmail');
    const place = { departmentId: department?.id ?? null, unitId: unit?.id ?? null };
    const found = this.#findPerson(place);
    if (found === 'ambiguous') return this.#fault('name', 'ambiguous');
    if (found === undefined) {
      const person = {
        id: this.#newId(),
        name,
        title,
        email: email || null,
        ...place,
        active: true,
        isNew: true,
        changed: false,
        firstRow: this.#row.number,
      };
      this.#keepPerson(person);
      this.#effects.push({ kind: 'newPerson', name });
      return person;
    }
    if (!found.active) return this.#fault('name', 'inactive');
    if (found.firstRow === undefined) this.#changePerson(found, place);
    else if (title !== '' && found.title !== '' && title !== found.title)
      this.#fault('title', 'differs', String(found.firstRow));
    else if (lower(name) !== lower(found.name)) this.#fault('name', 'differs', String(found.firstRow));
    else if (isNowhere(found)) Object.assign(found, place);
    return found;
  }

  #findPerson(place: { departmentId: string | null; unitId: string | null }): Person | 'ambiguous' | undefined {
    const { name, email, title } = this.#row.cells;
    if (email !== '') {
      const byEmail = this.#peopleByEmail.get(lower(email));
      if (byEmail !== undefined) return byEmail;
    }
    // Without an address two people with the same name are told apart by where they work; who works nowhere yet, by their title.
    const named = (this.#peopleByName.get(lower(name)) ?? []).filter((person) => email === '' || person.email === null);
    const here = named.filter(
      (person) =>
        (place.departmentId === null || person.departmentId === place.departmentId) &&
        (place.unitId === null || person.unitId === place.unitId || person.unitId === null),
    );
    const known =
      here.length > 0
        ? here
        : named.filter((person) => isNowhere(person) && title !== '' && lower(person.title) === lower(title));
    return known.length > 1 ? 'ambiguous' : known[0];
  }

  /** The first row about somebody who is there already may say something new; an empty cell says nothing. */
  #changePerson(person: Person, place: { departmentId: string | null; unitId: string | null }): void {
    person.firstRow = this.#row.number;
    const { name, title, email } = this.#row.cells;
    const before = JSON.stringify(person);
    person.name = name;
    if (title !== '') person.title = title;
    if (email !== '' && person.email === null) {
      person.email = email;
      this.#peopleByEmail.set(lower(email), person);
    }
    if (place.departmentId !== null) {
      if (place.unitId !== null) person.unitId = place.unitId;
      else if (person.departmentId !== place.departmentId) person.unitId = null;
      person.departmentId = place.departmentId;
    }
    if (JSON.stringify(person) === before) return;
    person.changed = true;
    this.#effects.push({ kind: 'changedPerson', name });
  }

  #role(
    person: Person | undefined,
    place: {
      committee: { id: string } | undefined;
      department: { id: string } | undefined;
      unit: { id: string } | undefined;
    },
  ): undefined {
    const { role: words, scope: scopeWords, validFrom, validTo } = this.#row.cells;
    if (words === '') {
      if (scopeWords !== '') this.#fault('role', 'needsRole');
      return undefined;
    }
    const role = roleOf(words);
    if (role === undefined) return this.#fault('role', 'unknownRole');
    for (const column of ['validFrom', 'validTo'] as const) {
      if (this.#row.cells[column] !== '' && !isDate(this.#row.cells[column])) return this.#fault(column, 'notADate');
    }
    if (validFrom !== '' && validTo !== '' && validTo < validFrom) return this.#fault('validTo', 'endsBeforeStart');
    const scope = scopeWords === '' ? nearestScope(place) : this.#scopeNamed(scopeWords, place.department?.id);
    if (scope === undefined) return this.#fault('scope', scopeWords === '' ? 'needsScope' : 'unknownScope');
    if (scope === 'ambiguous') return this.#fault('scope', 'ambiguous');
    if (person === undefined) return undefined;
    const given = { role, scope, personId: person.id, validFrom: validFrom || null, validTo: validTo || null };
    if (this.#hasRole(given)) return undefined;
    this.#keepRole(given);
    this.#newRoles.push({ id: this.#newId(), ...given });
    this.#effects.push({ kind: 'newRole', role, name: person.name });
    return undefined;
  }

  #scopeNamed(words: string, departmentId: string | undefined): Scope | 'ambiguous' | undefined {
    if (wholeMunicipality.has(lower(words))) return { kind: 'municipality' };
    const department = this.#departments.get(lower(words));
    if (department !== undefined) return { kind: 'department', id: department.id };
    const committee = this.#committees.get(lower(words));
    if (committee !== undefined) return { kind: 'committee', id: committee.id };
    const units = [...this.#units.values()].flat().filter(({ name }) => lower(name) === lower(words));
    const near = units.filter((unit) => unit.departmentId === departmentId);
    const found = near.length > 0 ? near : units;
    return found.length > 1 ? 'ambiguous' : found[0] && { kind: 'unit', id: found[0].id };
  }

  #hasRole({ personId, role, scope, validFrom, validTo }: Omit<NewRole, 'id'>): boolean {
    return (this.#rolesOf.get(personId) ?? []).some(
      (one) =>
        one.role === role &&
        one.scope === scopeCode(scope) &&
        (one.from === null || validTo === null || one.from <= validTo) &&
        (one.to === null || validFrom === null || validFrom <= one.to),
    );
  }

  #keepRole({ personId, role, scope, validFrom, validTo }: Omit<NewRole, 'id'>): void {
    push(this.#rolesOf, personId, { role, scope: scopeCode(scope), from: validFrom, to: validTo });
  }

  #keepUnit(unit: NewUnit & { active: boolean; isNew: boolean }): void {
    push(this.#units, unit.departmentId, unit);
  }

  #keepPerson(person: Person): void {
    this.#people.push(person);
    if (person.email !== null) this.#peopleByEmail.set(lower(person.email), person);
    push(this.#peopleByName, lower(person.name), person);
  }
}

function keys({ name, shortName }: { name: string; shortName: string }): readonly string[] {
  return shortName === '' ? [lower(name)] : [lower(name), lower(shortName)];
}

function isNowhere({ departmentId, unitId }: Person): boolean {
  return departmentId === null && unitId === null;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
