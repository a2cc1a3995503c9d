import type { Chart, Figure } from '@samband/documents';
import type { Language } from '../../foundation/texts/index.ts';
import { type ChartAt, renderChartSvg } from '../../foundation/ui/index.ts';

export interface PictureOfPart {
  readonly id: string;
  readonly chart: ChartAt;
  /** In CSS pixels; a page of A4 has room for about 640. */
  readonly width: number;
  /** Drawn this large of its size; its text shrinks with it. */
  readonly scale?: number;
  readonly caption: string;
  readonly alt: string;
  readonly source: string;
  readonly language: Language;
  /** The municipality's colour, already known to be readable. */
  readonly own?: string | undefined;
  /** The same figures, for a program that draws its own charts, and to see later what has changed. */
  readonly data?: Chart | undefined;
}

/** One of the app's own charts as a figure of a document: without a heading, since its caption stands beside it. */
export async function pictureOf(asked: PictureOfPart): Promise<Figure> {
  const { id, chart, width, scale = 1, caption, alt, source, language, own, data } = asked;
  const svg = await renderChartSvg(chart, {
    width,
    background: 'none',
    language,
    ...(own === undefined ? {} : { own }),
  });
  return {
    kind: 'figure',
    id,
    picture: { format: 'svg', svg, width: sideOf(svg, 'width') * scale, height: sideOf(svg, 'height') * scale },
    alt,
    caption,
    source,
    ...(data && { chart: data }),
  };
}

function sideOf(svg: string, side: 'width' | 'height'): number {
  const value = Number(new RegExp(` ${side}="([\\d.]+)"`).exec(svg)?.[1]);
  if (!(value > 0)) throw new Error(`a picture without ${side}`);
  return value;
}
