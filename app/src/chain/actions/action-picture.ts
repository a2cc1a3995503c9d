import type { SambandRequest } from '../../foundation/http/index.ts';
import { type ChartAt, chartToPng, formatDate, renderChartSvg } from '../../foundation/ui/index.ts';
import { viewTexts } from './action-views.texts.ts';

/** A picture of the actions as a file, with its heading, whose they are, and the day. */
export async function actionPicture(
  request: SambandRequest,
  picture: { readonly title: string; readonly width: number; readonly chart: ChartAt },
  format: string,
): Promise<Response> {
  const { title, width, chart } = picture;
  const { language, tenant } = request;
  const svg = await renderChartSvg(chart, {
    width,
    language,
    heading: title,
    source: viewTexts(language).source(tenant?.name ?? '', formatDate(request.now)),
    fonts: format === 'png' ? 'static' : 'embedded',
  });
  return format === 'png'
    ? request.download(chartToPng(svg), 'image/png', `${title}.png`)
    : request.download(new TextEncoder().encode(svg), 'image/svg+xml', `${title}.svg`);
}
