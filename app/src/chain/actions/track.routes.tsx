import { field, idParam, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import { type Kernel, mayChange, readRow } from '../../foundation/register/index.ts';
import { readActions, writeActions } from './access.ts';
import { trackOf } from './decision.rules.ts';
import { type ChangeKind, changeKinds, proposal } from './proposal.rules.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';
import { ProposalTabs } from './proposal-tabs.view.tsx';
import { proposalCrumbs, proposalWork } from './proposal-work.ts';
import { addRelation, dropRelation, relationWords } from './relation.commands.ts';
import { saveTrack, setLeft } from './track.commands.ts';
import type { TrackAnswers, TrackFault, TrackForm } from './track.rules.ts';
import { TrackPage } from './track.view.tsx';

const example = '/forslag/00000000-0000-7000-8000-000000000000';

/** Who decides, whether it is left for decision, and what excludes or requires it. */
export function trackRoutes(kernel: Kernel): readonly Route[] {
  const post = (rest: string, handle: Route['handle']): Route => ({
    method: 'post',
    path: `/forslag/:id${rest}`,
    example: `${example}${rest}`,
    access: writeActions,
    handle,
  });
  return [
    {
      method: 'get',
      path: '/forslag/:id/beslutsvag',
      example: `${example}/beslutsvag`,
      access: readActions,
      handle: (request) => trackPage(kernel, request),
    },
    post('/beslutsvag', (request) => save(kernel, request)),
    post('/lamna', (request) => leave(kernel, request, true)),
    post('/ta-tillbaka-fran-beslut', (request) => leave(kernel, request, false)),
    post('/samband', (request) => relate(kernel, request)),
    post('/samband/bort', (request) => unrelate(kernel, request)),
  ];
}

interface Shown {
  readonly form: TrackForm;
  readonly faults: readonly TrackFault[];
  readonly conflict: boolean;
}

async function trackPage(kernel: Kernel, request: SambandRequest, shown?: Shown): Promise<Response> {
  const id = idParam(request);
  const { row, changeable } = await request.transaction(async (tx) => {
    const found = await readRow(tx, proposal, id);
    if (found === undefined) throw new RefusedError(404);
    const may = await mayChange(kernel, tx, request.person, proposal, found);
    return { row: found, changeable: may };
  });
  const answers = Object.fromEntries(
    changeKinds.map((kind) => [kind, row.track === null ? undefined : row.changes.includes(kind)]),
  ) as TrackAnswers;
  const { form, faults, conflict } = shown ?? {
    form: { answers, track: row.track ?? undefined, reason: row.trackReason },
    faults: [],
    conflict: false,
  };
  return request.html(
    <TrackPage
      shell={request.shell()}
      id={id}
      title={row.title}
      version={row.version}
      form={form}
      faults={faults}
      mayChange={changeable}
      conflict={conflict}
      tabs={<ProposalTabs id={id} current="track" language={request.language} />}
      crumbs={proposalCrumbs(request)}
    />,
    conflict ? 409 : faults.length > 0 ? 422 : 200,
  );
}

async function save(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const answer = (kind: ChangeKind) => ({ ja: true, nej: false })[field(fields, kind)];
  const form: TrackForm = {
    answers: Object.fromEntries(changeKinds.map((kind) => [kind, answer(kind)])) as TrackAnswers,
    track: trackOf(field(fields, 'track')),
    reason: field(fields, 'reason').replaceAll('\r\n', '\n').trim(),
  };
  const version = Number(field(fields, 'version'));
  if (!Number.isInteger(version)) throw new RefusedError(400);
  const result = await request.transaction((tx) => saveTrack(proposalWork(kernel, request, tx), id, version, form));
  if (result.ok) {
    const text = proposalPageTexts(request.language).track.saved;
    return request.redirect(`/forslag/${id}/beslutsvag`, { kind: 'success', text });
  }
  if (result.reason === 'unanswered')
    return trackPage(kernel, request, { form, faults: result.faults, conflict: false });
  return trackPage(kernel, request, { form, faults: [], conflict: true });
}

async function leave(kernel: Kernel, request: SambandRequest, left: boolean): Promise<Response> {
  const id = idParam(request);
  await request.transaction((tx) => setLeft(proposalWork(kernel, request, tx), id, left));
  const t = proposalPageTexts(request.language);
  return request.redirect(`/forslag/${id}`, { kind: 'success', text: left ? t.left : t.takenBack });
}

async function relate(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const t = proposalPageTexts(request.language).alternatives;
  const word = relationWords.find((one) => one === field(fields, 'word'));
  const other = field(fields, 'other');
  if (word === undefined) throw new RefusedError(400);
  if (!isId(other)) return request.redirect(`/forslag/${id}#alternativ`, { kind: 'error', text: t.otherNeeded });
  const said = { word, other, note: field(fields, 'note') };
  await request.transaction((tx) => addRelation(proposalWork(kernel, request, tx), id, said));
  return request.redirect(`/forslag/${id}#alternativ`, { kind: 'success', text: t.saved });
}

async function unrelate(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const relation = field(await request.fields(), 'relation');
  if (!isId(relation)) throw new RefusedError(400);
  await request.transaction((tx) => dropRelation(proposalWork(kernel, request, tx), id, relation));
  const text = proposalPageTexts(request.language).alternatives.removed;
  return request.redirect(`/forslag/${id}#alternativ`, { kind: 'success', text });
}
