/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * `<part-order>` around the parts of a report. A part is dragged to its place among those beside it, which sends the same move as its buttons do; Alt and an
 * arrow key press the buttons. Whoever moved a part goes on from it on the page that comes, and is told where it stands now.
 */
class PartOrder extends HTMLElement {
  #dragged: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('pointerdown', this.#hold);
    this.addEventListener('dragstart', this.#begin);
    this.addEventListener('dragover', this.#over);
    this.addEventListener('dragleave', this.#clear);
    this.addEventListener('dragend', this.#end);
    this.addEventListener('drop', this.#drop);
    this.addEventListener('keydown', this.#key);
    this.addEventListener('submit', this.#submit);
  }

  disconnectedCallback(): void {
    this.removeEventListener('pointerdown', this.#hold);
    this.removeEventListener('dragstart', this.#begin);
    this.removeEventListener('dragover', this.#over);
    this.removeEventListener('dragleave', this.#clear);
    this.removeEventListener('dragend', this.#end);
    this.removeEventListener('drop', this.#drop);
    this.removeEventListener('keydown', this.#key);
    this.removeEventListener('submit', this.#submit);
  }

  /** When it is taken, since the page that comes after a move is drawn over this one and brings no such attribute. */
  readonly #hold = (event: PointerEvent): void => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.report-part') : null;
    if (line === null) return;
    line.draggable = true;
    // Else what is taken by its title is dragged as a link.
    for (const link of line.querySelectorAll('a')) link.draggable = false;
  };

  readonly #begin = (event: DragEvent): void => {
    const part = partAt(event.target);
    if (part === undefined || event.dataTransfer === null) return;
    this.#dragged = part;
    part.classList.add('is-dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', part.querySelector('a')?.textContent ?? '');
  };

  readonly #over = (event: DragEvent): void => {
    const place = this.#placeAt(event);
    this.#clear();
    if (place === undefined) return;
    event.preventDefault();
    place.mark.classList.add(place.above ? 'is-before' : 'is-after');
  };

  readonly #clear = (): void => {
    for (const marked of this.querySelectorAll('.is-before, .is-after')) {
      marked.classList.remove('is-before', 'is-after');
    }
  };

  readonly #end = (): void => {
    this.#clear();
    this.#dragged?.classList.remove('is-dragged');
    this.#dragged = undefined;
  };

  readonly #drop = (event: DragEvent): void => {
    const [place, dragged] = [this.#placeAt(event), this.#dragged];
    const form = this.querySelector<HTMLFormElement>('form.part-drop');
    const before = form?.elements.namedItem('fore');
    if (place === undefined || dragged === undefined || form === null) return;
    if (!(before instanceof HTMLInputElement)) return;
    event.preventDefault();
    form.action = dragged.querySelector('form')?.action ?? '';
    before.value = place.before?.dataset.part ?? '';
    stayWith(dragged, 'a', 'standing');
    form.requestSubmit();
  };

  /** Where the pointer would put the dragged part; undefined over itself and anywhere but among those beside it. */
  #placeAt(event: DragEvent): { mark: HTMLElement; above: boolean; before: HTMLElement | null } | undefined {
    const dragged = this.#dragged;
    // Over what lies under a chapter one is over the chapter.
    let over = partAt(event.target);
    while (over !== undefined && over.parentElement !== dragged?.parentElement) over = partAt(over.parentElement);
    if (dragged === undefined || over === undefined || over === dragged) return undefined;
    const { top, height } = over.getBoundingClientRect();
    const above = event.clientY < top + height / 2;
    const before = above ? over : (over.nextElementSibling as HTMLElement | null);
    const stays = before === dragged || before === dragged.nextElementSibling;
    return stays ? undefined : { mark: over, above, before };
  }

  readonly #key = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 'upp', ArrowDown: 'ned' }[event.key];
    const line = event.target instanceof Element ? event.target.closest('.report-part') : null;
    if (!event.altKey || step === undefined || line === null) return;
    event.preventDefault();
    const button = line.querySelector<HTMLButtonElement>(`button[name="steg"][value="${step}"]`);
    if (button !== null && !button.disabled) button.form?.requestSubmit(button);
  };

  /** A button that was pressed has focus again; at the end of the list it is its neighbour's turn. */
  readonly #submit = (event: SubmitEvent): void => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    if (submitter.name === 'steg') stayWith(partAt(submitter), `button[value="${submitter.value}"]`, 'standing');
    else stayWith(partAt(submitter), 'form + form button', 'taken');
  };
}

/** The part keeps its height on the screen, also when it has passed others; what has become of it is told. */
function stayWith(part: HTMLElement | undefined, selector: string, tells: 'standing' | 'taken'): void {
  if (part === undefined) return;
  const top = part.getBoundingClientRect().top;
  const here = () => {
    const now = document.getElementById(part.id);
    const line = now?.querySelector('.report-part');
    const wanted = line?.querySelector<HTMLElement>(`${selector}:not(:disabled)`);
    (wanted ?? line?.querySelector<HTMLElement>('button:not(:disabled)'))?.focus({ preventScroll: true });
    if (now) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' });
    const said = now?.closest('part-order')?.querySelector('[role="status"]');
    if (said) said.textContent = now?.dataset[tells] ?? '';
  };
  document.addEventListener('turbo:load', here, { once: true });
}

function partAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('li[data-part]') ?? undefined) : undefined;
}

customElements.define('part-order', PartOrder);
