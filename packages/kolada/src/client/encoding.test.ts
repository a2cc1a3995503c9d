import { expect, it } from 'vitest';
import { repairDoubleEncoding } from './encoding.ts';

const sound = [
  'Åre, Ängelholm, Örebro och Östersund',
  'räksmörgås – ”citat” 50 %',
  'Châtelet',
  'Â',
  'em→dash 🙂',
  'Ã ensam',
  '',
];

it('text encoded twice through Latin-1 is read as it was meant', () => {
  for (const text of sound.slice(0, 2)) {
    expect(repairDoubleEncoding(Buffer.from(text, 'utf8').toString('latin1'))).toBe(text);
  }
});

it('text encoded twice through Windows-1252 is read as it was meant', () => {
  expect(repairDoubleEncoding('Ã…re, Ã„ngelholm, Ã–rebro')).toBe('Åre, Ängelholm, Örebro');
  expect(repairDoubleEncoding('2020â€“2024')).toBe('2020–2024');
});

it('sound text is left as it is, strange letters included', () => {
  for (const text of sound) expect(repairDoubleEncoding(text)).toBe(text);
});
