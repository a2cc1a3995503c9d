/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { type DropPlace, fillField, MovableList } from './movable-list.ts';

interface PartPlace extends DropPlace {
  readonly before: HTMLElement | null;
}

/**
 * `<part-order>` around the parts of a report. A part is dragged to its place among those beside it. Whoever moved a part goes on from it on the page that comes, and
 * is told where it stands now.
 */
class PartOrder extends MovableList<PartPlace> {
  protected readonly line = '.report-part';
  protected readonly item = 'li[data-part]';
  protected readonly steps = { ArrowUp: 'upp', ArrowDown: 'ned' };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('submit', this.#submit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('submit', this.#submit);
  }

  protected move(dragged: HTMLElement, { before }: PartPlace): void {
    const form = this.querySelector<HTMLFormElement>('form.part-drop');
    if (form === null) return;
    form.action = dragged.querySelector('form')?.action ?? '';
    fillField(form, 'fore', before?.dataset.part ?? '');
    stayWith(dragged, 'a', 'standing');
    form.requestSubmit();
  }

  /** Undefined over the dragged part and anywhere but among those beside it. */
  protected placeAt({ target, clientY }: DragEvent, dragged: HTMLElement): PartPlace | undefined {
    // Over what lies under a chapter one is over the chapter.
    let over = this.itemAt(target);
    while (over !== undefined && over.parentElement !== dragged.parentElement) over = this.itemAt(over.parentElement);
    if (over === undefined || over === dragged) return undefined;
    const { top, height } = over.getBoundingClientRect();
    const above = clientY < top + height / 2;
    const before = above ? over : (over.nextElementSibling as HTMLElement | null);
    const stays = before === dragged || before === dragged.nextElementSibling;
    return stays ? undefined : { mark: over, sign: above ? 'is-before' : 'is-after', before };
  }

  /** A button that was pressed has focus again; at the end of the list it is its neighbour's turn. */
  readonly #submit = ({ submitter }: SubmitEvent): void => {
    if (!(submitter instanceof HTMLButtonElement)) return;
    const part = this.itemAt(submitter);
    if (submitter.name === 'steg') stayWith(part, `button[value="${submitter.value}"]`, 'standing');
    else stayWith(part, 'form + form button', 'taken');
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

customElements.define('part-order', PartOrder);
