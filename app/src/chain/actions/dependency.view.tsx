import type { Language } from '../../foundation/texts/index.ts';
import { Button, ErrorSummary, Form, FormRow, Page, Select, type Shell, TextField } from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionTexts } from './action.texts.ts';
import type { ActionPage } from './action-page.queries.ts';
import { actionPageTexts, actionWords } from './action-page.texts.ts';
import { dependencyWarning, type LinkedAction } from './dependency.rules.ts';
import { actionHref } from './status.view.tsx';

export function Dependencies({ page, language }: { page: ActionPage; language: Language }) {
  const { row, links, today, mayChange, others } = page;
  const t = actionPageTexts(language).dependencies;
  const waiting = { state: row.state ?? 'planned', starts: row.starts } as const;
  return (
    <section id="beroenden" aria-labelledby="beroenden-rubrik">
      <h2 id="beroenden-rubrik">{t.heading}</h2>
      {links.needs.length === 0 && <p class="muted">{t.none}</p>}
      {links.needs.length > 0 && (
        <>
          <h3>{t.needs}</h3>
          <ul class="milestone-list">
            {links.needs.map((needed) => {
              const warning = dependencyWarning(waiting, needed, today);
              return (
                <li>
                  <span>
                    <Linked linked={needed} language={language} />
                    {warning !== undefined && <span class="late"> – {t.warning[warning]}</span>}
                  </span>
                  {mayChange && (
                    <form action={`${actionHref(row.id)}/beroenden/${needed.id}/ta-bort`} method="post">
                      <Button small variant="quiet" label={t.removeLabel(needed.title)}>
                        {t.remove}
                      </Button>
                    </form>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {links.neededBy.length > 0 && (
        <>
          <h3>{t.neededBy}</h3>
          <ul class="milestone-list">
            {links.neededBy.map((one) => (
              <li>
                <span>
                  <Linked linked={one} language={language} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange && <DependencyForm id={row.id} others={others} language={language} />}
    </section>
  );
}

function Linked({ linked, language }: { linked: LinkedAction; language: Language }) {
  const t = actionWords(language);
  return (
    <>
      <a href={actionHref(linked.id)}>{linked.title}</a>{' '}
      <small class="muted">
        {t.state[linked.state].toLowerCase()}
        {linked.ends !== null && `, ${linked.ends}`}
      </small>
    </>
  );
}

function DependencyForm({
  id,
  others,
  language,
  value,
  error,
}: {
  id: string;
  others: ActionPage['others'];
  language: Language;
  value?: string;
  error?: string;
}) {
  const t = actionPageTexts(language).dependencies;
  const field = { name: 'needs', label: t.field, plain: true, error } as const;
  return (
    <Form action={`${actionHref(id)}/beroenden`} label={t.add}>
      {error !== undefined && <ErrorSummary errors={[{ field: 'needs', text: error }]} />}
      <FormRow actions={<Button variant="secondary">{t.add}</Button>}>
        {others === undefined ? (
          <look-up src={`/uppslag/${action.name}`}>
            <TextField {...field} value={value} />
          </look-up>
        ) : (
          <Select
            {...field}
            placeholder={t.choose}
            value={value}
            options={others.filter((other) => other.value !== id)}
          />
        )}
      </FormRow>
    </Form>
  );
}

/** The form alone, when what was written cannot be. */
export function DependencyPage(props: {
  shell: Shell;
  row: { readonly id: string; readonly title: string };
  others: ActionPage['others'];
  value: string;
  error: string;
}) {
  const { shell, row } = props;
  const { language } = shell;
  return (
    <Page
      shell={shell}
      narrow
      title={actionPageTexts(language).dependencies.add}
      crumbs={[
        { href: action.path, label: actionTexts(language).title },
        { href: actionHref(row.id), label: row.title },
      ]}
    >
      <DependencyForm id={row.id} others={props.others} language={language} value={props.value} error={props.error} />
    </Page>
  );
}
