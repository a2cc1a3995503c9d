import { parentPort } from 'node:worker_threads';
import type { AllSituationsQuestion } from '../situation/all.ts';
import { type Analyser, analyserOf } from '../situation/analyse-all.ts';
import { measureAhead } from '../situation/measure-ahead.ts';
import { type Survey, surveyOf } from '../situation/survey.ts';
import { placeYardsticks } from '../situation/yardsticks.ts';
import { type JudgeOrder, placeName, type Reply, type Request } from './messages.ts';
import { roomOf, takeTurns } from './shared-memory.ts';

/** The program of one worker. A request is answered when its part is done; results come on the way. */
const KEY_FIGURES_PER_TURN = 16;

let survey: Survey | undefined;
let analyser: Analyser | undefined;

parentPort!.on('message', (request: Request) => {
  try {
    carryOut(request);
    reply({ kind: 'done' });
  } catch (error) {
    reply({ kind: 'failed', error });
  }
});

function reply(message: Reply): void {
  parentPort!.postMessage(message);
}

function carryOut(request: Request): void {
  if (request.kind === 'survey') {
    const { figures, keyFigures, municipalities, year, yardsticks } = request;
    placeYardsticks(figures, municipalities, roomOf(yardsticks, figures));
    survey = surveyOf(figures, keyFigures, municipalities, year);
    return;
  }
  // Whoever asks has had the survey made first, and what is judged before what is found.
  const { keyFigures, municipalities } = survey!;
  if (request.kind === 'judge') {
    analyser = analyserOf(survey!, questionOf(request, municipalities), request.strengths);
    for (const [from, to] of takeTurns(request.turns, keyFigures.length, KEY_FIGURES_PER_TURN)) {
      measureAhead(survey!, from, to);
      analyser.judge(from, to);
    }
    return;
  }
  for (const [from, to] of takeTurns(request.turns, municipalities.length, request.turnSize)) {
    reply({ kind: 'found', from, situations: analyser!.find(from, to) });
  }
}

function questionOf(
  { comparisons, publication, riket, today, maxFindings }: JudgeOrder,
  municipalities: readonly string[],
): Parameters<typeof analyserOf>[1] {
  const comparisonOf = new Map(comparisons.map((comparison, i) => [municipalities[i]!, comparison]));
  return {
    comparisonOf(unit) {
      const { kind, units } = comparisonOf.get(unit)!;
      return { kind, unitsFor: (area, subArea) => units.get(placeName(area, subArea))! };
    },
    ...(publication && { publication: (kpi: string) => publication.get(kpi) }),
    ...(riket !== undefined && { riket }),
    ...(today !== undefined && { today }),
    ...(maxFindings !== undefined && { maxFindings }),
  } satisfies Partial<AllSituationsQuestion>;
}
