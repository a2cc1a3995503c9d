/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const states = ['planned', 'ongoing', 'done', 'stopped'];

/**
 * `<action-board>` around the columns of a board. A card that is dragged to another column sends the same move as its buttons do; with Alt and
 * an arrow key it goes to the column beside. What the move needs more, or cannot be, the answer tells.
 */
class ActionBoard extends HTMLElement {
  #dragged: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('pointerdown', this.#hold);
    this.addEventListener('dragstart', this.#begin);
    this.addEventListener('dragover', this.#over);
    this.addEventListener('dragend', this.#end);
    this.addEventListener('drop', this.#drop);
    this.addEventListener('keydown', this.#key);
  }

  disconnectedCallback(): void {
    this.removeEventListener('pointerdown', this.#hold);
    this.removeEventListener('dragstart', this.#begin);
    this.removeEventListener('dragover', this.#over);
    this.removeEventListener('dragend', this.#end);
    this.removeEventListener('drop', this.#drop);
    this.removeEventListener('keydown', this.#key);
  }

  /** When it is taken, since the page that comes after a move is drawn over this one and brings no such attribute. */
  readonly #hold = (event: PointerEvent): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-moves]') : null;
    if (card === null) return;
    card.draggable = true;
    // Else what is taken by its title is dragged as a link.
    for (const link of card.querySelectorAll('a')) link.draggable = false;
  };

  readonly #begin = (event: DragEvent): void => {
    const card = cardAt(event.target);
    if (card === undefined || event.dataTransfer === null) return;
    this.#dragged = card;
    card.classList.add('is-dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', card.querySelector('a')?.textContent ?? '');
  };

  readonly #over = (event: DragEvent): void => {
    const column = this.#columnAt(event.target);
    this.#clear();
    if (column === undefined) return;
    event.preventDefault();
    column.classList.add('is-over');
  };

  readonly #end = (): void => {
    this.#clear();
    this.#dragged?.classList.remove('is-dragged');
    this.#dragged = undefined;
  };

  readonly #drop = (event: DragEvent): void => {
    const [column, card] = [this.#columnAt(event.target), this.#dragged];
    if (column === undefined || card === undefined) return;
    event.preventDefault();
    this.#move(card, column.dataset.state ?? '');
  };

  readonly #key = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const card = cardAt(event.target);
    if (!event.altKey || step === undefined || card === undefined) return;
    const to = states[states.indexOf(card.dataset.state ?? '') + step];
    event.preventDefault();
    if (to !== undefined) this.#move(card, to);
  };

  #move(card: HTMLElement, to: string): void {
    const form = this.querySelector<HTMLFormElement>('form.board-drop');
    if (form === null) return;
    form.action = `/atgarder/${card.dataset.card}/lage`;
    set(form, 'fran', card.dataset.state ?? '');
    set(form, 'till', to);
    form.requestSubmit();
  }

  /** The column that the dragged card would come to; undefined over its own. */
  #columnAt(target: EventTarget | null): HTMLElement | undefined {
    const column = target instanceof Element ? target.closest<HTMLElement>('.board-column') : null;
    if (column === null || this.#dragged === undefined) return undefined;
    return column.dataset.state === this.#dragged.dataset.state ? undefined : column;
  }

  #clear(): void {
    for (const column of this.querySelectorAll('.is-over')) column.classList.remove('is-over');
  }
}

function cardAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-moves]') ?? undefined) : undefined;
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}

customElements.define('action-board', ActionBoard);
