import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastOk, contrastRatio, tenantThemeCss } from './contrast.ts';

test('the contrast ratio is that of WCAG', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a colour that is too light to read on paper is refused, as is anything that is no colour', () => {
  expect(contrastOk('#1d5c4d')).toBe(true);
  expect(contrastOk('#ffd500')).toBe(false);
  expect(contrastOk('red;}body{display:none')).toBe(false);
});

test('a tenant theme can carry nothing but colours', () => {
  expect(tenantThemeCss('}body{display:none')).toBe(tenantThemeCss('1d5c4d'));
  expect(tenantThemeCss('004b8d')).toContain('--own:#004b8d');
});

test('the own colour reads on both papers, also when it is dark', () => {
  for (const colour of ['1d5c4d', '004b8d', '000000', '7a1f1f', '5b2a86']) {
    const [light, dark] = [...tenantThemeCss(colour).matchAll(/--own:(#[0-9a-f]{6})/g)].map(([, found]) => found ?? '');
    expect(contrastRatio(light ?? '', '#fffdf8')).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(dark ?? '', '#171a18')).toBeGreaterThanOrEqual(4.5);
  }
});

const tokens = new Map(
  [
    ...readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8').matchAll(
      /--([\w-]+): light-dark\((#\w+), (#\w+)\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, [light, dark].map(sixDigits)] as const),
);

function sixDigits(colour: string): string {
  return colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
}

const readTogether = [
  ['ink', 'paper'],
  ['ink', 'panel'],
  ['muted', 'paper'],
  ['muted', 'panel'],
  ['own', 'paper'],
  ['own', 'own-soft'],
  ['on-own', 'own'],
  ['on-own', 'own-strong'],
  ['rust', 'paper'],
  ['rust', 'panel'],
  ['ink', 'rust-soft'],
  ['plan-ink', 'plan'],
  ['analyse-ink', 'analyse'],
  ['act-ink', 'act'],
  ['paper', 'plan-ink'],
  ['paper', 'analyse-ink'],
  ['paper', 'act-ink'],
] as const;

test.each(readTogether)('%s reads on %s in light and dark', (text, ground) => {
  for (const scheme of [0, 1]) {
    expect(contrastRatio(tokens.get(text)?.[scheme] ?? '', tokens.get(ground)?.[scheme] ?? '')).toBeGreaterThanOrEqual(
      4.5,
    );
  }
});

test('the edge of a field is seen against its ground', () => {
  for (const scheme of [0, 1]) {
    expect(
      contrastRatio(tokens.get('edge')?.[scheme] ?? '', tokens.get('field')?.[scheme] ?? ''),
    ).toBeGreaterThanOrEqual(3);
  }
});
