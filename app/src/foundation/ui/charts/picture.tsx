/* biome-ignore-all lint/a11y/noSvgWithoutTitle: the chart inside carries title and description */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { raw } from 'hono/html';
import type { Language } from '../../texts/index.ts';
import { LanguageContext } from '../language.tsx';
import { chainPictureColours, chainStyle, chainThickened } from './chain-style.ts';
import type { ChartAt } from './chart-figure.tsx';
import { chartStyle, pictureColours } from './chart-style.ts';
import { round, wrapText } from './drawing.tsx';

export interface PictureOptions {
  readonly width?: number;
  /** The paper of a page by default; `none` for a transparent picture. */
  readonly background?: string;
  /**
   * `embedded` carries the fonts in the file, for a picture that is sent on; `named` trusts the reader's machine; `static`
   * is for `chartToPng`, which has only the regular weight and thickens what is bold.
   */
  readonly fonts?: 'embedded' | 'named' | 'static';
  readonly language?: Language;
  /** The municipality's colour, already known to be readable (`contrastOk`). */
  readonly own?: string;
  /** A picture travels without its page: say what it shows and whose figures they are. */
  readonly heading?: string;
  readonly source?: string;
}

const margin = 24;

/** A whole SVG file of a chart, with its styles inside. The same function draws it on the page. */
export async function renderChartSvg(chart: ChartAt, options: PictureOptions = {}): Promise<string> {
  const { width = 720, background = pictureColours.paper, fonts = 'named', language = 'sv', heading, source } = options;
  const drawing = String(await (<LanguageContext.Provider value={language}>{chart(width)}</LanguageContext.Provider>));
  const drawn = Number(/ height="([\d.]+)"/.exec(drawing)?.[1] ?? Number.NaN);
  if (!Number.isFinite(drawn)) throw new Error('renderChartSvg needs a chart that draws an svg element with a height.');
  const headingLines = heading === undefined ? [] : wrapText(heading, 20, width);
  const sourceLines = source === undefined ? [] : wrapText(source, 11.5, width);
  const top = margin + headingLines.length * 27 + (headingLines.length > 0 ? 8 : 0);
  const height = round(top + drawn + sourceLines.length * 16 + (sourceLines.length > 0 ? 12 : 0) + margin);
  const full = width + 2 * margin;
  const picture = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${full} ${height}`}
      width={full}
      height={height}
      class="picture"
    >
      <style>{raw(style(fonts, options.own ?? pictureColours.own))}</style>
      {background !== 'none' && <rect width={full} height={height} fill={background} />}
      {headingLines.map((line, index) => (
        <text class="picture-heading" x={margin} y={margin + 16 + index * 27}>
          {line}
        </text>
      ))}
      <g transform={`translate(${margin} ${top})`}>{raw(drawing)}</g>
      {sourceLines.map((line, index) => (
        <text class="picture-source" x={margin} y={round(top + drawn + 22 + index * 16)}>
          {line}
        </text>
      ))}
    </svg>
  );
  return String(await picture);
}

function style(fonts: NonNullable<PictureOptions['fonts']>, own: string): string {
  const colours = { ...chainPictureColours, own };
  const rules = [
    fonts === 'embedded' ? embeddedFonts() : '',
    '.picture { font-family: Inter, "Inter Variable", "Segoe UI", sans-serif; font-size: 12px; }',
    `.picture-heading { font-family: "Source Serif 4", "Source Serif 4 Variable", Georgia, serif; font-size: 20px; font-weight: 600; fill: ${colours.ink}; }`,
    `.picture-source { font-size: 11.5px; fill: ${colours.muted}; }`,
    '.chart-touch { fill: none; }',
    chartStyle(colours),
    chainStyle(colours),
    fonts === 'static' ? thickened(colours) + chainThickened(colours) : '',
  ];
  return rules.filter(Boolean).join('\n');
}

/** A thin outline in the text's own colour stands in for the bold weight that a static font lacks. */
function thickened({ ink, own }: { readonly ink: string; readonly own: string }): string {
  return [
    `.chart-name.is-own, .chart-value.is-own { stroke: ${own}; stroke-width: 0.5; }`,
    `.chart-name.is-node, .chart-value.is-difference { stroke: ${ink}; stroke-width: 0.5; }`,
    `.picture-heading { stroke: ${ink}; stroke-width: 0.6; }`,
  ].join('\n');
}

let fontFaces: string | undefined;

function embeddedFonts(): string {
  fontFaces ??= fontSources
    .map(({ family, file }) => {
      const data = readFileSync(file()).toString('base64');
      return `@font-face { font-family: "${family}"; font-weight: 200 900; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
    })
    .join('\n');
  return fontFaces;
}

const find = createRequire(import.meta.url);

/** The two fonts of the house, as installed. */
export const fontSources = [
  { family: 'Inter', file: () => find.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2') },
  {
    family: 'Source Serif 4',
    file: () => find.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
  },
] as const;
