import type { ComparisonKind } from './comparison.ts';
import { type Evaluation, evaluate, type PublicationContext } from './evaluation.ts';
import type { SeenIn } from './finding.ts';
import { emptyJudgement, judge, type Verdict } from './judgement.ts';
import type { SameOrder } from './same-order.ts';
import type { Survey, Target } from './survey.ts';

/** A phenomenon: the key figure that shows it strongest, and the others that show it too. */
export interface Phenomenon {
  readonly strongest: Evaluation;
  readonly also: { readonly evaluation: Evaluation; readonly because: SeenIn['because'] }[];
}

/** What one round of judging a municipality gave. */
export interface Judged {
  readonly counts: { readonly [verdict in Verdict]: number };
  /** Key figures that stand out, by position in the survey, with the strength they can have at most. */
  readonly candidates: readonly Candidate[];
  /** Positions of the key figures near the middle. */
  readonly nearMiddle: readonly number[];
}

interface Candidate {
  readonly position: number;
  readonly atMost: number;
}

const scratch = emptyJudgement();

/** Judges every key figure of one municipality. */
export function judgeEverything(survey: Survey, target: Target, kind: ComparisonKind): Judged {
  const counts = {
    standsOut: 0,
    nearMiddle: 0,
    between: 0,
    noOwnValue: 0,
    tooFewReporting: 0,
    tooSmallGroup: 0,
    noDirection: 0,
  };
  const candidates: Candidate[] = [];
  const nearMiddle: number[] = [];
  for (let position = 0; position < survey.keyFigures.length; position += 1) {
    const { verdict, atMost } = judge(survey, survey.keyFigures[position]!, target, kind, scratch);
    counts[verdict] += 1;
    if (verdict === 'standsOut') candidates.push({ position, atMost });
    else if (verdict === 'nearMiddle') nearMiddle.push(position);
  }
  return { counts, candidates, nearMiddle };
}

/**
 * The strongest phenomena of a municipality, exactly, without evaluating every candidate: certainty can only lower a strength, so
 * the work stops when the next candidate's greatest possible strength is under the weakest phenomenon already chosen. Candidates
 * of a chosen phenomenon that come later are still attached to it.
 */
export function findStrongest(
  survey: Survey,
  target: Target,
  kind: ComparisonKind,
  candidates: readonly Candidate[],
  most: number,
  context: PublicationContext,
  isSame: SameOrder,
): Phenomenon[] {
  const ordered = [...candidates].sort((a, b) => b.atMost - a.atMost || a.position - b.position);
  const evaluateAt = ({ position }: Candidate): Evaluation => {
    const surveyed = survey.keyFigures[position]!;
    const judgement = judge(survey, surveyed, target, kind, emptyJudgement());
    return evaluate(survey, surveyed, target, kind, judgement, context);
  };
  const evaluated: Evaluation[] = [];
  let chosen: Phenomenon[] = [];
  for (let upTo = 2 * most; evaluated.length < ordered.length; upTo *= 2) {
    for (const candidate of ordered.slice(evaluated.length, upTo)) evaluated.push(evaluateAt(candidate));
    chosen = grouped(evaluated, isSame).slice(0, most);
    const next = ordered[evaluated.length];
    const weakest = chosen.at(-1);
    if (!next || (chosen.length === most && rounded(next.atMost) < rounded(weakest!.strongest.strength))) break;
  }
  const members = new Map(chosen.map((phenomenon) => [phenomenon.strongest.surveyed.keyFigure.phenomenon, phenomenon]));
  for (const candidate of ordered.slice(evaluated.length)) {
    const { phenomenon } = survey.keyFigures[candidate.position]!.keyFigure;
    if (phenomenon !== '')
      members.get(phenomenon)?.also.push({ evaluation: evaluateAt(candidate), because: 'phenomenon' });
  }
  for (const { also } of chosen) also.sort((a, b) => strongerFirst(a.evaluation, b.evaluation));
  return chosen;
}

/**
 * Key figures by phenomenon, strongest first. Those of one phenomenon in the map belong together. An unmapped one joins whatever
 * orders the municipalities as it does; a mapped phenomenon joins another only in the same area and perspective.
 */
function grouped(evaluations: readonly Evaluation[], isSame: SameOrder): Phenomenon[] {
  const phenomena: Phenomenon[] = [];
  const mapped = new Map<string, Phenomenon>();
  for (const evaluation of [...evaluations].sort(strongerFirst)) {
    const { phenomenon } = evaluation.surveyed.keyFigure;
    const known = phenomenon === '' ? undefined : mapped.get(phenomenon);
    if (known) {
      known.also.push({ evaluation, because: 'phenomenon' });
      continue;
    }
    const like = phenomena.find(({ strongest }) => mayBeSame(evaluation, strongest) && sameMunicipalities(evaluation, strongest, isSame));
    const joined = like ?? { strongest: evaluation, also: [] };
    if (like) like.also.push({ evaluation, because: 'correlation' });
    else phenomena.push(joined);
    if (phenomenon !== '') mapped.set(phenomenon, joined);
  }
  return phenomena;
}

function mayBeSame({ surveyed: { keyFigure: a } }: Evaluation, { surveyed: { keyFigure: b } }: Evaluation): boolean {
  if (a.phenomenon === '' || b.phenomenon === '') return true;
  return a.area === b.area && (a.subArea ?? null) === (b.subArea ?? null) && a.perspective === b.perspective;
}

function sameMunicipalities(a: Evaluation, b: Evaluation, isSame: SameOrder): boolean {
  return isSame(a.surveyed.k, a.judgement.year, b.surveyed.k, b.judgement.year);
}

/** Strengths that agree to two decimals are equal; then what is worse than the comparison comes before what is better. */
function strongerFirst(a: Evaluation, b: Evaluation): number {
  return (
    rounded(b.strength) - rounded(a.strength) ||
    Number(isDeviation(b)) - Number(isDeviation(a)) ||
    b.strength - a.strength ||
    (a.surveyed.keyFigure.kpi < b.surveyed.keyFigure.kpi ? -1 : 1)
  );
}

function rounded(strength: number): number {
  return Math.round(strength * 100);
}

/** On the side that is not desired. */
export function isDeviation({ surveyed, judgement }: Evaluation): boolean {
  return surveyed.keyFigure.direction === 'low' ? judgement.gap > 0 : judgement.gap < 0;
}
