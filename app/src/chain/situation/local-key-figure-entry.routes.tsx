import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { writeSituation } from './access.ts';
import { type CellFault, type EnteredCell, enterValues } from './local-key-figure.commands.ts';
import { type LocalKeyFigurePage, localKeyFigurePage } from './local-key-figure.queries.ts';
import { firstYear, lastYear, localGenders, placeKey, type UnitPlace, yearsOf } from './local-key-figure.rules.ts';
import { texts } from './local-key-figure.texts.ts';
import { path } from './local-key-figure.views.tsx';
import { cellOf, cellText } from './local-key-figure-cell.rules.ts';
import { baseName, cellName, EntryPage, type EntryRow } from './local-key-figure-entry.view.tsx';

const example = `${path}/00000000-0000-7000-8000-000000000000/varden`;
const access = writeSituation;

/** Entering values of one year in a form with a row a unit. */
export const localEntryRoutes: readonly Route[] = [
  { method: 'get', path: `${path}/:id/varden`, example, access, handle: open },
  { method: 'post', path: `${path}/:id/varden`, example, access, handle: enter },
];

async function open(request: SambandRequest) {
  const page = await found(request);
  const given = request.url.searchParams.get('ar');
  const year = given === null ? startingYear(page, request.now) : Number(given);
  checkYear(year);
  return entryPage(request, page, year);
}

/** The latest year with values, or last year: that is what there are figures of. */
function startingYear({ values }: LocalKeyFigurePage, now: Date): number {
  return yearsOf(values).at(-1) ?? now.getFullYear() - 1;
}

async function enter(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const year = Number(field(fields, 'ar'));
  checkYear(year);
  const page = await found(request);
  const cells = postedCells(fields, page);
  const result = await request.transaction((tx) => enterValues(tx, request.person, id, year, cells));
  const t = texts(request.language).entry;
  if (!result.ok) return entryPage(request, page, year, { fields, faults: result.faults });
  const text = result.saved === 0 ? t.nothing : t.saved(result.saved);
  return request.redirect(`${path}/${id}`, { kind: result.saved === 0 ? 'info' : 'success', text });
}

function checkYear(year: number): void {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    throw new RefusedError(422, (language) => texts(language).entry.badYear);
  }
}

function postedCells(fields: FormFields, page: LocalKeyFigurePage): readonly EnteredCell[] {
  return rowsOf(page, '').flatMap((place) =>
    gendersOf(page).flatMap((gender) => {
      const name = cellName(place, gender);
      // Units of other departments are not in the form, and are not emptied by it.
      if (fields[name] === undefined) return [];
      return [
        { unitId: place?.id ?? null, gender, text: field(fields, name), base: field(fields, baseName(place, gender)) },
      ];
    }),
  );
}

async function entryPage(
  request: SambandRequest,
  page: LocalKeyFigurePage,
  year: number,
  posted?: { readonly fields: FormFields; readonly faults: readonly CellFault[] },
) {
  const { language } = request;
  const asked = request.url.searchParams.get('forvaltning') ?? '';
  const departments = [
    ...new Map(page.places.map(({ departmentId: id, department: name }) => [id, { id, name }])).values(),
  ];
  const department = departments.some(({ id }) => id === asked) ? asked : '';
  const standing = new Map(page.values.map((value) => [placeKey(value), value]));
  const rows = rowsOf(page, department).map(
    (place): EntryRow => ({
      place,
      cells: gendersOf(page).map((gender) => {
        const unitId = place?.id ?? null;
        const now = cellText(cellOf(standing.get(placeKey({ unitId, year, gender }))), language);
        if (posted === undefined) return { gender, text: now, base: now, error: undefined };
        const text = field(posted.fields, cellName(place, gender));
        const fault = posted.faults.find((each) => each.unitId === unitId && each.gender === gender);
        const base = field(posted.fields, baseName(place, gender));
        if (fault === undefined) return { gender, text, base, error: undefined };
        const t = texts(language).entry;
        if (fault.reason !== 'changedMeanwhile') return { gender, text, base, error: t.faults[fault.reason](text) };
        // From now on the person has seen what the other wrote, and may choose.
        const theirs = fault.theirs === undefined ? '' : cellText(fault.theirs, language);
        return { gender, text, base: theirs, error: t.faults.changedMeanwhile(theirs || t.emptied) };
      }),
    }),
  );
  const status = posted === undefined ? 200 : posted.faults.some(({ theirs }) => theirs !== undefined) ? 409 : 422;
  const { id, title, unit } = page.row;
  return request.html(
    <EntryPage
      shell={request.shell()}
      keyFigure={{ id, title, unit }}
      year={year}
      department={department}
      departments={departments}
      rows={rows}
    />,
    status,
  );
}

function gendersOf({ row }: LocalKeyFigurePage) {
  return row.divided_by_gender ? localGenders : (['T'] as const);
}

/** The whole municipality first, then its open units and those closed ones that have values. */
function rowsOf({ places, values }: LocalKeyFigurePage, department: string): readonly (UnitPlace | undefined)[] {
  const entered = new Set(values.map(({ unitId }) => unitId));
  const shown = places.filter(
    ({ id, active, departmentId }) => (active || entered.has(id)) && (department === '' || departmentId === department),
  );
  return [undefined, ...shown];
}

async function found(request: SambandRequest): Promise<LocalKeyFigurePage> {
  const page = await request.transaction((tx) => localKeyFigurePage(tx, idParam(request)));
  if (page === undefined) throw new RefusedError(404);
  if (!page.row.active) throw new RefusedError(409, (language) => texts(language).archivedNotice);
  return page;
}
