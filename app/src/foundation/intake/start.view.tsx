import type { Language } from '../texts/index.ts';
import {
  Button,
  describe,
  Field,
  type FieldError,
  Form,
  FormActions,
  formatDateTime,
  LinkButton,
  Page,
  type Shell,
  TextArea,
} from '../ui/index.ts';
import type { UnderWay } from './draft.queries.ts';
import { importsPath } from './import.rules.ts';
import { importTexts } from './import.texts.ts';
import { draftHref, pasteHref, runHref } from './paths.ts';
import { texts } from './texts.ts';

/** What files the readers read; a browser offers these first. */
const accepted = '.docx,.xlsx,.pdf,.csv,.txt,.tsv';

export interface StartProps {
  /** The register that the person came from. */
  readonly wanted: { readonly key: string; readonly title: string } | undefined;
  readonly limit: number;
  readonly underWay: UnderWay;
  readonly language: Language;
}

/** Above the list of imports: a file, or the way to pasting. */
export function StartPanel({ wanted, limit, underWay, language }: StartProps) {
  const t = texts(language).start;
  const megabytes = String(Math.floor(limit / (1024 * 1024)));
  const field = { name: 'file', label: t.file, help: t.fileHelp(megabytes), required: true };
  return (
    <section aria-label={t.form}>
      {wanted !== undefined && <p>{t.into(wanted.title)}</p>}
      <file-upload max-bytes={String(limit)}>
        <Form action={importsPath} multipart label={t.form} hidden={{ till: wanted?.key ?? '' }}>
          <Field {...field}>
            <input class="ds-input" type="file" name="file" accept={accepted} {...describe(field)} />
          </Field>
          <FormActions>
            <Button variant="primary">{t.send}</Button>
            <LinkButton href={pasteHref(wanted?.key)}>{t.paste}</LinkButton>
          </FormActions>
        </Form>
      </file-upload>
      <UnderWayList underWay={underWay} language={language} />
      <h2>{t.earlier}</h2>
    </section>
  );
}

/** The way back to what one has left. */
function UnderWayList({ underWay: { runs, drafts }, language }: Pick<StartProps, 'underWay' | 'language'>) {
  const t = texts(language).start;
  const going = runs.map(({ id, kind, title }) => ({ href: runHref(id), title, what: t.going[kind] }));
  const waiting = drafts.map(({ id, title, broughtAt }) => ({
    href: draftHref(id),
    title,
    what: t.waits(formatDateTime(broughtAt)),
  }));
  if (going.length + waiting.length === 0) return null;
  return (
    <>
      <h2>{t.underWay}</h2>
      <ul class="under-way">
        {[...going, ...waiting].map(({ href, title, what }) => (
          <li>
            <a href={href}>{title}</a> <span class="muted">{what}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export interface PasteProps {
  readonly shell: Shell;
  readonly wanted: StartProps['wanted'];
  readonly text: string;
  readonly errors: readonly FieldError[];
}

export function PastePage({ shell, wanted, text, errors }: PasteProps) {
  const t = texts(shell.language).paste;
  return (
    <Page
      shell={shell}
      narrow
      title={wanted === undefined ? t.title : t.titleInto(wanted.title)}
      lead={t.lead}
      crumbs={[{ href: importsPath, label: importTexts(shell.language).title }]}
    >
      <Form action={pasteHref()} errors={errors} hidden={{ till: wanted?.key ?? '' }}>
        <paste-table>
          <TextArea
            name="tabell"
            label={t.field}
            help={t.help}
            value={text}
            rows={14}
            required
            error={errors.find(({ field }) => field === 'tabell')?.text}
          />
        </paste-table>
        <FormActions>
          <Button variant="primary">{t.send}</Button>
          <LinkButton
            href={wanted === undefined ? importsPath : `${importsPath}?till=${encodeURIComponent(wanted.key)}`}
          >
            {t.file}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
