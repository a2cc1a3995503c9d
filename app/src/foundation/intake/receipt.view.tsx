import type { Language } from '../texts/index.ts';
import { Button, DataTable, Form, FormActions, formatNumber, Notice } from '../ui/index.ts';
import type { ReceiptOfImport } from './draft.queries.ts';
import { importsPath } from './import.rules.ts';
import { runHref } from './paths.ts';
import { EndedNotice } from './run.view.tsx';
import { texts } from './texts.ts';

export interface ReceiptProps extends ReceiptOfImport {
  readonly id: string;
  readonly undoneOn: string | null;
  readonly language: Language;
}

/** What was brought in where, the file it came from, and the way back. */
export function Receipt(props: ReceiptProps) {
  const { id, parts, targets, undoneOn, original, run, language } = props;
  const t = texts(language).receipt;
  const number = (value: number) => formatNumber(value, language);
  const target = (key: string) => targets.find((one) => one.key === key);
  return (
    <>
      {undoneOn !== null && <Notice kind="warning">{t.isUndone(undoneOn)}</Notice>}
      {run?.state === 'running' && (
        <Notice>
          <p>
            {t.isBeingUndone} <a href={runHref(id)}>{texts(language).run.look}</a>
          </p>
        </Notice>
      )}
      {run !== undefined && <EndedNotice run={run} language={language} />}
      {original !== undefined && (
        <p>
          <a href={`/bilagor/${original.id}`} download data-turbo="false">
            {t.download(original.fileName)}
          </a>
        </p>
      )}
      {parts.length > 0 && (
        <section>
          <h2>{t.what}</h2>
          <DataTable
            caption={t.what}
            quietCaption
            rows={parts}
            columns={[
              {
                key: 'register',
                label: t.register,
                heads: true,
                cell: (part) => {
                  const found = target(part.target);
                  return found === undefined ? part.target : <a href={found.href}>{found.title(language)}</a>;
                },
              },
              {
                key: 'table',
                label: t.table,
                cell: (part) => [texts(language).found.table(part.number), part.title].filter(Boolean).join(' – '),
              },
              { key: 'added', label: t.added, kind: 'number', cell: ({ added }) => number(added) },
              { key: 'changed', label: t.changed, kind: 'number', cell: ({ changed }) => number(changed) },
              { key: 'already', label: t.already, kind: 'number', cell: ({ already }) => number(already) },
              { key: 'leftOut', label: t.leftOut, kind: 'number', cell: ({ leftOut }) => number(leftOut) },
            ]}
          />
        </section>
      )}
      {undoneOn === null && run?.state !== 'running' && <Undoing {...props} />}
    </>
  );
}

function Undoing({ id, parts, mayUndo, language }: ReceiptProps) {
  const t = texts(language).receipt;
  if (!parts.some(({ added, changed }) => added + changed > 0)) return null;
  return (
    <section class="receipt-undo">
      {mayUndo ? (
        <Form action={`${importsPath}/${id}/angra`}>
          <p>{t.undoHelp}</p>
          <FormActions>
            <Button variant="secondary">{t.undo}</Button>
          </FormActions>
        </Form>
      ) : (
        <p class="muted">{t.notYours}</p>
      )}
    </section>
  );
}
