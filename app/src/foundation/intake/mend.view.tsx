import type { Language } from '../texts/index.ts';
import { Checkboxes, Select, TextArea, TextField } from '../ui/index.ts';
import type { IntakeField, PlannedRow } from './target.ts';
import { texts } from './texts.ts';

export interface MendFieldProps {
  readonly field: IntakeField;
  readonly row: PlannedRow;
  /** The number of the table: two tables on a page have rows of the same number. */
  readonly table: number;
  /** What the table says, or somebody has written instead. */
  readonly said: string;
  readonly error: string;
  readonly language: Language;
}

const mostBoxes = 12;

/** A value at fault, to be written anew where it stands. */
export function MendField({ field, row, table, said, error, language }: MendFieldProps) {
  const t = texts(language).preview;
  const { key, label, kind, options, many, lookUp, required } = field;
  const name = `rad-${row.index}-${key}`;
  const about = { name, id: `t${table}-${name}`, label, error, ...(required ? { required } : { plain: true }) };
  const chosen = (text: string) => options?.find((one) => one.label.toLowerCase() === text.trim().toLowerCase())?.value;
  if (options !== undefined && many === true && options.length <= mostBoxes) {
    const values = said.split(/[\n,;]/).flatMap((text) => chosen(text) ?? []);
    return <Checkboxes {...about} options={options} values={values} />;
  }
  if (options !== undefined && many !== true)
    return <Select {...about} options={options} placeholder={t.choose} value={chosen(said)} />;
  const written =
    many === true || said.includes('\n') ? (
      <TextArea {...about} value={said} rows={3} {...(many === true && { help: t.onePerLine })} />
    ) : (
      <TextField
        {...about}
        value={said}
        {...(kind === 'date' && { help: t.asDay, size: 12 })}
        {...((kind === 'number' || kind === 'year') && { inputmode: 'decimal' as const, size: 14 })}
      />
    );
  return lookUp === undefined ? written : <look-up src={lookUp}>{written}</look-up>;
}
