import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { faultsOnBoth } from './accessibility.ts';
import { openJourney } from './journey.ts';

const journey = openJourney();

const plan = [
  'Handlingsplan 2026',
  '',
  'Aktivitet\tVem\tPåbörjas\tKlart senast\tKommentar',
  'Gå igenom avtalen om städning\tFastighetschefen\t260913\tv. 40\tBörja med skolorna',
  'Pröva gemensamma inköp\t\t13/9 2026\thösten 2026\t',
  'Fel dag\t\t2026-02-31\t\t',
].join('\n');

describe.each([{ script: true }, { script: false }])('a plan in a text file (JavaScript: $script)', ({ script }) => {
  test('is found, matched, looked at row by row, brought in and undone, on a wide screen and on a phone', async () => {
    const page = await journey.as('analyst', { javaScriptEnabled: script });
    const faults: string[] = [];
    const look = async (address: RegExp) => {
      await page.waitForURL(address);
      await page.waitForLoadState();
      faults.push(...(await faultsOnBoth(page, script)));
    };
    await page.goto(`${journey.address}/importera`);
    await look(/\/importera$/);
    const name = `plan-${script}.txt`;
    const buffer = Buffer.from(plan.replaceAll('Fel dag', `Fel dag ${script}`).replaceAll('inköp', `inköp ${script}`));
    await page.getByLabel('Fil att läsa in').setInputFiles({ name, mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Läs filen' }).click();
    await look(/\/utkast\/[0-9a-f-]+$/);
    expect(await page.getByText('Handlingsplan 2026').count()).toBeGreaterThan(0);
    await page.getByLabel('Var ska tabell 1 läsas in?').selectOption('actions.action');
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await look(/\/tabell\/1$/);
    expect(await page.getByLabel('Vad blir kolumnen Klart senast?').inputValue()).toBe('ends');
    await page.getByRole('button', { name: 'Visa rad för rad' }).click();
    await look(/\/granska$/);
    expect(await page.getByText('”2026-02-31” finns inte i kalendern').count()).toBe(1);
    expect(await page.getByRole('button', { name: /^Importera/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Utelämna raden med fel' }).click();
    await page.getByText('utelämnas').waitFor();
    await look(/\/granska$/);
    await page.getByRole('button', { name: /^Importera \d+ rader$/ }).click();
    await look(/\/importera\/[0-9a-f-]+$/);
    await page.getByText('Importerat:').waitFor();
    const [original] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `Ladda ner ${name}` }).click(),
    ]);
    expect(original.suggestedFilename()).toBe(name);
    await page.goto(`${journey.address}/atgarder?q=${encodeURIComponent(`inköp ${script}`)}`);
    expect(await page.getByRole('rowheader', { name: /gemensamma inköp/ }).count()).toBe(1);
    await page.goto(`${journey.address}/importera`);
    await page.getByRole('link', { name }).click();
    await page.waitForURL(/\/importera\/[0-9a-f-]+$/);
    await page.getByRole('button', { name: 'Ångra hela importen' }).click();
    await page.getByText('Importen är ångrad').waitFor();
    faults.push(...(await faultsOnBoth(page, script)));
    await page.goto(`${journey.address}/atgarder?q=${encodeURIComponent(`inköp ${script}`)}`);
    expect(await page.getByRole('rowheader', { name: /gemensamma inköp/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  }, 120_000);
});

test('a table from the clipboard is pasted into a register from its own list, cell by cell', async () => {
  const page = await journey.as('analyst');
  await page.goto(`${journey.address}/atgarder`);
  await page.getByRole('link', { name: 'Klistra in' }).click();
  await page.waitForURL(/\/importera\/klistra\?till=actions\.action$/);
  expect(await faultsOnBoth(page)).toEqual([]);
  await page.getByLabel('Tabellen').evaluate((field) => {
    const data = new DataTransfer();
    const cells = (tag: string, texts: readonly string[]) => texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
    data.setData(
      'text/html',
      `<table><tr>${cells('th', ['Åtgärd', 'Beskrivning'])}</tr><tr>${cells('td', ['Inklistrad åtgärd', '<p>Första stycket</p><p>Andra stycket</p>'])}</tr></table>`,
    );
    data.setData('text/plain', 'Åtgärd\tBeskrivning\nInklistrad åtgärd\tFörsta stycket\nAndra stycket');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Visa vad som hittas' }).click();
  await page.waitForURL(/\/utkast\//);
  expect(await page.getByText('En tabell med 1 rader').or(page.getByText('1 rad')).count()).toBeGreaterThan(0);
  expect(await page.getByLabel('Var ska tabell 1 läsas in?').inputValue()).toBe('actions.action');
});

describe('a file of more than 10 MB', () => {
  const large = () => {
    const noise = () => randomBytes(150).toString('hex');
    const lines = Array.from({ length: 36_000 }, (_, index) => `Rad ${index};${noise()}`);
    return Buffer.from(`Kanal;Budskap\n${lines.join('\n')}\n`);
  };

  test('shows how far it has come and can be stopped, and then nothing has been received', async () => {
    const page = await journey.as('analyst');
    const devtools = await page.context().newCDPSession(page);
    await page.goto(`${journey.address}/importera`);
    const before = await page.getByRole('row').count();
    await devtools.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 0, downloadThroughput: -1 },
      uploadThroughput: 2 * 1024 * 1024,
    });
    const buffer = large();
    expect(buffer.length).toBeGreaterThan(10 * 1024 * 1024);
    await page.getByLabel('Fil att läsa in').setInputFiles({ name: 'stor.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Läs filen' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /Skickar \d+ %/ })
      .waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(1);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByText('Avbrutet.').waitFor();
    expect(page.url()).toMatch(/\/importera$/);
    await page.reload();
    expect(await page.getByRole('row').count()).toBe(before);
  });

  test.each([{ script: true }, { script: false }])(
    'is read (JavaScript: $script)',
    async ({ script }) => {
      const page = await journey.as('analyst', { javaScriptEnabled: script });
      await page.goto(`${journey.address}/importera`);
      await page
        .getByLabel('Fil att läsa in')
        .setInputFiles({ name: 'stor.csv', mimeType: 'text/csv', buffer: large() });
      await page.getByRole('button', { name: 'Läs filen' }).click();
      await page.waitForURL(/\/utkast\//, { timeout: 60_000 });
      expect(await page.getByText('En tabell med 36 000 rader').count()).toBe(1);
    },
    120_000,
  );
});
