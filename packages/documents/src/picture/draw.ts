import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

export interface DrawnPicture {
  readonly png: Uint8Array;
  /** The same as an SVG of paths alone: nothing in it asks for a font, a style sheet or a file, so that every program draws it alike. */
  readonly outlined: string;
}

export interface DrawingOptions {
  /** Dots to a CSS pixel: 2 is sharp on paper and on most screens. */
  readonly scale?: number | undefined;
  /** `#rrggbb` behind what is transparent: on a dark page, dark words on nothing are not seen. */
  readonly background?: string | undefined;
}

/** An SVG that stands alone, as a PNG. The same SVG gives the same bytes on every machine. Throws what resvg says of an SVG that is not one. */
export function pictureToPng(svg: string, options: DrawingOptions = {}): Uint8Array {
  return new Uint8Array(opened(svg, options).render().asPng());
}

/** For programs that show an SVG where they can, and else the PNG. */
export function drawPicture(svg: string, options: DrawingOptions = {}): DrawnPicture {
  const picture = opened(svg, options);
  return {
    png: new Uint8Array(picture.render().asPng()),
    outlined: onBackground(compact(picture.toString()), options.background),
  };
}

/** An SVG of unknown origin, as one of paths alone with a size; undefined where it cannot be drawn, or nothing is seen of it. */
export function standingDrawing(
  svg: string,
): { readonly svg: string; readonly width: number; readonly height: number } | undefined {
  try {
    const { width, height } = opened(svg, { scale: 1 });
    // A hundred times as wide as high is no picture, and would be drawn as millions of rows.
    if (!(width > 0 && height > 0 && width / height < 100 && height / width < 100)) return undefined;
    const picture = opened(svg, { scale: 200 / Math.max(width, height) });
    const isSeen = picture.render().pixels.some((value, index) => index % 4 === 3 && value > 0);
    return isSeen ? { svg: compact(picture.toString()), width, height } : undefined;
  } catch {
    return undefined;
  }
}

function opened(svg: string, { scale = 2, background }: DrawingOptions): Resvg {
  return new Resvg(svg, {
    // The machine's own fonts are left out: they differ from machine to machine.
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
    fitTo: { mode: 'zoom', value: scale },
    ...(background !== undefined && { background }),
  });
}

const require = createRequire(import.meta.url);
let files: string[] | undefined;

/** resvg takes font files by path only, and static ones: of a variable font it sees the regular weight. */
function fontFiles(): string[] {
  files ??= [
    require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
    require.resolve('@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf'),
    require.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
    require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
    require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
    require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  ];
  return files;
}

/** Most of an outlined picture is decimals and the indentation of each letter; five digits place a curve within a tenth of a pixel. */
function compact(svg: string): string {
  return svg
    .replace(/\n\s*/g, ' ')
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toPrecision(5))));
}

function onBackground(outlined: string, background: string | undefined): string {
  const start = /^<svg [^>]*viewBox="(\S+) (\S+) (\S+) (\S+)"[^>]*>/.exec(outlined);
  if (background === undefined || start === null) return outlined;
  const [tag, x, y, width, height] = start;
  return `${tag}<path fill="${background}" d="M${x} ${y}h${width}v${height}h-${width}z"/>${outlined.slice(tag.length)}`;
}
