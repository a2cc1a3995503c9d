import { type Archive, ArchiveError, openArchive } from '@samband/kolada/archive';
import type { Log } from '../log/index.ts';
import { type Figures, readFigures } from './figures.ts';

export type FigureSource = 'kolada' | 'example';

/** There are no figures to read: the archive is missing, damaged, locked or newer than the program. */
export class FiguresMissingError extends Error {
  override readonly name = 'FiguresMissingError';
  readonly source: FigureSource;
  readonly reason: ArchiveError['code'];
  constructor(source: FigureSource, cause: ArchiveError) {
    super(`no figures from ${source}: ${cause.message}`, { cause });
    this.source = source;
    this.reason = cause.code;
  }
}

export interface FigureStore {
  /** The figures in force. Looks now and then whether a sync has published a newer version and moves over without disturbing anyone. */
  current(source: FigureSource): Promise<Figures>;
  close(): Promise<void>;
}

const millisecondsBetweenLooks = 2000;

interface Opened {
  readonly archive: Archive;
  figures: Figures;
  lookedAt: number;
}

export function createFigureStore(
  paths: Readonly<Record<FigureSource, string>>,
  mapped: readonly string[],
  log: Log,
  clock: () => number = Date.now,
): FigureStore {
  const opened = new Map<FigureSource, Promise<Opened>>();

  async function open(source: FigureSource): Promise<Opened> {
    try {
      const archive = await openArchive(paths[source]);
      return { archive, figures: await readFigures(archive, mapped), lookedAt: clock() };
    } catch (error) {
      // The next request tries again: the archive may be on its way.
      opened.delete(source);
      throw error instanceof ArchiveError ? new FiguresMissingError(source, error) : error;
    }
  }

  /** Reads the new version beside the old; requests under way keep the old one. */
  async function moveOver(source: FigureSource, state: Opened): Promise<void> {
    try {
      if (!(await state.archive.refresh())) return;
      state.figures = await readFigures(state.archive, mapped);
      log.info({ source, version: state.figures.info.version }, 'figures moved over to a newer version');
    } catch (error) {
      log.warn(
        { source, fault: error instanceof Error ? error.message : String(error) },
        'the newer figures could not be read',
      );
    }
  }

  return {
    async current(source) {
      let opening = opened.get(source);
      if (opening === undefined) {
        opening = open(source);
        opened.set(source, opening);
      }
      const state = await opening;
      if (clock() - state.lookedAt > millisecondsBetweenLooks) {
        state.lookedAt = clock();
        await moveOver(source, state);
      }
      return state.figures;
    },
    async close() {
      for (const opening of opened.values())
        await opening.then(({ archive }) => archive.close()).catch(() => undefined);
      opened.clear();
    },
  };
}
