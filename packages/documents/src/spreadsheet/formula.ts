/** What a program might calculate when it opens a CSV file, also behind space and apostrophes, and in the wide letters of Asian keyboards. */
const likeFormula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** The apostrophe makes it text. It is put before those that have one too, so that the way back is exact. */
export function withFormulaGuard(text: string): string {
  return likeFormula.test(text) ? `'${text}` : text;
}

export function withoutFormulaGuard(text: string): string {
  return text.startsWith("'") && likeFormula.test(text) ? text.slice(1) : text;
}
