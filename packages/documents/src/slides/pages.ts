/**
 * Divides what has heights over pages no higher than `room`, as evenly as the number of pages lets it: ten and ten, not eighteen and two. What
 * `leads` never stands last on a page that others follow.
 */
export function pagesOf<T>(
  all: readonly T[],
  room: number,
  heightOf: (each: T) => number,
  leads: (each: T) => boolean = () => false,
): readonly (readonly T[])[] {
  const fullest = packed(all, room, heightOf, leads);
  if (fullest.length < 2) return fullest;
  const total = all.reduce((sum, each) => sum + heightOf(each), 0);
  const steps = 12;
  const even = total / fullest.length;
  for (let step = 0; step < steps; step++) {
    const pages = packed(all, even + ((room - even) * step) / steps, heightOf, leads);
    if (pages.length === fullest.length) return pages;
  }
  return fullest;
}

function packed<T>(
  all: readonly T[],
  room: number,
  heightOf: (each: T) => number,
  leads: (each: T) => boolean,
): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let page: T[] = [];
  let used = 0;
  for (const each of all) {
    const height = heightOf(each);
    if (page.length > 0 && used + height > room) {
      const moved: T[] = [];
      while (page.length > 1 && leads(page.at(-1)!)) moved.unshift(page.pop()!);
      pages.push(page);
      page = moved;
      used = moved.reduce((sum, one) => sum + heightOf(one), 0);
    }
    page.push(each);
    used += height;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
