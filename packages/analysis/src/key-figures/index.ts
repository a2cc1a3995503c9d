export { type AreaIndices, areaIndices, type CostDeviation, costDeviations } from './area-indices.ts';
export { type CostTree, costTrees, type UserRate, usersPerInhabitant, wholeFromParts } from './cost-trees.ts';
export { kpisOf, kronorPerUnit } from './denominator.ts';
export { areas, keyFigureMap, keyFigureOf, keyFiguresOf } from './key-figure-map.ts';
export { areaNames, phenomena } from './phenomena.ts';
export type { Area, Denominator, FigurePerspective, KeyFigure, NoVolumeReason, SubArea } from './types.ts';
