import { may } from '../../foundation/access/index.ts';
import { type FormFields, field, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { chartToPng, renderChartSvg } from '../../foundation/ui/index.ts';
import { readActions, setFrame, writeActions } from './access.ts';
import { PortfolioPage } from './portfolio.view.tsx';
import { type PriorityClash, savePriorities } from './priority.commands.ts';
import { proposalOrder, proposalPortfolio } from './priority.queries.ts';
import type { PriorityFault, PriorityInput } from './priority.rules.ts';
import { priorityTexts } from './priority.texts.ts';
import { matrixChart, PriorityPage } from './priority.view.tsx';
import { proposalCrumbs, proposalWork } from './proposal-work.ts';

export function priorityRoutes(kernel: Kernel): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/forslag/prioritera',
      access: readActions,
      handle: (request) => page(request, areaIn(request.url.searchParams.get('fokus'))),
    },
    { method: 'post', path: '/forslag/prioritera', access: writeActions, handle: (request) => save(kernel, request) },
    {
      method: 'get',
      path: '/forslag/prioritera/:file',
      example: '/forslag/prioritera/insats-effekt.svg',
      access: readActions,
      handle: picture,
    },
    { method: 'get', path: '/forslag/portfolj', access: readActions, handle: portfolio },
  ];
}

function areaIn(text: string | null): string {
  return text !== null && isId(text) ? text : '';
}

interface Unsaved {
  readonly inputs: readonly PriorityInput[];
  readonly faults: readonly PriorityFault[];
  readonly clashes: readonly PriorityClash[];
}

async function page(
  request: SambandRequest,
  area: string,
  unsaved: Unsaved = { inputs: [], faults: [], clashes: [] },
): Promise<Response> {
  const order = await request.transaction((tx) => proposalOrder(tx, area));
  const { faults, clashes } = unsaved;
  return request.html(
    <PriorityPage
      shell={request.shell()}
      order={order}
      area={area}
      mayWrite={may(request.person, writeActions)}
      {...unsaved}
      crumbs={proposalCrumbs(request)}
    />,
    clashes.length > 0 ? 409 : faults.length > 0 ? 422 : 200,
  );
}

async function save(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const area = areaIn(field(fields, 'fokus'));
  const inputs = readInputs(fields);
  const result = await request.transaction((tx) => savePriorities(proposalWork(kernel, request, tx), inputs));
  if (result.ok) {
    const text = priorityTexts(request.language).saved(result.saved);
    const here = area === '' ? '/forslag/prioritera' : `/forslag/prioritera?fokus=${area}`;
    return request.redirect(here, { kind: 'success', text });
  }
  if (result.reason === 'invalid') return page(request, area, { inputs, faults: result.faults, clashes: [] });
  // The person's own choice stands in the form, now against what the other has saved.
  const { clashes } = result;
  const mine = inputs.flatMap((input) => {
    const clash = clashes.find(({ id }) => id === input.id);
    return clash === undefined ? [] : [{ ...input, version: clash.version }];
  });
  return page(request, area, { inputs: mine, faults: [], clashes });
}

function readInputs(fields: FormFields): readonly PriorityInput[] {
  return Object.keys(fields).flatMap((name) => {
    const [, id = ''] = /^version-(.+)$/.exec(name) ?? [];
    if (!isId(id)) return [];
    const version = Number(field(fields, name));
    if (!Number.isInteger(version)) throw new RefusedError(400);
    const of = (key: string) => field(fields, `${key}-${id}`);
    return [
      {
        id,
        version,
        effort: of('effort'),
        effect: of('effect'),
        place: of('place'),
        priorityReason: of('priorityReason'),
      },
    ];
  });
}

async function portfolio(request: SambandRequest): Promise<Response> {
  const query = request.url.searchParams;
  const area = areaIn(query.get('fokus'));
  const without = [...new Set(query.getAll('utan').filter(isId))];
  const found = await request.transaction((tx) => proposalPortfolio(tx, area, new Set(without)));
  return request.html(
    <PortfolioPage
      shell={request.shell()}
      portfolio={found}
      area={area}
      without={without}
      maySetFrame={may(request.person, setFrame, [])}
      crumbs={proposalCrumbs(request)}
    />,
  );
}

/** The matrix as a file, with its heading in it. */
async function picture(request: SambandRequest): Promise<Response> {
  const [, format] = /^insats-effekt\.(svg|png)$/.exec(request.params.file ?? '') ?? [];
  if (format === undefined) throw new RefusedError(404);
  const { language } = request;
  const area = areaIn(request.url.searchParams.get('fokus'));
  const order = await request.transaction((tx) => proposalOrder(tx, area));
  const open = order.rows.filter(({ state }) => state !== 'decided');
  const t = priorityTexts(language);
  const title = order.areas.find(({ id }) => id === area)?.title;
  const heading = title === undefined ? t.matrix : `${t.matrix}, ${title}`;
  const svg = await renderChartSvg(matrixChart(open, language, { linked: false }), {
    width: 900,
    language,
    heading,
    source: t.matrixSource,
    fonts: format === 'png' ? 'static' : 'embedded',
  });
  return format === 'png'
    ? request.download(chartToPng(svg), 'image/png', `${heading}.png`)
    : request.download(new TextEncoder().encode(svg), 'image/svg+xml', `${heading}.svg`);
}
