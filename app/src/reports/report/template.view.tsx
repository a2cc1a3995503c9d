import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  describe,
  Field,
  Form,
  FormActions,
  formatDateTime,
  formatNumber,
  LinkButton,
  Page,
  type Shell,
} from '../../foundation/ui/index.ts';
import { report } from './report.rules.ts';
import { templatePath } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';
import type { WordTemplate } from './template.store.ts';

export function TemplatePage({
  shell,
  template,
  limit,
  mayManage,
  faults = [],
}: {
  readonly shell: Shell;
  readonly template: WordTemplate | undefined;
  /** In bytes. */
  readonly limit: number;
  /** Whether this person may also change the municipality's logo and colour. */
  readonly mayManage: boolean;
  readonly faults?: readonly string[];
}) {
  const { language } = shell;
  const t = partTexts(language).templatePage;
  const field = { name: 'file', label: t.file, help: t.fileHelp(size(limit, language)), required: true } as const;
  const error = faults.length === 0 ? undefined : faults.join(' ');
  return (
    <Page
      shell={shell}
      narrow
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: report.path, label: report.texts(language).title }]}
    >
      {template === undefined ? <p>{t.none}</p> : <Current template={template} language={language} />}
      {mayManage && (
        <p>
          <a href="/administration#logotyp">{t.look}</a>
        </p>
      )}
      <file-upload max-bytes={String(limit)}>
        <Form
          action={templatePath}
          id="mall"
          label={t.upload}
          multipart
          errors={error === undefined ? [] : [{ field: 'file', text: error }]}
        >
          <input type="hidden" name="version" value={String(template?.version ?? 0)} />
          <Field {...field} {...(error === undefined ? {} : { error })}>
            <input class="ds-input" type="file" name="file" accept=".docx" {...describe({ ...field, error })} />
          </Field>
          <FormActions>
            <Button>{t.upload}</Button>
          </FormActions>
        </Form>
      </file-upload>
    </Page>
  );
}

function Current({ template, language }: { readonly template: WordTemplate; readonly language: Language }) {
  const t = partTexts(language).templatePage;
  const { fileName, bytes, changedAt, active, version } = template;
  return (
    <>
      <p>
        {active ? t.inUse(fileName, size(bytes, language), formatDateTime(new Date(changedAt))) : t.aside(fileName)}
      </p>
      <FormActions>
        <LinkButton href={`${templatePath}/fil.docx`} download>
          {t.download}
        </LinkButton>
        <form action={`${templatePath}/anvand`} method="post">
          <input type="hidden" name="version" value={String(version)} />
          <input type="hidden" name="anvand" value={active ? 'nej' : 'ja'} />
          <Button variant="secondary">{active ? t.putAside : t.use}</Button>
        </form>
      </FormActions>
    </>
  );
}

function size(bytes: number, language: Language): string {
  return bytes < 1024 * 1024
    ? `${formatNumber(Math.max(1, bytes / 1024), language)} kB`
    : `${formatNumber(bytes / (1024 * 1024), language)} MB`;
}
