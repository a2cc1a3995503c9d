import { streamWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import type { Transaction } from '../database/index.ts';
import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  readListState,
  type SambandRequest,
} from '../http/index.ts';
import type { FieldError } from '../ui/index.ts';
import { applyImport, matchColumns, uploadImport } from './import.commands.ts';
import { mostAtOnce, queueImport } from './import.job.ts';
import { importLimits, ownSheet } from './import.plan.ts';
import { previewOf, progressOf } from './import.queries.ts';
import { ImportPreviewPage, ImportProgressPage, ImportStartPage } from './import.view.tsx';
import type { Kernel } from './kernel.ts';
import { listShape } from './list.rules.ts';
import type { Register } from './register.rules.ts';
import type { RegisterWork } from './row.commands.ts';
import { csvFile, sheetColumns, sheetRows } from './sheet-out.queries.ts';
import { texts } from './texts.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** A register's sheets: out to Excel and CSV as the list is filtered, and in again from a file or what is pasted. */
export function sheetRoutes(kernel: Kernel, register: Register): readonly Route[] {
  const { path, read, write } = register;
  const work = (request: SambandRequest, tx: Transaction): RegisterWork => ({
    kernel,
    tx,
    actor: request.person,
    register,
    language: request.language,
  });
  const example = (rest: string) => `${path}/importera/${noId}${rest}`;
  return [
    { method: 'get', path: `${path}.xlsx`, access: read, handle: (request) => excel(kernel, register, request) },
    { method: 'get', path: `${path}.csv`, access: read, handle: (request) => csv(kernel, register, request) },
    { method: 'get', path: `${path}/importera`, access: write, handle: (request) => start(register, request) },
    {
      method: 'post',
      path: `${path}/importera`,
      access: write,
      maxBody: importLimits.bytes + 64 * 1024,
      handle: (request) => upload(register, request, work),
    },
    {
      method: 'get',
      path: `${path}/importera/:id`,
      example: example(''),
      access: write,
      handle: (request) => preview(register, request, work),
    },
    {
      method: 'post',
      path: `${path}/importera/:id/kolumner`,
      example: example('/kolumner'),
      access: write,
      handle: (request) => rematch(register, request, work),
    },
    {
      method: 'post',
      path: `${path}/importera/:id/las-in`,
      example: example('/las-in'),
      access: write,
      handle: (request) => apply(register, request, work),
    },
    {
      method: 'get',
      path: `${path}/importera/:id/forlopp`,
      example: example('/forlopp'),
      access: write,
      handle: (request) => progress(register, request),
    },
  ];
}

type WorkOf = (request: SambandRequest, tx: Transaction) => RegisterWork;

function excel(kernel: Kernel, register: Register, request: SambandRequest): Response {
  const { language } = request;
  const state = readListState(request.url.searchParams, listShape(register));
  const title = register.texts(language).title;
  const file = streamWorkbook([
    {
      name: title,
      columns: sheetColumns(register, language),
      rows: sheetRows(kernel, (run) => request.transaction(run), register, state, language),
      notes: [],
    },
    {
      name: ownSheet,
      hidden: true,
      columns: [{ header: 'register' }, { header: 'made' }],
      rows: [[register.name, request.now.toISOString()]],
      notes: [],
    },
  ]);
  return request.download(file, xlsxType, `${title}.xlsx`);
}

function csv(kernel: Kernel, register: Register, request: SambandRequest): Response {
  const { language } = request;
  const state = readListState(request.url.searchParams, listShape(register));
  const file = csvFile(kernel, (run) => request.transaction(run), register, state, language);
  return request.download(file, 'text/csv; charset=UTF-8', `${register.texts(language).title}.csv`);
}

function start(register: Register, request: SambandRequest, pasted = '', errors: readonly FieldError[] = []) {
  const page = <ImportStartPage shell={request.shell()} register={register} pasted={pasted} errors={errors} />;
  return request.html(page, errors.length > 0 ? 422 : 200);
}

async function upload(register: Register, request: SambandRequest, work: WorkOf): Promise<Response> {
  const t = texts(request.language).import;
  const file = (await request.files()).file;
  const pasted = field(await request.fields(), 'pasted');
  if (file === undefined && pasted.trim() === '') {
    return start(register, request, '', [{ field: 'file', text: t.nothingGiven }]);
  }
  const content = file === undefined ? new TextEncoder().encode(pasted) : new Uint8Array(await file.arrayBuffer());
  const name = file === undefined ? '' : file.name || 'fil';
  const result = await request.transaction((tx) => uploadImport(work(request, tx), { name, content }));
  if (result.ok) return request.redirect(`${register.path}/importera/${result.id}`);
  return start(register, request, pasted, [{ field: file === undefined ? 'pasted' : 'file', text: result.reason }]);
}

async function preview(register: Register, request: SambandRequest, work: WorkOf): Promise<Response> {
  const id = idParam(request);
  const found = await request.transaction((tx) => previewOf(work(request, tx), id));
  if (found.state !== 'preview' && found.state !== 'refused') {
    return request.redirect(`${register.path}/importera/${id}/forlopp`);
  }
  return request.html(
    <ImportPreviewPage
      shell={request.shell()}
      register={register}
      id={id}
      fileName={found.fileName}
      plan={found.plan}
      names={found.names}
    />,
    found.plan.faults.length > 0 ? 422 : 200,
  );
}

async function rematch(register: Register, request: SambandRequest, work: WorkOf): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  await request.transaction(async (tx) => {
    const { plan } = await previewOf(work(request, tx), id);
    await matchColumns(work(request, tx), id, chosenColumns(plan.headers, fields));
  });
  return request.redirect(`${register.path}/importera/${id}`);
}

function chosenColumns(headers: readonly string[], fields: FormFields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headers.flatMap((header, index) => {
      const name = `kolumn-${index}`;
      return name in fields ? [[header, field(fields, name)]] : [];
    }),
  );
}

async function apply(register: Register, request: SambandRequest, work: WorkOf): Promise<Response> {
  const id = idParam(request);
  const t = texts(request.language).import;
  const size = await request.transaction(async (tx) => {
    const { state, plan } = await previewOf(work(request, tx), id);
    if (state === 'refused' || state === 'preview') return plan.added.length + plan.changed.length;
    return undefined;
  });
  if (size === undefined || size > mostAtOnce) {
    if (size !== undefined) await request.transaction((tx) => queueImport(tx, register.name, id, request.language));
    return request.redirect(`${register.path}/importera/${id}/forlopp`);
  }
  const result = await request.transaction((tx) => applyImport(work(request, tx), id));
  if (!result.ok) return request.redirect(`${register.path}/importera/${id}`);
  return request.redirect(`${register.path}/handelser`, {
    kind: 'success',
    text: t.readIn(result.added, result.changed),
  });
}

async function progress(register: Register, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const found = await request.transaction((tx) => progressOf(tx, register, id));
  if (found === undefined) throw new RefusedError(404);
  const { state, done, total } = found;
  return request.html(
    <ImportProgressPage shell={request.shell()} register={register} id={id} state={state} done={done} total={total} />,
  );
}
