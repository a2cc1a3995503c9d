import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatedSource, type Simulator, startSimulator } from '@samband/kolada';
import type { FetchOrder } from './fetch-order.rules.ts';
import { nothingChosen } from './fetch-order.rules.ts';
import type { FetchWork } from './fetch-work.ts';

export const everythingOf2020: FetchOrder = {
  choice: { ...nothingChosen, everything: true },
  years: [2019, 2020],
  genders: ['T'],
};

/** A folder with an archive's place in it, and an invented Kolada of 200 key figures. */
export interface Trial {
  readonly folder: string;
  readonly archive: string;
  readonly simulator: Simulator;
  work(order?: FetchOrder): FetchWork;
  end(): Promise<void>;
}

export async function startTrial(slowMs = 0): Promise<Trial> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samband-fetch-'));
  const archive = path.join(folder, 'kolada.duckdb');
  const source = generatedSource({ kpis: 200, units: 60, years: [2018, 2019, 2020], groups: 3 });
  const simulator = await startSimulator(source, { faults: { slowMs } });
  return {
    folder,
    archive,
    simulator,
    work: (order = everythingOf2020) => ({ kind: 'sync', archive, koladaUrl: simulator.url, order }),
    async end() {
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
