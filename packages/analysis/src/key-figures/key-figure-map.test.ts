import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  areaIndices,
  areas,
  costDeviations,
  costIdentities,
  keyFigureMap,
  keyFigureOf,
  keyFiguresOf,
  kpisOf,
  phenomena,
} from './index.ts';

const shared = resolve(import.meta.dirname, '../../../../../shared/kolada');
const haveShared = existsSync(resolve(shared, 'kpi-catalogue-v3-2026-03.json.gz'));

interface CatalogueKpi {
  readonly id: string;
  readonly title: string;
  readonly municipality_type: string;
}
const readJson = (name: string): unknown => {
  const bytes = readFileSync(resolve(shared, name));
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
};

describe('the map of key figures', () => {
  it('has at least 220 figures and no id twice', () => {
    const ids = keyFigureMap.map((figure) => figure.kpi);
    expect(ids.length).toBeGreaterThanOrEqual(220);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('has both resource and quality figures in every area', () => {
    for (const area of areas) {
      const perspectives = new Set(keyFiguresOf(area).map((figure) => figure.perspective));
      expect([area, perspectives.has('resource'), perspectives.has('quality')]).toEqual([area, true, true]);
    }
  });

  it('names every phenomenon and every figure differently', () => {
    expect(keyFigureMap.filter((figure) => phenomena[figure.phenomenon] === undefined)).toEqual([]);
    const titles = keyFigureMap.map((figure) => figure.title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it('never names one phenomenon for two areas', () => {
    const areaOf = new Map<string, string>();
    for (const { phenomenon, area } of keyFigureMap) {
      expect(areaOf.get(phenomenon) ?? area).toBe(area);
      areaOf.set(phenomenon, area);
    }
  });

  it('says why, wherever no denominator stands', () => {
    for (const figure of keyFigureMap) expect(figure.denominator === null).toBe(figure.noVolumeReason !== undefined);
  });

  it('gives kronor a cost base, and a denominator only to kronor and deviations', () => {
    const wrong = keyFigureMap.filter((figure) => {
      if (figure.denominator !== null) return !(figure.unit.startsWith('kr') || figure.costBase === 'deviation');
      return figure.unit.startsWith('kr/') && figure.costBase === null && figure.noVolumeReason !== 'notASaving';
    });
    expect(wrong).toEqual([]);
  });

  it('wants every cost low and gives structure no direction', () => {
    const wrong = keyFigureMap.filter(
      (figure) =>
        (figure.perspective === 'structure' && figure.direction !== null) ||
        (figure.denominator !== null && figure.direction !== 'low') ||
        (figure.perspective === 'quality' && figure.direction === null),
    );
    expect(wrong.map((figure) => figure.kpi)).toEqual([]);
  });

  it('holds the published indices of six areas with weight 3', () => {
    expect(Object.keys(areaIndices)).toHaveLength(6);
    for (const [area, ids] of Object.entries(areaIndices)) {
      for (const kind of ['efficiency', 'resource', 'quality'] as const) {
        const figure = keyFigureOf(ids[kind]);
        expect(figure?.index).toEqual({ area, kind, role: 'published' });
        expect(figure?.weight).toBe(3);
      }
    }
    for (const deviation of Object.values(costDeviations))
      for (const kpi of Object.values(deviation)) expect(keyFigureOf(kpi)?.kpi).toBe(kpi);
  });

  it('marks every cost deviation as broken in 2019', () => {
    for (const deviation of Object.values(costDeviations))
      expect(keyFigureOf(deviation.percent)?.breaks).toContain(2019);
  });

  it('draws cost identities only from its own figures', () => {
    for (const identity of costIdentities) {
      const parts = identity.kind === 'sum' ? identity.parts : [identity.perUser];
      for (const kpi of [identity.whole, ...parts]) expect(keyFigureOf(kpi)?.kpi).toBe(kpi);
    }
  });

  it.skipIf(!haveShared)('has only ids that the catalogue holds for municipalities', () => {
    const catalogue = new Map(
      (readJson('kpi-catalogue-v3-2026-03.json.gz') as CatalogueKpi[]).map((kpi) => [kpi.id, kpi]),
    );
    const trees = costIdentities.flatMap((identity) =>
      identity.kind === 'sum'
        ? identity.parts
        : identity.users.kind === 'rate'
          ? [identity.users.kpi]
          : [identity.users.numerator, ...identity.users.denominators],
    );
    const used = keyFigureMap.flatMap((f) => [f.kpi, ...(f.denominator ? kpisOf(f.denominator) : [])]);
    const unknown = [...used, ...trees].filter(
      (kpi) => !['K', 'A'].includes(catalogue.get(kpi)?.municipality_type ?? ''),
    );
    expect(unknown).toEqual([]);
  });

  it.skipIf(!haveShared)('carries every one of the 241 core figures', () => {
    const core = readJson('core-kpis.json') as CatalogueKpi[];
    expect(core.map((kpi) => kpi.id).filter((kpi) => keyFigureOf(kpi) === undefined)).toEqual([]);
  });

  it.skipIf(!haveShared)('writes the unit that stands in the catalogue title', () => {
    const catalogue = new Map(
      (readJson('kpi-catalogue-v3-2026-03.json.gz') as CatalogueKpi[]).map((kpi) => [kpi.id, kpi]),
    );
    const wrong = keyFigureMap.filter((figure) => {
      const title = catalogue.get(figure.kpi)?.title ?? '';
      const perUnit = /kr\/[a-zåäö]+( [\d–+-]+)?/i.exec(title)?.[0];
      if (perUnit)
        return !figure.unit.replace('–', '-').toLowerCase().startsWith(perUnit.trim().toLowerCase().split(' ')[0]!);
      return title.includes('(%)') && !title.includes('modellberäknat') && figure.unit !== '%';
    });
    expect(wrong.map((figure) => `${figure.kpi} ${figure.unit}`)).toEqual([]);
  });
});
