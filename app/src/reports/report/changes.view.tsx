import {
  Button,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  LinkButton,
  Page,
  type Shell,
} from '../../foundation/ui/index.ts';
import { keyOfPart } from './arrange.rules.ts';
import type { Change } from './changes.rules.ts';
import { changeCount, type PartChanges } from './part-changes.rules.ts';
import type { ReportPage } from './report.queries.ts';
import { report } from './report.rules.ts';
import { reportHref } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';

/** Every thing that would be another: what, how it stands in the report, and how it is now. */
export function ChangesPage({
  shell,
  page,
  mayWrite,
}: {
  readonly shell: Shell;
  readonly page: ReportPage;
  readonly mayWrite: boolean;
}) {
  const { language } = shell;
  const t = partTexts(language);
  const { row, changes } = page;
  const here = reportHref(row.id);
  const composed = row.state === 'adopted' || page.parts.some(({ kind }) => kind !== 'own');
  const unchanged = composed ? t.changes.none : t.changes.notComposed;
  return (
    <Page
      shell={shell}
      title={t.changes.title(row.title)}
      lead={changes.length === 0 ? unchanged : `${t.changed(changeCount(changes))} ${t.changedLead}`}
      crumbs={[
        { href: report.path, label: report.texts(language).title },
        { href: here, label: row.title },
      ]}
    >
      {!composed && changes.length === 0 && (
        <EmptyState title={t.notComposed}>
          <p>{t.composeLead}</p>
          {mayWrite && (
            <Form action={`${here}/ta-in`} label={t.compose}>
              <FormActions>
                <Button>{t.compose}</Button>
              </FormActions>
            </Form>
          )}
        </EmptyState>
      )}
      {composed && changes.length === 0 && (
        <EmptyState title={t.upToDate} action={<LinkButton href={here}>{row.title}</LinkButton>} />
      )}
      {changes.length > 0 && mayWrite && (
        <Form action={`${here}/ta-in`} hidden={seenOf(changes)} label={t.changes.takeAll}>
          <FormActions>
            <Button>{t.changes.takeAll}</Button>
          </FormActions>
        </Form>
      )}
      {changes.map((one) => (
        <section>
          <h2>{one.title}</h2>
          {one.kind === 'changed' ? <WhatChanged one={one} shell={shell} /> : <p>{t.changes[one.kind]}</p>}
          {mayWrite && one.kind === 'changed' && (
            <Form
              action={`${here}/ta-in`}
              hidden={{ del: keyOf(one), ...seenOf([one]) }}
              label={t.changes.takePartLabel(one.title)}
            >
              <FormActions>
                <Button variant="secondary" label={t.changes.takePartLabel(one.title)}>
                  {t.changes.takePart}
                </Button>
              </FormActions>
            </Form>
          )}
        </section>
      ))}
    </Page>
  );
}

function keyOf({ part }: PartChanges): string {
  return part === undefined ? '' : keyOfPart(part);
}

/** What the person has before them, so that nothing else is taken in. */
function seenOf(changes: readonly PartChanges[]): Readonly<Record<string, string>> {
  return {
    sett: changes.map((one) => `${one.part === undefined ? '+' : keyOfPart(one.part)}:${one.hash}`).join(' '),
  };
}

function WhatChanged(props: { readonly one: PartChanges; readonly shell: Shell }) {
  const { one, shell } = props;
  const t = partTexts(shell.language).changes;
  if (one.changes.some(({ rearranged }) => rearranged)) return <p>{t.rearranged}</p>;
  if (one.changes.some(({ reshown }) => reshown)) return <p>{t.reshown}</p>;
  return <ChangeTable {...props} />;
}

function ChangeTable({ one, shell }: { readonly one: PartChanges; readonly shell: Shell }) {
  const t = partTexts(shell.language).changes;
  return (
    <DataTable<Change>
      caption={one.title}
      quietCaption
      rows={one.changes}
      columns={[
        { key: 'what', label: t.what, heads: true, cell: ({ what }) => what || t.text },
        {
          key: 'before',
          label: t.before,
          class: 'is-said',
          cell: ({ before, redrawn }) => (redrawn ? t.redrawn : before ? <del>{before}</del> : t.nothing),
        },
        {
          key: 'after',
          label: t.after,
          class: 'is-said',
          cell: ({ after, redrawn }) => (redrawn ? t.redrawnNow : after ? <ins>{after}</ins> : t.nothing),
        },
      ]}
    />
  );
}
