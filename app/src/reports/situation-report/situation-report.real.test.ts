import { keyFigureMap } from '@samband/analysis';
import { type Block, documentFaults } from '@samband/documents';
import { openArchive } from '@samband/kolada/archive';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Figures, readFigures } from '../../foundation/figures/index.ts';
import { realArchive, realFiguresPresent } from '../../foundation/figures/testing.ts';
import { situationReport } from './situation-report.document.ts';
import { situationMaterial } from './situation-report.queries.ts';

describe.skipIf(!realFiguresPresent)(
  'every municipality’s report on the real figures (skipped where ../shared/kolada is not beside the repository)',
  () => {
    let figures: Figures;

    beforeAll(async () => {
      figures = await readFigures(
        await openArchive(await realArchive()),
        keyFigureMap.map(({ kpi }) => kpi),
      );
    }, 120_000);
    afterAll(async () => {
      await figures?.archive.close();
    });

    test.each([2019, 2021])(
      'is whole for %i and says whose figures they are',
      async (year) => {
        const faults: string[] = [];
        let written = 0;
        for (const unit of figures.municipalities) {
          const answer = situationMaterial(figures, { unit, year, compareWith: { kind: 'similar' } }, '2026-11-22');
          if (!answer.ok) continue;
          const document = await situationReport({ material: answer.material, language: 'sv', day: '2026-11-22' });
          written += 1;
          for (const { where, what, detail } of documentFaults(document))
            faults.push(`${unit} ${where}: ${what} ${detail}`);
          const named = document.sections
            .flatMap(({ blocks }) => blocks)
            .filter((block): block is Extract<Block, { caption: string }> => 'caption' in block);
          for (const { caption, source } of named) {
            if (!/Kolada.*\b20\d{2}\b/.test(source ?? '')) faults.push(`${unit} ${caption}: ${source}`);
          }
        }
        expect(faults).toEqual([]);
        expect(written).toBeGreaterThan(280);
      },
      120_000,
    );
  },
);
