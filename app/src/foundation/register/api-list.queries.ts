import type { Transaction } from '../database/index.ts';
import { type ListState, readListState } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { apiPageSize, largestApiPage } from './api-list.rules.ts';
import type { Kernel } from './kernel.ts';
import { termsOf } from './kernel.ts';
import { filterColumns, filterNames, listShape } from './list.rules.ts';
import type { Names } from './names.rules.ts';
import { readDay, readNumber } from './reading.rules.ts';
import type { Register } from './register.rules.ts';
import { countedRows, namesFor, rowQuestion } from './row.queries.ts';
import { pageOfRows, type Row } from './row.store.ts';

export interface ParameterFault {
  readonly parameter: string;
  readonly code: 'unknownParameter' | 'unreadable';
  readonly value: string;
}

export interface ApiListState extends ListState {
  readonly pageSize: number;
}

/**
 * What the address asks for, by the names that the list's own address has. A page lets go what it cannot read; a program must be told, or it
 * would take all the rows for those it asked for.
 */
export async function readApiList(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  query: URLSearchParams,
  language: Language,
): Promise<{ readonly state: ApiListState; readonly faults: readonly ParameterFault[] }> {
  const shape = listShape(register);
  const asked = (name: string) => query.get(name) ?? '';
  const known = new Set(['q', 'sortera', 'ordning', 'page', 'pageSize', ...shape.filters]);
  const unreadable = new Set<string>();
  for (const column of filterColumns(register)) {
    for (const name of filterNames(column)) {
      if (asked(name) !== '' && !(await canBeRead(kernel, tx, register, column, asked(name), language))) {
        unreadable.add(name);
      }
    }
  }
  const oneOf = (name: string, allowed: readonly string[]) => {
    if (!['', ...allowed].includes(asked(name))) unreadable.add(name);
  };
  oneOf('sortera', shape.sorts);
  oneOf('ordning', ['stigande', 'fallande']);
  oneOf('visa', ['arkiverade']);
  const page = wholeNumber(asked('page'), 1, 1_000_000, 1);
  const pageSize = wholeNumber(asked('pageSize'), 1, largestApiPage, apiPageSize);
  if (page === undefined) unreadable.add('page');
  if (pageSize === undefined) unreadable.add('pageSize');
  const faults = [...new Set(query.keys())].flatMap((parameter): ParameterFault[] => {
    const value = asked(parameter);
    if (!known.has(parameter)) return [{ parameter, code: 'unknownParameter', value }];
    return unreadable.has(parameter) ? [{ parameter, code: 'unreadable', value }] : [];
  });
  const state = { ...readListState(query, shape), page: page ?? 1, pageSize: pageSize ?? apiPageSize };
  return { state, faults };
}

async function canBeRead(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  { key, field }: ReturnType<typeof filterColumns>[number],
  text: string,
  language: Language,
): Promise<boolean> {
  switch (field.kind) {
    case 'date':
      return readDay(text) !== undefined;
    case 'number':
    case 'money':
      return readNumber(text) !== undefined;
    case 'yes':
      return text === 'ja' || text === 'nej';
    case 'choice':
    case 'scale': {
      const terms = await termsOf(kernel, tx, register, key, field, language);
      return terms?.some(({ code }) => code === text) === true;
    }
    default:
      return true;
  }
}

function wholeNumber(text: string, least: number, most: number, otherwise: number): number | undefined {
  if (text === '') return otherwise;
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
}

export interface ApiList {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly names: Names;
}

export async function apiList(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  state: ApiListState,
  language: Language,
): Promise<ApiList> {
  const question = await rowQuestion(kernel, tx, register, state, language);
  const total = await countedRows(tx, register, question);
  const window = { limit: state.pageSize, offset: (state.page - 1) * state.pageSize, total };
  const rows = await pageOfRows(tx, register, question, window);
  return { rows, total, names: await namesFor(kernel, tx, register, rows, language) };
}
