import { writeXlsx, xlsxType } from '@samband/documents/spreadsheet';
import { brokenConstraint } from '../database/index.ts';
import { idParam, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { applyImport, importLimits, previewImport, uploadImport } from './import.commands.ts';
import { importTexts } from './import.texts.ts';
import { PreviewPage, UploadPage } from './import.views.tsx';
import { columnNames, importColumns } from './import-file.rules.ts';
import { manageOrganisation } from './permissions.rules.ts';

const path = '/organisation/import';
const example = `${path}/00000000-0000-7000-8000-000000000001`;
const access = manageOrganisation;

export const importRoutes: readonly Route[] = [
  { method: 'get', path, access, handle: (request) => request.html(<UploadPage shell={request.shell()} />) },
  // A file just over the limit is refused with a sentence on the page; only what is far over it is cut off.
  { method: 'post', path, access, maxBody: 2 * importLimits.bytes, handle: upload },
  { method: 'get', path: `${path}/mall.xlsx`, access, handle: template },
  { method: 'get', path: `${path}/:id`, example, access, handle: preview },
  { method: 'post', path: `${path}/:id`, example, access, handle: apply },
];

async function template(request: SambandRequest): Promise<Response> {
  const texts = importTexts(request.language);
  const header = importColumns.map((column) => columnNames[column][0] ?? column);
  const rows = [
    [
      'Vård och omsorg',
      'Solgården',
      '',
      'Vård- och omsorgsnämnden',
      'Enhetschef Solgården',
      'Enhetschef',
      'enhetschef.solgarden@kommunen.example',
      'Chef',
      'Solgården',
      '',
      '',
    ],
    ['Vård och omsorg', 'Solgården natt', 'Solgården', '', '', '', '', '', '', '', ''],
    [
      'Kommunledningskontoret',
      '',
      '',
      'Kommunstyrelsen',
      'Controller',
      'Controller',
      'controller@kommunen.example',
      'Controller',
      'Hela kommunen',
      '',
      '',
    ],
  ];
  return request.download(await writeXlsx(texts.sheet, header, rows), xlsxType, `${texts.templateName}.xlsx`);
}

async function upload(request: SambandRequest): Promise<Response> {
  const { file } = await request.files();
  if (file === undefined)
    return request.html(<UploadPage shell={request.shell()} problem={{ reason: 'noFile' }} />, 422);
  const content = new Uint8Array(await file.arrayBuffer());
  const result = await request.transaction((tx) => uploadImport(tx, request.person, { name: file.name, content }));
  if (!result.ok) return request.html(<UploadPage shell={request.shell()} problem={result.problem} />, 422);
  return request.redirect(`${path}/${result.id}`);
}

async function preview(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const found = await request.transaction((tx) => previewImport(tx, request.person, id));
  return request.html(
    <PreviewPage shell={request.shell()} preview={found} />,
    found.plan.faults.length === 0 ? 200 : 422,
  );
}

async function apply(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  try {
    const done = await request.transaction((tx) => applyImport(tx, request.person, id));
    if (done.plan.faults.length > 0) return request.html(<PreviewPage shell={request.shell()} preview={done} />, 422);
  } catch (error) {
    // Somebody added one of the same names in the meantime: the new preview shows how it stands.
    if (brokenConstraint(error) === undefined) throw error;
    throw new RefusedError(409);
  }
  return request.redirect('/organisation', { kind: 'success', text: importTexts(request.language).applied });
}
