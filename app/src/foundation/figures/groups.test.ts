import type { ArchiveGroup, Municipality } from '@samband/kolada';
import { expect, test } from 'vitest';
import { indexGroups } from './groups.ts';

const units: readonly Municipality[] = [
  { id: '9001', title: 'Almby', type: 'K' },
  { id: '9002', title: 'Björkby', type: 'K' },
];

function group(id: string, title: string, members: readonly string[], more: Partial<ArchiveGroup> = {}): ArchiveGroup {
  return {
    id,
    title,
    members: members.map((member) => ({ id: member, title: member })),
    kind: 'other',
    edition: null,
    validFrom: '2026-01-01',
    ...more,
  } as ArchiveGroup;
}

const index = indexGroups(
  [
    group('G1', 'Liknande kommuner äldreomsorg, Almby, 2024', ['9002'], {
      kind: 'similar',
      area: 'äldreomsorg',
      unitTitle: 'Almby',
      edition: 2024,
    }),
    group('G2', 'Liknande kommuner, övergripande, Almby, 2025', ['9003'], {
      kind: 'similar',
      area: 'övergripande',
      unitTitle: 'Almby',
      edition: 2025,
    }),
    group('G3', 'Mindre stad/tätort (ovägt medel)', ['9001', '9002']),
    group('G4', 'Ett nätverk (ovägt medel)', ['9001']),
  ],
  units,
);

test('an area is compared with its own similar municipalities, and falls back on the overall group', () => {
  expect(index.similar('9001', 'elderCare')).toMatchObject({ id: 'G1', edition: 2024, members: ['9002'] });
  expect(index.similar('9001', 'staff')).toMatchObject({ id: 'G2' });
  expect(index.similar('9001', 'lss')).toMatchObject({ id: 'G2' });
  expect(index.similar('9002', 'elderCare')).toBeUndefined();
});

test("SKR's class is told by its title, and a network is no class", () => {
  expect(index.municipalityClass('9001')).toMatchObject({ id: 'G3', title: 'Mindre stad/tätort' });
  expect(index.municipalityClass('9003')).toBeUndefined();
});
