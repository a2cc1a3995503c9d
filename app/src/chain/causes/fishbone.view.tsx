import type { Language } from '../../foundation/texts/index.ts';
import { Button, ChartFigure, Form, type PictureLink, Select } from '../../foundation/ui/index.ts';
import { analysisPicture, columnWidth, type Shown } from './analysis.pictures.tsx';
import type { CauseAnalysis } from './analysis.queries.ts';
import { analysisTexts } from './analysis.texts.ts';
import { labelsOf } from './term.rules.ts';

export interface FishboneViewProps {
  readonly analysis: CauseAnalysis;
  readonly shown: Shown;
  readonly language: Language;
  readonly downloads: readonly PictureLink[];
}

/** The fish, and under it a form that says which branch each cause sits on. */
export function CauseFishboneView({ analysis, shown, language, downloads }: FishboneViewProps) {
  const t = analysisTexts(language);
  if (shown.problems.length === 0) return null;
  const picture = analysisPicture('fishbone', analysis, shown, language);
  const roots = shown.problems.flatMap(({ row: problem, tree }) => tree.map(({ row }) => ({ problem, row })));
  return (
    <>
      <ChartFigure
        heading={t.fishboneHeading}
        width={columnWidth}
        chart={picture.chart}
        downloads={downloads}
        table={{
          caption: picture.title,
          rows: roots,
          columns: [
            { key: 'branch', label: t.branchColumn, cell: ({ row }) => branchName(analysis, row.branch, language) },
            { key: 'cause', label: t.columns.cause, heads: true, cell: ({ row }) => row.title },
            { key: 'problem', label: t.columns.problem, cell: ({ problem }) => problem.title },
          ],
        }}
      />
      {analysis.mayWrite && roots.length > 0 && (
        <section class="cause-work">
          <h2>{t.branches.heading}</h2>
          <p class="field-help">{t.branches.lead}</p>
          <Form action={`/fokus/${analysis.focus.id}/orsaker/grenar`} hidden={{ problem: shown.problem?.row.id ?? '' }}>
            <div class="cause-branches">
              {roots.map(({ row }) => (
                <>
                  <Select
                    name={`gren-${row.id}`}
                    label={row.title}
                    plain
                    placeholder={t.noBranch}
                    value={row.branch ?? ''}
                    options={analysis.branches
                      .filter(({ code, active }) => active || code === row.branch)
                      .map(({ code, label }) => ({ value: code, label }))}
                  />
                  <input type="hidden" name={`fran-${row.id}`} value={row.branch ?? ''} />
                </>
              ))}
            </div>
            <Button>{t.branches.save}</Button>
          </Form>
        </section>
      )}
    </>
  );
}

function branchName({ branches }: CauseAnalysis, code: string | null, language: Language): string {
  return labelsOf(branches)(code) || analysisTexts(language).noBranch;
}
