import { contrastOk } from '../ui/index.ts';
import { cleanText, isEmail } from './entity.rules.ts';

export const municipalityFields = ['name', 'code', 'colour', 'figures', 'contactEmail', 'contactPhone'] as const;
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
  return { values, faults };
}

/** `1D5C4D`, `#1d5c4d` and `#abc` are all colours as people write them. */
function colourOf(text: string): string {
  const bare = text.replace(/^#/, '').toLowerCase();
  return `#${/^[0-9a-f]{3}$/.test(bare) ? bare.replace(/./g, '$&$&') : bare}`;
}

export function municipalityColumns(values: MunicipalityValues, before: Settings): MunicipalityColumns {
  const { contactEmail, contactPhone } = values;
  return {
    name: values.name,
    code: values.code,
    colour: values.colour.slice(1),
    figures: values.figures,
    settings: { ...before, contactEmail, contactPhone },
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
  };
}
