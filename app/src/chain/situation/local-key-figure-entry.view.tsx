import {
  Button,
  ErrorSummary,
  Form,
  FormActions,
  FormRow,
  fieldId,
  LinkButton,
  Page,
  Select,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { type LocalGender, localGenders, type UnitPlace } from './local-key-figure.rules.ts';
import { texts } from './local-key-figure.texts.ts';
import { path } from './local-key-figure.views.tsx';
import { missingReasons, reasonText } from './local-key-figure-cell.rules.ts';

/** One box: what stands in it, what stood there when the form was opened, and what is wrong with it. */
export interface EntryCell {
  readonly gender: LocalGender;
  readonly text: string;
  readonly base: string;
  readonly error: string | undefined;
}

export interface EntryRow {
  /** Undefined is the whole municipality. */
  readonly place: UnitPlace | undefined;
  readonly cells: readonly EntryCell[];
}

export interface EntryPageProps {
  readonly shell: Shell;
  readonly keyFigure: { readonly id: string; readonly title: string; readonly unit: string };
  readonly year: number;
  readonly department: string;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly EntryRow[];
}

/** Values of one year, a row a unit: a form that is a table, and a table that is a form. */
export function EntryPage(props: EntryPageProps) {
  const { shell, keyFigure, year, department, rows } = props;
  const { language } = shell;
  const t = texts(language);
  const here = `${path}/${keyFigure.id}/varden`;
  const errors = rows.flatMap(({ place, cells }) =>
    cells.flatMap(({ gender, error }) =>
      error === undefined ? [] : [{ field: cellName(place, gender), text: error }],
    ),
  );
  return (
    <Page
      shell={shell}
      title={t.entry.title(keyFigure.title, year)}
      lead={t.entry.lead}
      crumbs={[
        { href: path, label: t.title },
        { href: `${path}/${keyFigure.id}`, label: keyFigure.title },
      ]}
    >
      <Form action={here} method="get" label={t.entry.open}>
        <FormRow filter actions={<Button variant="secondary">{t.entry.open}</Button>}>
          <TextField name="ar" label={t.entry.year} value={String(year)} inputmode="numeric" size={6} plain />
          <Select
            name="forvaltning"
            label={t.entry.department}
            value={department}
            plain
            placeholder={t.entry.everything}
            options={props.departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FormRow>
      </Form>
      <p class="muted">{t.entry.words(missingReasons.map((reason) => reasonText(reason, language)).join(', '))}</p>
      <Form
        action={`${here}?forvaltning=${department}`}
        id={`varden-${keyFigure.id}-${year}`}
        keep
        hidden={{ ar: year }}
      >
        <ErrorSummary errors={errors} />
        <EntryTable {...props} />
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={`${path}/${keyFigure.id}`}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

export function cellName(place: { readonly id: string } | undefined, gender: LocalGender): string {
  return `v-${place?.id ?? 'kommun'}-${gender}`;
}

export function baseName(place: { readonly id: string } | undefined, gender: LocalGender): string {
  return `b-${place?.id ?? 'kommun'}-${gender}`;
}

function EntryTable({ shell, keyFigure, rows }: EntryPageProps) {
  const t = texts(shell.language);
  const genders = localGenders.filter((gender) => rows[0]?.cells.some((cell) => cell.gender === gender));
  return (
    <div class="table-scroll">
      <table class="table is-grid">
        <caption class="unseen">{keyFigure.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.entry.unit}</th>
            {genders.map((gender) => (
              <th scope="col">
                {t.entry.genders[gender]}
                <span class="table-unit">{keyFigure.unit}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <EntryTableRow row={row} shell={shell} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntryTableRow({ row: { place, cells }, shell }: { row: EntryRow; shell: Shell }) {
  const t = texts(shell.language);
  const name = place?.name ?? t.whole;
  return (
    <tr>
      <th scope="row">
        {place !== undefined && '\u2003'.repeat(place.depth)}
        {name}
        {place?.depth === 0 && <small>{place.department}</small>}
      </th>
      {cells.map(({ gender, text, base, error }) => {
        const id = fieldId(cellName(place, gender));
        return (
          <td>
            <div class={error === undefined ? undefined : 'field has-error'}>
              <input
                class="ds-input is-sized"
                size={10}
                id={id}
                name={cellName(place, gender)}
                value={text}
                autocomplete="off"
                aria-label={t.entry.cell(place?.path ?? name, t.entry.genders[gender])}
                aria-invalid={error === undefined ? undefined : 'true'}
                aria-describedby={error === undefined ? undefined : `${id}-error`}
              />
              <input type="hidden" name={baseName(place, gender)} value={base} />
              {error !== undefined && (
                <p class="field-error" id={`${id}-error`}>
                  {error}
                </p>
              )}
            </div>
          </td>
        );
      })}
    </tr>
  );
}
