import path from 'node:path';

export interface Places {
  readonly dataFolder: string;
  readonly archive: string;
  readonly exampleArchive: string;
  /** What people have attached. */
  readonly filesFolder: string;
}

/**
 * Where the files lie. Any text is a path, so nothing is checked here, and a command that only reads an archive need not wait for what
 * checks the other settings.
 */
export function readPlaces(environment: Record<string, string | undefined>, root: string): Places {
  const dataFolder = path.resolve(environment.SAMBAND_DATA || path.join(root, 'data'));
  return {
    dataFolder,
    archive: environment.SAMBAND_ARCHIVE || path.join(dataFolder, 'kolada.duckdb'),
    exampleArchive: path.join(dataFolder, 'example.duckdb'),
    filesFolder: path.resolve(environment.SAMBAND_FILES || path.join(dataFolder, 'files')),
  };
}
