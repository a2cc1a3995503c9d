import { expect, test } from 'vitest';
import { LineChart } from './line-chart.tsx';
import { renderChartSvg } from './picture.tsx';
import { chartToPng } from './png.ts';

const chart = (width: number) => (
  <LineChart
    id="p"
    title="Kostnad"
    description="Den ökar."
    width={width}
    years={[2019, 2020]}
    unit="kr/inv"
    series={[{ kind: 'own', label: 'Åkersö', values: [1000, 1200.5] }]}
  />
);

test('a picture stands alone: its own styles, no page tokens, heading and source inside', async () => {
  const svg = await renderChartSvg(chart, {
    width: 500,
    heading: 'Kostnad & volym',
    source: 'Källa: Kolada.',
    own: '#004b8d',
  });
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).not.toContain('var(--');
  expect(svg).toContain('#004b8d');
  expect(svg).toContain('Kostnad &amp; volym');
  expect(svg).toContain('Källa: Kolada.');
});

test('a picture follows the language that is asked for', async () => {
  const asked = await renderChartSvg(chart, { language: 'en' });
  expect(asked).toContain('1,201');
});

test('an embedded picture carries its fonts', async () => {
  expect(await renderChartSvg(chart, { fonts: 'embedded' })).toContain('font/woff2;base64,');
});

test('a png has letters in it without any font of the machine', async () => {
  const withWords = chartToPng(await renderChartSvg(chart, { fonts: 'static', heading: 'Åäö' }), 1);
  const without = chartToPng(
    (await renderChartSvg(chart, { fonts: 'static', heading: 'Åäö' })).replace(/<text.*?<\/text>/gs, ''),
    1,
  );
  expect(Buffer.from(withWords.subarray(1, 4)).toString()).toBe('PNG');
  expect(withWords.length).toBeGreaterThan(without.length + 1000);
});
