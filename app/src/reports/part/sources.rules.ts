import { type Block, plain } from '@samband/documents';
import type { Language } from '../../foundation/texts/index.ts';
import { type FigureSource, mergedSources, yearWords } from './part.rules.ts';
import { sourceTexts } from './source.texts.ts';

/** Where the figures of an archive come from, as it stands under a table or a chart. */
export interface ArchiveSource {
  readonly exampleData: boolean;
  /** As 2026-03-02. */
  readonly fetched: string;
}

export function archiveWords(
  kind: 'published' | 'computed' | 'both',
  { exampleData, fetched }: ArchiveSource,
  years: readonly number[],
  language: Language,
): string {
  const t = sourceTexts(language);
  return exampleData ? t.example(yearWords(years)) : t[kind](yearWords(years), fetched);
}

/** Every figure of the report: its year, where it was read, and of what kind it is. */
export function sourcesTable(sources: readonly FigureSource[], day: string, language: Language): Block | undefined {
  const t = sourceTexts(language);
  const rows = mergedSources(sources);
  if (rows.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'sources',
    caption: t.list.caption,
    columns: [
      { title: t.list.code, width: 0.12 },
      { title: t.list.figure, width: 0.38 },
      { title: t.list.years, width: 0.16 },
      { title: t.list.kind, width: 0.22 },
      { title: t.list.fetched, width: 0.12 },
    ],
    rows: rows.map(({ code, title, years, kind, fetched, from }) => ({
      cells: [code, title, yearWords(years), [t.kinds[kind], from].filter(Boolean).join(': '), fetched || '–'].map(
        plain,
      ),
    })),
    rowHeader: true,
    source: t.list.source(day),
  };
}
