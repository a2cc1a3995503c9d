/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * `<paste-table>` around a field that tables are pasted in. Word and browsers hand over the table's cells beside the plain text, where the
 * paragraphs of a cell can no longer be told from rows: the cells are taken from there, quoted as Excel does.
 */
class PasteTable extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('paste', this.#paste);
  }

  disconnectedCallback(): void {
    this.removeEventListener('paste', this.#paste);
  }

  readonly #paste = (event: ClipboardEvent): void => {
    const field = event.target;
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!(field instanceof HTMLTextAreaElement) || !html.includes('<table')) return;
    const text = tableText(new DOMParser().parseFromString(html, 'text/html'));
    if (text === '') return;
    event.preventDefault();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
}

/** All tables one after the other, with the headings that stand between them. */
function tableText(page: Document): string {
  const lines: string[] = [];
  for (const element of page.querySelectorAll('h1, h2, h3, h4, h5, h6, table, p')) {
    if (element instanceof HTMLTableElement) lines.push('', ...[...element.rows].map(rowText));
    else if (element.closest('table') === null && plain(element) !== '') lines.push('', quoted(plain(element)));
  }
  return lines.join('\n').trimStart();
}

function rowText(row: HTMLTableRowElement): string {
  return [...row.cells].map((cell) => quoted(cellText(cell))).join('\t');
}

/** A line for each paragraph, list item and break in the cell. */
function cellText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const ends of copy.querySelectorAll('br, p, li, div')) {
    if (ends.localName === 'br') ends.replaceWith('\u0000');
    else ends.append('\u0000');
  }
  return (copy.textContent ?? '')
    .replace(/\s+/g, ' ')
    .split('\u0000')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

function plain(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function quoted(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

customElements.define('paste-table', PasteTable);
