import { fieldList, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { guidanceFor } from '../guidance/index.ts';
import { writeActions } from './access.ts';
import { conclusion } from './conclusion.rules.ts';
import { conclusionTexts } from './conclusion.texts.ts';
import { inputsOf, proposeEach } from './from-causes.commands.ts';
import { causeChoice, chosenSuggestions, focusAreaOfCauses, suggestionChoice } from './from-causes.queries.ts';
import { proposalFrom } from './from-causes.rules.ts';
import { ConclusionFromPage, FromCausesPage } from './from-causes.view.tsx';
import { proposal } from './proposal.rules.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';
import { proposalCrumbs, proposalWork } from './proposal-work.ts';

/** From the cause table to conclusions and proposals, with nothing typed again. */
export function fromCausesRoutes(kernel: Kernel): readonly Route[] {
  return [
    { method: 'get', path: '/forslag/ur-orsaker', access: writeActions, handle: choose },
    { method: 'get', path: '/forslag/ur-orsaker/nytt', access: writeActions, handle: together },
    { method: 'post', path: '/forslag/ur-orsaker', access: writeActions, handle: (request) => each(kernel, request) },
    { method: 'get', path: '/slutsatser/ur-orsaker', access: writeActions, handle: chooseCauses },
    { method: 'get', path: '/slutsatser/ur-orsaker/ny', access: writeActions, handle: conclude },
  ];
}

function areaOf(request: SambandRequest): string {
  const area = request.url.searchParams.get('fokus') ?? '';
  return isId(area) ? area : '';
}

async function choose(request: SambandRequest): Promise<Response> {
  const area = areaOf(request);
  const choice = await request.transaction((tx) => suggestionChoice(tx, area));
  return request.html(
    <FromCausesPage shell={request.shell()} choice={choice} area={area} crumbs={proposalCrumbs(request)} />,
  );
}

/** To the form of a new proposal, filled in. */
async function together(request: SambandRequest): Promise<Response> {
  const ids = request.url.searchParams.getAll('suggestions').filter(isId);
  const suggestions = await request.transaction((tx) => chosenSuggestions(tx, ids));
  if (suggestions.length === 0) return nothingChosen(request);
  const inputs = inputsOf(proposalFrom(suggestions));
  return request.redirect(`${proposal.path}/ny?${new URLSearchParams(inputs)}`);
}

async function each(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const ids = fieldList(await request.fields(), 'suggestions').filter(isId);
  const made = await request.transaction((tx) => proposeEach(proposalWork(kernel, request, tx), ids));
  if (made === 0) return nothingChosen(request);
  const text = proposalPageTexts(request.language).fromCauses.made(made);
  return request.redirect(proposal.path, { kind: 'success', text });
}

function nothingChosen(request: SambandRequest): Response {
  const text = proposalPageTexts(request.language).fromCauses.choose;
  return request.redirect('/forslag/ur-orsaker', { kind: 'warning', text });
}

async function chooseCauses(request: SambandRequest): Promise<Response> {
  const area = areaOf(request);
  const { person, language } = request;
  const [{ areas, groups }, guidance] = await request.transaction(
    async (tx) =>
      [
        await causeChoice(tx, area),
        await guidanceFor(tx, person, { phase: 'conclude', focusArea: area === '' ? null : area, language }),
      ] as const,
  );
  return request.html(
    <ConclusionFromPage
      shell={request.shell()}
      areas={areas}
      groups={groups}
      area={area}
      guidance={guidance}
      crumbs={[{ href: conclusion.path, label: conclusionTexts(request.language).title }]}
    />,
  );
}

async function conclude(request: SambandRequest): Promise<Response> {
  const causes = request.url.searchParams.getAll('causes').filter(isId);
  const area = await request.transaction((tx) => focusAreaOfCauses(tx, causes));
  const inputs = new URLSearchParams({ causes: causes.join('\n'), focusArea: area ?? '' });
  return request.redirect(`${conclusion.path}/ny?${inputs}`);
}
