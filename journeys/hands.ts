import type { Locator, Page } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];

/** Seconds by the keystroke-level model (Card, Moran and Newell): a key of an average typist, a thought before each field or choice, and a page that comes. */
const secondsPerKey = 0.28;
const secondsPerThought = 1.35;
const secondsPerPage = 1;

/** A person without a mouse: all is done by keys, and counted. */
export class Hands {
  readonly page: Page;
  keys = 0;
  fields = 0;
  pages = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** About how long this takes by hand. */
  get seconds(): number {
    return this.keys * secondsPerKey + (this.fields + this.pages) * secondsPerThought + this.pages * secondsPerPage;
  }

  async key(name: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(name);
    this.keys += times;
  }

  /** Tab until it has focus, past the head of the page where it stands in the main part. */
  async goTo(wanted: Locator): Promise<void> {
    await wanted.waitFor({ state: 'attached' });
    if (await hasFocus(wanted)) return;
    if (await wanted.evaluate(atTheTop)) {
      await this.key('Tab');
      await this.key('Enter');
    }
    for (let presses = 0; presses < 500; presses += 1) {
      await this.key('Tab');
      if (await hasFocus(wanted)) return;
    }
    throw new Error(`Tab never reached ${wanted.toString()}`);
  }

  /** Presses a link or a button, and waits for the page that it leads to. */
  async follow(role: Role, name: string | RegExp, address: RegExp, within?: Locator): Promise<void> {
    const here = (within ?? this.page).getByRole(role, { name, exact: typeof name === 'string' }).first();
    await this.goTo(here);
    // A page that comes brings a main part of its own, also at the same address.
    await this.page.locator('main').evaluate((main) => main.setAttribute('data-left', ''));
    await this.key('Enter');
    await this.page.locator('main[data-left]').waitFor({ state: 'detached' });
    await this.page.waitForURL(address);
    await this.page.waitForLoadState();
    // Turbo draws the page first as it was last seen.
    await this.page.locator('html:not([data-turbo-preview]):not([aria-busy])').waitFor();
    this.pages += 1;
  }

  /** Writes in a field in place of what stands there. */
  async write(field: string | Locator, text: string): Promise<void> {
    const wanted = typeof field === 'string' ? this.#labelled(field) : field;
    await this.goTo(wanted);
    if ((await wanted.inputValue()) !== '') await this.key('Control+A');
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.key('Enter');
      await this.page.keyboard.type(line);
      this.keys += line.length;
    }
    this.fields += 1;
  }

  #labelled(label: string): Locator {
    const called = (name: string) => this.page.getByLabel(name, { exact: true });
    return called(label)
      .or(called(`${label} (frivilligt)`))
      .first();
  }

  /** Chooses in a list by arrow keys. */
  async choose(field: string | Locator, label: string | RegExp): Promise<void> {
    const wanted = typeof field === 'string' ? this.#labelled(field) : field;
    await this.goTo(wanted);
    const options = await wanted.locator('option').allTextContents();
    const target = options.findIndex((text) => (typeof label === 'string' ? text.trim() === label : label.test(text)));
    if (target < 0) throw new Error(`${label} is none of ${options.join(', ')}`);
    const now = await wanted.evaluate((element) => (element as HTMLSelectElement).selectedIndex);
    await this.key(target > now ? 'ArrowDown' : 'ArrowUp', Math.abs(target - now));
    this.fields += 1;
  }

  /** Chooses one of several that stand side by side. */
  async pick(group: string | RegExp, label: string): Promise<void> {
    const radios = this.page.getByRole('group', { name: group }).getByRole('radio');
    const names = await this.page.getByRole('group', { name: group }).locator('label').allInnerTexts();
    const target = names.findIndex((name) => name.trim() === label);
    if (target < 0) throw new Error(`${label} is none of ${names.join(', ')}`);
    const states = await Promise.all((await radios.all()).map((one) => one.isChecked()));
    const checked = states.indexOf(true);
    await this.goTo(radios.nth(Math.max(checked, 0)));
    if (checked < 0 && target === 0) await this.key('Space');
    else {
      const from = Math.max(checked, 0);
      await this.key(target > from ? 'ArrowDown' : 'ArrowUp', Math.abs(target - from));
    }
    this.fields += 1;
  }

  /** Ticks a box. */
  async tick(name: string | RegExp): Promise<void> {
    await this.goTo(this.page.getByRole('checkbox', { name }).first());
    await this.key('Space');
    this.fields += 1;
  }
}

/** Nothing has focus yet, and what is wanted lies below the head of the page. Where the address names a place, Tab goes on from there. */
const atTheTop = (element: Element) =>
  element.ownerDocument.activeElement === element.ownerDocument.body &&
  element.ownerDocument.location.hash === '' &&
  element.closest('main') !== null;

async function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === element.ownerDocument.activeElement);
}
