/**
 * Rules of a picture as rules for what stands within the element with an id. Plain rules alone: what begins with `@` is left out, and so is a
 * declaration that would fetch something, and a rule for classes that the picture does not have. References to ids within the picture get the id as prefix.
 */
export function scopedCss(css: string, id: string, classes: ReadonlySet<string>): string {
  const scoped: string[] = [];
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/[<\\]/g, '');
  const meets = (selector: string) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => classes.has(name!));
  for (const { selectors: all, declarations } of rulesIn(text)) {
    const selectors = all.filter(meets);
    if (selectors.length === 0) continue;
    const safe = declarations
      .split(';')
      .map((each) => each.trim())
      .filter((each) => /^[a-z-]+\s*:/i.test(each))
      .map((each) => each.replace(/url\(\s*["']?#([^"')]+)["']?\s*\)/g, (_, to: string) => `url(#${id}-${to})`))
      .filter((each) => !/url\((?!#)|expression|@import|image-set/i.test(each));
    if (safe.length > 0)
      scoped.push(`${selectors.map((selector) => `#${id} ${selector}`).join(', ')} { ${safe.join('; ')} }`);
  }
  return scoped.join('\n');
}

function* rulesIn(css: string): Generator<{ selectors: readonly string[]; declarations: string }> {
  let at = 0;
  while (at < css.length) {
    const start = css.indexOf('{', at);
    if (start === -1) return;
    const head = css.slice(at, start).trim();
    let depth = 1;
    let end = start + 1;
    while (end < css.length && depth > 0) {
      if (css[end] === '{') depth++;
      if (css[end] === '}') depth--;
      end++;
    }
    // An `@` rule without a block ends at its semicolon, and may stand before the selector.
    const selector = head.replace(/@[^;{}]*;/g, '').trim();
    if (selector !== '' && !selector.startsWith('@') && depth === 0)
      yield { selectors: selector.split(',').map((each) => each.trim()), declarations: css.slice(start + 1, end - 1) };
    at = end;
  }
}
