/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * `<cause-outline>` around the outline of causes. Dragging a cause sends the same move as the page Flytta: onto the upper edge of
 * another to stand before it, else to lie under it. Alt and an arrow key press the buttons that each cause has.
 */
class CauseOutline extends HTMLElement {
  #dragged: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('pointerdown', this.#hold);
    this.addEventListener('dragstart', this.#begin);
    this.addEventListener('dragover', this.#over);
    this.addEventListener('dragleave', this.#clear);
    this.addEventListener('dragend', this.#end);
    this.addEventListener('drop', this.#drop);
    this.addEventListener('keydown', this.#key);
    focusOn(document.getElementById(location.hash.slice(1)));
  }

  disconnectedCallback(): void {
    this.removeEventListener('pointerdown', this.#hold);
    this.removeEventListener('dragstart', this.#begin);
    this.removeEventListener('dragover', this.#over);
    this.removeEventListener('dragleave', this.#clear);
    this.removeEventListener('dragend', this.#end);
    this.removeEventListener('drop', this.#drop);
    this.removeEventListener('keydown', this.#key);
  }

  /** When it is taken, since the page that comes after a move is drawn over this one and brings no such attribute. */
  readonly #hold = (event: PointerEvent): void => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.cause-line') : null;
    if (line === null) return;
    line.draggable = true;
    // Else what is taken by its title is dragged as a link.
    for (const link of line.querySelectorAll('a')) link.draggable = false;
  };

  readonly #begin = (event: DragEvent): void => {
    const item = itemAt(event.target);
    if (item === undefined || event.dataTransfer === null) return;
    this.#dragged = item;
    item.classList.add('is-dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', item.querySelector('a')?.textContent ?? '');
  };

  readonly #over = (event: DragEvent): void => {
    const place = this.#placeAt(event);
    this.#clear();
    if (place === undefined) return;
    event.preventDefault();
    place.mark.classList.add(place.before ? 'is-before' : 'is-under');
  };

  readonly #clear = (): void => {
    for (const marked of this.querySelectorAll('.is-before, .is-under')) {
      marked.classList.remove('is-before', 'is-under');
    }
  };

  readonly #end = (): void => {
    this.#clear();
    this.#dragged?.classList.remove('is-dragged');
    this.#dragged = undefined;
  };

  readonly #drop = (event: DragEvent): void => {
    const [place, dragged] = [this.#placeAt(event), this.#dragged];
    const form = this.querySelector<HTMLFormElement>('form.cause-drop');
    if (place === undefined || dragged === undefined || form === null) return;
    event.preventDefault();
    form.action = `/orsaker/orsak/${dragged.dataset.cause}/flytta`;
    set(form, 'version', dragged.dataset.version ?? '');
    set(form, 'till', place.parent);
    set(form, 'fore', place.before ?? '');
    stayWith(dragged);
    form.requestSubmit();
  };

  /** Where the pointer would put the dragged cause; undefined over itself and what lies under it. */
  #placeAt(event: DragEvent): { mark: HTMLElement; parent: string; before: string | undefined } | undefined {
    const { target } = event;
    if (!(target instanceof HTMLElement) || this.#dragged === undefined) return undefined;
    const heading = target.closest<HTMLElement>('.cause-problem-outline > h3');
    if (heading !== null) return { mark: heading, parent: `problem:${problemOf(heading)}`, before: undefined };
    const item = itemAt(target);
    const mark = item?.querySelector<HTMLElement>('.cause-line') ?? undefined;
    if (item === undefined || mark === undefined || this.#dragged.contains(item)) return undefined;
    const { top, height } = mark.getBoundingClientRect();
    if (event.clientY > top + height / 3) {
      return { mark, parent: `orsak:${item.dataset.cause}`, before: undefined };
    }
    const above = itemAt(item.parentElement);
    const parent = above === undefined ? `problem:${problemOf(item)}` : `orsak:${above.dataset.cause}`;
    return { mark, parent, before: item.dataset.cause };
  }

  readonly #key = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 'upp', ArrowDown: 'ned', ArrowRight: 'in', ArrowLeft: 'ut' }[event.key];
    const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    const line = event.target instanceof HTMLElement ? event.target.closest('.cause-line') : null;
    if (!event.altKey || step === undefined || typing || line === null) return;
    event.preventDefault();
    const button = line.querySelector<HTMLButtonElement>(`button[name="steg"][value="${step}"]`);
    if (button === null || button.disabled) return;
    stayWith(itemAt(line));
    button.form?.requestSubmit(button);
  };
}

/** The page that comes loses the place in its address on the way through Turbo: who moved a cause goes on from that cause. */
function stayWith(item: HTMLElement | undefined): void {
  const id = item?.id ?? '';
  document.addEventListener('turbo:load', () => focusOn(document.getElementById(id)), { once: true });
}

function focusOn(target: HTMLElement | null): void {
  if (target?.closest('cause-outline')) target.querySelector<HTMLElement>('a')?.focus();
}

function itemAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('li[data-cause]') ?? undefined) : undefined;
}

function problemOf(element: HTMLElement): string {
  return element.closest<HTMLElement>('[data-problem]')?.dataset.problem ?? '';
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}

customElements.define('cause-outline', CauseOutline);
