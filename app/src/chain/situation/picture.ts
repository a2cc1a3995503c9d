import type { SambandRequest } from '../../foundation/http/index.ts';
import { type ChartAt, chartToPng, renderChartSvg } from '../../foundation/ui/index.ts';
import { vocabulary } from './vocabulary.texts.ts';

export interface Picture {
  readonly chart: ChartAt;
  readonly width: number;
  readonly format: 'svg' | 'png';
  /** File name without ending. */
  readonly name: string;
  /** What the picture shows; it travels without its page. */
  readonly heading: string;
  readonly kind: 'published' | 'computed' | 'both';
}

/** A chart as a file, with its heading and its source in the picture. */
export async function pictureResponse(
  request: SambandRequest,
  figures: { readonly info: { readonly exampleData: boolean } },
  picture: Picture,
): Promise<Response> {
  const { source } = vocabulary(request.language);
  const sources = { published: source.values, computed: source.computed, both: source.both };
  const svg = await renderChartSvg(picture.chart, {
    width: picture.width,
    language: request.language,
    heading: picture.heading,
    source: figures.info.exampleData ? source.example : sources[picture.kind],
    fonts: picture.format === 'png' ? 'static' : 'embedded',
  });
  return picture.format === 'png'
    ? request.download(chartToPng(svg), 'image/png', `${picture.name}.png`)
    : request.download(new TextEncoder().encode(svg), 'image/svg+xml', `${picture.name}.svg`);
}
