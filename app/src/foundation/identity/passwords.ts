import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id (the library's default kind) with 19 MiB, two passes and one lane: the OWASP minimum of 2024. About 30–50 ms on one core, which a person does
 * not notice and a guesser does; more memory would let a burst of sign-ins push a small server out of memory.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Without a hash (no such account, or none set yet) the same work is done in vain, so that the time tells nothing. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  // Everyone may post a megabyte here; hashing it would be our work, not theirs.
  const given = password.normalize('NFKC').slice(0, 1000);
  const fits = await verify(passwordHash ?? (await hashOfNothing()), given);
  return passwordHash !== null && fits;
}

let madeHash: Promise<string> | undefined;

function hashOfNothing(): Promise<string> {
  madeHash ??= hash(crypto.getRandomValues(new Uint8Array(32)), cost);
  return madeHash;
}
