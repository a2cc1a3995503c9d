/**
 * `<keep-form>` around a form with an id: what is typed lies in the tab's session storage until the form has been saved,
 * so that it survives an expired session, a reload or a wrong click. Warns before a page with unsaved words is left.
 */
class KeepForm extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #sending = false;

  connectedCallback(): void {
    this.#form = this.querySelector('form');
    this.#restore();
    this.addEventListener('input', this.#keep);
    this.addEventListener('change', this.#keep);
    this.addEventListener('submit', this.#send);
    this.addEventListener('turbo:submit-end', this.#sent);
    addEventListener('beforeunload', this.#warn);
    document.addEventListener('turbo:before-visit', this.#ask);
  }

  disconnectedCallback(): void {
    removeEventListener('beforeunload', this.#warn);
    document.removeEventListener('turbo:before-visit', this.#ask);
  }

  get #key(): string {
    return `kept:${location.pathname}:${this.#form?.id ?? ''}`;
  }

  readonly #keep = (): void => {
    if (this.#form !== null) sessionStorage.setItem(this.#key, JSON.stringify(typed(this.#form)));
  };

  readonly #send = (): void => {
    this.#sending = true;
    this.#keep();
  };

  /** Saved means: sent, accepted and led on to another page than the one for signing in. */
  readonly #sent = (event: Event): void => {
    this.#sending = false;
    const { success, fetchResponse } = (event as CustomEvent<SubmitEnd>).detail;
    const response = fetchResponse?.response;
    if (!success || response === undefined || !response.redirected) return;
    if (!new URL(response.url).pathname.startsWith('/logga-in')) sessionStorage.removeItem(this.#key);
  };

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#unsaved) event.preventDefault();
  };

  readonly #ask = (event: Event): void => {
    if (this.#unsaved && !confirm(words().leave)) event.preventDefault();
  };

  get #unsaved(): boolean {
    return !this.#sending && sessionStorage.getItem(this.#key) !== null;
  }

  #restore(): void {
    const form = this.#form;
    const kept = sessionStorage.getItem(this.#key);
    if (form === null || kept === null) return;
    const before = JSON.stringify(typed(form));
    if (before === kept) return;
    fill(form, JSON.parse(kept) as Typed);
    this.#tell(() => {
      fill(form, JSON.parse(before) as Typed);
      sessionStorage.removeItem(this.#key);
    });
  }

  #tell(undo: () => void): void {
    const note = document.createElement('div');
    note.className = 'notice is-info kept-note';
    note.setAttribute('role', 'status');
    const text = document.createElement('span');
    text.textContent = words().kept;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ds-button is-quiet is-small';
    button.textContent = words().discard;
    button.addEventListener('click', () => {
      undo();
      note.remove();
    });
    note.append(text, button);
    this.prepend(note);
  }
}

/**
 * `<kept-form page="…">`, after signing in again: the server has what was typed on that page. Once it is sent, or thrown away, the copy in
 * the tab is let go of, else the page would offer again what has been saved.
 */
class KeptForm extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', this.#forget);
    this.addEventListener('click', (event) => {
      if (event.target instanceof HTMLAnchorElement) this.#forget();
    });
  }

  readonly #forget = (): void => {
    const { pathname } = new URL(this.getAttribute('page') ?? '/', location.href);
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(`kept:${pathname}:`)) sessionStorage.removeItem(key);
    }
  };
}

interface SubmitEnd {
  readonly success: boolean;
  readonly fetchResponse?: { readonly response: Response };
}

type Typed = readonly (readonly [name: string, values: readonly string[]])[];

/** Visible fields only: tokens and versions come fresh from the server, and passwords and files are never kept. */
function fields(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
  return [...form.elements].filter(
    (field) =>
      (field instanceof HTMLInputElement && !['hidden', 'password', 'file', 'submit'].includes(field.type)) ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement,
  ) as (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[];
}

function isChoice(field: Element): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

function typed(form: HTMLFormElement): Typed {
  const values = new Map<string, string[]>();
  for (const field of fields(form)) {
    const list = values.get(field.name) ?? [];
    if (!isChoice(field) || field.checked) list.push(field.value);
    values.set(field.name, list);
  }
  return [...values];
}

function fill(form: HTMLFormElement, kept: Typed): void {
  const values = new Map(kept.map(([name, list]) => [name, [...list]]));
  for (const field of fields(form)) {
    const list = values.get(field.name);
    if (list === undefined) continue;
    if (isChoice(field)) field.checked = list.includes(field.value);
    else field.value = list.shift() ?? '';
  }
}

function words(): { kept: string; discard: string; leave: string } {
  return document.documentElement.lang === 'en'
    ? {
        kept: 'What you had typed is back.',
        discard: 'Discard it',
        leave: 'What you have typed is not saved. Leave the page?',
      }
    : {
        kept: 'Det du hade skrivit är tillbaka.',
        discard: 'Släng det',
        leave: 'Det du skrivit är inte sparat. Lämna sidan?',
      };
}

customElements.define('keep-form', KeepForm);
customElements.define('kept-form', KeptForm);
