import type { Figures } from '../../foundation/figures/index.ts';
import { type Language, nearestSentence } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  DrawnOnce,
  Form,
  FormRow,
  Notice,
  type Option,
  Select,
  TextField,
} from '../../foundation/ui/index.ts';
import type { Choice } from './choice.rules.ts';
import { type ChoiceFault, compareOptions } from './choice-address.rules.ts';
import { texts } from './situation.texts.ts';

interface ChoiceFormProps {
  readonly action: string;
  readonly figures: Figures;
  readonly choice: Choice;
  readonly years: readonly number[];
  readonly language: Language;
  /** What else the page's address holds and must not lose. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Buttons for the whole page, at the end of the bar. */
  readonly actions?: Content;
}

/** Municipality, year and comparison; sends itself where there is JavaScript, by a button where there is none. */
export function ChoiceForm({ action, figures, choice, years, language, hidden = {}, actions }: ChoiceFormProps) {
  const t = texts(language);
  const own = choice.compareWith.kind === 'own' ? choice.compareWith.units : [];
  return (
    <Form action={action} method="get" autoSubmit hidden={hidden} label={t.choose}>
      <FormRow
        filter
        actions={
          <>
            <Button withoutScript variant="secondary">
              {t.show}
            </Button>
            {actions}
          </>
        }
      >
        <DrawnOnce
          owner={figures}
          of={['kommun', choice.unit]}
          draw={() => (
            <Select
              plain
              name="kommun"
              label={t.municipality}
              value={choice.unit}
              options={municipalitiesOf(figures)}
            />
          )}
        />
        <Select
          plain
          name="ar"
          label={t.year}
          value={String(choice.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          plain
          name="jamfor"
          label={t.compareWith}
          value={compareOptions.find(([kind]) => kind === choice.compareWith.kind)?.[1]}
          options={compareOptions.map(([kind, slug]) => ({ value: slug, label: t.compare[kind] }))}
        />
        {choice.compareWith.kind === 'own' && (
          <TextField
            plain
            name="kommuner"
            label={t.ownSet}
            help={t.ownSetHelp}
            value={own.map((code) => figures.title(code)).join(', ')}
          />
        )}
      </FormRow>
    </Form>
  );
}

const swedish = new Intl.Collator('sv');

function municipalitiesOf(figures: Figures): readonly Option[] {
  return figures.municipalities
    .map((code) => ({ value: code, label: figures.title(code) }))
    .sort((a, b) => swedish.compare(a.label, b.label));
}

export function ChoiceFaults({
  faults,
  years,
  language,
}: {
  faults: readonly ChoiceFault[];
  years: readonly number[];
  language: Language;
}) {
  const t = texts(language).faults;
  return (
    <>
      {faults.map((fault) => (
        <Notice kind="warning">
          {fault.code === 'unknownMunicipality'
            ? t.unknownMunicipality(fault.text.slice(0, 60), nearestSentence(fault.nearest, language))
            : fault.code === 'yearWithoutFigures'
              ? t.yearWithoutFigures(fault.text, years.join(', '))
              : t.unknownInSet(fault.text, nearestSentence(fault.nearest, language))}
        </Notice>
      ))}
    </>
  );
}
