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
  'Fel igen\t\t2026-02-30\t\t',
].join('\n');

const words = {
  sv: {
    file: 'Fil att läsa in',
    read: 'Läs filen',
    where: 'Var ska tabell 1 läsas in?',
    goOn: 'Fortsätt',
    becomes: 'Vad blir kolumnen Klart senast?',
    rows: 'Visa rad för rad',
    fault: '”2026-02-31” finns inte i kalendern',
    begins: 'Börjar',
    save: 'Spara rättningarna',
    leaveOut: 'Utelämna raden med fel',
    leftOut: 'utelämnas',
    bring: /^Importera \d+ rader$/,
    brought: 'Importerat:',
    download: 'Ladda ner',
    undo: 'Ångra hela importen',
    undone: 'Importen är ångrad',
  },
  en: {
    file: 'File to bring',
    read: 'Read the file',
    where: 'Where should table 1 go?',
    goOn: 'Continue',
    becomes: 'What does the column Klart senast become?',
    rows: 'Show row by row',
    fault: '“2026-02-31” is not in the calendar',
    begins: 'Starts',
    save: 'Save what was mended',
    leaveOut: 'Leave out the row with a fault',
    leftOut: 'is left out',
    bring: /^Import \d+ rows$/,
    brought: 'Imported:',
    download: 'Download',
    undo: 'Undo the whole import',
    undone: 'The import has been undone',
  },
} as const;

describe.each([
  { language: 'sv', script: true },
  { language: 'en', script: true },
  { language: 'sv', script: false },
] as const)('a plan in a text file ($language, JavaScript: $script)', ({ language, script }) => {
  const said = words[language];

  test('is found, matched, mended, brought in and undone, on a wide screen and on a phone', async () => {
    const page = await journey.as('analyst', {
      javaScriptEnabled: script,
      locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    });
    await page.context().addCookies([{ name: 'samband_language', value: language, url: journey.address }]);
    const faults: string[] = [];
    const look = async (address: RegExp) => {
      await page.waitForURL(address);
      await page.waitForLoadState();
      faults.push(...(await faultsOnBoth(page, script)));
    };
    await page.goto(`${journey.address}/importera`);
    await look(/\/importera$/);
    const own = `${language} ${script}`;
    const name = `plan-${language}-${script}.txt`;
    const buffer = Buffer.from(plan.replaceAll('Fel dag', `Fel dag ${own}`).replaceAll('inköp', `inköp ${own}`));
    await page.getByLabel(said.file).setInputFiles({ name, mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: said.read }).click();
    await look(/\/utkast\/[0-9a-f-]+$/);
    expect(await page.getByText('Handlingsplan 2026').count()).toBeGreaterThan(0);
    await page.getByLabel(said.where).selectOption('actions.action');
    await page.getByRole('button', { name: said.goOn }).click();
    await look(/\/tabell\/1$/);
    expect(await page.getByLabel(said.becomes).inputValue()).toBe('ends');
    await page.getByRole('button', { name: said.rows }).click();
    await look(/\/granska$/);
    expect(await page.getByText(said.fault).count()).toBe(1);
    expect(await page.getByRole('button', { name: said.bring }).count()).toBe(0);
    // One is mended where it stands, the other left out; what was right has not been lost.
    await page.getByLabel(said.begins).first().fill('2026-02-28');
    await page.getByRole('button', { name: said.save }).click();
    await page.getByText(said.fault).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: said.leaveOut }).click();
    await page.getByText(said.leftOut, { exact: true }).waitFor();
    await look(/\/granska/);
    await page.getByRole('button', { name: said.bring }).click();
    await look(/\/importera\/[0-9a-f-]+$/);
    await page.getByText(said.brought).waitFor();
    const [original] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `${said.download} ${name}` }).click(),
    ]);
    expect(original.suggestedFilename()).toBe(name);
    await page.goto(`${journey.address}/atgarder?q=${encodeURIComponent(`inköp ${own}`)}`);
    expect(await page.getByRole('rowheader', { name: /gemensamma inköp/ }).count()).toBe(1);
    await page.goto(`${journey.address}/importera`);
    await page.getByRole('link', { name }).click();
    await page.waitForURL(/\/importera\/[0-9a-f-]+$/);
    await page.getByRole('button', { name: said.undo }).click();
    await page.getByText(said.undone).waitFor();
    faults.push(...(await faultsOnBoth(page, script)));
    await page.goto(`${journey.address}/atgarder?q=${encodeURIComponent(`inköp ${own}`)}`);
    expect(await page.getByRole('rowheader', { name: /gemensamma inköp/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  }, 180_000);
});

describe.each([{ script: true }, { script: false }])(
  'a file of twenty thousand rows (JavaScript: $script)',
  ({ script }) => {
    test('goes on beside the page, tells how far it has come, and can be left and stopped', async () => {
      const page = await journey.as('analyst', { javaScriptEnabled: script });
      const rows = Array.from({ length: 20_000 }, (_, index) => `Lång ${script} ${index + 1};2026-01-07`);
      await page.goto(`${journey.address}/importera`);
      const buffer = Buffer.from(`Åtgärd;Startar\n${rows.join('\n')}\n`);
      await page.getByLabel('Fil att läsa in').setInputFiles({ name: 'lång.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Läs filen' }).click();
      await page.waitForURL(/\/utkast\//, { timeout: 60_000 });
      await page.getByLabel('Var ska tabell 1 läsas in?').selectOption('actions.action');
      await page.getByRole('button', { name: 'Fortsätt' }).click();
      await page.getByRole('button', { name: 'Visa rad för rad' }).click();
      // Without scripts the page loads itself anew, and has a link when there is nothing more to wait for.
      const onwards = page.getByRole('link', { name: 'Se rad för rad' });
      if (!script) await onwards.click({ timeout: 60_000 });
      await page.waitForURL(/\/granska/, { timeout: 60_000 });
      expect(await page.getByRole('row').count()).toBe(51);
      await page.getByRole('button', { name: /^Importera 20/ }).click();
      await page.waitForURL(/\/forlopp$/);
      expect(await page.getByRole('progressbar').count()).toBe(1);
      await page.goto(`${journey.address}/importera`);
      await page.getByRole('main').getByRole('link', { name: 'lång.csv' }).first().click();
      await page.waitForURL(/\/forlopp$/);
      if (script) {
        const status = page.getByRole('status');
        await expect
          .poll(() => status.textContent(), { timeout: 20_000 })
          .toMatch(/procent klart|en sista gång|Sparar/);
        // What answers is held back while axe looks.
        await page.route(/forlopp/, () => undefined);
        expect(await faultsOnBoth(page)).toEqual([]);
        await page.unroute(/forlopp/);
      }
      await page.getByRole('button', { name: 'Avbryt importen' }).click();
      if (!script) await page.getByRole('link', { name: 'Till förhandsgranskningen' }).click({ timeout: 60_000 });
      await page.waitForURL(/\/granska$/, { timeout: 60_000 });
      expect(await page.getByText('Importen avbröts. Ingen rad har sparats.').count()).toBe(1);
      await page.goto(`${journey.address}/atgarder?q=${encodeURIComponent(`Lång ${script}`)}`);
      expect(await page.getByRole('rowheader', { name: /^Lång/ }).count()).toBe(0);
    }, 180_000);
  },
);

/** What lies on the clipboard when a table has been copied in each of these programs. */
const clipboards = {
  Word: {
    register: '/atgarder',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm;} table.MsoTableGrid {mso-tstyle-rowband-size:0;} --></style></head><body lang=SV>
<!--StartFragment--><table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=200><p class=MsoNormal><b><span style='mso-ansi-language:SV'>Åtgärd<o:p></o:p></span></b></p></td>
<td><p class=MsoNormal><b>Beskrivning<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Påbörjas</b></p></td></tr>
<tr style='mso-yfti-irow:1'><td><p class=MsoNormal>Se över
schemat<o:p></o:p></p></td><td><p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Nattpass</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Helger<del>na</del></p></td><td><p class=MsoNormal>13/9 2026</p></td></tr>
<tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td><p class=MsoNormal>Byt leverantör</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal>v. 40 2026</p></td></tr>
</table><!--EndFragment--></body></html>`,
    text: 'Åtgärd\tBeskrivning\tPåbörjas\nSe över schemat\t·  Nattpass\n·  Helger\t13/9 2026\nByt leverantör\t\tv. 40 2026',
    pasted:
      'Åtgärd\tBeskrivning\tPåbörjas\nSe över schemat\t"Nattpass\nHelger"\t13/9 2026\nByt leverantör\t\tv. 40 2026',
    rows: [/Se över schemat.*Nattpass Helger.*2026-09-13/s, /Byt leverantör.*2026-09-28/s],
  },
  Excel: {
    register: '/fokus/kandidater',
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"\\#\\,\\#\\#0\\.00";} --></style></head><body>
<table border=0 cellpadding=0 width=300 style='border-collapse:collapse'><!--StartFragment--><col width=64 style='mso-width-source:userset'>
<tr height=20><td height=20 class=xl66>Verksamhet</td><td>Kandidat</td><td>Belopp</td></tr>
<tr height=20><td rowspan=2 height=40 class=xl67 style='mso-merge:yes'>Måltider</td><td>Inköp av fisk</td><td class=xl65 align=right x:num="1234.5">1&nbsp;234,50</td></tr>
<tr height=20><td>Svinn i matsalen</td><td class=xl65 align=right x:num="12.5">12,50</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td><td width=64></td><td></td></tr><![endif]><!--EndFragment--></table></body></html>`,
    text: 'Verksamhet\tKandidat\tBelopp\nMåltider\tInköp av fisk\t1 234,50\n\tSvinn i matsalen\t12,50',
    pasted: 'Verksamhet\tKandidat\tBelopp\nMåltider\tInköp av fisk\t1 234,50\nMåltider\tSvinn i matsalen\t12,50',
    rows: [
      /läggs till Inköp av fisk Verksamhet: Måltider 1 234,5 mnkr/,
      /läggs till Svinn i matsalen Verksamhet: Måltider 12,5 mnkr/,
    ],
  },
  'a web page': {
    register: '/forslag',
    html: `<h2>Förslag</h2><table class="wikitable"><caption>Från nämnden</caption><thead><tr><th scope="col">Åtgärdsförslag</th><th colspan="2">Motiv</th></tr></thead>
<tbody><tr><th scope="row"><a href="/x">Måltider</a> <span style="display: none">göm</span></th><td>Dyrt</td><td>Svinn<br>varje dag</td></tr>
<tr><th scope="row">Skolskjuts</th><td colspan="2">Långa turer</td></tr></tbody></table>`,
    text: 'Åtgärdsförslag Motiv Måltider Dyrt Svinn varje dag Skolskjuts Långa turer',
    pasted:
      'Förslag\n\nFrån nämnden\n\nÅtgärdsförslag\tMotiv\tMotiv\nMåltider\tDyrt\t"Svinn\nvarje dag"\nSkolskjuts\tLånga turer\t',
    rows: [/Måltider.*Dyrt.*Svinn/s, /Skolskjuts.*Långa turer/s],
  },
} as const;

describe.each(Object.entries(clipboards))('a table copied in %s', (_, { register, html, text, pasted, rows }) => {
  test('is pasted into a register from its own list, cell by cell, and gives the rows that it shows', async () => {
    const page = await journey.as('analyst');
    await page.goto(journey.address + register);
    await page.getByRole('link', { name: 'Klistra in' }).click();
    await page.waitForURL(/\/importera\/klistra\?till=/);
    expect(await faultsOnBoth(page)).toEqual([]);
    const field = page.getByLabel('Tabellen');
    await field.evaluate(
      (area, { html: rich, text: plain }) => {
        const data = new DataTransfer();
        data.setData('text/html', rich);
        data.setData('text/plain', plain);
        area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      },
      { html, text },
    );
    expect((await field.inputValue()).replaceAll('\u00a0', ' ')).toBe(pasted);
    await page.getByRole('button', { name: 'Visa vad som hittas' }).click();
    await page.waitForURL(/\/utkast\//);
    const wanted = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.waitForURL(/\/tabell\/1$/);
    await page.goto(`${journey.address}${wanted}/granska`);
    const found = (await page.getByRole('row').allInnerTexts()).slice(1).map((row) => row.replace(/\s+/g, ' '));
    expect(found).toEqual(rows.map((row) => expect.stringMatching(row) as string));
  });
});

test('the same file brought in twice, through to the end, adds nothing the second time, and what was filled in wrongly is kept', async () => {
  const page = await journey.as('analyst');
  const buffer = Buffer.from('Åtgärd;Startar\nTvå gånger ett;2026-01-07\nTvå gånger två;2026-01-08\n');
  const bring = async () => {
    await page.goto(`${journey.address}/importera`);
    await page.getByLabel('Fil att läsa in').setInputFiles({ name: 'två.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Läs filen' }).click();
    await page.waitForURL(/\/utkast\//);
    await page.getByLabel('Var ska tabell 1 läsas in?').selectOption('actions.action');
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByRole('button', { name: 'Visa rad för rad' }).click();
    await page.getByRole('button', { name: /^Importera/ }).click();
    await page.waitForURL(/\/importera\/[0-9a-f-]+$/);
  };
  const count = async () => {
    await page.goto(`${journey.address}/atgarder?q=${encodeURIComponent('Två gånger')}`);
    return page.getByRole('rowheader').count();
  };
  await bring();
  await page.getByText('Importerat: 2 nya').waitFor();
  expect(await count()).toBe(2);
  await bring();
  await page.getByText('Allt i filen fanns redan').waitFor();
  expect(await count()).toBe(2);
  await page.goto(`${journey.address}/importera/klistra`);
  await page.getByLabel('Tabellen').fill('Bara en mening som ingen tabell är.');
  await page.getByRole('button', { name: 'Visa vad som hittas' }).click();
  await page.getByText('Det finns ingen tabell i det som lästes').first().waitFor();
  expect(await page.getByLabel('Tabellen').inputValue()).toBe('Bara en mening som ingen tabell är.');
  expect(await faultsOnBoth(page)).toEqual([]);
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
    expect(await page.getByText('stor.csv').count()).toBe(0);
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
