import {
  type Block,
  type DocumentLanguage,
  type Figure,
  type Inline,
  type InlineText,
  type List,
  type Numbered,
  type Picture,
  sourceLine,
  type Table,
  type TableRow,
} from '../model/index.ts';
import { escaped } from './escape.ts';
import { inlineSvg } from './inline-svg.ts';
import { htmlWords } from './words.ts';

/** Writes blocks as HTML, and remembers what belongs elsewhere on the page: notes at its end, styles of pictures in its head. */
export interface BlockWriter {
  readonly block: (block: Block) => string;
  readonly picture: (picture: Picture, name: { readonly title?: string; readonly words: string }) => string;
  /** The notes that have been met so far, and those that are met in them. */
  readonly footnotes: () => readonly string[];
  readonly css: () => string;
}

/** Ids of a document may hold anything; in an address they are easy to read where they can be. */
export function anchor(id: string): string {
  return /^[\w-]+$/.test(id) ? `d-${id}` : `x-${Buffer.from(id).toString('hex')}`;
}

export function createBlockWriter(numbered: Numbered, language: DocumentLanguage): BlockWriter {
  const own = htmlWords(language);
  const notes: InlineText[] = [];
  const css: string[] = [];
  let pictures = 0;

  const inline = (text: InlineText): string => text.map(part).join('');

  const part = (each: Inline): string => {
    switch (each.kind) {
      case 'text': {
        const strong = each.strong === true ? `<strong>${escaped(each.text)}</strong>` : escaped(each.text);
        return each.emphasis === true ? `<em>${strong}</em>` : strong;
      }
      case 'link':
        return link(each.text, each.href);
      case 'reference':
        return `<a href="#${anchor(each.to)}">${escaped(numbered.references.get(each.to) ?? '')}</a>`;
      case 'footnote': {
        const number = notes.push(each.text);
        return `<sup><a id="note-${number}-from" href="#note-${number}" role="doc-noteref" aria-label="${own.footnote} ${number}">${number}</a></sup>`;
      }
      case 'break':
        return '<br />';
    }
  };

  /** Only what a reader may safely open becomes a link; the rest stays as words. */
  const link = (text: string, href: string): string => {
    if (text.trim() === '') return escaped(text);
    if (href.startsWith('#')) {
      const id = href.slice(1);
      return numbered.references.has(id) ? `<a href="#${anchor(id)}">${escaped(text)}</a>` : escaped(text);
    }
    if (!/^(?:https?:\/\/|mailto:|tel:)\S/i.test(href)) return escaped(text);
    return `<a href="${escaped(href)}">${escaped(text)}</a>`;
  };

  const list = ({ ordered, items }: List): string => {
    if (items.length === 0) return '';
    const name = ordered ? 'ol' : 'ul';
    const written = items.map(
      (item) => `<li>${inline(item.text)}${item.list === undefined ? '' : list(item.list)}</li>`,
    );
    return `<${name}>${written.join('')}</${name}>`;
  };

  const caption = (block: Table | Figure): string =>
    `<span class="label">${escaped(numbered.labelOf(block) ?? '')}.</span> ${escaped(block.caption)}`;

  const source = (said: string | undefined): string => {
    if (said === undefined || said.trim() === '') return '';
    return `<p class="source">${escaped(sourceLine(said.trim(), language))}</p>`;
  };

  const idOf = (id: string | undefined): string => (id === undefined ? '' : ` id="${anchor(id)}"`);

  const row = (table: Table, { cells, role }: TableRow): string => {
    const written = cells.map((cell, index) => {
      const end = table.columns[index]!.align === 'end' ? ' class="end"' : '';
      const heads = index === 0 && table.rowHeader === true && cell.length > 0;
      return heads ? `<th scope="row"${end}>${inline(cell)}</th>` : `<td${end}>${inline(cell)}</td>`;
    });
    return `<tr${role === 'total' ? ' class="total"' : ''}>${written.join('')}</tr>`;
  };

  /** Each group of rows is a body of the table, headed by its own row. */
  const bodies = (table: Table): string => {
    let written = '';
    let open = false;
    for (const each of table.rows) {
      if (each.role === 'group') {
        written += `${open ? '</tbody>' : ''}<tbody><tr class="group"><th scope="rowgroup" colspan="${table.columns.length}">${inline(each.cells[0]!)}</th></tr>`;
      } else written += `${open ? '' : '<tbody>'}${row(table, each)}`;
      open = true;
    }
    return open ? `${written}</tbody>` : '';
  };

  const tabular = (table: Table): string => {
    const titles = table.columns.map(({ title, align }) => {
      const end = align === 'end' ? ' class="end"' : '';
      return title.trim() === '' ? `<td${end}></td>` : `<th scope="col"${end}>${escaped(title)}</th>`;
    });
    const name = `caption-${(numbered.labelOf(table) ?? '').replace(/\D/g, '')}`;
    return `<div class="table"${idOf(table.id)}><div class="scroll" role="group" aria-labelledby="${name}" tabindex="0"><table><caption id="${name}">${caption(table)}</caption><thead><tr>${titles.join('')}</tr></thead>${bodies(table)}</table></div>${source(table.source)}</div>`;
  };

  const picture: BlockWriter['picture'] = (drawn, { title, words: said }) => {
    const size = `width="${drawn.width}" height="${drawn.height}"`;
    if (drawn.format !== 'svg') {
      const data = Buffer.from(drawn.bytes).toString('base64');
      return `<img src="data:image/${drawn.format};base64,${data}" ${size} alt="${escaped(said)}" />`;
    }
    pictures += 1;
    const prefix = `p${pictures}`;
    const { content, viewBox, classes, css: rules } = inlineSvg(drawn.svg, prefix);
    if (rules !== '') css.push(rules);
    const named = title === undefined ? `aria-labelledby="${prefix}-d"` : `aria-labelledby="${prefix}-t ${prefix}-d"`;
    const heading = title === undefined ? '' : `<title id="${prefix}-t">${escaped(title)}</title>`;
    return `<span id="${prefix}"><svg role="img" ${named} ${size} viewBox="${escaped(viewBox ?? `0 0 ${drawn.width} ${drawn.height}`)}" class="${escaped(classes)}">${heading}<desc id="${prefix}-d">${escaped(said)}</desc>${content}</svg></span>`;
  };

  const figure = (each: Figure): string =>
    `<figure${idOf(each.id)}><div class="drawing" role="group" tabindex="0" aria-label="${escaped(numbered.labelOf(each) ?? '')}">${picture(each.picture, { title: `${numbered.labelOf(each)}. ${each.caption}`, words: each.alt })}</div><figcaption>${caption(each)}${source(each.source)}</figcaption></figure>`;

  const block = (each: Block): string => {
    switch (each.kind) {
      case 'paragraph':
        return `<p${each.lead === true ? ' class="lead"' : ''}>${inline(each.text)}</p>`;
      case 'list':
        return list(each);
      case 'table':
        return tabular(each);
      case 'figure':
        return figure(each);
      case 'quote':
        return `<blockquote><p>${inline(each.text)}</p>${each.by === undefined || each.by === '' ? '' : `<footer>– ${escaped(each.by)}</footer>`}</blockquote>`;
      case 'notice':
        return `<div class="notice"><p class="title">${escaped(each.title)}</p><p>${inline(each.text)}</p></div>`;
      case 'pageBreak':
        return '<div class="pageBreak"></div>';
    }
  };

  const footnotes = (): readonly string[] => {
    const written: string[] = [];
    // A note may hold notes, which are met as it is written.
    for (let number = 1; number <= notes.length; number++)
      written.push(
        `<li id="note-${number}">${inline(notes[number - 1]!)} <a class="back" href="#note-${number}-from" role="doc-backlink" aria-label="${own.back}, ${own.footnote.toLowerCase()} ${number}">↩</a></li>`,
      );
    return written;
  };

  return { block, picture, footnotes, css: () => css.join('\n') };
}
