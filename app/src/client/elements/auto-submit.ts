/** `<auto-submit>` around a filter form: a changed choice sends it at once, typing after a short rest. */
class AutoSubmit extends HTMLElement {
  #rest: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('change', this.#send);
    this.addEventListener('input', this.#sendAfterRest);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#rest);
    this.removeEventListener('change', this.#send);
    this.removeEventListener('input', this.#sendAfterRest);
  }

  readonly #send = (): void => {
    clearTimeout(this.#rest);
    this.querySelector('form')?.requestSubmit();
  };

  readonly #sendAfterRest = (event: Event): void => {
    const typed = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (!typed) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#send, 400);
  };
}

customElements.define('auto-submit', AutoSubmit);
