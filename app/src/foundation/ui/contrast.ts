/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
export function contrastRatio(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const lightPaper = '#fffdf8';
export const darkPaper = '#171a18';
const defaultColour = '#1d5c4d';

/** True when text and controls in the colour can be read on the light paper, and white text on the colour. */
export function contrastOk(colour: string): boolean {
  return isColour(colour) && contrastRatio(colour, lightPaper) >= 4.5 && contrastRatio(colour, '#ffffff') >= 4.5;
}

export function isColour(colour: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour);
}

/** Where the stylesheet of a tenant's colour is served: a link, since the content policy allows no inline style. */
export function tenantThemeHref(colour: string): string {
  return `/tema/${colour.replace('#', '').toLowerCase()}.css`;
}

/**
 * The few tokens that follow the municipality's colour. Takes `1d5c4d` or `#1d5c4d`; a colour that cannot be
 * read on paper gives the default, so a hand-typed address cannot make the pages unreadable.
 */
export function tenantThemeCss(colour: string): string {
  const asked = `#${colour.replace('#', '').toLowerCase()}`;
  const own = contrastOk(asked) ? asked : defaultColour;
  const light = [
    `--own:${own}`,
    `--own-strong:${mix(own, '#000000', 0.18)}`,
    `--own-soft:${mix(own, lightPaper, 0.84)}`,
  ];
  const readable = readableOnDark(own);
  const dark = [
    `--own:${readable}`,
    `--own-strong:${mix(readable, '#ffffff', 0.25)}`,
    `--own-soft:${mix(own, darkPaper, 0.62)}`,
  ];
  return [
    `:root{${light.join(';')}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-color-scheme=light]){${dark.join(';')}}}`,
    `@media screen{:root[data-color-scheme=dark]{${dark.join(';')}}}`,
  ].join('\n');
}

/** Lightens the colour towards white until it reads on the dark paper. */
function readableOnDark(colour: string): string {
  for (let part = 0.2; part < 1; part += 0.05) {
    const lighter = mix(colour, '#ffffff', part);
    if (contrastRatio(lighter, darkPaper) >= 6) return lighter;
  }
  return '#ffffff';
}

/** `part` of the second colour in the first. */
function mix(first: string, second: string, part: number): string {
  const other = channels(second);
  return `#${channels(first)
    .map((channel, index) => Math.round(channel + ((other[index] ?? 0) - channel) * part))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
