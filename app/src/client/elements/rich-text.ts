/** `<rich-text>` around a field of several lines: buttons and keys that write the marks of Markdown for bold, italic, lists and links. */
class RichText extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('textarea');
    if (field === null || this.querySelector('[role="toolbar"]') !== null) return;
    const swedish = document.documentElement.lang === 'sv';
    const bar = document.createElement('div');
    bar.role = 'toolbar';
    bar.ariaLabel = swedish ? 'Formatering' : 'Formatting';
    bar.setAttribute('aria-controls', field.id);
    const faces = swedish ? ['F', 'K', 'Punktlista', 'Länk'] : ['B', 'I', 'List', 'Link'];
    const names = swedish ? ['Fet', 'Kursiv', 'Punktlista', 'Länk'] : ['Bold', 'Italic', 'List', 'Link'];
    const keys = ['b', 'i', 'l', 'k'];
    const acts = [
      () => around(field, '**', '**'),
      () => around(field, '*', '*'),
      () => list(field),
      () => around(field, '[', '](https://)'),
    ];
    const buttons = keys.map((key, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `ds-button is-quiet is-small is-key-${key}`;
      button.textContent = faces[index]!;
      button.ariaLabel = names[index]!;
      button.title = `${button.ariaLabel} (Ctrl+${key.toUpperCase()})`;
      button.setAttribute('aria-keyshortcuts', `Control+${key} Meta+${key}`);
      button.addEventListener('click', acts[index]!);
      // One stop for Tab; the arrow keys go between the buttons.
      button.tabIndex = index === 0 ? 0 : -1;
      return button;
    });
    bar.append(...buttons);
    field.before(bar);
    field.addEventListener('keydown', (event) => {
      const act = acts[keys.indexOf(event.key.toLowerCase())];
      if (act === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      act();
    });
    bar.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
      const next = buttons[(at + step + buttons.length) % buttons.length]!;
      for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
      next.focus();
    });
  }
}

/** Puts marks around what is selected, or takes away those that are there; the address of a link is selected, to be written over. */
function around(field: HTMLTextAreaElement, before: string, after: string): void {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const chosen = value.slice(start, end);
  const marked = value.slice(start - before.length, start) === before && value.slice(end).startsWith(after);
  // The star of bold is not the star of italic.
  const bold = before === '*' && /(^|[^*])\*\*$/.test(value.slice(0, start));
  if (marked && !bold) {
    write(field, start - before.length, end + after.length, chosen);
    field.setSelectionRange(start - before.length, end - before.length);
    return;
  }
  write(field, start, end, before + chosen + after);
  const from = start + before.length;
  if (before === '[' && chosen !== '') field.setSelectionRange(from + chosen.length + 2, end + after.length);
  else field.setSelectionRange(from, from + chosen.length);
}

function list(field: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = field;
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const next = value.indexOf('\n', selectionEnd);
  const end = next === -1 ? value.length : next;
  const lines = value.slice(start, end).split('\n');
  const listed = lines.every((line) => line.startsWith('- '));
  write(field, start, end, lines.map((line) => (listed ? line.slice(2) : `- ${line}`)).join('\n'));
}

/** As if it had been typed, so that the browser's own undo takes it back. */
function write(field: HTMLTextAreaElement, start: number, end: number, words: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  if (document.execCommand('insertText', false, words)) return;
  field.setRangeText(words, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

customElements.define('rich-text', RichText);
