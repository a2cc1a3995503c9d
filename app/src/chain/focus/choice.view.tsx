import {
  Button,
  DataTable,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  formatNumber,
  LinkButton,
  Page,
  Radios,
  type Shell,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import { focusArea } from './area.rules.ts';
import { candidate, grounds } from './candidate.rules.ts';
import type { ChoiceFault, ChoiceForm } from './choice.rules.ts';
import { choicePath, comparePath } from './compare.view.tsx';
import type { DecisionPage, RankedCandidate } from './focus.queries.ts';
import { texts } from './focus.texts.ts';

export interface ChoicePageProps {
  readonly shell: Shell;
  readonly candidates: readonly RankedCandidate[];
  readonly form: ChoiceForm;
  readonly faults: readonly ChoiceFault[];
}

/** Every candidate stands on the page, strongest first, with room for why it is chosen or not. */
export function ChoicePage({ shell, candidates, form, faults }: ChoicePageProps) {
  const { language } = shell;
  const t = texts(language);
  const errors: readonly FieldError[] = faults.map((fault) => ({
    field: fault.field,
    text: fault.reason === 'unknownPeople' ? t.fault.unknownPeople(fault.names.join(', ')) : t.fault[fault.reason],
  }));
  const said = new Map(form.candidates.map((one) => [one.id, one]));
  return (
    <Page
      shell={shell}
      narrow
      title={t.choose}
      lead={t.chooseLead}
      crumbs={[
        { href: focusArea.path, label: t.areas },
        { href: comparePath, label: t.compare },
      ]}
    >
      <Form action={choicePath} id="val" keep errors={errors}>
        <TextField
          name="decidedOn"
          type="date"
          label={t.decidedOn}
          value={form.decidedOn}
          error={errorFor(errors, 'decidedOn')}
          required
          size={12}
        />
        <TextField
          name="body"
          label={t.body}
          help={t.bodyHelp}
          value={form.body}
          error={errorFor(errors, 'body')}
          maxlength={200}
          required
        />
        <look-up src="/uppslag/person">
          <TextArea
            name="present"
            label={t.present}
            help={t.presentHelp}
            value={form.present.join('\n')}
            error={errorFor(errors, 'present')}
            rows={3}
          />
        </look-up>
        <div id="f-candidates" tabindex={-1}>
          {candidates.map(({ id, title, score }) => (
            <section>
              <h2>{title}</h2>
              <p class="muted">
                {t.score}: {score.points === undefined ? '–' : formatNumber(score.points, language)},{' '}
                {t.judged(score.judged, score.of)}
              </p>
              <Radios
                name={`choice-${id}`}
                label={t.choiceOf(title)}
                plain
                inline
                value={said.get(id)?.choice ?? ''}
                options={[
                  { value: 'chosen', label: t.chosen },
                  { value: 'notChosen', label: t.notChosen },
                  { value: '', label: t.notWeighed },
                ]}
              />
              <TextArea
                name={`reason-${id}`}
                label={t.reasonOf(title)}
                value={said.get(id)?.reason ?? ''}
                error={errorFor(errors, `reason-${id}`)}
                rows={3}
                plain
              />
            </section>
          ))}
        </div>
        <TextArea name="note" label={t.note} value={form.note} rows={3} />
        <FormActions>
          <Button variant="primary">{t.saveChoice}</Button>
          <LinkButton href={comparePath}>{t.compare}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

/** A choice as it was made. */
export function DecisionView({ shell, page }: { shell: Shell; page: DecisionPage }) {
  const { language } = shell;
  const t = texts(language);
  const { decision, candidates, present } = page;
  const words = candidate.texts(language);
  const part = (chosen: boolean) => candidates.filter((one) => one.chosen === chosen);
  return (
    <Page
      shell={shell}
      title={t.decisionTitle(decision.body, decision.decidedOn)}
      crumbs={[
        { href: focusArea.path, label: t.areas },
        { href: comparePath, label: t.compare },
      ]}
    >
      {present.length > 0 && (
        <p>
          {t.present}: {present.join(', ')}
        </p>
      )}
      {decision.note !== '' && <p class="plain-text">{decision.note}</p>}
      {[true, false].map(
        (chosen) =>
          part(chosen).length > 0 && (
            <section>
              <h2>{chosen ? t.whatChosen : t.whatNotChosen}</h2>
              <DataTable
                caption={chosen ? t.whatChosen : t.whatNotChosen}
                quietCaption
                rows={part(chosen)}
                columns={[
                  {
                    key: 'title',
                    label: words.fields.title!,
                    heads: true,
                    cell: (one) => (
                      <a
                        href={
                          one.areaId === null
                            ? `${candidate.path}/${one.candidateId}`
                            : `${focusArea.path}/${one.areaId}`
                        }
                      >
                        {one.title}
                      </a>
                    ),
                  },
                  {
                    key: 'score',
                    label: t.score,
                    kind: 'number',
                    cell: ({ score }) => (score === null ? '–' : formatNumber(score, language)),
                  },
                  { key: 'reason', label: t.reason, cell: ({ reason }) => <span class="plain-text">{reason}</span> },
                ]}
              />
            </section>
          ),
      )}
      <p class="muted">
        {t.weighedWith}: {grounds.map((ground) => `${words.fields[ground]} ${decision.weights[ground]}`).join(' · ')}.{' '}
        {t.source}
      </p>
    </Page>
  );
}
