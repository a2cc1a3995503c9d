import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';

/** An account as signing in meets it, before anything but the address is known. */
export interface SignInAccount {
  readonly tenantId: string;
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly hasTotp: boolean;
}

export interface Account extends SignInAccount {
  readonly email: string;
  readonly language: Language | null;
  readonly disabled: boolean;
  readonly totpSecret: string | null;
  readonly totpStep: number | null;
  readonly recoveryHashes: readonly string[];
  readonly weeklyDigest: boolean;
  readonly version: number;
}

const signInColumns = sql`tenant_id as "tenantId", person_id as "personId", password_hash as "passwordHash",
  totp_secret is not null as "hasTotp"`;

/** The accounts that the transaction's sign-in address opens, in any municipality. */
export async function accountsSigningIn(tx: Transaction, email: string): Promise<readonly SignInAccount[]> {
  const { rows } = await sql<SignInAccount>`select ${signInColumns} from identity.account
    where email = ${email} and not disabled order by tenant_id`.execute(tx.tables<unknown>());
  return rows;
}

export async function findAccount(tx: Transaction, personId: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select ${signInColumns}, email, language, disabled, totp_secret as "totpSecret",
      totp_step as "totpStep", recovery_hashes as "recoveryHashes", weekly_digest as "weeklyDigest", version
    from identity.account where tenant_id = foundation.current_tenant() and person_id = ${personId}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** False when another account of the municipality has the address. */
export async function insertAccount(tx: Transaction, personId: string, email: string): Promise<boolean> {
  const { rows } = await sql`insert into identity.account (tenant_id, person_id, email, created_by, changed_by)
    values (foundation.current_tenant(), ${personId}, ${email}, foundation.current_person(), foundation.current_person())
    on conflict (tenant_id, email) do nothing returning 1`.execute(tx.tables<unknown>());
  return rows.length === 1;
}

export async function setEmail(tx: Transaction, personId: string, email: string): Promise<boolean> {
  const { rows } = await sql`update identity.account a set email = ${email}, ${touched}
    where ${own(personId)} and not exists (
      select from identity.account b where b.tenant_id = a.tenant_id and b.email = ${email} and b.person_id <> a.person_id)
    returning 1`.execute(tx.tables<unknown>());
  return rows.length === 1;
}

/** False when the account has been changed since `version`. */
export async function setDisabled(
  tx: Transaction,
  personId: string,
  version: number,
  disabled: boolean,
): Promise<boolean> {
  const { rows } = await sql`update identity.account a set disabled = ${disabled}, ${touched}
    where ${own(personId)} and version = ${version} returning 1`.execute(tx.tables<unknown>());
  return rows.length === 1;
}

export async function setPasswordHash(tx: Transaction, personId: string, passwordHash: string): Promise<void> {
  await sql`update identity.account a set password_hash = ${passwordHash}, ${touched} where ${own(personId)}`.execute(
    tx.tables<unknown>(),
  );
}

export async function setWishes(
  tx: Transaction,
  personId: string,
  {
    language,
    weeklyDigest,
  }: { readonly language: Language /** Undefined leaves it as it is. */; readonly weeklyDigest: boolean | undefined },
): Promise<void> {
  await sql`update identity.account a set language = ${language}, weekly_digest = coalesce(${weeklyDigest ?? null}, weekly_digest), ${touched}
    where ${own(personId)}`.execute(tx.tables<unknown>());
}

/** Switches one-time codes on (with the step of the code that proved it) or, with null, off. */
export async function setTotp(
  tx: Transaction,
  personId: string,
  totp: { readonly sealedSecret: string; readonly step: number; readonly recoveryHashes: readonly string[] } | null,
): Promise<void> {
  await sql`update identity.account a set totp_secret = ${totp?.sealedSecret ?? null}, totp_step = ${totp?.step ?? null},
    recovery_hashes = ${totp?.recoveryHashes ?? []}, ${touched} where ${own(personId)}`.execute(tx.tables<unknown>());
}

/** Uses up a time step. False when another request used it, or a later one, first. */
export async function spendTotpStep(tx: Transaction, personId: string, step: number): Promise<boolean> {
  const { rows } = await sql`update identity.account a set totp_step = ${step}
    where ${own(personId)} and (totp_step is null or totp_step < ${step}) returning 1`.execute(tx.tables<unknown>());
  return rows.length === 1;
}

/** Uses up a recovery code. False when there is none such left. */
export async function spendRecoveryCode(tx: Transaction, personId: string, hash: string): Promise<boolean> {
  const { rows } = await sql`update identity.account a set recovery_hashes = array_remove(recovery_hashes, ${hash})
    where ${own(personId)} and ${hash} = any (recovery_hashes) returning 1`.execute(tx.tables<unknown>());
  return rows.length === 1;
}

function own(personId: string) {
  return sql`a.tenant_id = foundation.current_tenant() and a.person_id = ${personId}`;
}

const touched = sql`version = version + 1, changed_at = now(), changed_by = foundation.current_person()`;
