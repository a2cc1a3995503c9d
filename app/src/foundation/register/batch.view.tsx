import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  formatDateTime,
  formatNumber,
  Page,
  type Shell,
} from '../ui/index.ts';
import type { Batch } from './batch.store.ts';
import type { Register } from './register.rules.ts';
import { texts } from './texts.ts';

export interface BatchListProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly batches: readonly Batch[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayWrite: boolean;
}

/** Imports and bulk changes of a register, newest first; each can be undone as a whole. */
export function BatchListPage({ shell, register, batches, names, mayWrite }: BatchListProps) {
  const { language } = shell;
  const t = texts(language).batches;
  const columns: readonly Column<Batch>[] = [
    {
      key: 'title',
      label: t.what,
      heads: true,
      cell: ({ kind, title }) => (
        <>
          {title}
          <small>{t.kind[kind]}</small>
        </>
      ),
    },
    { key: 'added', label: t.added, kind: 'number', cell: ({ added }) => formatNumber(added, language) },
    { key: 'changed', label: t.changed, kind: 'number', cell: ({ changed }) => formatNumber(changed, language) },
    {
      key: 'when',
      label: t.when,
      cell: ({ createdAt, createdBy }) => (
        <>
          {formatDateTime(createdAt)}
          {createdBy !== null && <small>{names.get(createdBy)}</small>}
        </>
      ),
    },
    {
      key: 'undo',
      label: t.undo,
      cell: ({ id, undoneAt, title }) =>
        undoneAt === null
          ? mayWrite && (
              <form action={`${register.path}/handelser/${id}/angra`} method="post">
                <Button variant="secondary" small label={t.undoThis(title)}>
                  {t.undo}
                </Button>
              </form>
            )
          : t.undone(formatDateTime(undoneAt)),
    },
  ];
  return (
    <Page
      shell={shell}
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: register.path, label: register.texts(language).title }]}
    >
      <DataTable
        caption={t.title}
        quietCaption
        rows={batches}
        columns={columns}
        empty={<EmptyState title={t.none} />}
      />
    </Page>
  );
}
