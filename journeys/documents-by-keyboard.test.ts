import { describe, expect, test } from 'vitest';
import { Hands } from './hands.ts';
import { openJourney } from './journey.ts';

const journey = openJourney();
const id = '[0-9a-f]{8}-[0-9a-f-]{27}';
const itself = new RegExp(`rapporter/${id}([?#]|$)`);

const table = [
  'Aktivitet\tVem\tPåbörjas\tKlart senast',
  'Gå igenom avtalen\tFastighetschefen\t260913\tv. 40 2026',
  'Pröva gemensamma inköp\t\t2026-02-31\thösten 2026',
  'Fel igen\t\t2026-02-30\t',
].join('\n');

describe.each([{ script: true }, { script: false }])('without a mouse (JavaScript: $script)', ({ script }) => {
  test('a table is pasted, matched, mended, brought in and undone', async () => {
    const hands = new Hands(await journey.as('analyst', { javaScriptEnabled: script }));
    const { page } = hands;
    const main = page.getByRole('main');
    await page.goto(`${journey.address}/importera`);
    await hands.follow('link', 'Klistra in i stället', /klistra/, main);
    await hands.goTo(page.getByLabel('Tabellen', { exact: true }));
    // As from the clipboard: a tab that is typed goes on to the next field.
    await page.keyboard.insertText(table);
    await hands.follow('button', 'Visa vad som hittas', new RegExp(`utkast/${id}$`), main);
    await hands.choose('Var ska tabell 1 läsas in?', /^Åtgärder/);
    await hands.follow('button', 'Fortsätt', /tabell\/1$/, main);
    await hands.choose('Vad blir kolumnen Klart senast?', 'Klar senast');
    await hands.follow('button', 'Visa rad för rad', /granska$/, main);
    await hands.write(page.getByLabel('Börjar').first(), '2026-02-28');
    await hands.follow('button', 'Spara rättningarna', /granska/, main);
    await hands.follow('button', 'Utelämna raden med fel', /granska/, main);
    await hands.follow('button', 'Importera 2 rader', new RegExp(`importera/${id}$`), main);
    expect(await main.textContent()).toContain('Importerat: 2 nya');
    await hands.follow('button', 'Ångra hela importen', new RegExp(`importera/${id}$`), main);
    expect(await main.textContent()).toContain('Importen är ångrad');
  }, 180_000);

  test('a report is made, written in, put in another order, read and adopted', async () => {
    const hands = new Hands(await journey.as('programmeLead', { javaScriptEnabled: script }));
    const { page } = hands;
    const main = page.getByRole('main');
    await page.goto(`${journey.address}/rapporter`);
    await hands.follow('link', 'Ny rapport', /rapporter\/ny/, main);
    await hands.follow('button', 'Spara', itself, main);
    const report = page.url();
    await hands.follow('link', 'Skriv text i Sammanfattning', /delar/, main);
    await hands.write(page.locator('textarea[name="textBefore"]'), 'Skrivet för hand.');
    await hands.follow('button', 'Spara', itself, main);
    await hands.follow('button', 'Flytta ned Sammanfattning', itself, main);
    await hands.follow('link', 'Förhandsgranska', /forhandsvisning$/, main);
    expect(await main.locator('h2').nth(1).textContent()).toContain('Sammanfattning');
    expect(await main.textContent()).toContain('Skrivet för hand.');
    await page.goto(report);
    await hands.write('Vem fastställer?', 'Styrgruppen');
    await hands.follow('button', 'Fastställ rapporten', itself, main);
    await main.getByRole('button', { name: 'Börja på en ny version' }).waitFor();
  }, 180_000);
});
