import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What the installation's secret is used for; the secret itself is never a key twice. */
export interface Vault {
  /** AES-256-GCM. `purpose` is bound to the content: what was sealed for one thing or person does not open for another. */
  seal(content: string, purpose: string): string;
  /** Undefined when it was not sealed here for this purpose. */
  unseal(sealed: string, purpose: string): string | undefined;
  /** A keyed hash, for counting attempts without keeping addresses. */
  subject(kind: string, value: string): string;
}

export function createVault(secret: string): Vault {
  const sealing = derive(secret, 'sealing');
  const counting = derive(secret, 'counting');
  return {
    seal(content, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), { authTagLength: 16 })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    subject: (kind, value) => createHmac('sha256', counting).update(`${kind}\n${value}`).digest('hex'),
  };
}

function derive(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `samband ${use}`, 32));
}

/** A secret for a cookie or a link, and the hash of it that is kept. 256 random bits need no slow hash. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Anything else was never made by `newToken`, and need not be looked up. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
