import { contrastOk } from '../ui/index.ts';
import { cleanText, isEmail } from './entity.rules.ts';

export const municipalityFields = [
  'name',
  'code',
  'colour',
  'figures',
  'contactEmail',
  'contactPhone',
  'digestDay',
  'digestHour',
] as const;
export type MunicipalityField = (typeof municipalityFields)[number];
export type MunicipalityValues = Readonly<Record<MunicipalityField, string>>;

export interface MunicipalityFault {
  readonly field: MunicipalityField;
  readonly reason: 'required' | 'tooLong' | 'notACode' | 'notAColour' | 'lowContrast' | 'notAChoice' | 'notAnEmail';
}

export interface Settings {
  /** Where people report what they cannot use; stands in the accessibility statement. */
  readonly contactEmail?: string;
  readonly contactPhone?: string;
  /** When the week's digest goes out: Monday is 1 and Sunday 7, the hour in Swedish time. */
  readonly digestDay?: string;
  readonly digestHour?: string;
}

export const digestDays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const digestHours = Array.from({ length: 24 }, (_, hour) => String(hour));
const usualDigest = { digestDay: '1', digestHour: '7' };

/** Mondays at seven unless the municipality has chosen otherwise. */
export function digestTime(settings: Settings): { readonly weekday: number; readonly hour: number } {
  const { digestDay, digestHour } = { ...usualDigest, ...settings };
  return { weekday: Number(digestDay), hour: Number(digestHour) };
}

export interface MunicipalityColumns {
  readonly name: string;
  readonly code: string;
  readonly colour: string;
  readonly figures: string;
  readonly settings: Settings;
}

export function readMunicipality(raw: (field: MunicipalityField) => string): {
  readonly values: MunicipalityValues;
  readonly faults: readonly MunicipalityFault[];
} {
  const clean = Object.fromEntries(municipalityFields.map((field) => [field, cleanText(raw(field))]));
  const values = clean as Record<MunicipalityField, string>;
  values.colour = colourOf(values.colour);
  values.digestDay ||= usualDigest.digestDay;
  values.digestHour ||= usualDigest.digestHour;
  const faults: MunicipalityFault[] = [];
  const fault = (field: MunicipalityField, reason: MunicipalityFault['reason']) => faults.push({ field, reason });
  if (values.name === '') fault('name', 'required');
  if (values.name.length > 200) fault('name', 'tooLong');
  if (!/^\d{4}$/.test(values.code)) fault('code', values.code === '' ? 'required' : 'notACode');
  if (!/^#[0-9a-f]{6}$/.test(values.colour)) fault('colour', 'notAColour');
  else if (!contrastOk(values.colour)) fault('colour', 'lowContrast');
  if (values.figures !== 'example' && values.figures !== 'kolada') fault('figures', 'notAChoice');
  if (values.contactEmail !== '' && !isEmail(values.contactEmail)) fault('contactEmail', 'notAnEmail');
  if (values.contactPhone.length > 50) fault('contactPhone', 'tooLong');
  if (!digestDays.some((day) => day === values.digestDay)) fault('digestDay', 'notAChoice');
  if (!digestHours.includes(values.digestHour)) fault('digestHour', 'notAChoice');
  return { values, faults };
}

/** `1D5C4D`, `#1d5c4d` and `#abc` are all colours as people write them. */
function colourOf(text: string): string {
  const bare = text.replace(/^#/, '').toLowerCase();
  return `#${/^[0-9a-f]{3}$/.test(bare) ? bare.replace(/./g, '$&$&') : bare}`;
}

export function municipalityColumns(values: MunicipalityValues, before: Settings): MunicipalityColumns {
  const { contactEmail, contactPhone, digestDay, digestHour } = values;
  return {
    name: values.name,
    code: values.code,
    colour: values.colour.slice(1),
    figures: values.figures,
    settings: { ...before, contactEmail, contactPhone, digestDay, digestHour },
  };
}

export function municipalityValues(row: MunicipalityColumns): MunicipalityValues {
  return {
    name: row.name,
    code: row.code,
    colour: `#${row.colour}`,
    figures: row.figures,
    contactEmail: row.settings.contactEmail ?? '',
    contactPhone: row.settings.contactPhone ?? '',
    digestDay: row.settings.digestDay ?? usualDigest.digestDay,
    digestHour: row.settings.digestHour ?? usualDigest.digestHour,
  };
}
