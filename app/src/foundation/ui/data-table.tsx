/* biome-ignore-all lint/a11y/noRedundantRoles: a browser forgets a table's meaning when its cells are laid out as blocks on a phone */
/* biome-ignore-all lint/a11y/useSemanticElements: a scrolling region is no fieldset */
import type { Content } from './children.ts';
import { useTexts } from './language.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Numbers stand to the right with tabular figures. */
  readonly kind?: 'text' | 'number';
  /** Stands small under the label, so that the cells hold figures only. */
  readonly unit?: string | undefined;
  readonly cell: (row: Row, index: number) => Content;
  /** Makes the label a link that sorts; `direction` is set on the column that the rows are sorted by now. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined };
  /** This column names the row. The first one does when none is marked. */
  readonly heads?: boolean;
  /** The label is for screen readers only: a column of buttons, a place number. */
  readonly quietLabel?: boolean;
  /** Extra class on the cells: `is-place` for a place number, or one of the page's own for widths. */
  readonly class?: string;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  /** The caption is read aloud but not shown, when a heading right above says the same. */
  readonly quietCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Stands in place of the table when there are no rows. */
  readonly empty?: Content;
  readonly rowId?: (row: Row) => string;
  /** Marks a row: the own municipality among others. */
  readonly highlight?: (row: Row) => boolean;
  /** Keeps columns on a phone and lets the table scroll sideways; for tables that only make sense as a grid. */
  readonly grid?: boolean;
}

/**
 * A table with caption, headers and scopes. On a phone its rows become a list with the label before each value; the
 * roles are written out because a browser forgets a table's meaning when its cells are laid out as blocks.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, empty } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const head = columns.find(({ heads }) => heads === true) ?? columns[0];
  return (
    // A region that scrolls sideways must be reachable by keyboard.
    <div class="table-scroll" role="group" aria-label={props.caption} tabindex={0}>
      <table class={props.grid === true ? 'table is-grid' : 'table'} role="table">
        <caption class={props.quietCaption === true ? 'unseen' : ''}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr
              role="row"
              id={props.rowId?.(row)}
              class={props.highlight?.(row) === true ? 'is-highlighted' : undefined}
            >
              {columns.map((column) => (
                <BodyCell column={column} heads={column === head} content={column.cell(row, index)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { label, unit, sort, quietLabel } = column;
  const words = (
    <>
      {label}
      {unit !== undefined && <span class="table-unit">{unit}</span>}
    </>
  );
  return (
    <th role="columnheader" scope="col" class={cellClass(column)} aria-sort={sort?.direction}>
      {quietLabel === true ? (
        <span class="unseen">{label}</span>
      ) : sort === undefined ? (
        words
      ) : (
        <SortLink column={column}>{words}</SortLink>
      )}
    </th>
  );
}

function SortLink<Row>({ column, children }: { column: Column<Row>; children: Content }) {
  const texts = useTexts();
  const direction = column.sort?.direction;
  return (
    <a class="table-sort" href={column.sort?.href} title={texts.sortBy(column.label)} data-turbo-action="replace">
      {children}
      {direction !== undefined && (
        <span class="table-arrow" aria-hidden="true">
          {direction === 'ascending' ? '↑' : '↓'}
        </span>
      )}
    </a>
  );
}

function BodyCell<Row>({ column, heads, content }: { column: Column<Row>; heads: boolean; content: Content }) {
  const label =
    column.quietLabel === true
      ? undefined
      : column.unit === undefined
        ? column.label
        : `${column.label}, ${column.unit}`;
  if (heads) {
    return (
      <th role="rowheader" scope="row" class={cellClass(column)}>
        {content}
      </th>
    );
  }
  return (
    <td role="cell" class={cellClass(column)} data-label={label}>
      {content}
    </td>
  );
}

function cellClass<Row>({ kind, class: extra }: Column<Row>): string | undefined {
  return [kind === 'number' ? 'is-number' : '', extra ?? ''].filter(Boolean).join(' ') || undefined;
}
