import type { Language } from '../texts/index.ts';
import { Button, Form, FormActions, formatNumber, LinkButton, Notice, Page, type Shell } from '../ui/index.ts';
import { importsPath } from './import.rules.ts';
import { importTexts } from './import.texts.ts';
import { draftHref, tableHref } from './paths.ts';
import { PlannedRows } from './planned.view.tsx';
import type { Preview, PreviewTable } from './preview.queries.ts';
import { EndedNotice } from './run.view.tsx';
import { tableTitle } from './table.sheets.ts';
import type { RowState } from './target.ts';
import { texts } from './texts.ts';

export interface PreviewPageProps extends Preview {
  readonly shell: Shell;
}

/** Row by row, what would happen. Nothing has been saved. */
export function PreviewPage({ shell, draft, tables, kept, run }: PreviewPageProps) {
  const { language } = shell;
  const t = texts(language).preview;
  const number = (value: number) => formatNumber(value, language);
  const count = (state: RowState) => tables.reduce((sum, { counts }) => sum + counts[state], 0);
  const [added, changed, there] = [count('new'), count('changed'), count('there')];
  const ready = tables.every(isReady);
  return (
    <Page
      shell={shell}
      wide
      title={t.title}
      lead={
        tables.length > 0 && added + changed === 0 && ready
          ? t.nothingNew
          : t.lead(number(added), number(changed), number(there))
      }
      crumbs={[
        { href: importsPath, label: importTexts(language).title },
        { href: draftHref(draft.id), label: texts(language).found.title },
      ]}
    >
      {run?.kind === 'import' && <EndedNotice run={run} language={language} />}
      {tables.map((table) => (
        <TableSection draftId={draft.id} table={table} language={language} />
      ))}
      {kept > 0 && (
        <section>
          <h2>{t.keptHeading}</h2>
          <p>{t.kept(kept)}</p>
        </section>
      )}
      <Form action={draftHref(draft.id, '/las-in')}>
        <FormActions>
          {ready && tables.length + kept > 0 && (
            <Button variant="primary">{added + changed === 0 ? t.applyKept : t.apply(number(added + changed))}</Button>
          )}
          <LinkButton href={draftHref(draft.id)}>{t.back}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

function isReady({ before, missing, counts, kept }: PreviewTable): boolean {
  return before !== undefined || (missing.length === 0 && (kept.choice.leaveOut === true || counts.faulty === 0));
}

interface SectionProps {
  readonly draftId: string;
  readonly table: PreviewTable;
  readonly language: Language;
}

function TableSection({ draftId, table, language }: SectionProps) {
  const t = texts(language).preview;
  const { kept, target, counts, remarks, missing, before } = table;
  const { number } = kept.table;
  const words = [texts(language).found.table(number), tableTitle(kept)].filter(Boolean).join(' – ');
  return (
    <section id={`tabell-${number}`}>
      <h2>{t.into(target.title(language))}</h2>
      <p class="muted">
        {words} · <a href={tableHref(draftId, number)}>{t.toColumns}</a>
      </p>
      {before !== undefined && (
        <Notice>
          <p>
            {t.before(before.title, before.importedOn)}{' '}
            <a href={`${importsPath}/${before.id}`}>{texts(language).found.seeBefore}</a>
          </p>
        </Notice>
      )}
      {before === undefined && missing.length > 0 && <Notice kind="error">{t.missing(missing.join(', '))}</Notice>}
      {remarks.length > 0 && (
        <Notice>
          {remarks.map((remark) => (
            <p>{remark}</p>
          ))}
        </Notice>
      )}
      {counts.faulty > 0 && <Faulty draftId={draftId} table={table} language={language} />}
      {before === undefined && missing.length === 0 && (
        <PlannedRows draftId={draftId} table={table} language={language} />
      )}
    </section>
  );
}

function Faulty({ draftId, table: { kept, counts }, language }: SectionProps) {
  const t = texts(language).preview;
  const out = kept.choice.leaveOut === true;
  const number = formatNumber(counts.faulty, language);
  return (
    <Notice kind={out ? 'warning' : 'error'} title={t.faults(number)}>
      <p>{out ? t.leaveOutHelp(counts.faulty) : t.faultsHelp}</p>
      <Form action={tableHref(draftId, kept.table.number, '/utelamna')} hidden={{ utelamna: out ? 'nej' : 'ja' }}>
        <Button variant="secondary">{out ? t.bringBack : t.leaveOut(counts.faulty, number)}</Button>
      </Form>
    </Notice>
  );
}
