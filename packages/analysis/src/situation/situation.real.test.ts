import { describe, expect, test } from 'vitest';
import { keyFigureMap } from '../key-figures/index.ts';
import { analyseSituation } from './analyse-situation.ts';
import { readRealFigures, realFiguresPresent, whySkipped } from './real-figures.test-data.ts';

describe.skipIf(!realFiguresPresent)(`the real figures (${realFiguresPresent ? 'present' : whySkipped})`, () => {
  const real = realFiguresPresent ? readRealFigures() : undefined;
  const analyse = (unit: string) =>
    analyseSituation({
      figures: real!.figures,
      keyFigures: keyFigureMap,
      municipalities: real!.municipalities,
      unit,
      year: 2020,
      comparison: real!.similar(unit),
    });

  test('Lekeberg 2020 shows within fifteen findings what its own analysis found by hand', () => {
    const { findings, nearMiddle, lead } = analyse('1814');
    const first = findings.slice(0, 15).filter((finding) => finding.kind === 'deviation');
    const dear = first.filter((finding) => finding.perspective === 'resource' && finding.side === 'above');
    expect(dear.some(({ area, subArea }) => area === 'elderCare' && subArea === 'residentialCare')).toBe(true);
    expect(dear.some(({ area, subArea }) => area === 'premises' && subArea === 'preschool')).toBe(true);
    expect(dear.some(({ area }) => area === 'lss')).toBe(true);
    expect(nearMiddle.some(({ subArea, perspective }) => subArea === 'homeCare' && perspective === 'resource')).toBe(
      true,
    );
    expect(dear.some(({ subArea }) => subArea === 'homeCare')).toBe(false);
    expect(lead.parts.find(({ role }) => role === 'nearMiddle')?.subArea).toBe('homeCare');
  });
});
