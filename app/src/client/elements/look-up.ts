/**
 * `<look-up src="/uppslag/person">` around a field where one writes the name of something: suggestions as one types, chosen with the arrow
 * keys and Enter or by a click. In a field of several lines the line under the cursor is looked up; with `after="@"` only what follows that sign. `of` is the id of
 * a list whose choice ends the address. Without scripts one writes the whole name.
 */
class LookUp extends HTMLElement {
  #field: HTMLInputElement | HTMLTextAreaElement | null = null;
  #list: HTMLUListElement | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (field === null || this.#field !== null) return;
    this.#field = field;
    const list = document.createElement('ul');
    list.className = 'look-up-list';
    list.id = `${field.id}-suggestions`;
    list.role = 'listbox';
    list.hidden = true;
    list.ariaLabel = document.documentElement.lang === 'sv' ? 'Förslag' : 'Suggestions';
    this.append(list);
    this.#list = list;
    // A field of several lines is a text box and may be nothing else; it is told of the suggestions all the same.
    if (field instanceof HTMLInputElement) field.role = 'combobox';
    field.autocomplete = 'off';
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-autocomplete', 'list');
    this.#tellOpen(false);
    field.addEventListener('input', () => this.#later());
    field.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent));
    field.addEventListener('blur', () => setTimeout(() => this.#close(), 150));
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLElement && event.target.role === 'option') this.#take(event.target);
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.#rest);
  }

  #later(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#suggest(), 150);
  }

  /** The words that are being written: the line where the cursor stands, or what follows the sign before it. */
  #line(): { words: string; start: number; end: number } {
    const { value, selectionStart } = this.#field!;
    const at = selectionStart ?? value.length;
    const sign = this.getAttribute('after');
    if (sign !== null) {
      const start = value.lastIndexOf(sign, at - 1) + sign.length;
      const words = start < sign.length ? '' : value.slice(start, at);
      // Names are short and stand on one line; a space after the sign begins no name.
      return { words: /^\S[^\n]{0,60}$/.test(words) ? words.trim() : '', start, end: at };
    }
    const start = value.lastIndexOf('\n', at - 1) + 1;
    const next = value.indexOf('\n', at);
    const end = next === -1 ? value.length : next;
    return { words: value.slice(start, end).trim(), start, end };
  }

  async #suggest(): Promise<void> {
    const { words } = this.#line();
    this.#asked += 1;
    const asked = this.#asked;
    if (words.length < 2) return this.#close();
    const of = document.getElementById(this.getAttribute('of') ?? '');
    const kind = of instanceof HTMLSelectElement ? of.value : '';
    if (of !== null && kind === '') return this.#close();
    const response = await fetch(`${this.getAttribute('src')}${kind}?q=${encodeURIComponent(words)}`, {
      headers: { Accept: 'application/json' },
    }).catch(() => undefined);
    if (response === undefined || !response.ok || asked !== this.#asked) return;
    const { found } = (await response.json()) as { found: { label: string }[] };
    const list = this.#list!;
    list.replaceChildren(
      ...found.map(({ label }, index) => {
        const option = document.createElement('li');
        option.role = 'option';
        option.id = `${list.id}-${index}`;
        option.textContent = label;
        return option;
      }),
    );
    list.hidden = found.length === 0;
    this.#tellOpen(found.length > 0);
  }

  #key(event: KeyboardEvent): void {
    const list = this.#list!;
    if (list.hidden) return;
    const options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
    const at = options.findIndex((option) => option.ariaSelected === 'true');
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && at >= 0) this.#take(options[at]!);
    else if (event.key === 'ArrowDown') this.#mark(options, at + 1);
    else if (event.key === 'ArrowUp') this.#mark(options, at - 1);
    else return;
    event.preventDefault();
  }

  #mark(options: readonly HTMLElement[], wanted: number): void {
    const at = (wanted + options.length) % options.length;
    for (const [index, option] of options.entries()) option.ariaSelected = String(index === at);
    this.#field!.setAttribute('aria-activedescendant', options[at]!.id);
    options[at]!.scrollIntoView({ block: 'nearest' });
  }

  #take(option: HTMLElement): void {
    const field = this.#field!;
    const { start, end } = this.#line();
    field.setRangeText(option.textContent, start, end, 'end');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    this.#close();
    field.focus();
  }

  #tellOpen(open: boolean): void {
    if (this.#field instanceof HTMLInputElement) this.#field.ariaExpanded = String(open);
  }

  #close(): void {
    this.#list!.hidden = true;
    this.#tellOpen(false);
    this.#field!.removeAttribute('aria-activedescendant');
  }
}

customElements.define('look-up', LookUp);
