export { type AreaIndices, areaIndices, type CostDeviation, costDeviations } from './area-indices.ts';
export {
  type CostIdentity,
  costIdentities,
  type UserRate,
  usersPerInhabitant,
  wholeFromParts,
} from './cost-identities.ts';
export { kpisOf, kronorPerUnit } from './denominator.ts';
export { areas, keyFigureMap, keyFigureOf, keyFiguresOf } from './key-figure-map.ts';
export { areaNames, phenomena } from './phenomena.ts';
export type { Area, Denominator, FigurePerspective, KeyFigure, NoVolumeReason, SubArea } from './types.ts';
