/** `<chart-tip>` around a chart: says the value of the mark nearest the pointer. The table says the same to everyone else. */
class ChartTip extends HTMLElement {
  #tip: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('pointermove', this.#show);
    this.addEventListener('pointerleave', this.#hide);
  }

  disconnectedCallback(): void {
    this.removeEventListener('pointermove', this.#show);
    this.removeEventListener('pointerleave', this.#hide);
    this.#hide();
  }

  readonly #show = (event: PointerEvent): void => {
    const nearest = this.#nearest(event);
    if (nearest === undefined) {
      this.#hide();
      return;
    }
    const tip = this.#tip ?? this.#makeTip();
    const here = this.getBoundingClientRect();
    tip.textContent = nearest.mark.getAttribute('data-tip');
    tip.style.left = `${nearest.x - here.left}px`;
    tip.style.top = `${nearest.y - here.top}px`;
  };

  readonly #hide = (): void => {
    this.#tip?.remove();
    this.#tip = undefined;
  };

  #makeTip(): HTMLElement {
    const tip = document.createElement('div');
    tip.className = 'chart-tip';
    tip.setAttribute('aria-hidden', 'true');
    this.append(tip);
    this.#tip = tip;
    return tip;
  }

  #nearest(event: PointerEvent): { mark: Element; x: number; y: number } | undefined {
    let best: { mark: Element; x: number; y: number; distance: number } | undefined;
    for (const mark of this.querySelectorAll('[data-tip]')) {
      const box = mark.getBoundingClientRect();
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      const distance = Math.hypot(x - event.clientX, y - event.clientY);
      if (distance < (best?.distance ?? 28)) best = { mark, x, y, distance };
    }
    return best;
  }
}

customElements.define('chart-tip', ChartTip);
