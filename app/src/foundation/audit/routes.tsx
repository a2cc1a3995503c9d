import { csvLine, csvStart } from '@samband/documents/spreadsheet';
import { may } from '../access/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { formatDateTime } from '../ui/index.ts';
import type { AuditParts } from './parts.ts';
import { auditPermission } from './permissions.rules.ts';
import { entryDetail, namesOf, trailBatch, trailFilter, trailPage } from './queries.ts';
import { changedFields, valueText } from './rules.ts';
import type { EntryRow } from './store.ts';
import { auditTexts } from './texts.ts';
import { readTrailQuery, sequenceOf, type TrailQuery } from './trail-address.rules.ts';
import { verifyStep } from './verification.ts';
import { ChainPage, EntryPage, TrailPageView, whatOf, whoOf } from './views.tsx';

const path = '/administration/granskning';
const chainPath = `${path}/kedjan`;

export function auditRoutes(parts: AuditParts): readonly Route[] {
  const access = auditPermission;
  return [
    { method: 'get', path, access, handle: (request) => showTrail(request, parts) },
    { method: 'get', path: `${path}.csv`, access, handle: (request) => trailAsCsv(request, parts) },
    { method: 'get', path: chainPath, access, handle: checkChain },
    {
      method: 'get',
      path: `${path}/:sequence`,
      example: `${path}/1`,
      access,
      handle: (request) => showEntry(request, parts),
    },
  ];
}

async function showTrail(request: SambandRequest, parts: AuditParts): Promise<Response> {
  wholeMunicipality(request);
  const query = readTrailQuery(request.url.searchParams);
  const page = await request.transaction((tx) => trailPage(tx, parts, query));
  return request.html(<TrailPageView shell={request.shell()} query={query} page={page} parts={parts} />);
}

async function showEntry(request: SambandRequest, parts: AuditParts): Promise<Response> {
  wholeMunicipality(request);
  const sequence = sequenceOf(request.params.sequence);
  if (sequence === undefined) throw new RefusedError(404);
  const detail = await request.transaction((tx) => entryDetail(tx, parts, sequence));
  if (detail === undefined) throw new RefusedError(404);
  return request.html(<EntryPage shell={request.shell()} parts={parts} {...detail} />);
}

/** A long chain is checked a step a page, so that one sees how far it has come and can leave it. */
async function checkChain(request: SambandRequest): Promise<Response> {
  wholeMunicipality(request);
  const after = sequenceOf(request.url.searchParams.get('efter')) ?? 0;
  const progress = await request.transaction((tx) => verifyStep(tx, after));
  const next = `${chainPath}?efter=${progress.checkedTo}`;
  const response = await request.html(<ChainPage shell={request.shell()} progress={progress} next={next} />);
  if (progress.result === undefined) response.headers.set('Refresh', `0; url=${next}`);
  return response;
}

const csvRows = 2000;

/** Written as it is read, a piece at a time: the trail may be longer than the memory. */
function trailAsCsv(request: SambandRequest, parts: AuditParts): Response {
  wholeMunicipality(request);
  const texts = auditTexts(request.language);
  const query = readTrailQuery(request.url.searchParams);
  const encoder = new TextEncoder();
  let before: number | undefined;
  let started = false;
  const content = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!started) {
        started = true;
        const header = [
          texts.number,
          texts.when,
          texts.who,
          texts.what,
          texts.object,
          texts.field,
          texts.before,
          texts.after,
          texts.where,
        ];
        controller.enqueue(encoder.encode(csvStart + csvLine(header)));
      }
      const { lines, last } = await csvPiece(request, parts, query, before);
      if (lines !== '') controller.enqueue(encoder.encode(lines));
      before = last;
      if (last === undefined) controller.close();
    },
  });
  return request.download(content, 'text/csv; charset=utf-8', `${texts.fileName}.csv`);
}

async function csvPiece(request: SambandRequest, parts: AuditParts, query: TrailQuery, before: number | undefined) {
  return request.transaction(async (tx) => {
    const filter = await trailFilter(tx, parts, query);
    const entries = await trailBatch(tx, filter, before, csvRows);
    const known = { parts, names: await namesOf(tx, parts, entries), language: request.language };
    const texts = auditTexts(request.language);
    const line = (entry: EntryRow) => {
      const start = [
        entry.sequence,
        formatDateTime(entry.at),
        whoOf(entry, texts, known),
        `${texts.operation[entry.operation]} ${whatOf(entry, known)}`,
      ];
      const id = Object.values(entry.row_key).map(valueText).join(' ');
      return changedFields(entry.before, entry.after)
        .map((change) =>
          csvLine([...start, id, change.field, valueText(change.before), valueText(change.after), entry.origin]),
        )
        .join('');
    };
    return {
      lines: entries.map(line).join(''),
      last: entries.length === csvRows ? entries.at(-1)?.sequence : undefined,
    };
  });
}

/** An auditor of one department has no trail of only that department to read. */
function wholeMunicipality(request: SambandRequest): void {
  if (!may(request.person, auditPermission, [])) throw new RefusedError(403);
}
