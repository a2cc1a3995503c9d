const pine = '#1d5c4d';

/** The warm tone of what is set apart: the darkest paper that a document has. */
const panel = '#f6f2e9';

/** The municipality's colour, `#rrggbb`, darkened until it can be read on white and on every paper of ours (WCAG 2.2, 1.4.3: 4.5 to 1); pine where it has none. */
export function readableColour(colour: string | undefined): string {
  if (colour === undefined || !/^#[0-9a-f]{6}$/i.test(colour)) return pine;
  let readable = colour.toLowerCase();
  while (contrast(readable, panel) < 4.5) readable = hexOf(channelsOf(readable).map((part) => Math.floor(part * 0.95)));
  return readable;
}

/** The same as Office writes colours, `rrggbb`. */
export function officeColour(colour: string | undefined): string {
  return readableColour(colour).slice(1);
}

/** The ratio of WCAG 2.2 between two colours `#rrggbb`, 1–21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
