import type { Language } from '../../foundation/texts/index.ts';
import { Button, ChartFigure, LinkButton, type PictureLink } from '../../foundation/ui/index.ts';
import { analysisPicture, columnWidth, type Shown } from './analysis.pictures.tsx';
import type { AnalysedProblem, CauseAnalysis } from './analysis.queries.ts';
import { analysisTexts } from './analysis.texts.ts';
import type { CauseRow } from './rows.queries.ts';
import { StateTag } from './table.view.tsx';
import { flatTree, type TreeNode } from './tree.rules.ts';

export interface OutlineProps {
  readonly analysis: CauseAnalysis;
  readonly shown: Shown;
  readonly back: string;
  readonly language: Language;
  readonly downloads: readonly PictureLink[];
}

/** The tree as a picture, and as an outline where causes are added, moved and split. */
export function CauseOutlineView({ analysis, shown, back, language, downloads }: OutlineProps) {
  const t = analysisTexts(language);
  if (shown.problems.length === 0) return null;
  const picture = analysisPicture('tree', analysis, shown, language);
  const rows = shown.problems.flatMap(({ row: problem, tree }) =>
    flatTree(tree).map(({ row, depth }) => ({ problem, row, depth })),
  );
  return (
    <>
      <ChartFigure
        heading={t.treeHeading}
        width={columnWidth}
        chart={picture.chart}
        downloads={downloads}
        table={{
          caption: picture.title,
          rows,
          columns: [
            { key: 'cause', label: t.columns.cause, cell: ({ row }) => row.title },
            { key: 'level', label: t.level, kind: 'number', cell: ({ depth }) => depth + 1 },
            { key: 'state', label: t.stateColumn, cell: ({ row }) => t.state[row.state ?? 'hypothesis'] },
            { key: 'problem', label: t.columns.problem, cell: ({ problem }) => problem.title },
          ],
        }}
      />
      {analysis.mayWrite && (
        <section class="cause-work">
          <p class="field-help">{t.tools.help}</p>
          <cause-outline>
            {shown.problems.map((problem) => (
              <ProblemOutline problem={problem} back={back} language={language} />
            ))}
            {/* Sent by dragging: the same move as the page Flytta makes. */}
            <form class="cause-drop" method="post" hidden>
              <input type="hidden" name="version" />
              <input type="hidden" name="till" />
              <input type="hidden" name="fore" />
              <input type="hidden" name="back" value={back} />
            </form>
          </cause-outline>
        </section>
      )}
    </>
  );
}

function ProblemOutline({ problem, back, language }: { problem: AnalysedProblem; back: string; language: Language }) {
  const t = analysisTexts(language);
  const { row, area, tree } = problem;
  return (
    <section class="cause-problem-outline" data-problem={row.id}>
      <h3>
        <a href={`/orsaker/${row.id}`}>{row.title}</a>
        {area !== '' && <small class="muted"> {area}</small>}
      </h3>
      <Nodes nodes={tree} back={back} language={language} />
      <AddUnder
        id={row.id}
        action={`/orsaker/${row.id}/tillagg`}
        label={`${t.add.cause}: ${row.title}`}
        words={t.add.cause}
        back={back}
        language={language}
      />
    </section>
  );
}

function Nodes({ nodes, back, language }: { nodes: readonly TreeNode<CauseRow>[]; back: string; language: Language }) {
  if (nodes.length === 0) return null;
  return (
    <ol class="cause-outline">
      {nodes.map(({ row, children }, index) => (
        <li
          id={`orsak-${row.id}`}
          data-cause={row.id}
          data-version={String(row.version)}
          data-before={nodes[index + 1]?.row.id ?? ''}
        >
          <div class="cause-line">
            <a href={`/orsaker/orsak/${row.id}`}>{row.title}</a> <StateTag state={row.state} language={language} />
            <Tools row={row} first={index === 0} last={index === nodes.length - 1} back={back} language={language} />
          </div>
          <Nodes nodes={children} back={back} language={language} />
        </li>
      ))}
    </ol>
  );
}

function Tools({
  row,
  first,
  last,
  back,
  language,
}: {
  row: CauseRow;
  first: boolean;
  last: boolean;
  back: string;
  language: Language;
}) {
  const t = analysisTexts(language);
  const here = `/orsaker/orsak/${row.id}`;
  const step = (value: string, words: string, disabled: boolean) => (
    <Button small variant="quiet" name="steg" value={value} label={`${words}: ${row.title}`} disabled={disabled}>
      {words}
    </Button>
  );
  return (
    <details class="cause-tools">
      <summary aria-label={t.tools.change(row.title)}>{t.tools.short}</summary>
      <div class="cause-tools-body">
        <form action={`${here}/flytta`} method="post" class="cause-steps">
          <input type="hidden" name="version" value={String(row.version)} />
          <input type="hidden" name="back" value={back} />
          {step('upp', t.tools.up, first)}
          {step('ned', t.tools.down, last)}
          {step('in', t.tools.in, first)}
          {step('ut', t.tools.out, row.parent === null)}
        </form>
        <LinkButton small href={`${here}/flytta?back=${encodeURIComponent(back)}`}>
          {t.tools.elsewhere}
        </LinkButton>
        <LinkButton small href={`${here}/dela?back=${encodeURIComponent(back)}`}>
          {t.tools.split}
        </LinkButton>
        <AddForm
          id={row.id}
          action={`/orsaker/${row.problem}/tillagg`}
          parent={row.id}
          label={`${t.add.under}: ${row.title}`}
          back={back}
          language={language}
        />
      </div>
    </details>
  );
}

interface AddProps {
  readonly id: string;
  readonly action: string;
  readonly parent?: string;
  readonly label: string;
  readonly back: string;
  readonly language: Language;
}

function AddUnder({ words, ...form }: AddProps & { words: string }) {
  return (
    <details class="quick-add">
      <summary aria-label={form.label}>+ {words}</summary>
      <AddForm {...form} />
    </details>
  );
}

function AddForm({ id, action, parent, label, back, language }: AddProps) {
  const t = analysisTexts(language);
  return (
    <form action={action} method="post">
      <input type="hidden" name="back" value={back} />
      {parent !== undefined && <input type="hidden" name="under" value={parent} />}
      <label for={`under-${id}`}>{label}</label>
      <textarea class="ds-input" id={`under-${id}`} name="orsak" rows={2} placeholder={t.add.linesHelp} />
      <Button small variant="secondary">
        {t.add.submit}
      </Button>
    </form>
  );
}
