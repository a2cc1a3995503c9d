import { readPasted, writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import { recordImport } from '../../foundation/intake/index.ts';
import { type Kernel, readRow } from '../../foundation/register/index.ts';
import { chartToPng, renderChartSvg } from '../../foundation/ui/index.ts';
import { focusArea } from '../focus/index.ts';
import { guidanceFor } from '../guidance/index.ts';
import { readCauses, readInterviews, writeCauses } from './access.ts';
import { backIn, exampleId, workOf } from './address.routes.ts';
import { analysisPicture, shownOf } from './analysis.pictures.tsx';
import { type CauseAnalysis, causeAnalysis } from './analysis.queries.ts';
import { analysisSheet } from './analysis.sheets.ts';
import { analysisTexts } from './analysis.texts.ts';
import { AnalysisPage, type NewRowDraft } from './analysis.view.tsx';
import { allProblems, analysisHref, viewOf } from './analysis-address.rules.ts';
import { addCauses, addSuggestions } from './cause.commands.ts';
import { causeTableKey } from './cause-table.target.ts';
import { importPaste, previewPaste } from './paste.commands.ts';
import { pasteTexts } from './paste.texts.ts';
import { countsOf, PastePage, PastePreviewPage } from './paste.view.tsx';
import { problem } from './problem.rules.ts';
import { addTableRow, type BranchChoice, chooseBranches } from './row.commands.ts';

const example = (rest: string) => `/fokus/${exampleId}/orsaker${rest}`;
const pasteLimits = { bytes: 800_000, rows: 2000 };

/** The cause analysis of a focus area: its table, tree and fishbone, and what is added to them. */
export function analysisRoutes(kernel: Kernel): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/fokus/:id/orsaker',
      example: example(''),
      access: readCauses,
      handle: (request) => analysisPage(request),
    },
    {
      method: 'get',
      path: '/fokus/:id/orsaker.xlsx',
      example: example('.xlsx'),
      access: readCauses,
      async handle(request) {
        const analysis = await request.transaction((tx) => ask(request, tx));
        const content = await writeWorkbook([analysisSheet(analysis, request.language)]);
        const name = analysisTexts(request.language).tableTitle(analysis.focus.title);
        return request.download(content, xlsxType, `${name}.xlsx`);
      },
    },
    {
      method: 'get',
      path: '/fokus/:id/orsaker/:file{(?:tabell|trad|fiskben)\\.(?:svg|png)}',
      example: example('/trad.svg'),
      access: readCauses,
      handle: picture,
    },
    {
      method: 'post',
      path: '/fokus/:id/orsaker/rad',
      example: example('/rad'),
      access: writeCauses,
      handle: (request) => addRow(kernel, request),
    },
    {
      method: 'post',
      path: '/fokus/:id/orsaker/grenar',
      example: example('/grenar'),
      access: writeCauses,
      handle: (request) => branches(kernel, request),
    },
    {
      method: 'get',
      path: '/fokus/:id/orsaker/klistra',
      example: example('/klistra'),
      access: writeCauses,
      handle: (request) => pastePage(request, ''),
    },
    {
      method: 'post',
      path: '/fokus/:id/orsaker/klistra',
      example: example('/klistra'),
      access: writeCauses,
      handle: (request) => paste(kernel, request),
    },
    {
      method: 'post',
      path: '/orsaker/:id/tillagg',
      example: `/orsaker/${exampleId}/tillagg`,
      access: writeCauses,
      handle: (request) => addUnder(kernel, request),
    },
  ];
}

async function ask(request: SambandRequest, tx: Transaction): Promise<CauseAnalysis> {
  const analysis = await causeAnalysis(tx, request.person, idParam(request), request.language);
  if (analysis === undefined) throw new RefusedError(404);
  return analysis;
}

async function analysisPage(request: SambandRequest, draft?: NewRowDraft): Promise<Response> {
  const { language, person } = request;
  const { searchParams } = request.url;
  const [analysis, guidance, deviation] = await request.transaction(async (tx) => {
    const found = await ask(request, tx);
    const asked = { focusArea: found.focus.id, language };
    return [
      found,
      await guidanceFor(tx, person, { phase: 'causes', ...asked }),
      await guidanceFor(tx, person, { phase: 'deviation', ...asked }),
    ] as const;
  });
  return request.html(
    <AnalysisPage
      shell={request.shell()}
      analysis={analysis}
      shown={shownOf(analysis, searchParams.get('problem'))}
      view={viewOf(searchParams.get('vy'))}
      guidance={guidance}
      deviation={deviation}
      mayReadInterviews={may(person, readInterviews)}
      {...(draft === undefined ? {} : { draft })}
    />,
    draft === undefined ? 200 : 422,
  );
}

async function picture(request: SambandRequest): Promise<Response> {
  const { language, tenant } = request;
  const analysis = await request.transaction((tx) => ask(request, tx));
  const [slug = '', format] = (request.params.file ?? '').split('.');
  const shown = shownOf(analysis, request.url.searchParams.get('problem') ?? allProblems);
  const { chart, width, title } = analysisPicture(viewOf(slug), analysis, shown, language);
  const svg = await renderChartSvg(chart, {
    width,
    language,
    heading: title,
    source: analysisTexts(language).source(tenant?.name ?? ''),
    fonts: format === 'png' ? 'static' : 'embedded',
  });
  return format === 'png'
    ? request.download(chartToPng(svg), 'image/png', `${title}.png`)
    : request.download(new TextEncoder().encode(svg), 'image/svg+xml', `${title}.svg`);
}

async function addRow(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const written = {
    area: field(fields, 'omrade'),
    problem: field(fields, 'problem'),
    cause: field(fields, 'orsak'),
    suggestion: field(fields, 'forslag'),
  };
  const result = await request.transaction((tx) => addTableRow(workOf(kernel, request, tx), id, written));
  const { add } = analysisTexts(request.language);
  if (!result.ok) return analysisPage(request, { ...written, error: add[result.reason] });
  return request.redirect(`${analysisHref(id)}#problem-${result.id}`, { kind: 'success', text: add.added });
}

async function addUnder(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const [causes, suggestions, under] = [field(fields, 'orsak'), field(fields, 'forslag'), field(fields, 'under')];
  if (under !== '' && !isId(under)) throw new RefusedError(404);
  const { add } = analysisTexts(request.language);
  const [focusId, added] = await request.transaction(async (tx) => {
    const work = workOf(kernel, request, tx);
    const row = await readRow(tx, problem, id);
    if (row === undefined) throw new RefusedError(404);
    return [
      row.focusArea ?? '',
      [
        ...(await addCauses(work, { problem: id, parent: under === '' ? null : under }, causes)),
        ...(await addSuggestions(work, id, suggestions)),
      ],
    ] as const;
  });
  const back = backIn(field(fields, 'back'), analysisHref(focusId));
  const anchor = back.includes('vy=trad') && added[0] !== undefined ? `orsak-${added[0]}` : `problem-${id}`;
  return request.redirect(
    `${back.split('#')[0]}#${anchor}`,
    added.length > 0 ? { kind: 'success', text: add.added } : { kind: 'warning', text: add.nothing },
  );
}

async function branches(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const left = await request.transaction(async (tx) => {
    await ask(request, tx);
    return chooseBranches(workOf(kernel, request, tx), choicesIn(fields));
  });
  const chosen = field(fields, 'problem');
  const t = analysisTexts(request.language).branches;
  return request.redirect(
    analysisHref(id, 'fishbone', isId(chosen) ? chosen : undefined),
    left.length === 0
      ? { kind: 'success', text: t.saved }
      : { kind: 'warning', text: t.conflict(left.map((title) => `”${title}”`).join(', ')) },
  );
}

function choicesIn(fields: FormFields): readonly BranchChoice[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith('gren-'))
    .map((name) => {
      const id = name.slice('gren-'.length);
      if (!isId(id)) throw new RefusedError(400);
      return { id, from: field(fields, `fran-${id}`) || null, to: field(fields, name) || null };
    });
}

async function pastePage(request: SambandRequest, text: string, error?: string): Promise<Response> {
  const focus = await request.transaction((tx) => readRow(tx, focusArea, idParam(request)));
  if (focus === undefined) throw new RefusedError(404);
  return request.html(
    <PastePage shell={request.shell()} focus={focus} text={text} {...(error === undefined ? {} : { error })} />,
    error === undefined ? 200 : 422,
  );
}

async function paste(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const text = field(fields, 'tabell');
  const t = pasteTexts(request.language);
  if (field(fields, 'andra') !== '') return pastePage(request, text);
  const read = readPasted(text, pasteLimits);
  if (!read.ok) return pastePage(request, text, read.reason === 'empty' ? t.problem.empty : t.problem.tooLarge);
  const save = field(fields, 'spara') !== '';
  const result = await request.transaction(async (tx) => {
    const work = workOf(kernel, request, tx);
    if (!save) return previewPaste(work, id, read.rows);
    const done = await importPaste(work, id, read.rows, t.batch);
    const { applied } = done;
    if (applied !== undefined && applied.added + applied.changed > 0) {
      await recordImport(work, { title: t.batch, target: causeTableKey, applied });
    }
    return done;
  });
  if (!result.pasted.ok) return pastePage(request, text, t.problem[result.pasted.reason]);
  if ('applied' in result && result.applied !== undefined) {
    const { problems, causes, suggestions } = countsOf(result.plan);
    const nothing = problems + causes + suggestions === 0;
    return request.redirect(
      analysisHref(id),
      nothing
        ? { kind: 'info', text: t.doneNothing }
        : { kind: 'success', text: t.done(problems, causes, suggestions) },
    );
  }
  const focus = await request.transaction((tx) => readRow(tx, focusArea, id));
  const faulty = result.plan.some(({ state }) => state === 'faulty');
  return request.html(
    <PastePreviewPage shell={request.shell()} focus={focus!} text={text} preview={result} />,
    faulty ? 422 : 200,
  );
}
