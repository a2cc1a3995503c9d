import { expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';

it('the browser from npm starts, shows Swedish letters and runs scripts', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>Särskilt boende på Öland</h1><script>document.title = `å` + 2</script>');
    expect(await page.textContent('h1')).toBe('Särskilt boende på Öland');
    expect(await page.title()).toBe('å2');
    const width = await page.evaluate(
      () => document.createElement('canvas').getContext('2d')?.measureText('Åäö').width,
    );
    expect(width).toBeGreaterThan(15);
  } finally {
    await browser.close();
  }
});
