import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  DataTable,
  describe,
  ErrorSummary,
  fieldId,
  type PictureLink,
  PictureLinks,
  Tag,
} from '../../foundation/ui/index.ts';
import type { AnalysedProblem, CauseAnalysis } from './analysis.queries.ts';
import { analysisTexts } from './analysis.texts.ts';
import type { NewRowDraft } from './analysis.view.tsx';
import { joinArea } from './item.rules.ts';
import type { CauseRow } from './rows.queries.ts';
import type { TreeNode } from './tree.rules.ts';

export interface CauseTableProps {
  readonly analysis: CauseAnalysis;
  readonly draft: NewRowDraft;
  readonly language: Language;
  readonly downloads: readonly PictureLink[];
}

const newRowForm = 'ny-rad';

/** The table as municipalities know it, with a row of fields at the end. */
export function CauseTableView({ analysis, draft, language, downloads }: CauseTableProps) {
  const t = analysisTexts(language);
  const { focus, problems, mayWrite } = analysis;
  const rows: readonly (AnalysedProblem | 'new')[] = mayWrite ? [...problems, 'new'] : problems;
  if (rows.length === 0) return null;
  const cell = (shown: (problem: AnalysedProblem) => Content, input: Content) => (row: AnalysedProblem | 'new') =>
    row === 'new' ? input : shown(row);
  return (
    <>
      {draft.error !== '' && <ErrorSummary errors={[{ field: 'problem', text: draft.error }]} />}
      {mayWrite && <form id={newRowForm} action={`/fokus/${focus.id}/orsaker/rad`} method="post" novalidate />}
      <DataTable
        caption={t.tableTitle(focus.title)}
        quietCaption
        rows={rows}
        rowId={(row) => (row === 'new' ? 'ny-rad-i-tabellen' : `problem-${row.row.id}`)}
        columns={[
          {
            key: 'area',
            label: t.columns.area,
            class: 'cause-area',
            cell: cell(({ area }) => area, <AreaInput analysis={analysis} draft={draft} language={language} />),
          },
          {
            key: 'problem',
            label: t.columns.problem,
            class: 'cause-problem',
            heads: true,
            cell: cell(
              ({ row }) => <a href={`/orsaker/${row.id}`}>{row.title}</a>,
              <RowInput name="problem" label={t.columns.problem} value={draft.problem} error={draft.error} />,
            ),
          },
          {
            key: 'cause',
            label: t.columns.cause,
            class: 'cause-items-cell',
            cell: cell(
              (problem) => (
                <>
                  <Causes nodes={problem.tree} language={language} />
                  {mayWrite && <QuickAdd problem={problem} name="orsak" words={t.add.cause} language={language} />}
                </>
              ),
              <RowInput name="orsak" label={t.columns.cause} value={draft.cause} hint={t.add.linesHelp} />,
            ),
          },
          {
            key: 'suggestion',
            label: t.columns.suggestion,
            class: 'cause-items-cell',
            cell: cell(
              (problem) => (
                <>
                  {problem.suggestions.length > 0 && (
                    <ul class="cause-items">
                      {problem.suggestions.map(({ id, title }) => (
                        <li>
                          <a href={`/orsaker/forslag/${id}`}>{title}</a>
                        </li>
                      ))}
                    </ul>
                  )}
                  {mayWrite && (
                    <QuickAdd problem={problem} name="forslag" words={t.add.suggestion} language={language} />
                  )}
                </>
              ),
              <>
                <RowInput name="forslag" label={t.columns.suggestion} value={draft.suggestion} hint={t.add.linesHelp} />
                <Button form={newRowForm}>{t.add.save}</Button>
              </>,
            ),
          },
        ]}
      />
      {problems.length > 0 && <PictureLinks links={downloads} />}
    </>
  );
}

function Causes({ nodes, language }: { nodes: readonly TreeNode<CauseRow>[]; language: Language }) {
  if (nodes.length === 0) return null;
  return (
    <ul class="cause-items">
      {nodes.map(({ row, children }) => (
        <li>
          <a href={`/orsaker/orsak/${row.id}`}>{row.title}</a> <StateTag state={row.state} language={language} quiet />
          <Causes nodes={children} language={language} />
        </li>
      ))}
    </ul>
  );
}

/** A hypothesis is what a cause is until somebody has judged it; in a table only what is judged is said. */
export function StateTag({
  state,
  language,
  quiet = false,
}: {
  state: CauseRow['state'];
  language: Language;
  quiet?: boolean;
}) {
  const code = state ?? 'hypothesis';
  if (quiet && code === 'hypothesis') return null;
  const tones = { hypothesis: 'neutral', supported: 'own', rejected: 'warning' } as const;
  return <Tag tone={tones[code]}>{analysisTexts(language).state[code]}</Tag>;
}

function QuickAdd({
  problem,
  name,
  words,
  language,
}: {
  problem: AnalysedProblem;
  name: 'orsak' | 'forslag';
  words: string;
  language: Language;
}) {
  const t = analysisTexts(language);
  const { row } = problem;
  const id = `${name}-${row.id}`;
  return (
    <details class="quick-add">
      <summary aria-label={`${words}: ${row.title}`}>+ {words}</summary>
      <form action={`/orsaker/${row.id}/tillagg`} method="post">
        <label class="unseen" for={id}>
          {words}: {row.title}
        </label>
        <textarea class="ds-input" id={id} name={name} rows={2} placeholder={t.add.linesHelp} />
        <Button small variant="secondary">
          {t.add.submit}
        </Button>
      </form>
    </details>
  );
}

function RowInput({
  name,
  label,
  value,
  hint,
  error = '',
}: {
  name: string;
  label: string;
  value: string;
  hint?: string;
  error?: string;
}) {
  return (
    <div class="new-row">
      <label for={fieldId(name)}>{label}</label>
      <textarea
        class="ds-input"
        name={name}
        rows={2}
        form={newRowForm}
        placeholder={hint}
        {...describe({ name, label, error: error === '' ? undefined : error })}
      >
        {value}
      </textarea>
      {error !== '' && (
        <p class="field-error" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function AreaInput({ analysis, draft, language }: { analysis: CauseAnalysis; draft: NewRowDraft; language: Language }) {
  const t = analysisTexts(language);
  const used = analysis.problems.map(({ area }) => area);
  const units = [...new Set(analysis.problems.map(({ row }) => row.area))].filter(Boolean);
  const suggested = units.flatMap((area) =>
    analysis.costTypes.filter(({ active }) => active).map(({ label }) => joinArea({ area, costType: label })),
  );
  return (
    <div class="new-row">
      <label for={fieldId('omrade')}>{t.columns.area}</label>
      <input
        class="ds-input"
        id={fieldId('omrade')}
        name="omrade"
        list="omraden"
        value={draft.area}
        form={newRowForm}
        placeholder={t.add.areaHelp}
        maxlength={400}
      />
      <datalist id="omraden">
        {[...new Set([...used, ...suggested])].filter(Boolean).map((area) => (
          <option value={area} />
        ))}
      </datalist>
    </div>
  );
}
