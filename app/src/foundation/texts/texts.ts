export type Language = 'sv' | 'en';
export const languages: readonly Language[] = ['sv', 'en'];

/** A text is a string, or a function of what stands in it. */
type Text = string | ((...values: never[]) => string);
export type TextTree = { readonly [key: string]: Text | TextTree };

type Translated<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer A) => string
    ? (...values: A) => string
    : T[K] extends string
      ? string
      : Translated<T[K]>;
};

/**
 * Declares a slice's texts: Swedish decides which keys exist, English must have the same.
 * A missing or misspelt key does not compile.
 *
 *     export const texts = defineTexts({ title: 'Nuläge', rows: (n: number) => `${n} rader` },
 *                                      { title: 'Situation', rows: (n) => `${n} rows` });
 *     texts('sv').rows(3)
 */
export function defineTexts<const T extends TextTree>(sv: T, en: Translated<T>): (language: Language) => Translated<T> {
  const byLanguage: Record<Language, Translated<T>> = { sv: sv as unknown as Translated<T>, en };
  return (language) => byLanguage[language];
}
