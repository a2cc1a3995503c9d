import { link, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type CommandCall, CommandError, exitCode } from './command.ts';

/** Writes where the person asked. What the file system refuses becomes a sentence with the place in it. */
export async function writeWhereAsked(call: CommandCall, place: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw refusal(call, place, code);
  }
}

/**
 * Writes a whole file or none: it is written beside its place, and takes it when it is whole. A device, a pipe or a folder is refused, since
 * writing there can hang or lose what is read back. `keep` refuses a file that is there already, with that sentence.
 */
export async function writeWholeFile(
  call: CommandCall,
  place: string,
  content: string | Uint8Array,
  keep?: string,
): Promise<void> {
  await writeWhereAsked(call, place, async () => {
    const target = await realpath(place).catch(() => path.resolve(place));
    const there = await lstat(target).catch(() => undefined);
    if (there !== undefined && keep !== undefined) throw new CommandError(exitCode.badFile, keep);
    if (there !== undefined && !there.isFile()) throw refusal(call, place, there.isDirectory() ? 'EISDIR' : 'ENODEV');
    const beside = path.join(path.dirname(target), `.${path.basename(target).slice(0, 100)}.${process.pid}.part`);
    try {
      const file = await open(beside, 'wx');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      if (keep === undefined) await rename(beside, target);
      else await link(beside, target);
    } finally {
      await rm(beside, { force: true });
    }
  });
}

const reasons: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  ENOSPC: { sv: 'disken är full', en: 'the disk is full' },
  EDQUOT: { sv: 'utrymmet är slut', en: 'the quota is used up' },
  EACCES: { sv: 'rättighet saknas', en: 'permission is missing' },
  EPERM: { sv: 'rättighet saknas', en: 'permission is missing' },
  EROFS: { sv: 'filsystemet är skrivskyddat', en: 'the file system is read-only' },
  ENOENT: { sv: 'mappen finns inte', en: 'the folder does not exist' },
  ENOTDIR: { sv: 'en del av sökvägen är ingen mapp', en: 'a part of the path is no folder' },
  EISDIR: { sv: 'det är en mapp', en: 'it is a folder' },
  ENODEV: { sv: 'det är ingen vanlig fil', en: 'it is no ordinary file' },
  EEXIST: { sv: 'något annat finns där redan', en: 'something else is there already' },
};

function refusal(call: CommandCall, place: string, code: string): CommandError {
  const sentence = { sv: 'Det går inte att skriva', en: 'It is not possible to write' }[call.language];
  const why = reasons[code]?.[call.language];
  return new CommandError(exitCode.badFile, `${sentence} ${place}: ${why === undefined ? code : `${why} (${code})`}.`);
}
