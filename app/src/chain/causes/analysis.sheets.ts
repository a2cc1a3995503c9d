import type { Sheet } from '@samband/documents/spreadsheet';
import type { Language } from '../../foundation/texts/index.ts';
import type { CauseAnalysis } from './analysis.queries.ts';
import { analysisTexts } from './analysis.texts.ts';
import { flatTree } from './tree.rules.ts';

/** The table as municipalities know it. Each cause and suggestion stands on a line of its cell, so that pasting it back adds nothing. */
export function analysisSheet({ focus, problems }: CauseAnalysis, language: Language): Sheet {
  const { sheet, tableTitle } = analysisTexts(language);
  return {
    name: tableTitle(focus.title),
    columns: [
      { header: sheet.area, width: 34 },
      { header: sheet.problem, width: 40 },
      { header: sheet.cause, width: 60 },
      { header: sheet.suggestion, width: 60 },
    ],
    rows: problems.map(({ row, area, tree, suggestions }) => [
      area,
      row.title,
      flatTree(tree)
        .map((one) => one.row.title)
        .join('\n'),
      suggestions.map(({ title }) => title).join('\n'),
    ]),
    notes: [],
  };
}
