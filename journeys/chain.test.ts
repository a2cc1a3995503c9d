import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { Hands } from './hands.ts';
import { openJourney } from './journey.ts';

const real = resolve(import.meta.dirname, '../../shared/kolada');
const figures = existsSync(real)
  ? { of: 'real figures', municipality: 'Lekebergs kommun', year: 2020 }
  : {
      of: 'the example, since the real figures do not lie beside the repository',
      municipality: 'Ekeberga',
      year: 2024,
    };
const id = '[0-9a-f]{8}-[0-9a-f-]{27}';
const password = 'tallkotte regnar sakta';

const journey = openJourney();

beforeAll(async () => {
  if (existsSync(real)) {
    await journey.application.command(
      ...['kolada', 'import', '--values', `${real}/values-2010-2021.csv.gz`],
      ...['--catalogue', `${real}/kpi-catalogue-v3-2026-03.json.gz`, '--units', `${real}/municipality-v3-2026-03.json`],
      ...['--groups', `${real}/municipality_groups-v3-2026-03.json.gz`],
    );
  }
}, 240_000);

describe.each([{ script: true }, { script: false }])('without a mouse (JavaScript: $script)', ({ script }) => {
  test(`on ${figures.of} one person goes from a key figure to its effect, in less than fifteen minutes by hand`, async () => {
    const hands = new Hands(await journey.visitor({ javaScriptEnabled: script }));
    await signIn(hands, script);

    const { title, kpi } = await observe(hands);
    await focusOn(hands);
    const causes = ['Avtalen är äldre än behovet', 'Ingen ser lokalerna samlat', 'Hyran är densamma för tomma rum'];
    await analyse(hands, kpi, causes);
    await propose(hands, causes);
    await describeConsequences(hands);
    await decide(hands);
    await expectEffect(hands, kpi);
    await followThread(hands, { title, kpi, causes });
    const minutes = hands.seconds / 60;
    process.stdout.write(
      `from figure to effect (JavaScript: ${script}): ${hands.pages} pages, ${hands.fields} fields, ${hands.keys} keys; about ${minutes.toFixed(1)} minutes by hand\n`,
    );
    expect(minutes).toBeLessThan(15);
  }, 300_000);
});

/** On real figures as the first administrator of a municipality of their own; else as the example's administrator. */
async function signIn(hands: Hands, script: boolean): Promise<void> {
  const { page } = hands;
  if (!existsSync(real)) {
    await page.goto(`${journey.address}/exempel`);
    return hands.follow('link', /administratör/i, /\/$/);
  }
  const [code, name] = script ? ['1814', 'Lekebergs kommun'] : ['1861', 'Hallsbergs kommun'];
  const email = `administrator-${code}@kommun.example`;
  const told = await journey.application.command('tenant', 'create', '--code', code, '--name', name, '--email', email);
  await page.goto(/https?:\/\/\S+/.exec(told)?.[0] ?? '');
  for (const field of await page.locator('input[type=password]').all()) await field.fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/$/);
}

/** The key figure that deviates most is kept as an observation. */
async function observe(hands: Hands): Promise<{ readonly title: string; readonly kpi: string }> {
  const { page } = hands;
  await hands.follow('link', 'Nuläge', /nulage/);
  const first = page
    .getByRole('table', { name: /avviker mest/ })
    .getByRole('rowheader')
    .first()
    .getByRole('link')
    .first();
  const title = (await first.textContent()) ?? '';
  const kpi = /[NU]\d{5}/.exec((await first.getAttribute('href')) ?? '')?.[0] ?? '';
  await hands.follow('button', `Behåll ${title} som observation`, new RegExp(`observationer/${id}`));
  return { title, kpi };
}

async function focusOn(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.follow('button', 'Föreslå som fokus', new RegExp(`fokus/kandidater/${id}`));
  const candidate = (await page.locator('h1').textContent()) ?? '';
  await hands.follow('link', 'Fokus', /fokus$/);
  await hands.follow('link', 'Jämför kandidater', /jamfor/);
  await hands.follow('link', 'Styrgruppens val', /val\/nytt/);
  await hands.write('Vem väljer?', 'Styrgruppen');
  await hands.pick(`Val för ${candidate}`, 'Väljs');
  await hands.write(`Motivering för ${candidate}`, 'Störst avvikelse, och vi kan påverka den.');
  await hands.follow('button', 'Spara valet', new RegExp(`fokus/val/${id}`));
  await hands.follow('link', candidate, new RegExp(`fokus/${id}$`), page.getByRole('main'));
}

/** A problem with three causes, each with something that speaks for it. */
async function analyse(hands: Hands, kpi: string, causes: readonly string[]): Promise<void> {
  const { page } = hands;
  await hands.follow('link', 'Sök orsaker', /orsaker/, page.getByRole('main'));
  await hands.write('Område', 'Verksamheten - Lokalkostnader');
  await hands.write('Problem/Utmaning', 'Lokalerna kostar mer än hos andra');
  await hands.write('Orsak/Påverkas av', causes.join('\n'));
  await hands.write('Förslag till åtgärd', 'Gå igenom alla avtal och lämna det som inte behövs');
  await hands.follow('button', 'Lägg till raden', /orsaker/);
  const evidence = [
    { kind: 'Nyckeltal', title: 'Kostnaden ligger långt över liknande kommuner', keyFigure: kpi },
    { kind: 'Dokument', title: 'Tre förvaltningar har var sin förteckning', source: 'Lokalförsörjningsplanen' },
    {
      kind: 'Enkätresultat',
      title: 'Cheferna säger att de betalar för rum de inte använder',
      source: 'Enkät till cheferna',
    },
  ];
  for (const [index, one] of evidence.entries()) {
    await hands.follow('link', causes[index]!, new RegExp(`orsak/${id}`), page.getByRole('main'));
    await hands.follow('link', 'Lägg till underlag', /underlag\/ny/);
    await hands.write('Vad visar underlaget?', one.title);
    await hands.choose('Slag', one.kind);
    await hands.choose('Talar', 'för orsaken');
    await hands.choose('Styrka', /starkt/);
    if (one.keyFigure !== undefined) await hands.write('Nyckeltal', one.keyFigure);
    if (one.source !== undefined) await hands.write('Källa', one.source);
    await hands.follow('button', 'Spara', new RegExp(`underlag/${id}`));
    await hands.follow('link', causes[index]!, new RegExp(`orsak/${id}`), page.getByRole('main'));
    await hands.follow('link', 'Orsaksanalysen', /orsaker$/);
  }
}

async function propose(hands: Hands, causes: readonly string[]): Promise<void> {
  const { page } = hands;
  await hands.follow('link', 'Åtgärder', /slutsatser|atgarder|forslag/);
  await hands.follow('link', 'Åtgärdsförslag', /forslag$/);
  await hands.follow('link', 'Hämta ur orsakstabellen', /ur-orsaker/);
  await hands.tick(/Gå igenom alla avtal/);
  await hands.follow('button', 'Gör ett förslag av de valda', /ny\?/);
  await hands.write('Vilken effekt väntas?', 'Lägre kostnad för lokaler.');
  for (const one of causes.toSorted((a, b) => a.localeCompare(b, 'sv'))) await hands.tick(one);
  await hands.follow('button', 'Spara', new RegExp(`forslag/${id}`));
  expect(await page.locator('h1').textContent()).toContain('Gå igenom alla avtal');
}

async function describeConsequences(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.follow('link', 'Konsekvenser', /konsekvenser\/forslag/, page.getByRole('main'));
  await hands.follow('link', 'Beskriv konsekvenser', /andra/);
  const consequences: readonly (readonly [string, string, string])[] = [
    ['Ekonomi', 'Blir bättre', 'Lägre hyror från nästa år.'],
    ['Kvalitet', 'Som nu', 'Rummen används inte i dag.'],
    ['Personal', 'Som nu', 'Ingen byter arbetsplats.'],
    ['Barnets bästa', 'Inte relevant', 'Inga barn vistas i lokalerna.'],
  ];
  for (const [part, choice, words] of consequences) {
    const fields = page.getByRole('group', { name: part });
    await hands.choose(fields.getByRole('combobox'), choice);
    await hands.write(fields.getByRole('textbox'), words);
  }
  await hands.follow('button', 'Spara', new RegExp(`konsekvenser/forslag/${id}$`));
}

/** Who decides, what was decided, and the action that it becomes. */
async function decide(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.follow('link', 'Beslutsväg', /beslutsvag/, page.getByRole('main'));
  for (const what of ['mål', 'inriktning', 'omfattning', 'kvalitet']) await hands.pick(new RegExp(what), 'Nej');
  await hands.pick('Vem ska besluta?', 'Verksamheten själv, på delegation eller i det löpande arbetet');
  await hands.follow('button', 'Spara', new RegExp(`forslag/${id}`));
  await hands.follow('link', 'Beslut', /beslut$/, page.getByRole('main'));
  await hands.pick('Vad blev beslutet?', 'Bifall');
  await hands.write('Beslutsfattare, som det står skrivet', 'Fastighetschefen');
  await hands.follow('button', 'Spara beslutet', new RegExp(`(beslut|atgarder/${id})$`));
  await hands.follow('link', /Gå igenom alla avtal/, new RegExp(`atgarder/${id}`), page.getByRole('main'));
}

async function expectEffect(hands: Hands, kpi: string): Promise<void> {
  await hands.follow('link', 'Ange väntad effekt', /effekter\/ny/);
  await hands.write('Väntad effekt', 'Lägre kostnad för lokaler');
  await hands.write('Nyckeltal', kpi);
  await hands.choose('Jämförs med', 'Liknande kommuner');
  await hands.write('Sista året före åtgärden', String(figures.year));
  await hands.write('Första år med effekt', String(figures.year + 1));
  await hands.follow('button', 'Spara', new RegExp(`effekter/${id}`));
}

/** The whole way is drawn from the effect, and from the key figure that it began with. */
async function followThread(
  hands: Hands,
  { title, kpi, causes }: { readonly title: string; readonly kpi: string; readonly causes: readonly string[] },
): Promise<void> {
  const { page } = hands;
  const whole = async () => {
    await hands.follow('link', 'Hela tråden', /\/trad/);
    return page.getByRole('main').textContent();
  };
  const fromEffect = await whole();
  await hands.follow('link', new RegExp(kpi), /nyckeltal/, page.getByRole('main'));
  const fromFigure = await whole();
  for (const thread of [fromEffect, fromFigure]) {
    for (const link of [title, kpi, ...causes, 'Gå igenom alla avtal', 'Lägre kostnad för lokaler']) {
      expect(thread).toContain(link);
    }
  }
}

test('a cause that is moved by keys keeps the focus, and can be moved on from there', async () => {
  const page = await journey.as('programmeLead');
  await page.goto(`${journey.address}/fokus`);
  await page.getByRole('main').getByRole('link', { name: 'Särskilt boende', exact: true }).click();
  await page.getByRole('link', { name: 'Orsaksanalysen' }).click();
  await page.getByRole('link', { name: 'Träd', exact: true }).click();
  const title = 'De timavlönade är studenter som slutar efter sommaren';
  const cause = page.locator('cause-outline').getByRole('link', { name: title, exact: true });
  const above = () => cause.evaluate((link) => link.closest('ul, ol')?.closest('li')?.querySelector('a')?.textContent);
  await cause.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(above).toBe('Grundbemanningen räknar inte med den frånvaro som brukar finnas');
  await expect.poll(() => cause.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(above).toBeUndefined();
  await expect.poll(() => cause.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
}, 60_000);

describe('two people at once', () => {
  let lead: Page;
  let controller: Page;

  beforeAll(async () => {
    [lead, controller] = [await journey.as('programmeLead'), await journey.as('analyst')];
  });

  async function open(list: string, title: string, rest: string): Promise<string> {
    await lead.goto(`${journey.address}${list}?q=${encodeURIComponent(title)}`);
    const href = await lead
      .getByRole('main')
      .getByRole('link', { name: title, exact: true })
      .first()
      .getAttribute('href');
    for (const page of [lead, controller]) await page.goto(`${journey.address}${href}${rest}`);
    return `${journey.address}${href}`;
  }

  test('who move the same cause both see where it went, and only one choice moves it', async () => {
    const cause = await open('/orsaker/orsak', 'Schemat läggs för tio veckor och ändras sällan', '/flytta');
    await lead.getByLabel('Direkt under problemet: Många timmar utförs av timavlönade').check();
    await lead.getByRole('button', { name: 'Flytta', exact: true }).click();
    await lead.getByText('Flyttad.').waitFor();

    await controller.getByLabel('Delade turer och korta dygnsvilor tröttar ut').check();
    await controller.getByRole('button', { name: 'Flytta', exact: true }).click();
    await controller.getByRole('heading', { name: 'Någon annan har flyttat orsaken under tiden' }).waitFor();
    expect(await accessibilityFaults(controller)).toEqual([]);
    const seen = await controller.getByRole('main').textContent();
    expect(seen).toContain('flyttad av Projektledaren');
    for (const place of ['Bemanningen följer schemat', 'Många timmar utförs', 'Delade turer'])
      expect(seen).toContain(place);

    await controller.getByRole('link', { name: 'Låt den ligga' }).click();
    await controller.goto(cause);
    expect(await controller.getByRole('main').textContent()).toContain('Många timmar utförs av timavlönade');
  });

  test('who change the same action lose nothing of what either wrote', async () => {
    const action = await open('/atgarder', 'Ny modell för internhyran', '/andra');
    await lead.getByLabel('Vad ska göras?').fill('Halva hyran bort första halvåret, allt därefter.');
    await lead.getByRole('button', { name: 'Spara' }).click();
    await lead.waitForURL(action);

    await controller.getByLabel('Åtgärd', { exact: true }).fill('Ny internhyra från årsskiftet');
    await controller.getByRole('button', { name: 'Spara' }).click();
    await controller.getByRole('group', { name: /Vad ska göras/ }).waitFor();
    expect(await accessibilityFaults(controller)).toEqual([]);
    // What only the other has written is kept unless one says otherwise.
    await controller.getByRole('button', { name: 'Spara mitt val' }).click();
    await controller.waitForURL(action);
    for (const page of [lead, controller]) {
      await page.goto(action);
      expect(await page.locator('h1').textContent()).toBe('Ny internhyra från årsskiftet');
      expect(await page.getByRole('main').textContent()).toContain('Halva hyran bort första halvåret');
    }
  });
});
