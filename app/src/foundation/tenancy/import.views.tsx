import type { Language } from '../texts/index.ts';
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
} from '../ui/index.ts';
import { effectText } from './effect-words.ts';
import type { FileProblem, Preview } from './import.commands.ts';
import { type ImportTexts, importTexts } from './import.texts.ts';
import { columnNames, importColumns } from './import-file.rules.ts';
import type { PlannedRow } from './import-plan.rules.ts';
import { tenancyTexts } from './texts.ts';

const shownRows = 200;
const path = '/organisation/import';

export function UploadPage({
  shell,
  problem,
}: {
  shell: Shell;
  problem?: FileProblem | { readonly reason: 'noFile' } | undefined;
}) {
  const texts = importTexts(shell.language);
  const error =
    problem && (problem.reason === 'columnTwice' ? texts.columnTwice(problem.column) : texts.problem[problem.reason]);
  const errors = error === undefined ? [] : [{ field: 'file', text: error }];
  return (
    <Page
      shell={shell}
      title={texts.title}
      lead={texts.lead}
      crumbs={crumbs(shell.language)}
      actions={
        <LinkButton href={`${path}/mall.xlsx`} download>
          {texts.template}
        </LinkButton>
      }
      narrow
    >
      <Form action={path} multipart errors={errors}>
        <TextField
          name="file"
          type="file"
          label={texts.file}
          help={texts.fileHelp}
          error={error}
          required
          accept=".xlsx,.csv,.txt"
        />
        <FormActions>
          <Button>{texts.upload}</Button>
        </FormActions>
      </Form>
      <section>
        <h2>{texts.how}</h2>
        <p>{texts.howRows}</p>
        <p>{importColumns.map((column) => columnNames[column][0]).join(' · ')}</p>
        <p>{texts.howRole}</p>
        <p>{texts.howPeople}</p>
      </section>
    </Page>
  );
}

function crumbs(language: Language) {
  return [{ href: '/organisation', label: tenancyTexts(language).organisation }];
}

export function PreviewPage({ shell, preview }: { shell: Shell; preview: Preview }) {
  const texts = importTexts(shell.language);
  const { plan } = preview;
  const number = (value: number) => formatNumber(value, shell.language);
  const rows = number(plan.rows.length);
  const lead =
    plan.faults.length > 0 ? texts.previewFaults(plan.faults.length, rows) : texts.previewLead(preview.fileName, rows);
  const changes = plan.rows.some(({ effects }) => effects.length > 0);
  return (
    <Page
      shell={shell}
      title={texts.preview}
      lead={lead}
      crumbs={[...crumbs(shell.language), { href: path, label: texts.title }]}
    >
      {preview.ignored.length > 0 && (
        <Notice kind="warning">
          <p>{texts.ignored(preview.ignored.join(', '))}</p>
        </Notice>
      )}
      {plan.faults.length > 0 && <Faults preview={preview} texts={texts} />}
      {plan.faults.length === 0 && !changes && (
        <Notice>
          <p>{texts.nothing}</p>
        </Notice>
      )}
      {changes && <Summary preview={preview} texts={texts} number={number} />}
      <Form action={`${path}/${preview.id}`}>
        <FormActions>
          {plan.faults.length === 0 && changes && <Button>{texts.apply}</Button>}
          <LinkButton href={path}>{texts.again}</LinkButton>
        </FormActions>
      </Form>
      <Rows preview={preview} texts={texts} language={shell.language} number={number} />
    </Page>
  );
}

function Faults({ preview, texts }: { preview: Preview; texts: ImportTexts }) {
  return (
    <section>
      <h2>{texts.faults}</h2>
      <DataTable
        caption={texts.faults}
        quietCaption
        rows={preview.plan.faults.slice(0, shownRows)}
        columns={[
          { key: 'row', label: texts.row, kind: 'number', cell: ({ row }) => String(row) },
          { key: 'column', label: texts.column, cell: ({ column }) => columnNames[column][0] ?? column },
          { key: 'what', label: texts.what, cell: ({ reason, value }) => texts.fault[reason](value) },
        ]}
      />
    </section>
  );
}

function Summary({
  preview,
  texts,
  number,
}: {
  preview: Preview;
  texts: ImportTexts;
  number: (value: number) => string;
}) {
  const counts = (['committees', 'departments', 'units', 'people', 'changedPeople', 'roles'] as const)
    .map((name) => ({ label: texts.count[name], count: preview.plan[name].length }))
    .filter(({ count }) => count > 0);
  return (
    <section>
      <h2>{texts.summary}</h2>
      <dl>
        {counts.map(({ label, count }) => (
          <>
            <dt>{label}</dt>
            <dd>{number(count)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

interface RowsProps {
  readonly preview: Preview;
  readonly texts: ImportTexts;
  readonly language: Language;
  readonly number: (value: number) => string;
}

function Rows({ preview, texts, language, number }: RowsProps) {
  const { rows } = preview.plan;
  return (
    <section>
      <h2>{texts.rows}</h2>
      {rows.length > shownRows && <p class="muted">{texts.moreRows(number(shownRows), number(rows.length))}</p>}
      <DataTable
        caption={texts.rows}
        quietCaption
        rows={rows.slice(0, shownRows)}
        columns={[
          { key: 'row', label: texts.row, kind: 'number', cell: ({ row }) => String(row.number) },
          { key: 'contents', label: texts.contents, cell: contentsOf },
          { key: 'effects', label: texts.effects, cell: (planned) => effectsOf(planned, texts, language) },
        ]}
      />
    </section>
  );
}

function contentsOf({ row }: PlannedRow): string {
  return importColumns
    .map((column) => row.cells[column])
    .filter(Boolean)
    .join(' · ');
}

function effectsOf({ effects, faults }: PlannedRow, texts: ImportTexts, language: Language): string {
  if (faults.length > 0) return faults.map(({ reason, value }) => texts.fault[reason](value)).join(' ');
  const words = effects.map((effect) => effectText(effect, language));
  return words.length === 0 ? texts.noEffect : words.join(', ');
}
