export { createFigureStore, type FigureSource, type FigureStore, FiguresMissingError } from './figure-store.ts';
export { type Figures, readFigures, remember } from './figures.ts';
export type { GroupIndex, UsedGroup } from './groups.ts';
