import type { Transaction } from '../database/index.ts';
import { field, fieldList, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { isId } from '../ids/index.ts';
import type { FieldError } from '../ui/index.ts';
import { undoBatch } from './batch.commands.ts';
import { batchesPage, rowTitles } from './batch.queries.ts';
import { BatchListPage } from './batch.view.tsx';
import { archiveMany, changeMany, mostInBulk } from './bulk.commands.ts';
import { archiveChoice, BulkPage, bulkColumns } from './bulk.view.tsx';
import { errorsOf } from './fault-words.ts';
import type { Kernel } from './kernel.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import type { RegisterWork } from './row.commands.ts';
import { columnOptions } from './row.queries.ts';
import { texts } from './texts.ts';

/** Changing many rows at once, and undoing what was done to many at once. */
export function bulkRoutes(kernel: Kernel, register: Register): readonly Route[] {
  const { path, write } = register;
  const noId = '00000000-0000-7000-8000-000000000000';
  return [
    { method: 'get', path: `${path}/massandra`, access: write, handle: (request) => ask(kernel, register, request) },
    { method: 'post', path: `${path}/massandra`, access: write, handle: (request) => carry(kernel, register, request) },
    { method: 'get', path: `${path}/handelser`, access: write, handle: (request) => list(kernel, register, request) },
    {
      method: 'post',
      path: `${path}/handelser/:id/angra`,
      example: `${path}/handelser/${noId}/angra`,
      access: write,
      handle: (request) => undo(kernel, register, request),
    },
  ];
}

function workOf(kernel: Kernel, register: Register, request: SambandRequest, tx: Transaction): RegisterWork {
  return { kernel, tx, actor: request.person, register, language: request.language };
}

function markedIds(written: readonly string[]): readonly string[] {
  return [...new Set(written.filter(isId))].slice(0, mostInBulk);
}

function ask(kernel: Kernel, register: Register, request: SambandRequest): Promise<Response> {
  const query = request.url.searchParams;
  const ids = markedIds([...query.getAll('id'), ...(query.get('ids') ?? '').split(',')]);
  if (ids.length === 0) throw new RefusedError(422, (language) => texts(language).bulk.nothingMarked);
  return question(kernel, register, request, { ids, chosen: query.get('gor') ?? '', value: '', errors: [] });
}

interface Question {
  readonly ids: readonly string[];
  readonly chosen: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
}

async function question(kernel: Kernel, register: Register, request: SambandRequest, asked: Question) {
  const { ids, chosen, value, errors } = asked;
  const column = columnOf(register, chosen);
  const { rows, options } = await request.transaction(async (tx) => ({
    rows: await rowTitles(tx, register, ids),
    options: column && (await columnOptions(kernel, tx, register, column, request.language)),
  }));
  return request.html(
    <BulkPage
      shell={request.shell()}
      register={register}
      column={column}
      rows={rows}
      value={value}
      options={new Map(column && options ? [[column.key, options]] : [])}
      errors={errors}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

/** The column that was chosen; undefined for archiving. Anything else is no choice. */
function columnOf(register: Register, chosen: string): RegisterColumn | undefined {
  const column = bulkColumns(register).find(({ key }) => key === chosen);
  if (column === undefined && chosen !== archiveChoice) {
    throw new RefusedError(422, (language) => texts(language).bulk.nothingChosen);
  }
  return column;
}

async function carry(kernel: Kernel, register: Register, request: SambandRequest): Promise<Response> {
  const { language } = request;
  const t = texts(language).bulk;
  const fields = await request.fields();
  const ids = markedIds(field(fields, 'ids').split(','));
  const chosen = field(fields, 'gor');
  if (ids.length === 0) throw new RefusedError(422, (spoken) => texts(spoken).bulk.nothingMarked);
  const column = columnOf(register, chosen);
  const value = column === undefined ? '' : fieldList(fields, column.key).join('\n');
  const label = column && (register.texts(language).fields[column.key] ?? column.key);
  const result = await request.transaction((tx) => {
    const work = workOf(kernel, register, request, tx);
    return column === undefined
      ? archiveMany(work, ids, t.archive)
      : changeMany(work, ids, { key: column.key, input: value, title: t.change(label ?? '') });
  });
  if (!result.ok) {
    const errors = errorsOf(result, language).map((error) => ({ ...error, text: `${result.title}: ${error.text}` }));
    return question(kernel, register, request, { ids, chosen, value, errors });
  }
  return request.redirect(`${register.path}/handelser`, { kind: 'success', text: t.done(result.changed) });
}

async function list(kernel: Kernel, register: Register, request: SambandRequest): Promise<Response> {
  const page = await request.transaction((tx) => batchesPage(kernel, tx, register, request.language));
  return request.html(<BatchListPage shell={request.shell()} register={register} {...page} mayWrite />);
}

async function undo(kernel: Kernel, register: Register, request: SambandRequest): Promise<Response> {
  const t = texts(request.language).batches;
  const id = request.params.id ?? '';
  if (!isId(id)) throw new RefusedError(404);
  const result = await request.transaction((tx) => undoBatch(workOf(kernel, register, request, tx), id));
  const to = `${register.path}/handelser`;
  if (result.ok) return request.redirect(to, { kind: 'success', text: t.isUndone(result.rows) });
  return request.redirect(to, {
    kind: 'warning',
    text: result.reason === 'alreadyUndone' ? t.alreadyUndone : t.goneOn(result.titles.join(', ')),
  });
}
