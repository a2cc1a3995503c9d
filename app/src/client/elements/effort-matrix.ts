type Score = 'effort' | 'effect';

/** How far each arrow key moves a proposal: effort to the right, effect upwards. */
const arrows: Readonly<Record<string, readonly [Score, number]>> = {
  ArrowLeft: ['effort', -1],
  ArrowRight: ['effort', 1],
  ArrowDown: ['effect', -1],
  ArrowUp: ['effect', 1],
};

/** Shorter than this the pointer was only pressed: the link is followed. */
const leastDrag = 5;

/**
 * `<effort-matrix>` around the matrix and the form that says the same: a disc that is dragged or moved by the arrow keys sets the choices in the form,
 * and a choice moves its disc. Nothing is saved before the form is sent.
 */
class EffortMatrix extends HTMLElement {
  #drag: { link: SVGAElement; startX: number; startY: number; moved: boolean } | undefined;
  #said: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('pointerdown', this.#begin);
    this.addEventListener('pointermove', this.#move);
    this.addEventListener('pointerup', this.#drop);
    this.addEventListener('pointercancel', this.#cancel);
    this.addEventListener('click', this.#stay, true);
    this.addEventListener('dragstart', this.#noPicture);
    this.addEventListener('keydown', this.#step);
    this.addEventListener('change', this.#follow);
    this.#said = document.createElement('p');
    this.#said.className = 'unseen';
    this.#said.setAttribute('role', 'status');
    this.append(this.#said);
  }

  disconnectedCallback(): void {
    this.#said?.remove();
  }

  readonly #begin = (event: PointerEvent): void => {
    const link = this.#linkOf(event.target);
    if (link === undefined || event.button !== 0 || this.#select(link, 'effort') === undefined) return;
    this.#drag = { link, startX: event.clientX, startY: event.clientY, moved: false };
  };

  readonly #move = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag === undefined) return;
    const [x, y] = [event.clientX - drag.startX, event.clientY - drag.startY];
    if (!drag.moved && Math.hypot(x, y) < leastDrag) return;
    if (!drag.moved) this.setPointerCapture(event.pointerId);
    drag.moved = true;
    event.preventDefault();
    const scale = this.#scaleOf(drag.link);
    const placed = this.#placeOf(drag.link);
    this.#draw(drag.link, { x: placed.x + x / scale, y: placed.y + y / scale });
  };

  readonly #drop = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag === undefined || !drag.moved) {
      this.#drag = undefined;
      return;
    }
    const plot = this.#plotOf(drag.link);
    const scale = this.#scaleOf(drag.link);
    const placed = this.#placeOf(drag.link);
    const x = placed.x + (event.clientX - drag.startX) / scale;
    const y = placed.y + (event.clientY - drag.startY) / scale;
    this.#set(drag.link, 'effort', 1 + Math.floor(((x - plot.x) / plot.width) * 5));
    this.#set(drag.link, 'effect', 5 - Math.floor(((y - plot.y) / plot.height) * 5));
    // The click that ends a drag must not follow the link; it comes after this.
    setTimeout(() => {
      this.#drag = undefined;
    });
  };

  readonly #cancel = (): void => {
    const link = this.#drag?.link;
    this.#drag = undefined;
    if (link) this.#place(link);
  };

  readonly #stay = (event: Event): void => {
    if (this.#drag?.moved === true) event.preventDefault();
  };

  readonly #noPicture = (event: Event): void => {
    if (this.#linkOf(event.target) !== undefined) event.preventDefault();
  };

  readonly #step = (event: KeyboardEvent): void => {
    const link = this.#linkOf(event.target);
    const arrow = arrows[event.key];
    if (link === undefined || arrow === undefined) return;
    const [score, by] = arrow;
    const select = this.#select(link, score);
    if (select === undefined) return;
    event.preventDefault();
    this.#set(link, score, Number(select.value) + by);
  };

  /** A choice in the table moves the disc, in the wide drawing and in the narrow one. */
  readonly #follow = (event: Event): void => {
    const id = event.target instanceof HTMLSelectElement ? event.target.dataset.proposal : undefined;
    if (id === undefined) return;
    for (const link of this.querySelectorAll<SVGAElement>(`a.chain-link[href="/forslag/${id}"]`)) this.#place(link);
  };

  #set(link: SVGAElement, score: Score, value: number): void {
    const select = this.#select(link, score);
    if (select === undefined) return;
    select.value = String(Math.min(5, Math.max(1, value)));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    if (this.#said) {
      this.#said.textContent = `${select.getAttribute('aria-label') ?? ''}, ${select.selectedOptions[0]?.text ?? ''}`;
    }
  }

  #linkOf(target: EventTarget | null): SVGAElement | undefined {
    const link = target instanceof Element ? target.closest('svg a.chain-link') : null;
    return link instanceof SVGAElement ? link : undefined;
  }

  #select(link: SVGAElement, score: Score): HTMLSelectElement | undefined {
    const id = link.getAttribute('href')?.split('/').at(-1) ?? '';
    const found = this.querySelector(`select[data-score="${score}"][data-proposal="${id}"]:not(:disabled)`);
    return found instanceof HTMLSelectElement ? found : undefined;
  }

  #place(link: SVGAElement): void {
    this.#draw(link, this.#placeOf(link));
  }

  /** Moves the disc with its number and its name, which lie over the link; a name that stands in the list below stays there. */
  #draw(link: SVGAElement, at: { x: number; y: number }): void {
    const disc = this.#discOf(link);
    const plot = this.#plotOf(link);
    const over = link.nextElementSibling?.matches('.chain-over') === true ? [...link.nextElementSibling.children] : [];
    for (const part of [...link.children, ...over]) {
      const top = Number(part.getAttribute('cy') ?? part.getAttribute('y') ?? Number.POSITIVE_INFINITY);
      if (top > plot.y + plot.height) continue;
      part.setAttribute('transform', `translate(${at.x - disc.x} ${at.y - disc.y})`);
    }
  }

  /** Where the form says that it stands; where it is drawn as long as nobody has moved it. */
  #placeOf(link: SVGAElement): { x: number; y: number } {
    const [effort, effect] = [this.#select(link, 'effort'), this.#select(link, 'effect')];
    const disc = this.#discOf(link);
    const drawn = (select: HTMLSelectElement | undefined) =>
      select === undefined || select.value === '' || select.selectedOptions[0]?.defaultSelected === true;
    const plot = this.#plotOf(link);
    return {
      x: drawn(effort) ? disc.x : plot.x + ((Number(effort?.value) - 0.5) * plot.width) / 5,
      y: drawn(effect) ? disc.y : plot.y + ((5.5 - Number(effect?.value)) * plot.height) / 5,
    };
  }

  #discOf(link: SVGAElement): { x: number; y: number } {
    const disc = link.querySelector('circle');
    return { x: disc?.cx.baseVal.value ?? 0, y: disc?.cy.baseVal.value ?? 0 };
  }

  /** The axes of the drawing, in its own units. */
  #plotOf(link: SVGAElement): DOMRect {
    const axes = link.ownerSVGElement?.querySelector<SVGGraphicsElement>('path.chart-group');
    return axes?.getBBox() ?? new DOMRect(0, 0, 1, 1);
  }

  #scaleOf(link: SVGAElement): number {
    return link.ownerSVGElement?.getScreenCTM()?.a ?? 1;
  }
}

customElements.define('effort-matrix', EffortMatrix);
