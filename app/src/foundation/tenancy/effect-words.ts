import { roleTitle } from '../access/index.ts';
import type { Language } from '../texts/index.ts';
import { importTexts } from './import.texts.ts';
import type { ImportEffect } from './import-plan.rules.ts';

/** What a row of a file does to the organisation. */
export function effectText(effect: ImportEffect, language: Language): string {
  const texts = importTexts(language);
  if (effect.kind === 'newRole') return texts.effect.newRole(roleTitle(effect.role, language), effect.name);
  return texts.effect[effect.kind](effect.name);
}
