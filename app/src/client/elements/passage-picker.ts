/// <reference lib="dom" />

/** `<passage-picker>` around an interview: what is selected in an answer comes into the field Avsnitt, ready to be coded. */
class PassagePicker extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('select', this.#pick);
  }

  disconnectedCallback(): void {
    this.removeEventListener('select', this.#pick);
  }

  readonly #pick = (event: Event): void => {
    const { target } = event;
    const passage = this.querySelector<HTMLTextAreaElement>('textarea[name="title"]');
    if (!(target instanceof HTMLTextAreaElement) || passage === null || target === passage) return;
    const selected = target.value.slice(target.selectionStart, target.selectionEnd).trim();
    if (selected !== '') passage.value = selected;
  };
}

customElements.define('passage-picker', PassagePicker);
