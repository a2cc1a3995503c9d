import type { Role, RoleInScope } from '../access/index.ts';
import type { CommitteeKind } from './entity.rules.ts';
import type { ImportColumn, ImportRow } from './import-file.rules.ts';

/** What is there already. Names are compared without regard to case. */
export interface Existing {
  readonly committees: readonly { id: string; name: string; shortName: string; active: boolean }[];
  readonly departments: readonly {
    id: string;
    name: string;
    shortName: string;
    committeeId: string | null;
    active: boolean;
  }[];
  readonly units: readonly {
    id: string;
    name: string;
    departmentId: string;
    parentId: string | null;
    active: boolean;
  }[];
  readonly people: readonly ExistingPerson[];
  readonly roles: readonly (RoleInScope & {
    readonly personId: string;
    readonly validFrom: string | null;
    readonly validTo: string | null;
  })[];
}

export interface ExistingPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string | null;
  readonly departmentId: string | null;
  readonly unitId: string | null;
  readonly active: boolean;
}

export type ImportFaultReason =
  | 'tooLong'
  | 'inactive'
  | 'otherCommittee'
  | 'needsDepartment'
  | 'needsUnit'
  | 'ambiguous'
  | 'ring'
  | 'needsName'
  | 'notAnEmail'
  | 'differs'
  | 'unknownRole'
  | 'needsScope'
  | 'unknownScope'
  | 'needsRole'
  | 'notADate'
  | 'endsBeforeStart';

export interface ImportFault {
  readonly row: number;
  readonly column: ImportColumn;
  readonly reason: ImportFaultReason;
  readonly value: string;
}

export type ImportEffect =
  | {
      readonly kind: 'newCommittee' | 'newDepartment' | 'newUnit' | 'newPerson' | 'changedPerson' | 'changedDepartment';
      readonly name: string;
    }
  | { readonly kind: 'newRole'; readonly role: Role; readonly name: string };

export interface PlannedRow {
  readonly row: ImportRow;
  readonly effects: readonly ImportEffect[];
  readonly faults: readonly ImportFault[];
}

export interface NewUnit {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly parentId: string | null;
}

export interface NewRole extends RoleInScope {
  readonly id: string;
  readonly personId: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly ImportFault[];
  readonly committees: readonly { id: string; name: string; kind: CommitteeKind }[];
  readonly departments: readonly { id: string; name: string; committeeId: string | null }[];
  readonly departmentCommittees: readonly { id: string; committeeId: string }[];
  readonly units: readonly NewUnit[];
  readonly people: readonly ExistingPerson[];
  readonly changedPeople: readonly ExistingPerson[];
  readonly roles: readonly NewRole[];
}
