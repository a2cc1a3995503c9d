import { areaIndex, areaIndices, componentSetFor, type IndexKind, type OwnIndexReason } from '@samband/analysis';
import { type Command, CommandError, exitCode } from '../../foundation/command-line/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { formatNumber } from '../../foundation/format/index.ts';
import { commandTexts } from './command.texts.ts';
import { figuresOfCall, yearOf } from './situation.command.ts';
import { areaSlugs, indexAreaOf, indexAreaSlugs } from './slug.rules.ts';

/** RKA's indices for an area and year: as published, and recomputed. */
export function indexCommand(defaultArchive: () => string): Command {
  return {
    words: 'index',
    usage: `index --area ${indexAreaSlugs.join('|')} [--year Y] [--archive FIL] [--json]`,
    purpose: {
      sv: 'Resurs-, kvalitets- och effektivitetsindex: publicerade och egna beräkningar',
      en: 'Resource, quality and efficiency indices: published and own calculations',
    },
    options: {
      area: { type: 'string' },
      year: { type: 'string' },
      archive: { type: 'string' },
      json: { type: 'boolean' },
    },
    async run(call) {
      const t = commandTexts(call.language);
      const slug = call.required('area');
      const area = indexAreaOf(slug);
      if (area === undefined) throw new CommandError(exitCode.usage, t.unknownArea(slug, indexAreaSlugs.join(', ')));
      const figures = await figuresOfCall(call, defaultArchive, kpisOfArea(area));
      const document = indexDocument(figures, area, yearOf(call, figures));
      call.print(call.flag('json') ? JSON.stringify(document, null, 2) : indexText(document, call.language));
      return undefined;
    },
  };
}

type Area = Parameters<typeof areaIndex>[1];

function kpisOfArea(area: Area): readonly string[] {
  const { efficiency, resource, quality } = areaIndices[area]!;
  const components = Array.from({ length: 30 }, (_, i) => 2010 + i).flatMap((year) =>
    (['resource', 'quality'] as const).flatMap(
      (kind) => componentSetFor(area, kind, year)?.components.map(({ kpi }) => kpi) ?? [],
    ),
  );
  return [...new Set([efficiency, resource, quality, ...components])];
}

/** The stable JSON of `samband index`; own = from components, null where missing. */
export function indexDocument(figures: Figures, area: Area, year: number) {
  const index = areaIndex(figures.table, area, year, figures.municipalities);
  const at = (values: Float64Array, i: number) => (Number.isNaN(values[i]!) ? null : values[i]!);
  return {
    area: areaSlugs[area],
    year,
    percentileType: 1,
    municipalities: figures.municipalities.map((code, i) => {
      const pair = (kind: 'resource' | 'quality') => ({
        published: at(index.published[kind], i),
        own: at(index.own[kind].index, i),
      });
      const missing = (['resource', 'quality', 'efficiency'] as const).flatMap((kind) => {
        const reason = index.own[kind].reasonAt(i);
        return reason === null ? [] : [{ index: kindSlug[kind], ...reasonEntry(reason) }];
      });
      return {
        code,
        name: figures.title(code),
        resurs: pair('resource'),
        kvalitet: pair('quality'),
        effektivitet: {
          published: at(index.published.efficiency, i),
          fromPublishedHalves: at(index.fromPublishedHalves, i),
          own: at(index.own.efficiency.index, i),
        },
        missing,
      };
    }),
  };
}

const kindSlug: Readonly<Record<IndexKind, string>> = {
  resource: 'resurs',
  quality: 'kvalitet',
  efficiency: 'effektivitet',
};

function reasonEntry(reason: OwnIndexReason) {
  const { code, ...rest } = reason;
  return { reason: code, ...rest };
}

function indexText(document: ReturnType<typeof indexDocument>, language: 'sv' | 'en'): string {
  const t = commandTexts(language);
  const cell = (value: number | null) => (value === null ? '–' : formatNumber(value, language, 2)).padStart(8);
  const head = `${''.padEnd(20)} ${`resurs ${t.published}/${t.own}`.padStart(20)} ${`kvalitet ${t.published}/${t.own}`.padStart(22)} ${`effektivitet ${t.published}/${t.fromHalves}/${t.own}`.padStart(34)}`;
  const rows = document.municipalities.map(
    ({ name, resurs, kvalitet, effektivitet }) =>
      `${name.padEnd(20)} ${cell(resurs.published)}${cell(resurs.own)}     ${cell(kvalitet.published)}${cell(kvalitet.own)}       ${cell(effektivitet.published)}${cell(effektivitet.fromPublishedHalves)}${cell(effektivitet.own)}`,
  );
  return [t.indexHeading(document.area, document.year), '', head, ...rows].join('\n');
}
