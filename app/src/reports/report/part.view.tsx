import { RichTextField } from '../../foundation/register/index.ts';
import {
  Button,
  Checkbox,
  ConflictView,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  formatDateTime,
  LinkButton,
  Page,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import type { KeptPart } from './arrange.rules.ts';
import { Blocks } from './document.view.tsx';
import type { PartForm } from './report.commands.ts';
import type { PartPage } from './report.queries.ts';
import { report } from './report.rules.ts';
import { reportHref } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';

export interface PartPageProps {
  readonly shell: Shell;
  readonly page: PartPage;
  readonly form: PartForm;
  readonly version: number;
  readonly errors: readonly FieldError[];
}

/** The texts around one part, beside what the part itself says. */
export function PartFormPage({ shell, page, form, version, errors }: PartPageProps) {
  const { language } = shell;
  const t = partTexts(language);
  const { row, part, content } = page;
  const here = reportHref(row.id);
  const own = part.kind === 'own';
  return (
    <Page shell={shell} title={t.edit.title(page.title)} crumbs={crumbs(shell, page)}>
      <Form
        action={`${here}/delar/${part.id}`}
        id={`del-${part.id}`}
        keep
        hidden={{ version }}
        errors={errors}
        label={t.edit.title(page.title)}
      >
        <TextField
          name="heading"
          label={own ? t.edit.headingOfOwn : t.edit.heading}
          {...(own ? { required: true } : { help: t.edit.headingHelp(page.ownTitle) })}
          value={form.heading}
          maxlength={200}
          error={errorFor(errors, 'heading')}
        />
        <RichTextField
          name="textBefore"
          label={own ? t.edit.text : t.edit.before}
          {...(own ? {} : { help: t.edit.beforeHelp })}
          value={form.textBefore}
          rows={own ? 14 : 7}
          error={errorFor(errors, 'textBefore')}
        />
        {own ? (
          <input type="hidden" name="textAfter" value={form.textAfter} />
        ) : (
          <RichTextField
            name="textAfter"
            label={t.edit.after}
            help={t.edit.afterHelp}
            value={form.textAfter}
            rows={7}
            error={errorFor(errors, 'textAfter')}
          />
        )}
        <Checkbox name="chosen" label={t.edit.chosen} checked={form.chosen} plain />
        <FormActions>
          <Button>{t.edit.save}</Button>
          <LinkButton href={`${here}#del-${part.id}`}>{t.edit.cancel}</LinkButton>
        </FormActions>
      </Form>
      {content !== undefined && content.blocks.length > 0 && (
        <section aria-labelledby="hamtat" class="report-document">
          <h2 id="hamtat">{t.edit.shown}</h2>
          <p class="muted">{t.edit.shownLead(part.takenOn ?? '')}</p>
          <Blocks blocks={content.blocks} language={page.row.language ?? 'sv'} />
        </section>
      )}
      <History page={page} shell={shell} />
    </Page>
  );
}

function crumbs(shell: Shell, { row }: PartPage) {
  return [
    { href: report.path, label: report.texts(shell.language).title },
    { href: reportHref(row.id), label: row.title },
  ];
}

function History({ page, shell }: { readonly page: PartPage; readonly shell: Shell }) {
  const t = partTexts(shell.language).history;
  const { part, row, history } = page;
  return (
    <details class="history">
      <summary>{t.heading}</summary>
      <ol class="history-list">
        {history.map(({ version, at, who, changed }) => (
          <li>
            <p>
              {formatDateTime(at)} · {who || t.someone} ·{' '}
              {changed.length === 0 ? t.made : changed.map((name) => t.changed[name]).join(', ')}
            </p>
            {version !== part.version && version > 0 && row.state !== 'adopted' && (
              <form action={`${reportHref(row.id)}/delar/${part.id}/aterstall`} method="post">
                <input type="hidden" name="version" value={String(part.version)} />
                <input type="hidden" name="till" value={String(version)} />
                <Button small variant="secondary" label={t.restoreLabel(formatDateTime(at))}>
                  {t.restore}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Both versions of the same part, and a choice for each field. */
export function PartConflictPage({
  shell,
  page,
  mine,
  theirs,
}: {
  readonly shell: Shell;
  readonly page: PartPage;
  readonly mine: PartForm;
  readonly theirs: KeptPart;
}) {
  const t = partTexts(shell.language).edit;
  const word = (chosen: boolean) => (chosen ? 'on' : '');
  return (
    <Page shell={shell} title={t.conflict} crumbs={crumbs(shell, page)}>
      <ConflictView
        action={`${reportHref(page.row.id)}/delar/${theirs.id}`}
        version={theirs.version}
        fields={[
          { name: 'heading', label: t.heading, mine: mine.heading, theirs: theirs.heading },
          { name: 'textBefore', label: t.before, mine: mine.textBefore, theirs: theirs.textBefore },
          { name: 'textAfter', label: t.after, mine: mine.textAfter, theirs: theirs.textAfter },
          {
            name: 'chosen',
            label: t.chosen,
            mine: word(mine.chosen),
            theirs: word(theirs.chosen),
            show: (value) => (value === '' ? t.no : t.yes),
          },
        ]}
      />
    </Page>
  );
}
