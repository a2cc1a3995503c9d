/** `<copy-link>` around a link: adds a button that copies the link's address and says that it did. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null || this.querySelector('button') !== null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ds-button is-quiet is-small';
    const words = this.getAttribute('data-label') ?? 'Kopiera';
    button.textContent = words;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(link.href).then(
        () => {
          button.textContent = this.getAttribute('data-done') ?? 'Kopierat';
        },
        () => {
          // Without permission to the clipboard the address is shown marked, ready to be copied by hand.
          getSelection()?.selectAllChildren(link);
        },
      );
    });
    this.append(button);
  }
}

customElements.define('copy-link', CopyLink);
