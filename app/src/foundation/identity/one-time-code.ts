import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { hashOf } from './vault.ts';

const period = 30;

function totp(secret: string, label = ''): TOTP {
  // SHA-1, six digits, 30 seconds: what every authenticator app understands, whatever it says about the rest.
  return new TOTP({
    issuer: 'Samband',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  });
}

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that the picture shows and that apps read. */
export function totpUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/**
 * The time step that the code belongs to, or undefined when it is wrong. One step early or late is taken, since phones drift; a step at or before
 * `lastStep` has been used.
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const drift = totp(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  if (drift === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / period) + drift;
  return lastStep !== null && step <= lastStep ? undefined : step;
}

const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes to keep on paper, each for one sign-in without the phone: 16 characters, about 79 random bits. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => {
    // Bytes past the last whole multiple are thrown away, so that no letter is likelier than another.
    const letters: string[] = [];
    while (letters.length < 16) {
      for (const byte of randomBytes(32)) {
        if (byte < 248 && letters.length < 16) letters.push(recoveryAlphabet[byte % 31] ?? '');
      }
    }
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
  });
}

export function hashRecoveryCode(code: string): string {
  return hashOf(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
