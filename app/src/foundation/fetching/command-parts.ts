import { ArchiveError, ImportError } from '@samband/kolada';
import { type CommandCall, CommandError, exitCode } from '../command-line/index.ts';
import { importFaultText, koladaTexts } from './kolada-command.texts.ts';

export interface KoladaCommandParts {
  /** Read when a command runs, so that a faulty setting stops only the commands that need it. */
  readonly archive: () => string;
  readonly koladaUrl: () => Promise<string>;
  /** Writes the example municipalities' figures to a new archive. */
  readonly writeExample: (archive: string) => Promise<unknown>;
}

/** Faults of an archive become their sentence; everything else is the program's own. */
export async function withArchive(call: CommandCall, path: string, work: () => Promise<void>): Promise<undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const t = koladaTexts(call.language);
    if (error instanceof ArchiveError) {
      // What cannot be written need not be the archive: an export writes elsewhere.
      const unwritable = error.code === 'unwritable';
      throw new CommandError(
        unwritable ? exitCode.badFile : exitCode.archive,
        t.archive(error.code, unwritable ? error.path : path),
      );
    }
    if (error instanceof ImportError) {
      const faults = error.faults.map((fault) => `  ${importFaultText(fault, call.language)}`).join('\n');
      throw new CommandError(exitCode.badFile, t.refused(faults));
    }
    throw error;
  }
}
