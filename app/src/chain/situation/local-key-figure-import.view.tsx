import {
  Button,
  DataTable,
  Form,
  FormActions,
  formatNumber,
  LinkButton,
  Notice,
  Page,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { texts } from './local-key-figure.texts.ts';
import { path } from './local-key-figure.views.tsx';
import { cellText, missingReasons, reasonText } from './local-key-figure-cell.rules.ts';
import type { ValueFileProblem, ValuePreview } from './local-key-figure-import.commands.ts';
import { type PlannedValue, valueColumnNames, valueColumns } from './local-key-figure-import.rules.ts';
import { importTexts } from './local-key-figure-import.texts.ts';

const shownRows = 200;
export const importPath = `${path}/import`;

export interface ValueUploadProps {
  readonly shell: Shell;
  readonly problem?: ValueFileProblem | { readonly reason: 'noFile' } | undefined;
}

export function ValueUploadPage({ shell, problem }: ValueUploadProps) {
  const { language } = shell;
  const t = importTexts(language);
  const error =
    problem && (problem.reason === 'columnTwice' ? t.columnTwice(problem.column) : t.problem[problem.reason]);
  return (
    <Page
      shell={shell}
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: path, label: texts(language).title }]}
      actions={
        <LinkButton href={`${importPath}/mall.xlsx`} download>
          {t.template}
        </LinkButton>
      }
      narrow
    >
      <Form action={importPath} multipart errors={error === undefined ? [] : [{ field: 'file', text: error }]}>
        <TextField
          name="file"
          type="file"
          label={t.file}
          help={t.fileHelp}
          error={error}
          required
          accept=".xlsx,.csv,.txt"
        />
        <FormActions>
          <Button>{t.upload}</Button>
        </FormActions>
      </Form>
      <section>
        <h2>{t.how}</h2>
        <p>{t.howRows}</p>
        <p>{valueColumns.map((column) => valueColumnNames[column][0]).join(' · ')}</p>
        <p>{t.howGender}</p>
        <p>
          {t.howValue} {missingReasons.map((reason) => reasonText(reason, language)).join(', ')}.
        </p>
      </section>
    </Page>
  );
}

export function ValuePreviewPage({ shell, preview }: { shell: Shell; preview: ValuePreview }) {
  const { language } = shell;
  const t = importTexts(language);
  const { plan, ignored } = preview;
  const number = (value: number) => formatNumber(value, language);
  const count = (effect: PlannedValue['effect']) => number(plan.rows.filter((row) => row.effect === effect).length);
  const rows = number(plan.rows.length);
  const faulty = plan.faults.length > 0;
  return (
    <Page
      shell={shell}
      title={t.preview}
      lead={faulty ? t.previewFaults(plan.faults.length, rows) : t.previewLead(preview.fileName, rows)}
      crumbs={[
        { href: path, label: texts(language).title },
        { href: importPath, label: t.title },
      ]}
    >
      {ignored.length > 0 && (
        <Notice kind="warning">
          <p>{t.ignored(ignored.join(', '))}</p>
        </Notice>
      )}
      {faulty ? (
        <Faults preview={preview} shell={shell} />
      ) : (
        <p>{plan.values.length === 0 ? t.nothing : t.counts(count('new'), count('changed'), count('same'))}</p>
      )}
      <Form action={`${importPath}/${preview.id}`}>
        <FormActions>
          {!faulty && plan.values.length > 0 && <Button>{t.apply}</Button>}
          <LinkButton href={importPath}>{t.again}</LinkButton>
        </FormActions>
      </Form>
      <section>
        <h2>{t.rows}</h2>
        {plan.rows.length > shownRows && <p class="muted">{t.moreRows(number(shownRows), rows)}</p>}
        <DataTable
          caption={t.rows}
          quietCaption
          rows={plan.rows.slice(0, shownRows)}
          columns={[
            { key: 'row', label: t.row, kind: 'number', cell: ({ row }) => String(row.number) },
            {
              key: 'contents',
              label: t.contents,
              cell: ({ row }) =>
                valueColumns
                  .map((column) => row.cells[column])
                  .filter(Boolean)
                  .join(' · '),
            },
            {
              key: 'effect',
              label: t.effect,
              cell: ({ effect, before, faults }) =>
                faults.length > 0
                  ? faults.map(({ reason, value }) => t.fault[reason](value)).join(' ')
                  : before !== undefined
                    ? t.changedFrom(cellText(before, language))
                    : effect && t.effects[effect],
            },
          ]}
        />
      </section>
    </Page>
  );
}

function Faults({ preview, shell }: { preview: ValuePreview; shell: Shell }) {
  const t = importTexts(shell.language);
  return (
    <section>
      <h2>{t.faults}</h2>
      <DataTable
        caption={t.faults}
        quietCaption
        rows={preview.plan.faults.slice(0, shownRows)}
        columns={[
          { key: 'row', label: t.row, kind: 'number', cell: ({ row }) => String(row) },
          { key: 'column', label: t.column, cell: ({ column }) => valueColumnNames[column][0] ?? column },
          { key: 'what', label: t.what, cell: ({ reason, value }) => t.fault[reason](value) },
        ]}
      />
    </section>
  );
}
