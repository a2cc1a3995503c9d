import {
  Button,
  DataTable,
  Form,
  FormActions,
  formatDateTime,
  formatNumber,
  Notice,
  Page,
  type Shell,
} from '../ui/index.ts';
import type { FetchRow } from './fetch.store.ts';
import { importFaultLines } from './fetch-fault-words.ts';
import { koladaPath } from './fetch-progress.view.tsx';
import { canGoOn, outcomeWords, requestWords } from './fetch-words.ts';
import { koladaPageTexts } from './kolada-page.texts.ts';

interface FetchDetailProps {
  readonly shell: Shell;
  readonly row: FetchRow;
  readonly who: string | undefined;
  readonly archive: string;
}

/** One fetch with all that it leaves to ask about. */
export function FetchDetailPage({ shell, row, who, archive }: FetchDetailProps) {
  const { language } = shell;
  const t = koladaPageTexts(language);
  const { outcome } = row;
  const faults = outcome?.kind === 'failed' && outcome.fault.code === 'files' ? outcome.fault : undefined;
  const words = outcomeWords(row, archive, language);
  return (
    <Page
      shell={shell}
      title={`${t.state[row.state]}: ${requestWords(row.request, language)}`}
      lead={t.startedBy(who ?? t.someone, formatDateTime(row.created_at))}
      crumbs={[
        { href: '/administration', label: t.administration },
        { href: koladaPath, label: t.title },
      ]}
      narrow
    >
      <Notice kind={row.state === 'done' ? 'success' : row.state === 'failed' ? 'error' : 'info'}>
        <p>{words.split('\n')[0]}</p>
      </Notice>
      {faults && (
        <DataTable
          caption={t.faults}
          rows={importFaultLines(faults, language)}
          columns={[
            { key: 'number', label: t.number, kind: 'number', cell: (_, index) => formatNumber(index + 1, language) },
            { key: 'fault', label: t.fault, cell: (line) => line },
          ]}
        />
      )}
      <Questions row={row} shell={shell} />
      {canGoOn(row) && (
        <Form action={`${koladaPath}/${row.id}/igen`}>
          <FormActions>
            <Button>{t.again}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}

const shownAtMost = 300;

/** What Kolada answered strangely: nothing here has been lost, but somebody may want to look. */
function Questions({ row, shell }: { row: FetchRow; shell: Shell }) {
  const t = koladaPageTexts(shell.language);
  const number = (value: number) => formatNumber(value, shell.language);
  const questions = questionsOf(row, t, number).filter(([, items]) => items.length > 0);
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>{t.details}</h2>
      {questions.map(([label, items]) => (
        <details>
          <summary>
            {label}: {number(items.length)}
          </summary>
          <ul>
            {items.slice(0, shownAtMost).map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function questionsOf(
  { outcome }: FetchRow,
  t: ReturnType<typeof koladaPageTexts>,
  number: (value: number) => string,
): readonly (readonly [string, readonly string[]])[] {
  if (outcome?.kind === 'imported') return [[t.withoutCatalogue, outcome.report.kpisWithoutCatalogue]];
  if (outcome?.kind !== 'synced') return [];
  const { report } = outcome;
  return [
    [t.unknown, report.unknown],
    [t.emptied, report.emptied],
    [t.absent, report.absent.map(({ kpi, figures }) => t.absentFigures(kpi, figures, number(figures)))],
    [t.unreadable, report.failed.map(({ kpi, message }) => `${kpi}: ${message}`)],
    [t.shrunk, report.shrunk.map(({ list, had, got }) => `${list}: ${number(got)} / ${number(had)}`)],
    [t.silent, report.silent],
  ];
}
