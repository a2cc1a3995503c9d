import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  Checkbox,
  type Content,
  type Crumb,
  DataTable,
  EmptyState,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  formatDate,
  LinkButton,
  Notice,
  Page,
  Radios,
  Select,
  type Shell,
  Tag,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import { type Decision, type DecisionFault, type DecisionForm, holdingDecisions, outcomes } from './decision.rules.ts';
import { decisionTexts } from './decision.texts.ts';
import type { PieceFault, PieceForm } from './handover.rules.ts';
import type { Track } from './proposal.rules.ts';

export type Options = readonly { readonly value: string; readonly label: string }[] | undefined;

export interface DecisionPageProps {
  readonly shell: Shell;
  readonly id: string;
  readonly title: string;
  readonly track: Track | null;
  readonly decisions: readonly Decision[];
  readonly actions: readonly { readonly id: string; readonly title: string }[];
  readonly isDecided: boolean;
  readonly mayDecide: boolean;
  readonly form: DecisionForm;
  readonly makeAction: boolean;
  readonly faults: readonly DecisionFault[];
  /** The decision that is being corrected. */
  readonly correcting: Decision | undefined;
  readonly another: boolean;
  readonly committees: Options;
  readonly people: Options;
  readonly tabs: Content;
  readonly crumbs: readonly Crumb[];
}

export function decisionLine(decision: Decision, language: Language): string {
  const t = decisionTexts(language);
  return t.line(t.outcomes[decision.outcome], formatDate(decision.decidedOn), decision.body);
}

export function DecisionPage(props: DecisionPageProps) {
  const { shell, decisions, id } = props;
  const { language } = shell;
  const t = decisionTexts(language);
  const [latest] = holdingDecisions(decisions);
  return (
    <Page
      shell={shell}
      title={t.title(props.title)}
      lead={latest === undefined ? t.none : decisionLine(latest, language)}
      crumbs={props.crumbs}
    >
      {props.tabs}
      {decisions.length > 0 && <Decisions {...props} />}
      <section aria-labelledby="atgarder">
        <h2 id="atgarder">{t.actions}</h2>
        {props.actions.length === 0 ? (
          <p class="muted">{t.noActions}</p>
        ) : (
          <ul>
            {props.actions.map((action) => (
              <li>
                <a href={`/atgarder/${action.id}`}>{action.title}</a>
              </li>
            ))}
          </ul>
        )}
        {props.mayDecide && props.isDecided && (
          <p>
            <LinkButton href={`/forslag/${id}/atgarder`}>{t.makeMore}</LinkButton>
          </p>
        )}
      </section>
      {props.mayDecide && props.track === null && (
        <EmptyState
          title={t.trackNeeded}
          action={<LinkButton href={`/forslag/${id}/beslutsvag`}>{t.trackGo}</LinkButton>}
        />
      )}
      {props.mayDecide && props.track !== null && <RecordForm {...props} track={props.track} />}
    </Page>
  );
}

function Decisions({ shell, decisions, mayDecide, id }: DecisionPageProps) {
  const { language } = shell;
  const t = decisionTexts(language);
  const holding = new Set(holdingDecisions(decisions).map((decision) => decision.id));
  return (
    <section aria-labelledby="beslut">
      <h2 id="beslut">{t.list}</h2>
      <DataTable
        caption={t.list}
        quietCaption
        rows={decisions}
        columns={[
          {
            key: 'outcome',
            label: t.outcome,
            heads: true,
            cell: (decision) => (
              <>
                {holding.has(decision.id) ? t.outcomes[decision.outcome] : <del>{t.outcomes[decision.outcome]}</del>}{' '}
                {!holding.has(decision.id) && <Tag tone="warning">{t.corrected}</Tag>}
                {decision.corrects !== null && <Tag>{t.corrects}</Tag>}
              </>
            ),
          },
          { key: 'day', label: t.day, cell: ({ decidedOn }) => formatDate(decidedOn) },
          { key: 'body', label: t.body, cell: ({ body, track }) => `${body} (${t.tracks[track]})` },
          {
            key: 'where',
            label: t.where,
            cell: ({ registryNumber, minutesParagraph }) =>
              [registryNumber, minutesParagraph].filter(Boolean).join(', '),
          },
          { key: 'reason', label: t.reason, cell: ({ reason }) => <span class="plain-text">{reason}</span> },
          ...(mayDecide
            ? [
                {
                  key: 'correct',
                  label: t.correct,
                  quietLabel: true,
                  cell: (decision: Decision) =>
                    holding.has(decision.id) && (
                      <LinkButton
                        href={`/forslag/${id}/beslut?rattar=${decision.id}#skriv`}
                        small
                        label={t.correctLabel(t.outcomes[decision.outcome], formatDate(decision.decidedOn))}
                      >
                        {t.correct}
                      </LinkButton>
                    ),
                },
              ]
            : []),
        ]}
      />
      <p class="muted">{t.immutable}</p>
    </section>
  );
}

function RecordForm(props: DecisionPageProps & { readonly track: Track }) {
  const { shell, form, correcting, id } = props;
  const { language } = shell;
  const t = decisionTexts(language);
  const errors = props.faults.map(({ field, reason }) => ({
    field,
    text: `${t.fields[field]}: ${t.faults[reason]}`,
  }));
  const text = (name: 'body' | 'registryNumber' | 'minutesParagraph') => (
    <TextField
      name={name}
      label={t.fields[name]}
      help={t.help[name]}
      value={form[name]}
      error={errorFor(errors, name)}
    />
  );
  return (
    <section aria-labelledby="skriv">
      <h2 id="skriv">{correcting === undefined ? t.record : t.recordCorrection}</h2>
      {correcting !== undefined && (
        <p>
          {t.correcting(decisionLine(correcting, language))} <a href={`/forslag/${id}/beslut`}>{t.cancelCorrection}</a>
        </p>
      )}
      {props.another && (
        <Notice kind="warning">
          <p>{t.another}</p>
        </Notice>
      )}
      <Form
        action={`/forslag/${id}/beslut`}
        id={`beslut-${id}`}
        keep
        errors={errors}
        hidden={{ seen: props.decisions.length, rattar: correcting?.id ?? '' }}
      >
        <Radios
          name="outcome"
          label={t.fields.outcome}
          required
          value={form.outcome}
          error={errorFor(errors, 'outcome')}
          options={outcomes.map((value) => ({ value, label: t.outcomes[value], help: t.outcomeHelp[value] }))}
        />
        <TextField
          name="decidedOn"
          label={t.fields.decidedOn}
          type="date"
          size={12}
          required
          value={form.decidedOn}
          error={errorFor(errors, 'decidedOn')}
        />
        {props.track === 'political' && props.committees !== undefined && (
          <Select
            name="committee"
            label={t.fields.committee}
            value={form.committee}
            placeholder={t.choose}
            options={props.committees}
            error={errorFor(errors, 'committee')}
          />
        )}
        {props.track === 'operational' && (
          <PersonField
            name="person"
            label={t.fields.person}
            value={form.person}
            options={props.people}
            placeholder={t.choose}
            error={errorFor(errors, 'person')}
          />
        )}
        {text('body')}
        <FormRow>
          {text('registryNumber')}
          {text('minutesParagraph')}
        </FormRow>
        <TextArea
          name="reason"
          label={t.fields.reason}
          help={t.help.reason}
          value={form.reason}
          error={errorFor(errors, 'reason')}
          rows={4}
        />
        {props.actions.length === 0 && (
          <Checkbox name="makeAction" label={t.makeAction} help={t.makeActionHelp} checked={props.makeAction} />
        )}
        <FormActions>
          <Button>{t.save}</Button>
        </FormActions>
      </Form>
    </section>
  );
}

/** A list of people while they are few enough for one; otherwise one writes the name, and gets suggestions where scripts run. */
export function PersonField(props: {
  name: string;
  label: string;
  value: string;
  options: Options;
  placeholder: string;
  error: string | undefined;
}) {
  const { options, placeholder, ...field } = props;
  if (options !== undefined) return <Select {...field} placeholder={placeholder} options={options} />;
  return (
    <look-up src="/uppslag/person">
      <TextField {...field} />
    </look-up>
  );
}

export interface HandoverPageProps {
  readonly shell: Shell;
  readonly id: string;
  readonly title: string;
  readonly pieces: readonly PieceForm[];
  readonly faults: readonly PieceFault[];
  readonly seen: number;
  readonly isDecided: boolean;
  readonly another: boolean;
  readonly people: Options;
  readonly crumbs: readonly Crumb[];
}

/** One decided proposal as several actions: the first row is the proposal itself, more rows are added by a button that works without scripts. */
export function HandoverPage(props: HandoverPageProps) {
  const { shell, id } = props;
  const { language } = shell;
  const t = decisionTexts(language).handover;
  const errors = props.faults.map(({ index, field, reason }) => ({
    field: `${field}-${index}`,
    text: `${t.piece(index + 1)}, ${t.fields[field]}: ${t.faults[reason]}`,
  }));
  return (
    <Page shell={shell} narrow title={t.title(props.title)} lead={t.lead} crumbs={props.crumbs}>
      {props.another && (
        <Notice kind="warning">
          <p>{t.another(props.seen)}</p>
        </Notice>
      )}
      {!props.another && props.seen > 0 && <p>{t.already(props.seen)}</p>}
      {props.isDecided ? (
        <Form
          action={`/forslag/${id}/atgarder`}
          id={`atgarder-${id}`}
          keep
          errors={errors}
          hidden={{ seen: props.seen, pieces: props.pieces.length }}
        >
          {props.pieces.map((piece, index) => (
            <PieceFields piece={piece} index={index} errors={errors} people={props.people} language={language} />
          ))}
          <FormActions>
            <Button name="do" value="save">
              {t.save}
            </Button>
            <Button name="do" value="add" variant="secondary">
              {t.add}
            </Button>
            <LinkButton href={`/forslag/${id}/beslut`}>{t.cancel}</LinkButton>
          </FormActions>
        </Form>
      ) : (
        <EmptyState title={t.notDecided} />
      )}
    </Page>
  );
}

function PieceFields({
  piece,
  index,
  errors,
  people,
  language,
}: {
  piece: PieceForm;
  index: number;
  errors: readonly FieldError[];
  people: Options;
  language: Language;
}) {
  const t = decisionTexts(language).handover;
  const name = (field: keyof PieceForm) => `${field}-${index}`;
  return (
    <fieldset class="impact-fields">
      <legend>{t.piece(index + 1)}</legend>
      <TextField
        name={name('title')}
        label={t.fields.title}
        required
        value={piece.title}
        error={errorFor(errors, name('title'))}
      />
      <PersonField
        name={name('owner')}
        label={t.fields.owner}
        value={piece.owner}
        options={people}
        placeholder={decisionTexts(language).choose}
        error={errorFor(errors, name('owner'))}
      />
      <FormRow>
        {(['starts', 'ends'] as const).map((field) => (
          <TextField
            name={name(field)}
            label={t.fields[field]}
            type="date"
            size={12}
            value={piece[field]}
            error={errorFor(errors, name(field))}
          />
        ))}
      </FormRow>
    </fieldset>
  );
}
