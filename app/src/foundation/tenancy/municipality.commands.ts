import { pictureOfFile } from '@samband/documents/picture';
import { type Actor, may } from '../access/index.ts';
import { rowAtVersion } from '../audit/index.ts';
import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { type LogoFault, readLogo } from './logo.rules.ts';
import {
  type MunicipalityColumns,
  type MunicipalityFault,
  type MunicipalityField,
  type MunicipalityValues,
  municipalityColumns,
  municipalityValues,
  readMunicipality,
} from './municipality.rules.ts';
import {
  type MunicipalityRow,
  readMunicipalityRow,
  saveLogo,
  saveLogoUse,
  saveMunicipalityRow,
} from './municipality.store.ts';
import { manageMunicipality } from './permissions.rules.ts';

export type SaveMunicipalityResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'invalid';
      readonly values: MunicipalityValues;
      readonly faults: readonly MunicipalityFault[];
    }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly values: MunicipalityValues;
      readonly theirs: MunicipalityRow;
      readonly base: MunicipalityValues | undefined;
    };

export async function municipality(tx: Transaction, actor: Actor): Promise<MunicipalityRow> {
  refuseOthers(actor);
  const row = await readMunicipalityRow(tx);
  if (row === undefined) throw new RefusedError(404);
  return row;
}

export async function changeMunicipality(
  tx: Transaction,
  actor: Actor,
  version: number,
  raw: (field: MunicipalityField) => string,
): Promise<SaveMunicipalityResult> {
  const before = await municipality(tx, actor);
  const { values, faults } = readMunicipality(raw);
  if (faults.length > 0) return { ok: false, reason: 'invalid', values, faults };
  const saved = await saveMunicipalityRow(tx, actor.tenantId, version, municipalityColumns(values, before.settings));
  if (saved.ok) return { ok: true };
  if (saved.reason === 'gone') throw new RefusedError(404);
  const base = await rowAtVersion(tx, 'tenancy.tenant', { tenant_id: actor.tenantId }, version);
  return {
    ok: false,
    reason: 'conflict',
    values,
    theirs: saved.theirs,
    base: base === undefined ? undefined : municipalityValues(base as unknown as MunicipalityColumns),
  };
}

export async function changeLogo(
  tx: Transaction,
  actor: Actor,
  file: { readonly content: Uint8Array; readonly name: string } | undefined,
): Promise<LogoFault | undefined> {
  refuseOthers(actor);
  if (file === undefined) {
    await saveLogo(tx, undefined);
    return undefined;
  }
  const { content, name } = file;
  const read = readLogo(content);
  if (!read.ok) return read.fault;
  // One that cannot be drawn would leave a hole in every document.
  if (pictureOfFile(content) === undefined) return 'damaged';
  await saveLogo(tx, { content, type: read.type, name: name.slice(-255) });
  return undefined;
}

/** Put aside, reports are written without it; the picture stays and can be taken up again. */
export async function useLogo(tx: Transaction, actor: Actor, used: boolean): Promise<void> {
  refuseOthers(actor);
  await saveLogoUse(tx, used);
}

function refuseOthers(actor: Actor): void {
  if (!may(actor, manageMunicipality, [])) throw new RefusedError(403);
}
