import { writeXlsx, xlsxType } from '@samband/documents/spreadsheet';
import { idParam, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { formatNumber } from '../../foundation/ui/index.ts';
import { writeSituation } from './access.ts';
import { path } from './local-key-figure.views.tsx';
import { reasonText } from './local-key-figure-cell.rules.ts';
import { applyValues, previewValues, uploadValues, valueLimits } from './local-key-figure-import.commands.ts';
import { valueColumnNames, valueColumns } from './local-key-figure-import.rules.ts';
import { importTexts } from './local-key-figure-import.texts.ts';
import { importPath, ValuePreviewPage, ValueUploadPage } from './local-key-figure-import.view.tsx';

const example = `${importPath}/00000000-0000-7000-8000-000000000000`;
const access = writeSituation;

/** Values of own key figures out of a file: upload, preview, all or nothing. */
export const localImportRoutes: readonly Route[] = [
  {
    method: 'get',
    path: importPath,
    access,
    handle: (request) => request.html(<ValueUploadPage shell={request.shell()} />),
  },
  // A file just over the limit is refused with a sentence on the page; only what is far over it is cut off.
  { method: 'post', path: importPath, access, maxBody: 2 * valueLimits.bytes, handle: upload },
  { method: 'get', path: `${importPath}/mall.xlsx`, access, handle: template },
  { method: 'get', path: `${importPath}/:id`, example, access, handle: preview },
  { method: 'post', path: `${importPath}/:id`, example, access, handle: apply },
];

async function template(request: SambandRequest): Promise<Response> {
  const t = importTexts(request.language);
  const header = valueColumns.map((column) => valueColumnNames[column][0] ?? column);
  const rows = [
    ['E00001', '', '', 2025, '', 12.5],
    ['E00001', '', 'Ekskolan', 2025, 'K', 11],
    ['E00001', '', 'Ekskolan', 2025, 'M', reasonText('secret', request.language)],
  ];
  return request.download(await writeXlsx(t.sheet, header, rows), xlsxType, `${t.templateName}.xlsx`);
}

async function upload(request: SambandRequest): Promise<Response> {
  const { file } = await request.files();
  if (file === undefined) {
    return request.html(<ValueUploadPage shell={request.shell()} problem={{ reason: 'noFile' }} />, 422);
  }
  const content = new Uint8Array(await file.arrayBuffer());
  const result = await request.transaction((tx) => uploadValues(tx, request.person, { name: file.name, content }));
  if (!result.ok) return request.html(<ValueUploadPage shell={request.shell()} problem={result.problem} />, 422);
  return request.redirect(`${importPath}/${result.id}`);
}

async function preview(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const found = await request.transaction((tx) => previewValues(tx, request.person, id));
  const status = found.plan.faults.length === 0 ? 200 : 422;
  return request.html(<ValuePreviewPage shell={request.shell()} preview={found} />, status);
}

async function apply(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const done = await request.transaction((tx) => applyValues(tx, request.person, id));
  if (done.plan.faults.length > 0) {
    return request.html(<ValuePreviewPage shell={request.shell()} preview={done} />, 422);
  }
  const t = importTexts(request.language);
  const text = t.applied(formatNumber(done.plan.values.length, request.language));
  return request.redirect(path, { kind: 'success', text });
}
