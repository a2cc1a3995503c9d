import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import { type Block, documentFaults } from '@samband/documents';
import { importIntoArchive } from '@samband/kolada';
import { openArchive } from '@samband/kolada/archive';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Figures, readFigures } from '../../foundation/figures/index.ts';
import { situationReport } from './situation-report.document.ts';
import { situationMaterial } from './situation-report.queries.ts';

const real = path.resolve(import.meta.dirname, '../../../../../shared/kolada');

describe.skipIf(!existsSync(path.join(real, 'values-2010-2021.csv.gz')))(
  'every municipality’s report on the real figures (skipped where ../shared/kolada is not beside the repository)',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'samband-real-reports-'));
    const archive = path.join(folder, 'kolada.duckdb');
    let figures: Figures;

    beforeAll(async () => {
      await importIntoArchive(archive, {
        values: `${real}/values-2010-2021.csv.gz`,
        catalogue: `${real}/kpi-catalogue-v3-2026-03.json.gz`,
        units: `${real}/municipality-v3-2026-03.json`,
        groups: `${real}/municipality_groups-v3-2026-03.json.gz`,
      });
      figures = await readFigures(
        await openArchive(archive),
        keyFigureMap.map(({ kpi }) => kpi),
      );
    }, 120_000);
    afterAll(async () => {
      await figures?.archive.close();
      rmSync(folder, { recursive: true, force: true });
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
