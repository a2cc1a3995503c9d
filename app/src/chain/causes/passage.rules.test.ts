import { expect, it } from 'vitest';
import { countPassages } from './passage.rules.ts';

it('passages are counted by cause and role, a role written in two ways once, and those against told apart', () => {
  const interviews = [
    { id: 'i1', respondentRole: 'Undersköterska' },
    { id: 'i2', respondentRole: 'undersköterska ' },
    { id: 'i3', respondentRole: 'Enhetschef' },
  ];
  const counts = countPassages(interviews, [
    { cause: 'c', interview: 'i1', stance: 'supports' },
    { cause: 'c', interview: 'i2', stance: 'contradicts' },
    { cause: 'c', interview: 'i3', stance: 'supports' },
    { cause: 'd', interview: 'i3', stance: 'supports' },
  ]);
  expect(counts.roles).toEqual(['Enhetschef', 'Undersköterska']);
  expect(counts.of('c', 'Undersköterska')).toEqual({ all: 2, against: 1 });
  expect(counts.of('c', 'Enhetschef')).toEqual({ all: 1, against: 0 });
  expect(counts.of('c')).toEqual({ all: 3, against: 1 });
  expect(counts.of('e')).toEqual({ all: 0, against: 0 });
});
