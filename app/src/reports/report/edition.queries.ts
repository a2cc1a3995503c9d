export {
  type Edition,
  type EditionFilter,
  type EditionSort,
  listEditions as editionRows,
  readEdition as editionPage,
} from './edition.store.ts';
