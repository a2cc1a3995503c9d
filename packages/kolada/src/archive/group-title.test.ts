import { expect, it } from 'vitest';
import { readGroupTitle } from './group-title.ts';

it('a group title tells area, unit and edition', () => {
  expect(readGroupTitle('Liknande kommuner ekonomiskt bistånd, Ekeberga, 2023')).toEqual({
    kind: 'similar',
    edition: 2023,
    area: 'ekonomiskt bistånd',
    unitTitle: 'Ekeberga',
  });
});

it('the extra comma of the general groups does not belong to the area', () => {
  expect(readGroupTitle('Liknande kommuner, övergripande, Ekeberga, 2025')).toMatchObject({
    area: 'övergripande',
    edition: 2025,
  });
  expect(readGroupTitle('Liknande regioner, hälso- och sjukvård (inkl läkemedel), Region Ek, 2024')).toMatchObject({
    area: 'hälso- och sjukvård (inkl läkemedel)',
    unitTitle: 'Region Ek',
  });
});

it('other groups have neither edition nor unit, even when a year ends their title', () => {
  expect(readGroupTitle('Mindre stad/tätort (ovägt medel)')).toEqual({ kind: 'other', edition: null });
  expect(readGroupTitle('Nätverket, Ekeberga, 2020')).toEqual({ kind: 'other', edition: null });
});
