export type {
  Archive,
  ArchiveGroup,
  ArchiveKpi,
  FigureQuery,
  FigureRevision,
  KpiGroup,
  MissingFigure,
  RevisionQuery,
} from './archive.ts';
export { openArchive } from './archive.ts';
export type { ArchiveInfo } from './archive-file.ts';
export type { Absent } from './block-absence.ts';
export type { HistoryChange } from './catalogue-merge.ts';
export { type ArchiveContent, createArchive } from './create.ts';
export { ArchiveError, type ArchiveErrorCode, ImportError, type ImportFault, type ImportFaultCode } from './errors.ts';
export { type ExportReport, exportArchive } from './export.ts';
export { type ImportOptions, type ImportProgress, type ImportReport, importIntoArchive } from './import.ts';
export {
  createSnapshot,
  diffSnapshot,
  type Snapshot,
  type SnapshotDifference,
  type SnapshotSelection,
  type SnapshotSeries,
} from './snapshot.ts';
export { archiveSource } from './source.ts';
export { type ArchiveStatus, archiveStatus } from './status.ts';
