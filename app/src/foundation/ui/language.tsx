import { createContext, useContext } from 'hono/jsx';
import type { Language } from '../texts/index.ts';
import { uiTexts } from './texts.ts';

/** `Page` provides it; a fragment rendered outside a page wraps itself in `LanguageContext.Provider`. */
export const LanguageContext = createContext<Language>('sv');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useTexts(): ReturnType<typeof uiTexts> {
  return uiTexts(useLanguage());
}
