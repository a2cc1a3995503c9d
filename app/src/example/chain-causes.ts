import { cause, evidence, problem, suggestion } from '../chain/causes/index.ts';
import { careProblems } from './chain-causes-care.ts';
import { preschoolProblems } from './chain-causes-preschool.ts';
import type { Teller } from './chain-teller.ts';

type Branch = 'people' | 'workingMethods' | 'management' | 'premisesAndEquipment' | 'economy' | 'surroundings';

export interface ToldEvidence {
  readonly kind: 'keyFigure' | 'document' | 'survey' | 'observation';
  readonly title: string;
  /** A key figure, a source, or what an observation is called. */
  readonly of: string;
  readonly stance?: 'contradicts';
  readonly strength: 1 | 2 | 3;
}

export interface ToldCause {
  readonly title: string;
  /** What later parts of the story call it. */
  readonly called?: string;
  readonly branch?: Branch;
  /** What somebody has judged, with the reason; without it a hypothesis. */
  readonly judged?: readonly ['supported' | 'rejected', string];
  readonly evidence?: readonly ToldEvidence[];
  readonly why?: readonly ToldCause[];
}

export interface ToldProblem {
  /** The unit, as the cause table writes it before the cost type. */
  readonly area: string;
  readonly costType: string;
  readonly title: string;
  readonly causes: readonly ToldCause[];
  /** What it is called later, and the suggestion. */
  readonly suggestions: readonly (readonly [string, string])[];
}

/** The cause tables of both focus areas, as trees with what speaks for and against. */
export async function tellCauses(teller: Teller): Promise<void> {
  await tellProblems(teller, 'care', careProblems, '2022-12-02');
  await tellProblems(teller, 'preschool', preschoolProblems, teller.day(-236));
}

async function tellProblems(
  teller: Teller,
  focus: string,
  problems: readonly ToldProblem[],
  judgedOn: string,
): Promise<void> {
  const judge = await teller.named('person', 'Controllern');
  for (const [index, { area, costType, title, causes, suggestions }] of problems.entries()) {
    const own = await teller.add(
      problem,
      `problem ${focus} ${index}`,
      { focusArea: teller.id(focus), area, costType, title },
      { place: (index + 1) * 1000 },
    );
    await tellBranch(teller, { problem: own, parent: '', judge, judgedOn }, causes);
    for (const [place, [called, words]] of suggestions.entries()) {
      await teller.add(suggestion, called, { problem: own, title: words }, { place: (place + 1) * 1000 });
    }
  }
}

interface Under {
  readonly problem: string;
  readonly parent: string;
  readonly judge: string;
  readonly judgedOn: string;
}

async function tellBranch(teller: Teller, under: Under, causes: readonly ToldCause[]): Promise<void> {
  const { judge, judgedOn } = under;
  for (const [index, told] of causes.entries()) {
    const { title, called = title, branch = '', judged } = told;
    const judgement = judged && { state: judged[0], judgement: judged[1], judgedBy: judge, judgedOn };
    const id = await teller.add(
      cause,
      called,
      { problem: under.problem, parent: under.parent, title, branch },
      { state: 'hypothesis', place: (index + 1) * 1000, ...judgement },
    );
    for (const one of told.evidence ?? []) await tellEvidence(teller, id, one);
    await tellBranch(teller, { ...under, parent: id }, told.why ?? []);
  }
}

async function tellEvidence(teller: Teller, under: string, told: ToldEvidence): Promise<void> {
  const { kind, title, of, stance = 'supports', strength } = told;
  const source =
    kind === 'keyFigure' ? { keyFigure: of } : kind === 'observation' ? { observation: teller.id(of) } : { source: of };
  const inputs = { cause: under, kind, title, stance, strength: String(strength), ...source };
  await teller.add(evidence, `${under} ${title}`, inputs);
}
