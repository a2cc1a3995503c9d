import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Column,
  DataTable,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  type Shell,
  TextArea,
} from '../../foundation/ui/index.ts';
import type { FocusRow } from './analysis.queries.ts';
import { analysisTexts } from './analysis.texts.ts';
import { analysisHref } from './analysis-address.rules.ts';
import { sameWords } from './item.rules.ts';
import type { PastePreview } from './paste.commands.ts';
import type { PlannedRow } from './paste.rules.ts';
import { pasteTexts } from './paste.texts.ts';

interface PasteProps {
  readonly shell: Shell;
  readonly focus: FocusRow;
  readonly text: string;
}

export function PastePage({ shell, focus, text, error }: PasteProps & { readonly error?: string }) {
  const { language } = shell;
  const t = pasteTexts(language);
  const errors = error === undefined ? [] : [{ field: 'tabell', text: error }];
  return (
    <Page shell={shell} title={t.title} lead={t.lead} crumbs={crumbs(focus, language)}>
      {/* The answer is a page and no redirect, which Turbo takes after a form only when something is wrong. */}
      <div data-turbo="false">
        <Form action={`/fokus/${focus.id}/orsaker/klistra`} errors={errors}>
          <paste-table>
            <TextArea name="tabell" label={t.field} help={t.help} value={text} rows={12} required error={error} />
          </paste-table>
          <FormActions>
            <Button>{t.preview}</Button>
          </FormActions>
        </Form>
      </div>
      <section>
        <h2>{t.rules}</h2>
        <ul>
          {Object.values(t.rule).map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function crumbs(focus: FocusRow, language: Language) {
  return [
    { href: `/fokus/${focus.id}`, label: focus.title },
    { href: analysisHref(focus.id), label: analysisTexts(language).navigation },
  ];
}

/** Row by row, what would happen. Nothing has been saved. */
export function PastePreviewPage({ shell, focus, text, preview }: PasteProps & { readonly preview: PastePreview }) {
  const { language } = shell;
  const t = pasteTexts(language);
  const { plan, newCostTypes, pasted } = preview;
  const faulty = plan.filter(({ state }) => state === 'faulty').length;
  const counts = countsOf(plan);
  const nothing = counts.problems + counts.causes + counts.suggestions === 0;
  return (
    <Page
      shell={shell}
      wide
      title={t.previewTitle}
      lead={
        faulty > 0
          ? t.faulty(faulty)
          : nothing
            ? t.nothingNew(plan.length)
            : t.summary(plan.length, counts.problems, counts.causes, counts.suggestions)
      }
      crumbs={crumbs(focus, language)}
    >
      {newCostTypes.length > 0 && <Notice>{t.newCostTypes(newCostTypes.join(', '))}</Notice>}
      <DataTable caption={t.previewTitle} quietCaption rows={plan} columns={planColumns(plan, language)} />
      {pasted.ok && pasted.headings.length > 0 && <p class="muted">{t.headings(pasted.headings.join(' · '))}</p>}
      <div data-turbo="false">
        <FormActions>
          {faulty === 0 && !nothing && (
            <Form action={`/fokus/${focus.id}/orsaker/klistra`} hidden={{ tabell: text, spara: 'ja' }}>
              <Button>{t.save}</Button>
            </Form>
          )}
          <Form action={`/fokus/${focus.id}/orsaker/klistra`} hidden={{ tabell: text, andra: 'ja' }}>
            <Button variant="secondary">{t.again}</Button>
          </Form>
          <LinkButton href={analysisHref(focus.id)}>{analysisTexts(language).navigation}</LinkButton>
        </FormActions>
      </div>
    </Page>
  );
}

export function countsOf(plan: readonly PlannedRow[]): { problems: number; causes: number; suggestions: number } {
  const sum = (of: (row: PlannedRow) => number) => plan.reduce((total, row) => total + of(row), 0);
  return {
    problems: plan.filter(({ state }) => state === 'new').length,
    causes: sum(({ newCauses }) => newCauses.length),
    suggestions: sum(({ newSuggestions }) => newSuggestions.length),
  };
}

function planColumns(plan: readonly PlannedRow[], language: Language): readonly Column<PlannedRow>[] {
  const t = pasteTexts(language);
  return [
    { key: 'line', label: t.columns.line, kind: 'number', cell: ({ number }) => number },
    { key: 'area', label: t.columns.area, cell: ({ area }) => area },
    { key: 'costType', label: t.columns.costType, cell: ({ costType }) => costType },
    {
      key: 'problem',
      label: t.columns.problem,
      heads: true,
      cell: ({ problem, goesOnWith }) =>
        goesOnWith === undefined ? problem : <em class="muted">{t.goesOn(plan[goesOnWith]!.number)}</em>,
    },
    {
      key: 'causes',
      label: t.columns.causes,
      cell: ({ causes, newCauses }) => <Items items={causes} added={newCauses} language={language} />,
    },
    {
      key: 'suggestions',
      label: t.columns.suggestions,
      cell: ({ suggestions, newSuggestions }) => (
        <Items items={suggestions} added={newSuggestions} language={language} />
      ),
    },
    {
      key: 'what',
      label: t.columns.what,
      cell: ({ state, fault }) => (
        <>
          {t.state[state]}
          {fault !== undefined && <p class="field-error">{t.fault[fault]}</p>}
        </>
      ),
    },
  ];
}

function Items({ items, added, language }: { items: readonly string[]; added: readonly string[]; language: Language }) {
  if (items.length === 0) return null;
  const isNew = new Set(added.map(sameWords));
  return (
    <ul class="cause-items">
      {items.map((item) => (
        <li>
          {item}
          {!isNew.has(sameWords(item)) && <small class="muted">{pasteTexts(language).already}</small>}
        </li>
      ))}
    </ul>
  );
}
