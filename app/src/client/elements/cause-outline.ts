/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { type DropPlace, fillField, MovableList } from './movable-list.ts';

interface CausePlace extends DropPlace {
  readonly parent: string;
  readonly before: string | undefined;
}

/**
 * `<cause-outline>` around the outline of causes. Dragging a cause sends the same move as the page Flytta: onto the upper edge of
 * another to stand before it, else to lie under it.
 */
class CauseOutline extends MovableList<CausePlace> {
  protected readonly line = '.cause-line';
  protected readonly item = 'li[data-cause]';
  protected readonly steps = { ArrowUp: 'upp', ArrowDown: 'ned', ArrowRight: 'in', ArrowLeft: 'ut' };

  override connectedCallback(): void {
    super.connectedCallback();
    focusOn(document.getElementById(location.hash.slice(1)));
  }

  protected move(dragged: HTMLElement, { parent, before }: CausePlace): void {
    const form = this.querySelector<HTMLFormElement>('form.cause-drop');
    if (form === null) return;
    form.action = `/orsaker/orsak/${dragged.dataset.cause}/flytta`;
    fillField(form, 'version', dragged.dataset.version ?? '');
    fillField(form, 'till', parent);
    fillField(form, 'fore', before ?? '');
    stayWith(dragged);
    form.requestSubmit();
  }

  /** Undefined over the dragged cause and what lies under it. */
  protected placeAt({ target, clientY }: DragEvent, dragged: HTMLElement): CausePlace | undefined {
    if (!(target instanceof HTMLElement)) return undefined;
    const heading = target.closest<HTMLElement>('.cause-problem-outline > h3');
    if (heading !== null) {
      return { mark: heading, sign: 'is-under', parent: `problem:${problemOf(heading)}`, before: undefined };
    }
    const item = this.itemAt(target);
    const mark = item?.querySelector<HTMLElement>(this.line) ?? undefined;
    if (item === undefined || mark === undefined || dragged.contains(item)) return undefined;
    const { top, height } = mark.getBoundingClientRect();
    if (clientY > top + height / 3) {
      return { mark, sign: 'is-under', parent: `orsak:${item.dataset.cause}`, before: undefined };
    }
    const above = this.itemAt(item.parentElement);
    const parent = above === undefined ? `problem:${problemOf(item)}` : `orsak:${above.dataset.cause}`;
    return { mark, sign: 'is-before', parent, before: item.dataset.cause };
  }

  protected override press(button: HTMLButtonElement): void {
    stayWith(this.itemAt(button));
    super.press(button);
  }
}

/** The page that comes loses the place in its address on the way through Turbo: who moved a cause goes on from that cause. */
function stayWith(item: HTMLElement | undefined): void {
  const id = item?.id ?? '';
  document.addEventListener('turbo:load', () => focusOn(document.getElementById(id)), { once: true });
}

function focusOn(target: HTMLElement | null): void {
  if (target?.closest('cause-outline')) target.querySelector<HTMLElement>('a')?.focus();
}

function problemOf(element: HTMLElement): string {
  return element.closest<HTMLElement>('[data-problem]')?.dataset.problem ?? '';
}

customElements.define('cause-outline', CauseOutline);
