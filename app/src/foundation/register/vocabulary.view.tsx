import type { Language } from '../texts/index.ts';
import { Button, errorFor, type FieldError, Form, FormRow, Page, type Shell, TextField } from '../ui/index.ts';
import type { VocabularyPage as VocabularyContent } from './vocabulary.queries.ts';
import type { MergedTerm, Vocabulary } from './vocabulary.rules.ts';
import { vocabularyTexts } from './vocabulary.texts.ts';

export const vocabulariesPath = '/administration/ordlistor';

export function vocabularyHref(name: string, code?: string): string {
  return [vocabulariesPath, name, ...(code === undefined ? [] : [code])]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

export function VocabulariesPage({ shell, vocabularies }: { shell: Shell; vocabularies: readonly Vocabulary[] }) {
  const { language } = shell;
  const t = vocabularyTexts(language);
  return (
    <Page shell={shell} narrow title={t.title} lead={t.lead}>
      <dl>
        {vocabularies.map((vocabulary) => (
          <>
            <dt>
              <a href={vocabularyHref(vocabulary.name)}>{vocabulary.title(language)}</a>
            </dt>
            <dd>{vocabulary.help(language)}</dd>
          </>
        ))}
      </dl>
    </Page>
  );
}

/** What was written and could not be taken: for the word with that code, or for a new one. */
export interface WordForm {
  readonly code: string | undefined;
  readonly word: string;
  readonly error: string;
}

interface VocabularyProps {
  readonly shell: Shell;
  readonly page: VocabularyContent;
  readonly form: WordForm | undefined;
}

export function VocabularyPage({ shell, page, form }: VocabularyProps) {
  const { language } = shell;
  const t = vocabularyTexts(language);
  const { vocabulary, terms } = page;
  const offered = terms.filter(({ active }) => active).length;
  const errors = form === undefined ? [] : [{ field: fieldOf(form.code), text: form.error }];
  const here = vocabularyHref(vocabulary.name);
  return (
    <Page
      shell={shell}
      narrow
      title={vocabulary.title(language)}
      lead={`${vocabulary.help(language)} ${t.words(offered, terms.length - offered)}`}
      crumbs={[{ href: vocabulariesPath, label: t.title }]}
    >
      <section>
        <h2>{t.terms}</h2>
        <p class="muted">{t.changeHelp}</p>
        <ol class="word-list">
          {terms.map((term, index) => (
            <li id={`ord-${term.code}`} class={term.active ? undefined : 'is-stopped'}>
              <Word
                term={term}
                uses={page.uses.get(term.code) ?? 0}
                here={vocabularyHref(vocabulary.name, term.code)}
                form={form?.code === term.code ? form : undefined}
                errors={form?.code === term.code ? errors : []}
                first={index === 0}
                last={index === terms.length - 1}
                language={language}
              />
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t.add}</h2>
        <Form action={here} label={t.add} errors={form?.code === undefined ? errors : []}>
          <TextField
            name={fieldOf(undefined)}
            label={t.newWord}
            required
            value={form !== undefined && form.code === undefined ? form.word : ''}
            error={errorFor(errors, fieldOf(undefined))}
            maxlength={200}
          />
          <Button>{t.addButton}</Button>
        </Form>
      </section>
    </Page>
  );
}

/** Each word's field has a name of its own, since they all stand on the same page. */
export function fieldOf(code: string | undefined): string {
  return code === undefined ? 'newWord' : `word-${code}`;
}

interface WordProps {
  readonly term: MergedTerm;
  readonly uses: number;
  readonly here: string;
  readonly form: WordForm | undefined;
  readonly errors: readonly FieldError[];
  readonly first: boolean;
  readonly last: boolean;
  readonly language: Language;
}

function Word({ term, uses, here, form, errors, first, last, language }: WordProps) {
  const t = vocabularyTexts(language);
  const { code, label, version, active } = term;
  return (
    <>
      <Form action={here} label={t.wordOf(label)} errors={errors} hidden={{ version }}>
        <FormRow
          actions={
            <Button variant="secondary" small label={t.saveLabel(label)}>
              {t.save}
            </Button>
          }
        >
          <TextField
            name={fieldOf(code)}
            label={t.wordOf(label)}
            help={active ? t.uses(uses) : `${t.stopped} (${t.uses(uses)})`}
            required
            value={form?.word ?? label}
            error={errorFor(errors, fieldOf(code))}
            maxlength={200}
          />
        </FormRow>
      </Form>
      <div class="word-acts">
        <Step action={`${here}/upp`} words={t.up} sign="↑" label={label} hidden={first} language={language} />
        <Step action={`${here}/ner`} words={t.down} sign="↓" label={label} hidden={last} language={language} />
        <form action={`${here}/${active ? 'sluta' : 'erbjud'}`} method="post">
          <Button variant="quiet" small label={active ? t.stopLabel(label) : t.offerLabel(label)}>
            {active ? t.stop : t.offer}
          </Button>
        </form>
      </div>
    </>
  );
}

function Step(props: {
  action: string;
  words: string;
  sign: string;
  label: string;
  hidden: boolean;
  language: Language;
}) {
  if (props.hidden) return null;
  return (
    <form action={props.action} method="post">
      <Button variant="quiet" small label={vocabularyTexts(props.language).move(props.words, props.label)}>
        {props.sign}
      </Button>
    </form>
  );
}
