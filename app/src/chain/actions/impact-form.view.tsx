import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  ConflictView,
  type Crumb,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  LinkButton,
  Page,
  Select,
  type Shell,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import type { ImpactClash } from './impact.commands.ts';
import {
  type Aspect,
  aspectOf,
  aspects,
  type ChildAnswers,
  childQuestions,
  type ImpactEntry,
  type ImpactFault,
  impactChoices,
  isGroup,
} from './impact.rules.ts';
import { impactTexts } from './impact.texts.ts';

export interface ImpactFormProps {
  readonly shell: Shell;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly back: string;
  readonly entries: readonly ImpactEntry[];
  readonly faults: readonly ImpactFault[];
}

/** The name of a part's input in the form. */
export function inputName(key: string, field: 'affected' | 'choice' | 'words' | 'row' | 'version'): string {
  return `${key}.${field}`;
}

export function ImpactFormPage(props: ImpactFormProps) {
  const { shell, entries } = props;
  const { language } = shell;
  const t = impactTexts(language);
  const groups = entries.filter(({ key }) => isGroup(key));
  const errors = props.faults.map(({ key, field, reason }) => ({
    field: inputName(key, field),
    text: t.faultIn(partName(key, groups, language), t.faults[reason]),
  }));
  return (
    <Page shell={shell} title={props.title} crumbs={props.crumbs} lead={t.formLead}>
      <Form
        action={props.action}
        id={`konsekvenser-${props.action.replace(/[^\w]+/g, '-')}`}
        keep
        errors={errors}
        hidden={versionsOf(entries)}
      >
        {aspects.map((aspect) => (
          <>
            <AspectFields
              aspect={aspect}
              entry={entries.find(({ key }) => key === aspect)}
              errors={errors}
              language={language}
            />
            {aspect === 'users' && <GroupFields groups={groups} errors={errors} language={language} />}
          </>
        ))}
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={props.back}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

function versionsOf(entries: readonly ImpactEntry[]): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    entries.flatMap(({ key, row, version }) => [
      [inputName(key, 'row'), row],
      [inputName(key, 'version'), version],
    ]),
  );
}

function partName(key: string, groups: readonly ImpactEntry[], language: Language): string {
  const t = impactTexts(language);
  if (!isGroup(key)) return t.aspects[aspectOf(key)];
  return t.groupNumber(groups.findIndex((group) => group.key === key) + 1);
}

interface PartProps {
  readonly entry: ImpactEntry | undefined;
  readonly errors: readonly FieldError[];
  readonly language: Language;
}

function AspectFields({ aspect, entry, errors, language }: PartProps & { aspect: Aspect }) {
  const t = impactTexts(language);
  return (
    <fieldset class="impact-fields">
      <legend>{t.aspects[aspect]}</legend>
      <p class="field-help">{t.help[aspect]}</p>
      <ChoiceAndWords name={aspect} entry={entry} errors={errors} language={language} />
    </fieldset>
  );
}

function ChoiceAndWords({ name, entry, errors, language }: PartProps & { name: string }) {
  const t = impactTexts(language);
  const [choice, words] = [inputName(name, 'choice'), inputName(name, 'words')];
  return (
    <div class="impact-pair">
      <Select
        name={choice}
        label={t.choice}
        plain
        value={entry?.choice ?? ''}
        placeholder={t.notChosen}
        options={impactChoices.map((value) => ({ value, label: t.choices[value] }))}
        error={errorFor(errors, choice)}
      />
      <TextArea
        name={words}
        label={t.words}
        plain
        rows={3}
        value={entry?.words ?? ''}
        error={errorFor(errors, words)}
      />
    </div>
  );
}

function GroupFields({
  groups,
  errors,
  language,
}: {
  groups: readonly ImpactEntry[];
  errors: readonly FieldError[];
  language: Language;
}) {
  const t = impactTexts(language);
  return (
    <section class="impact-groups" aria-labelledby="grupper">
      <h2 id="grupper">{t.groups}</h2>
      <p class="field-help">{t.groupsHelp}</p>
      {groups.map((group, index) => (
        <fieldset class="impact-fields">
          <legend>{t.groupNumber(index + 1)}</legend>
          <TextField
            name={inputName(group.key, 'affected')}
            label={t.group}
            plain
            value={group.affected}
            error={errorFor(errors, inputName(group.key, 'affected'))}
          />
          <ChoiceAndWords name={group.key} entry={group} errors={errors} language={language} />
        </fieldset>
      ))}
    </section>
  );
}

export interface ImpactConflictProps {
  readonly shell: Shell;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly clashes: readonly ImpactClash[];
  readonly others: readonly ImpactEntry[];
}

/** Only the parts that both have written are chosen between; the rest travel along. */
export function ImpactConflictPage({ shell, crumbs, action, clashes, others }: ImpactConflictProps) {
  const { language } = shell;
  const t = impactTexts(language);
  const groups = clashes.map(({ mine }) => mine).filter(({ key }) => isGroup(key));
  const show = (value: string) => t.choices[impactChoices.find((choice) => choice === value) ?? 'unclear'];
  return (
    <Page shell={shell} title={t.conflict} crumbs={crumbs}>
      <ConflictView
        action={action}
        version={0}
        hidden={{
          ...versionsOf([...others, ...clashes.map(({ mine, row, version }) => ({ ...mine, row, version }))]),
          ...Object.fromEntries(others.flatMap(contentInputs)),
        }}
        fields={clashes.flatMap(({ mine, theirs, base }) =>
          (['affected', 'choice', 'words'] as const).map((field) => ({
            name: inputName(mine.key, field),
            label: `${partName(mine.key, groups, language)}: ${fieldWords(field, language)}`,
            mine: mine[field],
            theirs: theirs[field],
            base: base[field],
            ...(field === 'choice' ? { show } : {}),
          })),
        )}
      />
    </Page>
  );
}

function fieldWords(field: 'affected' | 'choice' | 'words', language: Language): string {
  const t = impactTexts(language);
  return { affected: t.group, choice: t.choice, words: t.words }[field];
}

function contentInputs({ key, affected, choice, words }: ImpactEntry): readonly [string, string][] {
  return [
    [inputName(key, 'affected'), affected],
    [inputName(key, 'choice'), choice],
    [inputName(key, 'words'), words],
  ];
}

export interface ChildFormProps {
  readonly shell: Shell;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly back: string;
  readonly version: number;
  readonly answers: ChildAnswers;
  readonly errors: readonly FieldError[];
}

export function ChildFormPage(props: ChildFormProps) {
  const { shell, answers, errors } = props;
  const t = impactTexts(shell.language);
  return (
    <Page shell={shell} narrow title={t.childTitle(props.title)} crumbs={props.crumbs} lead={t.childLead}>
      <Form
        action={props.action}
        id={`barn-${props.action.replace(/[^\w]+/g, '-')}`}
        keep
        errors={errors}
        hidden={{ version: props.version }}
      >
        {childQuestions.map((question) => (
          <TextArea
            name={question}
            label={t.childQuestions[question]}
            help={t.childHelp[question]}
            value={answers[question]}
            error={errorFor(errors, question)}
            plain
          />
        ))}
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={props.back}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

export interface ChildConflictProps {
  readonly shell: Shell;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly version: number;
  readonly mine: ChildAnswers;
  readonly theirs: ChildAnswers;
  readonly base: ChildAnswers | undefined;
}

export function ChildConflictPage({ shell, crumbs, action, version, mine, theirs, base }: ChildConflictProps) {
  const t = impactTexts(shell.language);
  return (
    <Page shell={shell} title={t.childConflict} crumbs={crumbs}>
      <ConflictView
        action={action}
        version={version}
        fields={childQuestions.map((question) => ({
          name: question,
          label: t.childQuestions[question],
          mine: mine[question],
          theirs: theirs[question],
          base: base?.[question],
        }))}
      />
    </Page>
  );
}
