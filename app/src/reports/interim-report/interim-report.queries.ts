import { type Described, describedOf, type OrderedProposal, proposalOrder } from '../../chain/actions/index.ts';
import { type CauseAnalysis, causeAnalysis } from '../../chain/causes/index.ts';
import { type DecisionPage, decisionPage } from '../../chain/focus/index.ts';
import { type ThreadQuestion, type ThreadReport, threadReport } from '../../chain/followup/index.ts';
import { type Choice, type FigureHistory, figureHistory } from '../../chain/situation/index.ts';
import type { FigureStore, Figures } from '../../foundation/figures/index.ts';
import { type SituationMaterial, situationMaterial } from '../situation-report/index.ts';

/** All that the chain says of one focus area. */
export interface AreaMaterial {
  readonly report: ThreadReport;
  readonly causes: CauseAnalysis;
  readonly proposals: readonly OrderedProposal[];
  /** Of doing nothing. */
  readonly nothing: Described;
  /** By proposal. */
  readonly impacts: ReadonlyMap<string, Described>;
  /** Of the key figures that are followed, for their charts. */
  readonly histories: readonly FigureHistory[];
}

/** Everything that an interim report says, read once. */
export interface InterimMaterial {
  readonly areas: readonly AreaMaterial[];
  /** The choices of focus that the areas come from, the oldest first. */
  readonly choices: readonly DecisionPage[];
  /** Undefined where there are no figures, or nobody to compare with. */
  readonly situation: SituationMaterial | undefined;
}

export interface InterimQuestion extends ThreadQuestion {
  readonly store: FigureStore;
  readonly figures: Figures | undefined;
  /** Whether there are figures of the year to tell the situation by. */
  readonly situated: boolean;
  readonly areas: readonly string[];
  readonly choice: Choice;
  /** As 2026-03-02. */
  readonly today: string;
}

/** What somebody may not read, or what has been taken away, is not among the areas. */
export async function interimMaterial(question: InterimQuestion): Promise<InterimMaterial> {
  const { kernel, tx, language, figures, choice, today } = question;
  const areas: AreaMaterial[] = [];
  for (const id of question.areas) {
    const area = await areaMaterial(question, id);
    if (area !== undefined) areas.push(area);
  }
  const choiceIds = [...new Set(areas.flatMap(({ report }) => report.choice?.id ?? []))].toSorted();
  const choices: DecisionPage[] = [];
  for (const id of choiceIds) {
    const page = await decisionPage(kernel, tx, id, language);
    if (page !== undefined) choices.push(page);
  }
  const situation = figures && question.situated ? situationMaterial(figures, choice, today) : undefined;
  return { areas, choices, situation: situation?.ok === true ? situation.material : undefined };
}

async function areaMaterial(question: InterimQuestion, id: string): Promise<AreaMaterial | undefined> {
  const { tx, actor, store, language, today } = question;
  const report = await threadReport(question, store, id, today);
  const causes = await causeAnalysis(tx, actor, id, language);
  if (report === undefined || causes === undefined || !report.area.active) return undefined;
  const order = await proposalOrder(tx, id);
  const impacts = new Map<string, Described>();
  for (const { id: proposal } of order.rows) {
    impacts.set(proposal, await describedOf(tx, { kind: 'proposal', id: proposal }));
  }
  return {
    report,
    causes,
    proposals: order.rows,
    nothing: await describedOf(tx, { kind: 'focusArea', id }),
    impacts,
    histories: await historiesOf(question, report),
  };
}

/** Effects have pictures of their own; this is of what was noticed. */
async function historiesOf(
  { figures, choice, today }: InterimQuestion,
  { figures: followed, rows }: ThreadReport,
): Promise<readonly FigureHistory[]> {
  if (figures === undefined) return [];
  const withEffect = new Set(rows.effects.map(({ keyFigure }) => keyFigure));
  const histories: FigureHistory[] = [];
  for (const { code, comparison } of followed) {
    if (withEffect.has(code)) continue;
    const history = await figureHistory(figures, { code, unit: choice.unit, comparison, today });
    if (history !== undefined && history.years.length > 1) histories.push(history);
  }
  return histories;
}
