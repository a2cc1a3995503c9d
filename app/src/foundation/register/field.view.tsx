import type { Language } from '../texts/index.ts';
import { Checkboxes, errorFor, type FieldError, Radios, Select, TextArea, TextField } from '../ui/index.ts';
import { type Field, linesOf } from './field.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import { RichTextField } from './rich-text.view.tsx';
import { texts } from './texts.ts';

export type ColumnOptions = ReadonlyMap<string, readonly { value: string; label: string }[]>;

export interface FieldControlProps {
  readonly register: Register;
  readonly column: RegisterColumn;
  /** As a form holds it. */
  readonly value: string;
  readonly options: ColumnOptions;
  readonly errors: readonly FieldError[];
  readonly language: Language;
}

/** The control of a field in a form: the one that its kind and the number of choices call for. */
export function FieldControl({ register, column, value, options, errors, language }: FieldControlProps) {
  const { key, field } = column;
  const words = register.texts(language);
  const label = words.fields[key] ?? key;
  const unit = field.kind === 'money' || field.kind === 'number' ? field.unit : undefined;
  const common = {
    name: key,
    label: unit === undefined ? label : `${label}, ${unit}`,
    help: helpOf(field, words.help?.[key], options.get(key) !== undefined, language),
    error: errorFor(errors, key),
    required: field.required === true,
  };
  const choices = options.get(key);
  switch (field.kind) {
    case 'longText':
      return <TextArea {...common} value={value} rows={4} />;
    case 'richText':
      return <RichTextField {...common} value={value} rows={8} />;
    case 'date':
      return <TextField {...common} type="date" value={value} size={12} />;
    case 'number':
    case 'money':
      return <TextField {...common} inputmode="decimal" value={value} size={14} />;
    case 'url':
      return <TextField {...common} inputmode="text" value={value} />;
    case 'yes':
      return <Radios {...common} inline value={value === 'ja' ? 'ja' : 'nej'} options={yesAndNo(language)} />;
    case 'scale':
      return <Select {...common} value={stepOf(value)} placeholder="–" options={choices ?? []} />;
    case 'choice':
    case 'reference':
      if (choices === undefined) return <Written {...common} field={field} value={value} />;
      if (field.many === true) return <Checkboxes {...common} values={valuesIn(choices, value)} options={choices} />;
      return <Select {...common} value={valuesIn(choices, value)[0]} placeholder="–" options={choices} />;
    default:
      return <TextField {...common} value={value} maxlength={field.max} />;
  }
}

interface WrittenProps {
  readonly name: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly field: Extract<Field, { kind: 'choice' | 'reference' }>;
  readonly value: string;
}

/** Too many for a list: one writes the name, and gets suggestions where the browser runs scripts. */
function Written({ field, value, ...common }: WrittenProps) {
  const to = field.kind === 'reference' ? field.to : '';
  return (
    <look-up src={`/uppslag/${to}`}>
      {field.many === true ? <TextArea {...common} value={value} rows={3} /> : <TextField {...common} value={value} />}
    </look-up>
  );
}

function helpOf(field: Field, own: string | undefined, listed: boolean, language: Language): string | undefined {
  const t = texts(language);
  const many = 'many' in field && field.many === true;
  const written = (field.kind === 'reference' || field.kind === 'choice') && !listed;
  const ours =
    field.kind === 'reference' && field.to === 'attachment'
      ? t.ownFile
      : field.kind === 'richText'
        ? t.marks
        : written
          ? many
            ? t.onePerLine
            : t.writeName
          : many
            ? t.several
            : undefined;
  return [own, ours].filter(Boolean).join(' ') || undefined;
}

function yesAndNo(language: Language) {
  const t = texts(language);
  return [
    { value: 'ja', label: t.yes },
    { value: 'nej', label: t.no },
  ];
}

/** What was typed may be the label or the code. */
function valuesIn(choices: readonly { value: string; label: string }[], typed: string): readonly string[] {
  return linesOf(typed).flatMap((one) => {
    const meant = choices.find(({ value, label }) => value === one || label.toLowerCase() === one.toLowerCase());
    return meant ? [meant.value] : [];
  });
}

function stepOf(value: string): string {
  return value.split(' – ')[0] ?? value;
}
