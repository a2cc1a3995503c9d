import { wordsOf } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  DataTable,
  errorFor,
  type FieldError,
  Form,
  LinkButton,
  Notice,
  Radios,
  TextArea,
} from '../../foundation/ui/index.ts';
import { type Weighing, weigh } from './balance.rules.ts';
import { causeStates } from './cause.rules.ts';
import type { CausePage } from './cause-page.queries.ts';
import { causePageTexts } from './cause-page.texts.ts';
import { evidence } from './evidence.rules.ts';
import type { CauseRow, EvidenceRow } from './rows.queries.ts';
import { StateTag } from './table.view.tsx';

/** The finding first: how the cause stands, who said so, and what the evidence says together. */
export function CauseLead({ page, language }: { page: CausePage; language: Language }) {
  const t = causePageTexts(language);
  const { row, judgedBy } = page;
  const state = row.state ?? 'hypothesis';
  return (
    <div class="cause-lead">
      <p>
        <StateTag state={state} language={language} />{' '}
        {row.judgedOn === null ? t.notJudged : t.judged(judgedBy ?? t.someone, row.judgedOn)}{' '}
        {balanceWords(weigh(page.evidence), language)}
      </p>
      {row.judgement !== '' && (
        <p>
          <strong>{t.why}:</strong> <span class="plain-text">{row.judgement}</span>
        </p>
      )}
      <CausePlace page={page} language={language} />
    </div>
  );
}

export function balanceWords({ balance, supports, contradicts, unjudged }: Weighing, language: Language): string {
  const t = causePageTexts(language).balance;
  if (balance === 'none') return t.none;
  const words = t[balance](supports, contradicts);
  return balance === 'unjudged' || unjudged === 0 ? words : words + t.missingStrength(unjudged);
}

function CausePlace({ page, language }: { page: CausePage; language: Language }) {
  const t = causePageTexts(language);
  return (
    <nav class="cause-path" aria-label={t.place}>
      <ol>
        <li>
          <a href={`/orsaker/${page.problem.id}`}>{page.problem.title}</a>
        </li>
        {page.above.map(({ id, title }) => (
          <li>
            <a href={`/orsaker/orsak/${id}`}>{title}</a>
          </li>
        ))}
        <li aria-current="page">{page.row.title}</li>
      </ol>
    </nav>
  );
}

export interface CauseBelowProps {
  readonly page: CausePage;
  readonly mayWrite: boolean;
  readonly judging: Content;
  readonly language: Language;
}

export function CauseBelow({ page, mayWrite, judging, language }: CauseBelowProps) {
  const t = causePageTexts(language);
  const { row, below, suggestions } = page;
  return (
    <>
      <section>
        <h2>{t.evidence.heading}</h2>
        {page.evidence.length === 0 ? <p>{t.evidence.none}</p> : <EvidenceTable page={page} language={language} />}
        {mayWrite && (
          <p>
            <LinkButton href={`/orsaker/underlag/ny?cause=${row.id}`}>{t.addEvidence}</LinkButton>
          </p>
        )}
      </section>
      {judging}
      {below.length > 0 && (
        <section>
          <h2>{t.under}</h2>
          <CauseList rows={below} language={language} />
        </section>
      )}
      {suggestions.length > 0 && (
        <section>
          <h2>{t.suggestions}</h2>
          <ul class="cause-items">
            {suggestions.map(({ id, title }) => (
              <li>
                <a href={`/orsaker/forslag/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function CauseList({ rows, language }: { rows: readonly CauseRow[]; language: Language }) {
  return (
    <ul class="cause-items">
      {rows.map(({ id, title, state }) => (
        <li>
          <a href={`/orsaker/orsak/${id}`}>{title}</a> <StateTag state={state} language={language} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceTable({ page, language }: { page: CausePage; language: Language }) {
  const t = causePageTexts(language).evidence;
  const words = (key: 'kind' | 'stance' | 'strength', code: string) => wordsOf(page.evidenceNames, columnOf(key), code);
  return (
    <DataTable
      caption={t.heading}
      quietCaption
      rows={page.evidence}
      columns={[
        {
          key: 'what',
          label: t.columns.what,
          cell: ({ id, title }) => <a href={`/orsaker/underlag/${id}`}>{title}</a>,
        },
        { key: 'kind', label: t.columns.kind, cell: ({ kind }) => words('kind', kind ?? '') },
        { key: 'stance', label: t.columns.stance, cell: ({ stance }) => words('stance', stance ?? '') },
        {
          key: 'strength',
          label: t.columns.strength,
          cell: ({ strength }) =>
            strength === null ? <em class="muted">{t.noStrength}</em> : words('strength', String(strength)),
        },
        { key: 'source', label: t.columns.source, cell: (row) => <Source row={row} page={page} /> },
      ]}
    />
  );
}

function columnOf(key: keyof typeof evidence.fields) {
  return evidence.columns.find((column) => column.key === key)!;
}

function Source({ row, page }: { row: EvidenceRow; page: CausePage }) {
  const names = page.evidenceNames;
  const pointed = (key: 'keyFigure' | 'observation' | 'interview' | 'document', to: string, id: string) => (
    <a href={names.href(to, id)}>{wordsOf(names, columnOf(key), id)}</a>
  );
  return (
    <>
      {row.keyFigure !== null && pointed('keyFigure', 'keyFigure', row.keyFigure)}
      {row.observation !== null && pointed('observation', 'observation', row.observation)}
      {row.interview !== null && pointed('interview', 'causes.interview', row.interview)}
      {row.document !== null && <>{pointed('document', 'attachment', row.document)} </>}
      {row.url === '' ? (
        row.source
      ) : (
        <a href={row.url} rel="noreferrer">
          {row.source === '' ? row.url : row.source}
        </a>
      )}
    </>
  );
}

export interface JudgeFormProps {
  readonly row: CauseRow;
  readonly state: string;
  readonly judgement: string;
  readonly errors: readonly FieldError[];
  /** What somebody else has judged meanwhile. */
  readonly theirs?: { readonly state: string; readonly judgement: string };
  readonly language: Language;
}

export function JudgeForm({ row, state, judgement, errors, theirs, language }: JudgeFormProps) {
  const t = causePageTexts(language).judge;
  return (
    <section class="cause-judge" id="bedom">
      <h2>{t.heading}</h2>
      {theirs !== undefined && (
        <Notice kind="warning" title={t.conflict(theirs.state)}>
          {theirs.judgement !== '' && (
            <p>
              {t.theirWords} <q>{theirs.judgement}</q>
            </p>
          )}
        </Notice>
      )}
      <Form
        action={`/orsaker/orsak/${row.id}/bedom`}
        id="bedomning"
        keep
        errors={errors}
        hidden={{ version: row.version }}
      >
        <p class="field-help">{t.help}</p>
        <Radios
          name="state"
          label={t.state}
          value={state}
          inline
          plain
          options={causeStates.map((code) => ({ value: code, label: t.states[code] }))}
        />
        <TextArea
          name="judgement"
          label={t.why}
          value={judgement}
          rows={3}
          maxlength={5000}
          required
          error={errorFor(errors, 'judgement')}
        />
        <Button>{t.save}</Button>
      </Form>
    </section>
  );
}
