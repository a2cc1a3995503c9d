import { sql } from 'kysely';
import type { Database, Transaction } from '../database/index.ts';
import { type RowHistory, type Saved, saveVersion } from '../database/index.ts';
import type { LogoType } from './logo.rules.ts';
import type { MunicipalityColumns } from './municipality.rules.ts';

export interface MunicipalityRow extends MunicipalityColumns, RowHistory {
  readonly tenant_id: string;
  readonly logo_type: LogoType | null;
  readonly logo_name: string;
  readonly logo_used: boolean;
}

const columns = sql`tenant_id, name, code, colour, figures, settings, logo_type, logo_name, logo_used, version, created_at, created_by, changed_at, changed_by`;

export async function readMunicipalityRow(tx: Transaction): Promise<MunicipalityRow | undefined> {
  const result =
    await sql<MunicipalityRow>`select ${columns} from tenancy.tenant where tenant_id = foundation.current_tenant()`.execute(
      tx.tables<unknown>(),
    );
  return result.rows[0];
}

export function saveMunicipalityRow(
  tx: Transaction,
  tenantId: string,
  version: number,
  changes: MunicipalityColumns,
): Promise<Saved<MunicipalityRow>> {
  const settings = JSON.stringify(changes.settings);
  return saveVersion<MunicipalityRow>(tx, 'tenancy.tenant', { tenant_id: tenantId }, version, { ...changes, settings });
}

/** The logo is a thing of its own: whoever saves the other settings does not touch it, and the other way round. */
export async function saveLogo(
  tx: Transaction,
  logo: { content: Uint8Array; type: LogoType; name: string } | undefined,
): Promise<void> {
  await sql`update tenancy.tenant set logo = ${logo === undefined ? null : Buffer.from(logo.content)}, logo_type = ${logo?.type ?? null},
    logo_name = ${logo?.name ?? ''}, logo_used = true, version = version + 1, changed_at = now(), changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
}

/** Put aside or taken up again; the picture stays. */
export async function saveLogoUse(tx: Transaction, used: boolean): Promise<void> {
  await sql`update tenancy.tenant set logo_used = ${used}, version = version + 1, changed_at = now(), changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant() and logo is not null and logo_used <> ${used}`.execute(
    tx.tables<unknown>(),
  );
}

export async function readLogoFile(
  tx: Transaction,
): Promise<{ readonly content: Uint8Array; readonly type: LogoType; readonly used: boolean } | undefined> {
  const result = await sql<{
    content: Uint8Array;
    type: LogoType;
    used: boolean;
  }>`select logo as content, logo_type as type, logo_used as used from tenancy.tenant
    where tenant_id = foundation.current_tenant() and logo is not null`.execute(tx.tables<unknown>());
  return result.rows[0];
}

export interface ListedTenant {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly figures: 'kolada' | 'example';
  readonly settings: MunicipalityColumns['settings'];
}

/** Every municipality of the installation; for the command line, jobs and pages that come before sign-in. */
export async function listTenants(database: Database): Promise<readonly ListedTenant[]> {
  return database.asOwner(async (tx) => {
    const result =
      await sql<ListedTenant>`select tenant_id as id, code, name, figures, settings from tenancy.tenant order by code, tenant_id`.execute(
        tx.tables<unknown>(),
      );
    return result.rows;
  });
}

/** Which archive the municipality of this transaction reads. */
export async function figuresOfMunicipality(tx: Transaction): Promise<'kolada' | 'example'> {
  const { rows } = await sql<{ figures: 'kolada' | 'example' }>`select figures from tenancy.tenant
    where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return rows[0]?.figures ?? 'kolada';
}

/** The municipality's own code in Kolada. */
export async function municipalityCode(tx: Transaction): Promise<string> {
  const { rows } = await sql<{
    code: string;
  }>`select code from tenancy.tenant where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return rows[0]?.code ?? '';
}
