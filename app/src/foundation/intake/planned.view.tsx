import type { Language } from '../texts/index.ts';
import {
  Button,
  Checkbox,
  type Column,
  DataTable,
  Form,
  FormActions,
  formatNumber,
  Pager,
  Tabs,
  Tag,
} from '../ui/index.ts';
import { MendField } from './mend.view.tsx';
import { draftHref, tableHref } from './paths.ts';
import type { PreviewTable } from './preview.queries.ts';
import { type PlannedRow, type RowState, rowStates } from './target.ts';
import { texts } from './texts.ts';

export interface PlannedRowsProps {
  readonly draftId: string;
  readonly table: PreviewTable;
  readonly language: Language;
}

const mostColumns = 7;

/** The rows of one table, a page at a time, those at fault with what it takes to mend them. */
export function PlannedRows({ draftId, table, language }: PlannedRowsProps) {
  const t = texts(language).preview;
  const { kept, target, rows, total, page, pageSize, show } = table;
  const { number } = kept.table;
  const mends = rows.some(({ state }) => (state === 'faulty' && kept.choice.leaveOut !== true) || state === 'out');
  const drawn = (
    <DataTable
      caption={t.into(target.title(language))}
      quietCaption
      rows={rows}
      columns={[
        {
          key: 'row',
          label: t.row,
          kind: 'number',
          cell: ({ place, page: onPage }) => (
            <>
              {place}
              {onPage !== undefined && <small>{t.page(onPage)}</small>}
            </>
          ),
        },
        {
          key: 'state',
          label: t.state,
          class: 'is-planned-state',
          cell: (row) => <State row={row} table={table} language={language} />,
        },
        ...contentColumns(rows, language),
      ]}
    />
  );
  return (
    <>
      <StateTabs draftId={draftId} table={table} language={language} />
      {mends ? (
        <Form action={tableHref(draftId, number, '/ratta')}>
          {drawn}
          <FormActions>
            <Button variant="secondary">{t.saveMended}</Button>
          </FormActions>
        </Form>
      ) : (
        drawn
      )}
      {total > pageSize && (
        <Pager page={page} pageSize={pageSize} total={total} href={(to) => rowsHref(draftId, number, show, to)} />
      )}
    </>
  );
}

function rowsHref(draftId: string, number: number, show: RowState | 'all', page: number): string {
  return `${draftHref(draftId, '/granska')}?visa=${show}&tabell=${number}&sida=${page}#tabell-${number}`;
}

/** Where rows differ in what becomes of them. */
function StateTabs({ draftId, table: { kept, counts, show }, language }: PlannedRowsProps) {
  const t = texts(language).preview;
  const { number } = kept.table;
  const all = rowStates.reduce((sum, state) => sum + counts[state], 0);
  const there = rowStates.filter((state) => counts[state] > 0);
  if (there.length < 2) return null;
  const tab = (state: RowState | 'all', count: number) => ({
    href: rowsHref(draftId, number, state, 1),
    label: `${t.shows[state]} (${formatNumber(count, language)})`,
    current: state === show,
  });
  return <Tabs label={t.show} tabs={[tab('all', all), ...there.map((state) => tab(state, counts[state]))]} />;
}

function State({ row, table, language }: { row: PlannedRow; table: PreviewTable; language: Language }) {
  const t = texts(language).preview;
  const { kept, fields } = table;
  const { number } = kept.table;
  const tone = { new: 'own', changed: 'analyse', there: 'neutral', faulty: 'warning', out: 'neutral' } as const;
  const leftOut = row.state === 'faulty' && kept.choice.leaveOut === true;
  const mends = row.state === 'faulty' && !leftOut;
  const checkbox = (name: string, label: string) => (
    <Checkbox name={name} id={`t${number}-${name}-${row.index}`} value={String(row.index)} label={label} plain />
  );
  return (
    <>
      <Tag tone={tone[row.state]}>{leftOut ? t.isLeftOut : t.states[row.state]}</Tag>
      {row.faults.map((fault) => {
        const field = mends ? fields.find(({ key }) => key === fault.field) : undefined;
        const words = `${fault.column === '' ? '' : `${fault.column}: `}${fault.text}`;
        if (field === undefined) return <p class="field-error">{words}</p>;
        const said = row.said[field.key] ?? '';
        return <MendField field={field} row={row} table={number} said={said} error={fault.text} language={language} />;
      })}
      {mends && checkbox('utelamna', t.leaveOutRow)}
      {row.state === 'out' && checkbox('ta-med', t.bringBackRow)}
      {row.remarks.map((remark) => (
        <small class="muted">{remark}</small>
      ))}
    </>
  );
}

/** A column for each field, while they are few enough to stand side by side; the rest in one. */
function contentColumns(rows: readonly PlannedRow[], language: Language): readonly Column<PlannedRow>[] {
  const labels = [...new Set(rows.flatMap(({ cells }) => cells.map(({ label }) => label)))];
  const own = labels.length > mostColumns ? labels.slice(0, mostColumns - 1) : labels;
  const rest = new Set(labels.slice(own.length));
  const columns = own.map(
    (label, index): Column<PlannedRow> => ({
      key: `field-${index}`,
      label,
      heads: index === 0,
      cell: ({ cells }) => {
        const cell = cells.find((one) => one.label === label);
        if (index === 0 && (cell?.text ?? '') === '') return '–';
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
      cell: ({ cells }) => (
        <ul class="first-values">
          {cells
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
const isDay = /^\d{4}-\d{2}-\d{2}$/;

function Cell({ cell: { text, before }, language }: { cell: PlannedRow['cells'][number]; language: Language }) {
  const t = texts(language).preview;
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const lines = shown.split('\n');
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {isDay.test(line) ? <span class="is-day">{line}</span> : line}
        </>
      ))}
      {before !== undefined && before !== text && (
        <small class="muted">{before === '' ? t.wasEmpty : t.was(before)}</small>
      )}
    </>
  );
}
