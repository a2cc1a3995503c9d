interface TurboFrame extends HTMLElement {
  src: string | null;
  reload(): Promise<void>;
}

/**
 * `<poll-frame>` inside a turbo-frame: asks for `data-src` anew after `data-seconds`. With `data-page` there is nothing more to wait for, and the
 * whole page is loaded anew. Rests while the page is not looked at. `data-said` is put in the live region with the id `data-status`, which must stand outside of the frame.
 */
class PollFrame extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { page, src, status, said } = this.dataset;
    const place = status === undefined ? null : document.getElementById(status);
    // The same words again are not read aloud again.
    if (place !== null && place.textContent !== said) place.textContent = said ?? '';
    if (page !== undefined) location.replace(page);
    else if (src !== undefined) this.#wait(src);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #wait(src: string): void {
    this.#timer = setTimeout(
      () => {
        if (document.hidden) this.#wait(src);
        else this.#ask(src);
      },
      Number(this.dataset.seconds ?? 2) * 1000,
    );
  }

  #ask(src: string): void {
    const frame = this.closest<TurboFrame>('turbo-frame');
    if (frame === null) return;
    if (frame.src === new URL(src, location.href).href) void frame.reload();
    else frame.src = src;
    // A server that does not answer leaves the frame as it is; ask again.
    this.#wait(src);
  }
}

customElements.define('poll-frame', PollFrame);
