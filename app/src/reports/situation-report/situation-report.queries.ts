import {
  type Choice,
  type CostTreeView,
  costTreeOf,
  type Situation,
  situationOf,
  type TreeId,
  treeIds,
} from '../../chain/situation/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { formatDate } from '../../foundation/format/index.ts';
import type { ArchiveSource } from '../part/index.ts';

/** Everything that the situation report says, read once. */
export interface SituationMaterial {
  readonly figures: Figures;
  readonly situation: Situation;
  readonly name: string;
  readonly trees: readonly { readonly id: TreeId; readonly view: CostTreeView }[];
  readonly archive: ArchiveSource;
}

export type SituationMaterialAnswer =
  | { readonly ok: true; readonly material: SituationMaterial }
  | { readonly ok: false; readonly reason: 'noSimilar' | 'noClass' | 'emptySet' };

/** `today` decides what is preliminary, as 2026-03-02. */
export function situationMaterial(
  figures: Figures,
  choice: Choice,
  today: string,
  analyse: typeof situationOf = situationOf,
): SituationMaterialAnswer {
  const answer = analyse(figures, choice, today);
  if (!answer.ok) return answer;
  const trees = treeIds.flatMap((id) => {
    const tree = costTreeOf(figures, choice, id);
    return tree.ok ? [{ id, view: tree.view }] : [];
  });
  const { exampleData, fetchedAt } = figures.info;
  return {
    ok: true,
    material: {
      figures,
      situation: answer.situation,
      name: figures.title(choice.unit),
      trees,
      archive: { exampleData, fetched: formatDate(fetchedAt) },
    },
  };
}
