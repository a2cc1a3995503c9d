/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Where the pointer would put what is dragged: what is marked, and by which class. */
export interface DropPlace {
  readonly mark: HTMLElement;
  readonly sign: 'is-before' | 'is-after' | 'is-under';
}

/** A list whose items are dragged to another place, which sends the same move as the buttons of their lines; Alt and an arrow key press those buttons. */
export abstract class MovableList<P extends DropPlace> extends HTMLElement {
  #dragged: HTMLElement | undefined;

  /** Selects the line of an item, and the item around it. */
  protected abstract readonly line: string;
  protected abstract readonly item: string;
  /** By the name of an arrow key: the step that the button with that value takes. */
  protected abstract readonly steps: Readonly<Record<string, string>>;
  protected abstract placeAt(event: DragEvent, dragged: HTMLElement): P | undefined;
  protected abstract move(dragged: HTMLElement, place: P): void;

  connectedCallback(): void {
    for (const [name, listener] of this.#listeners) this.addEventListener(name, listener);
  }

  disconnectedCallback(): void {
    for (const [name, listener] of this.#listeners) this.removeEventListener(name, listener);
  }

  protected itemAt(target: EventTarget | null): HTMLElement | undefined {
    return target instanceof Element ? (target.closest<HTMLElement>(this.item) ?? undefined) : undefined;
  }

  /** By a key as by the pointer. */
  protected press(button: HTMLButtonElement): void {
    button.form?.requestSubmit(button);
  }

  /** When it is taken, since the page that comes after a move is drawn over this one and brings no such attribute. */
  readonly #hold = ({ target }: PointerEvent): void => {
    const line = this.#lineAt(target);
    if (line === null) return;
    line.draggable = true;
    // Else what is taken by its title is dragged as a link.
    for (const link of line.querySelectorAll('a')) link.draggable = false;
  };

  readonly #begin = ({ target, dataTransfer }: DragEvent): void => {
    const item = this.itemAt(target);
    if (item === undefined || dataTransfer === null) return;
    this.#dragged = item;
    item.classList.add('is-dragged');
    dataTransfer.effectAllowed = 'move';
    dataTransfer.setData('text/plain', item.querySelector('a')?.textContent ?? '');
  };

  readonly #over = (event: DragEvent): void => {
    const place = this.#dragged && this.placeAt(event, this.#dragged);
    this.#clear();
    if (place === undefined) return;
    event.preventDefault();
    place.mark.classList.add(place.sign);
  };

  readonly #clear = (): void => {
    for (const marked of this.querySelectorAll('.is-before, .is-after, .is-under')) {
      marked.classList.remove('is-before', 'is-after', 'is-under');
    }
  };

  readonly #end = (): void => {
    this.#clear();
    this.#dragged?.classList.remove('is-dragged');
    this.#dragged = undefined;
  };

  readonly #drop = (event: DragEvent): void => {
    const dragged = this.#dragged;
    const place = dragged && this.placeAt(event, dragged);
    if (dragged === undefined || place === undefined) return;
    event.preventDefault();
    this.move(dragged, place);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { target, key, altKey } = event;
    const step = this.steps[key];
    const typing = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    const line = this.#lineAt(target);
    if (!altKey || step === undefined || typing || line === null) return;
    event.preventDefault();
    const button = line.querySelector<HTMLButtonElement>(`button[name="steg"][value="${step}"]`);
    if (button !== null && !button.disabled) this.press(button);
  };

  #lineAt(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>(this.line) : null;
  }

  readonly #listeners = Object.entries({
    pointerdown: this.#hold,
    dragstart: this.#begin,
    dragover: this.#over,
    dragleave: this.#clear,
    dragend: this.#end,
    drop: this.#drop,
    keydown: this.#key,
  }) as readonly (readonly [string, EventListener])[];
}

/** Fills a hidden field of a form, where it has one. */
export function fillField(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}
