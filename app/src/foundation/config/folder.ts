import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type SettingName, settingTexts } from './settings.texts.ts';
import { ConfigError } from './settings.ts';

/** Makes the folder that a setting names, where it is not there. Throws ConfigError when it cannot be made or written in. */
export async function makeFolder(variable: SettingName, folder: string): Promise<void> {
  try {
    await makeFolders(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new ConfigError({
      sv: settingTexts('sv').folder(variable, folder, code),
      en: settingTexts('en').folder(variable, folder, code),
    });
  }
}

/**
 * As `mkdir -p`, for places that a person names: Node's own recursive `mkdir` never ends where the system refuses a folder as if it were
 * missing (`/proc/x`). Throws the system's error.
 */
export async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    const parent = path.dirname(folder);
    const parentIsThere = await stat(parent).then(
      () => true,
      () => false,
    );
    if (code !== 'ENOENT' || parentIsThere) throw error;
    await makeFolders(parent);
    await mkdir(folder);
  }
}
