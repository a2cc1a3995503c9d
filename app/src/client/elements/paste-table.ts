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

/** What people do not see, and the bullets that Word writes out as letters. */
const unseen =
  '[style*="display:none"], [style*="display: none"], [style*="mso-hide:all"], [style*="mso-list:Ignore"], del';

/** All tables one after the other, with the headings that stand between them. A table within a cell is words of that cell. */
function tableText(page: Document): string {
  for (const element of page.querySelectorAll(unseen)) element.remove();
  const lines: string[] = [];
  for (const element of page.querySelectorAll('h1, h2, h3, h4, h5, h6, table, p')) {
    if (element.parentElement?.closest('table')) continue;
    if (element instanceof HTMLTableElement) lines.push('', ...headed(element), ...rowsOf(element));
    else if (plain(element) !== '') lines.push('', quoted(plain(element)));
  }
  return lines.join('\n').trimStart();
}

function headed({ caption }: HTMLTableElement): readonly string[] {
  return caption === null || plain(caption) === '' ? [] : [quoted(plain(caption)), ''];
}

/** What stands beside several rows is said of each; what stands over several columns in the first, and in a header over each. */
function rowsOf(table: HTMLTableElement): readonly string[] {
  const down: { left: number; text: string }[] = [];
  return [...table.rows].map((row) => {
    const heads = [...row.cells].every((cell) => cell.localName === 'th');
    const cells: string[] = [];
    const takeDown = () => {
      for (let hangs = down[cells.length]; hangs !== undefined && hangs.left > 0; hangs = down[cells.length]) {
        hangs.left -= 1;
        cells.push(hangs.text);
      }
    };
    for (const cell of row.cells) {
      takeDown();
      const text = quoted(cellText(cell));
      for (let at = 0; at < Math.min(cell.colSpan, widest); at++) {
        const said = at === 0 || heads ? text : '';
        if (cell.rowSpan > 1) down[cells.length] = { left: cell.rowSpan - 1, text: said };
        cells.push(said);
      }
    }
    takeDown();
    return cells.join('\t');
  });
}

/** Excel lets a cell go over all its columns. */
const widest = 200;

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
