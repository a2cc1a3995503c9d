import type { Language } from '../texts/index.ts';
import {
  Button,
  type Column,
  DataTable,
  Form,
  FormActions,
  formatNumber,
  LinkButton,
  Notice,
  Page,
  type Shell,
  Tag,
} from '../ui/index.ts';
import type { Draft } from './draft.store.ts';
import type { PlannedTable } from './import.commands.ts';
import { importsPath } from './import.rules.ts';
import { importTexts } from './import.texts.ts';
import { draftHref, tableHref } from './paths.ts';
import { tableTitle } from './table.sheets.ts';
import { type IntakeRow, mostShown, type RowState } from './target.ts';
import { texts } from './texts.ts';

export interface PreviewPageProps {
  readonly shell: Shell;
  readonly draft: Draft;
  readonly planned: readonly PlannedTable[];
  /** How many tables are kept as attachments. */
  readonly kept: number;
}

/** Row by row, what would happen. Nothing has been saved. */
export function PreviewPage({ shell, draft, planned, kept }: PreviewPageProps) {
  const { language } = shell;
  const t = texts(language).preview;
  const number = (value: number) => formatNumber(value, language);
  const count = (state: RowState) => planned.reduce((sum, one) => sum + countOf(one, state), 0);
  const [added, changed, there] = [count('new'), count('changed'), count('there')];
  const ready = planned.every(isReady);
  return (
    <Page
      shell={shell}
      wide
      title={t.title}
      lead={
        planned.length > 0 && added + changed === 0 && ready
          ? t.nothingNew
          : t.lead(number(added), number(changed), number(there))
      }
      crumbs={[
        { href: importsPath, label: importTexts(language).title },
        { href: draftHref(draft.id), label: texts(language).found.title },
      ]}
    >
      {planned.map((one) => (
        <PlannedSection draft={draft} planned={one} language={language} />
      ))}
      {kept > 0 && (
        <section>
          <h2>{t.keptHeading}</h2>
          <p>{t.kept(kept)}</p>
        </section>
      )}
      <Form action={draftHref(draft.id, '/las-in')}>
        <FormActions>
          {ready && planned.length + kept > 0 && (
            <Button variant="primary">{added + changed === 0 ? t.applyKept : t.apply(number(added + changed))}</Button>
          )}
          <LinkButton href={draftHref(draft.id)}>{t.back}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

function countOf({ plan }: PlannedTable, state: RowState): number {
  return plan.rows.filter((row) => row.state === state).length;
}

function isReady(planned: PlannedTable): boolean {
  return (
    planned.before !== undefined ||
    (planned.matched.missing.length === 0 &&
      (planned.kept.choice.leaveOut === true || countOf(planned, 'faulty') === 0))
  );
}

interface SectionProps {
  readonly draft: Draft;
  readonly planned: PlannedTable;
  readonly language: Language;
}

function PlannedSection({ draft, planned, language }: SectionProps) {
  const t = texts(language).preview;
  const { kept, target, matched, plan, before } = planned;
  const faulty = countOf(planned, 'faulty');
  const { number } = kept.table;
  const words = [texts(language).found.table(number), tableTitle(kept)].filter(Boolean).join(' – ');
  return (
    <section>
      <h2>{t.into(target.title(language))}</h2>
      <p class="muted">
        {words} · <a href={tableHref(draft.id, number)}>{t.toColumns}</a>
      </p>
      {before !== undefined && (
        <Notice>
          <p>
            {t.before(before.title, before.importedOn)}{' '}
            <a href={`${importsPath}/${before.id}`}>{texts(language).found.seeBefore}</a>
          </p>
        </Notice>
      )}
      {before === undefined && matched.missing.length > 0 && (
        <Notice kind="error">{t.missing(matched.missing.map(({ label }) => label).join(', '))}</Notice>
      )}
      {plan.remarks.length > 0 && (
        <Notice>
          {plan.remarks.map((remark) => (
            <p>{remark}</p>
          ))}
        </Notice>
      )}
      {faulty > 0 && <Faulty draft={draft} planned={planned} faulty={faulty} language={language} />}
      {before === undefined && matched.missing.length === 0 && <Rows planned={planned} language={language} />}
    </section>
  );
}

function Faulty({ draft, planned, faulty, language }: SectionProps & { readonly faulty: number }) {
  const t = texts(language).preview;
  const { kept } = planned;
  const out = kept.choice.leaveOut === true;
  return (
    <Notice kind={out ? 'warning' : 'error'} title={t.faults(faulty)}>
      <p>{out ? t.leaveOutHelp(faulty) : t.faultsHelp}</p>
      <Form action={tableHref(draft.id, kept.table.number, '/utelamna')} hidden={{ utelamna: out ? 'nej' : 'ja' }}>
        <Button variant="secondary">{out ? t.bringBack : t.leaveOut(faulty)}</Button>
      </Form>
    </Notice>
  );
}

interface NumberedRow {
  readonly row: IntakeRow;
  readonly place: number;
  readonly page: number | undefined;
}

const mostColumns = 7;

function Rows({ planned, language }: { planned: PlannedTable; language: Language }) {
  const t = texts(language).preview;
  const { kept, plan } = planned;
  const all = plan.rows.map((row, index): NumberedRow => {
    const { place, page } = kept.table.rows[index]!;
    return { row, place, page };
  });
  const rows = [
    ...all.filter(({ row }) => row.state === 'faulty'),
    ...all.filter(({ row }) => row.state !== 'faulty'),
  ].slice(0, mostShown);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      {all.length > mostShown && <p class="muted">{t.onlyShown(number(mostShown), number(all.length))}</p>}
      <DataTable
        caption={t.into(planned.target.title(language))}
        quietCaption
        rows={rows}
        columns={[
          {
            key: 'row',
            label: t.row,
            kind: 'number',
            cell: ({ place, page }) => (
              <>
                {place}
                {page !== undefined && <small>{t.page(page)}</small>}
              </>
            ),
          },
          {
            key: 'state',
            label: t.state,
            cell: ({ row }) => <State row={row} leftOut={kept.choice.leaveOut === true} language={language} />,
          },
          ...contentColumns(rows, language),
        ]}
      />
    </>
  );
}

function State({ row, leftOut, language }: { row: IntakeRow; leftOut: boolean; language: Language }) {
  const t = texts(language).preview;
  const tone = { new: 'own', changed: 'analyse', there: 'neutral', faulty: 'warning' } as const;
  return (
    <>
      <Tag tone={tone[row.state]}>{row.state === 'faulty' && leftOut ? t.isLeftOut : t.states[row.state]}</Tag>
      {row.faults.map(({ column, text }) => (
        <p class="field-error">
          {column !== '' && `${column}: `}
          {text}
        </p>
      ))}
      {row.remarks.map((remark) => (
        <small class="muted">{remark}</small>
      ))}
    </>
  );
}

/** A column for each field, while they are few enough to stand side by side; the rest in one. */
function contentColumns(rows: readonly NumberedRow[], language: Language): readonly Column<NumberedRow>[] {
  const labels = [...new Set(rows.flatMap(({ row }) => row.cells.map(({ label }) => label)))];
  const own = labels.length > mostColumns ? labels.slice(0, mostColumns - 1) : labels;
  const rest = new Set(labels.slice(own.length));
  const columns = own.map(
    (label, index): Column<NumberedRow> => ({
      key: `field-${index}`,
      label,
      heads: index === 0,
      cell: ({ row }) => {
        const cell = row.cells.find((one) => one.label === label);
        return cell === undefined ? '' : <Cell cell={cell} language={language} />;
      },
    }),
  );
  if (rest.size === 0) return columns;
  return [
    ...columns,
    {
      key: 'rest',
      label: texts(language).preview.content,
      cell: ({ row }) => (
        <ul class="first-values">
          {row.cells
            .filter(({ label, text }) => rest.has(label) && text !== '')
            .map((cell) => (
              <li>
                {cell.label}: <Cell cell={cell} language={language} />
              </li>
            ))}
        </ul>
      ),
    },
  ];
}

const longest = 300;

function Cell({ cell: { text, before }, language }: { cell: IntakeRow['cells'][number]; language: Language }) {
  const t = texts(language).preview;
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const lines = shown.split('\n');
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
      {before !== undefined && before !== text && (
        <small class="muted">{before === '' ? t.wasEmpty : t.was(before)}</small>
      )}
    </>
  );
}
