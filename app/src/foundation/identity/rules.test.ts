import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { minutesUntil } from './attempt.rules.ts';
import { packForm, unpackForm } from './kept-form.rules.ts';
import { localPath, returnPath } from './local-path.rules.ts';
import { acceptedStep, hashRecoveryCode, newRecoveryCodes, totpUri } from './one-time-code.ts';
import { passwordFault } from './password.rules.ts';
import { shortUserAgent } from './session.rules.ts';
import { createVault } from './vault.ts';

describe('a password', () => {
  it.each([
    ['elva tecken', 'tooShort'],
    ['x'.repeat(201), 'tooLong'],
    ['password1234', 'common'],
    ['Sommaren2024!', 'common'],
    ['Lösenord!2025', 'common'],
    ['123456789012', 'common'],
    ['210987654321', 'common'],
    ['abcdefghijklm', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['hejsanhejsan', 'common'],
    ['qwertyuiop12', 'common'],
    ['Lindqvist är bäst', 'containsName'],
    ['annalindqvist8', 'containsName'],
  ])('like %s is refused as %s', (password, fault) => {
    expect(passwordFault(password, 'anna.lindqvist@ekeberga.se')).toBe(fault);
  });

  it.each(['korrekt häst batteri', 'min katt äter inte fisk', 'tolvteckenåt', '🌲🌳🌴 skog med 🦊 i'])(
    'like %s is taken',
    (password) => {
      expect(passwordFault(password, 'bo.ek@ekeberga.se')).toBeUndefined();
    },
  );
});

describe('a path after sign-in', () => {
  it('is kept when it is ours', () => {
    expect(localPath('/nyckeltal/N00945?ar=2020#tabell')).toBe('/nyckeltal/N00945?ar=2020#tabell');
    expect(returnPath('/sok?q=%C3%A5')).toBe('/sok?q=%C3%A5');
  });

  it.each([
    '',
    'nulage',
    '//evil.test',
    '/\\evil.test',
    '/a\\b',
    '/\n/evil.test',
    'https://evil.test',
    '/\u0000',
    `/${'x'.repeat(2001)}`,
  ])('is home when it is %j', (text) => {
    expect(returnPath(text)).toBe('/');
  });

  it('is home when it is part of signing in', () => {
    for (const path of ['/logga-in', '/logga-in?till=/x', '/logga-ut', '/bjuden/abc', '/aterstall/abc']) {
      expect(returnPath(path)).toBe('/');
    }
    expect(returnPath('/bjudenheten')).toBe('/bjudenheten');
  });
});

describe('a kept form', () => {
  it('comes back as it was, without its secrets', () => {
    const fields = {
      text: 'a\r\n"b" <c> 🌲',
      list: ['1', '2'],
      password: 'x',
      currentPassword: 'y',
      postcode: '71531',
    };
    const packed = packForm({ path: '/observationer', fields });
    expect(unpackForm(packed ?? '')).toEqual({
      path: '/observationer',
      fields: { text: fields.text, list: ['1', '2'], postcode: '71531' },
    });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"path":"/x"}',
    '{"path":"/x","fields":[]}',
    '{"path":"/x","fields":{"a":1}}',
    '{"path":"//x","fields":{}}',
    '{',
  ])('that is %j is none', (packed) => {
    expect(unpackForm(packed)).toBeUndefined();
  });

  it('that is too large is not cut', () => {
    expect(packForm({ path: '/x', fields: { text: 'x'.repeat(200_000) } })).toBeUndefined();
  });
});

describe('a one-time code', () => {
  // RFC 6238 appendix B, SHA-1: at 59 seconds 94287082, of which the last six digits.
  const secret = Secret.fromLatin1('12345678901234567890').base32;

  it('agrees with the standard', () => {
    expect(acceptedStep(secret, '287082', new Date(59_000), null)).toBe(1);
    expect(acceptedStep(secret, '081804', new Date(1_111_111_109_000), null)).toBe(37_037_036);
  });

  it('is taken one step early or late, and no further', () => {
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 90_000 });
    const taken = [30, 59, 60, 119, 120, 149, 150].map((seconds) =>
      acceptedStep(secret, code, new Date(seconds * 1000), null),
    );
    expect(taken).toEqual([undefined, undefined, 3, 3, 3, 3, undefined]);
  });

  it('is taken once, and with spaces', () => {
    expect(acceptedStep(secret, '287 082', new Date(59_000), null)).toBe(1);
    expect(acceptedStep(secret, '287082', new Date(59_000), 1)).toBeUndefined();
    expect(acceptedStep(secret, '28708', new Date(59_000), null)).toBeUndefined();
  });

  it('has a picture that names the account', () => {
    expect(totpUri(secret, 'anna@ekeberga.se')).toBe(
      `otpauth://totp/Samband:anna%40ekeberga.se?issuer=Samband&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });

  it('has ten different recovery codes, read alike however they are written', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/.test(code))).toBe(true);
    expect(hashRecoveryCode(` ${(codes[0] ?? '').toUpperCase().replaceAll('-', ' ')} `)).toBe(
      hashRecoveryCode(codes[0] ?? ''),
    );
  });
});

describe('the vault', () => {
  const vault = createVault('a'.repeat(40));

  it('opens what it sealed, for the same purpose only', () => {
    const sealed = vault.seal('hemligt å', 'totp 1');
    expect(vault.unseal(sealed, 'totp 1')).toBe('hemligt å');
    expect(vault.unseal(sealed, 'totp 2')).toBeUndefined();
    expect(createVault('b'.repeat(40)).unseal(sealed, 'totp 1')).toBeUndefined();
    expect(vault.seal('hemligt å', 'totp 1')).not.toBe(sealed);
  });

  it('does not open what has been touched', () => {
    const bytes = Buffer.from(vault.seal('hemligt', 'x'), 'base64url');
    for (const place of [0, 12, 20, bytes.length - 1]) {
      const touched = Buffer.from(bytes);
      touched[place] = (touched[place] ?? 0) ^ 1;
      expect(vault.unseal(touched.toString('base64url'), 'x')).toBeUndefined();
    }
    for (const nonsense of ['', 'x', '💥', 'a'.repeat(1000)]) expect(vault.unseal(nonsense, 'x')).toBeUndefined();
  });
});

it('a browser is named briefly', () => {
  const chrome =
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
  expect(shortUserAgent(chrome)).toBe('Chrome, Android');
  expect(shortUserAgent(`${chrome} Edg/140.0`)).toBe('Edge, Android');
  expect(shortUserAgent('curl/8')).toBe('');
});

it('the time to wait is said in whole minutes, at least one', () => {
  const now = new Date(0);
  expect([1, 60_000, 60_001].map((ms) => minutesUntil(new Date(ms), now))).toEqual([1, 1, 2]);
});
