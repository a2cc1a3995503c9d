import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { type SettingName, settingTexts } from './settings.texts.ts';
import { ConfigError } from './settings.ts';

/** Makes the folder that a setting names, where it is not there. Throws ConfigError when it cannot be made or written in. */
export async function makeFolder(variable: SettingName, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new ConfigError({
      sv: settingTexts('sv').folder(variable, folder, code),
      en: settingTexts('en').folder(variable, folder, code),
    });
  }
}
