export type ArchiveErrorCode =
  | 'missing'
  | 'exists'
  | 'locked'
  | 'damaged'
  | 'newerFormat'
  | 'notAnArchive'
  | 'closed'
  | 'unwritable';

/** What can be wrong with an archive file. `code` is stable; the message names the file and the way out. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;
  readonly path: string;
  constructor(code: ArchiveErrorCode, path: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ArchiveError';
    this.code = code;
    this.path = path;
  }
}

export type ImportFaultCode =
  | 'fileMissing'
  | 'notGzip'
  | 'wrongEncoding'
  | 'wrongColumns'
  | 'wrongFieldCount'
  | 'lineTooLong'
  | 'decimalComma'
  | 'notANumber'
  | 'invalidKpi'
  | 'unknownUnit'
  | 'invalidYear'
  | 'invalidGender'
  | 'duplicateRow'
  | 'duplicateId'
  | 'notJson'
  | 'notParquet'
  | 'wrongField'
  | 'truncatedPage'
  | 'empty'
  | 'unitsMissing';

export interface ImportFault {
  readonly file: string;
  readonly fault: ImportFaultCode;
  /** Line of a CSV file (the header is line 1), element of a JSON list, row of a Parquet file; all from 1. */
  readonly line?: number;
  readonly column?: string;
  /** What stood there, shortened; for a duplicate row its key. */
  readonly value?: string;
  /** For a duplicate: where the first one stands. */
  readonly firstLine?: number;
}

/** An import that was refused whole. Nothing of it has reached the archive. */
export class ImportError extends Error {
  readonly code = 'import';
  /** The first faults met, at most `faultLimit`. */
  readonly faults: readonly ImportFault[];
  constructor(faults: readonly ImportFault[]) {
    super(`import refused, nothing was changed: ${faults.slice(0, 3).map(describe).join('; ')}`);
    this.name = 'ImportError';
    this.faults = faults;
  }
}

export const faultLimit = 20;

function describe(fault: ImportFault): string {
  const where = [
    fault.file,
    fault.line === undefined ? '' : `line ${fault.line}`,
    fault.column === undefined ? '' : `column ${fault.column}`,
  ].filter((part) => part !== '');
  const first = fault.firstLine === undefined ? '' : ` (first on line ${fault.firstLine})`;
  return `${where.join(', ')}: ${fault.fault}${fault.value === undefined ? '' : ` ${JSON.stringify(fault.value)}`}${first}`;
}
