import { type Language, nearestSentence } from '../texts/index.ts';
import { Button, errorFor, type FieldError, Form, Select, TextField } from '../ui/index.ts';
import type { LinkAnswer, LinkInputs } from './link.commands.ts';
import type { LinksPart, ShownLink } from './link.queries.ts';
import { linkTexts } from './link.texts.ts';
import type { Register } from './register.rules.ts';
import type { Row } from './row.store.ts';

export interface LinkForm {
  readonly inputs: LinkInputs;
  readonly errors: readonly FieldError[];
}

interface LinksProps {
  readonly register: Register;
  readonly row: Row;
  readonly part: LinksPart;
  readonly form: LinkForm | undefined;
  readonly mayChange: boolean;
  readonly language: Language;
}

export function Links({ register, row, part, form, mayChange, language }: LinksProps) {
  const t = linkTexts(language);
  const here = `${register.path}/${row.id}/hor-ihop`;
  const inUse = part.links.filter(({ active }) => active);
  const removed = part.links.filter(({ active }) => !active);
  if (inUse.length === 0 && !mayChange) return null;
  return (
    <section class="links" id="hor-ihop">
      <h2>{t.title}</h2>
      {inUse.length > 0 && (
        <ul class="attachment-list">
          {inUse.map((link) => (
            <li>
              <OneLink link={link} />
              {mayChange && (
                <form action={`${here}/${link.id}/ta-bort`} method="post">
                  <Button variant="quiet" small label={t.removeLabel(link.label)}>
                    {t.remove}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <details class="hanging-form" open={form !== undefined}>
          <summary>{t.add}</summary>
          <AddForm action={here} kinds={part.kinds} form={form} language={language} />
        </details>
      )}
      {mayChange && removed.length > 0 && (
        <details class="hanging-form">
          <summary>{t.removedOnes(removed.length)}</summary>
          <ul class="attachment-list">
            {removed.map((link) => (
              <li>
                <OneLink link={link} />
                <form action={`${here}/${link.id}/ta-tillbaka`} method="post">
                  <Button variant="quiet" small label={t.takeBackLabel(link.label)}>
                    {t.takeBack}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OneLink({ link: { kind, label, href, note } }: { link: ShownLink }) {
  return (
    <span class="attachment">
      <span class="muted">{kind}:</span> {href === undefined ? label : <a href={href}>{label}</a>}
      {note !== '' && <span class="muted"> · {note}</span>}
    </span>
  );
}

interface AddFormProps {
  readonly action: string;
  readonly kinds: LinksPart['kinds'];
  readonly form: LinkForm | undefined;
  readonly language: Language;
}

function AddForm({ action, kinds, form, language }: AddFormProps) {
  const t = linkTexts(language);
  const errors = form?.errors ?? [];
  const inputs = form?.inputs;
  return (
    <Form action={action} id="lagg-till-samband" label={t.add} errors={errors}>
      <Select
        name="linkKind"
        label={t.kind}
        required
        placeholder={t.choose}
        options={kinds}
        value={inputs?.kind}
        error={errorFor(errors, 'linkKind')}
      />
      <look-up src="/uppslag/" of="f-linkKind">
        <TextField
          name="linkName"
          label={t.name}
          help={t.nameHelp}
          required
          value={inputs?.name}
          error={errorFor(errors, 'linkName')}
        />
      </look-up>
      <TextField
        name="linkNote"
        label={t.note}
        value={inputs?.note}
        maxlength={500}
        error={errorFor(errors, 'linkNote')}
      />
      <Button variant="secondary">{t.send}</Button>
    </Form>
  );
}

const fieldNames = { kind: 'linkKind', name: 'linkName', note: 'linkNote' } as const;

export function linkForm(inputs: LinkInputs, answer: Extract<LinkAnswer, { ok: false }>, language: Language): LinkForm {
  return { inputs, errors: [{ field: fieldNames[answer.field], text: linkFaultText(inputs, answer, language) }] };
}

export function linkFaultText(
  { name }: LinkInputs,
  answer: Extract<LinkAnswer, { ok: false }>,
  language: Language,
): string {
  const words = linkTexts(language).fault;
  if (answer.reason === 'unknown') return `${words.unknown(name)} ${nearestSentence(answer.nearest, language)}`.trim();
  const said = answer.field === 'kind' ? words.kindRequired : words[answer.reason];
  return typeof said === 'string' ? said : said(name);
}
