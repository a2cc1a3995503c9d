import type { ListShape } from '../http/index.ts';
import type { Register, RegisterColumn } from './register.rules.ts';

export const listPageSize = 50;

export type ListFilters = Readonly<Record<string, string>>;

/** The columns of the list, the one that names the row first. */
export function listColumns(register: Register): readonly RegisterColumn[] {
  const keys = [register.heads, ...register.list.filter((key) => key !== register.heads)];
  return keys.map((key) => register.columns.find((column) => column.key === key)!);
}

/** What the list can be narrowed by: its columns, and fields that it has no room to show. */
export function filterColumns(register: Register): readonly RegisterColumn[] {
  const shown = listColumns(register);
  const others = (register.filters ?? []).filter((key) => !shown.some((column) => column.key === key));
  return [...shown, ...others.map((key) => register.columns.find((column) => column.key === key)!)];
}

/** The names of a column's filter in the address: two where one asks from and to. */
export function filterNames({ key, field }: RegisterColumn): readonly string[] {
  const range = field.kind === 'date' || field.kind === 'number' || field.kind === 'money';
  return range ? [`${key}-fran`, `${key}-till`] : [key];
}

/** Every column can be sorted and filtered, and `visa` tells whether archived rows are meant. */
export function listShape(register: Register): ListShape {
  const { sort } = register;
  const others = listColumns(register)
    .filter(({ field }) => !('many' in field && field.many === true) && field.kind !== 'longText')
    .map(({ key }) => key);
  const first = sort?.by ?? 'changed';
  return {
    sorts: [first, ...[...others, 'changed'].filter((key) => key !== first)],
    filters: [...filterColumns(register).flatMap(filterNames), 'visa'],
    newestFirst: sort === undefined || sort.descending === true,
    pageSize: listPageSize,
  };
}
