import { getDocumentProxy } from 'unpdf';
import { childrenOf, readPdfObjects, roleOf } from './pdf-objects.ts';

/** A node of a PDF's structure tree with the words that are read aloud for it. */
export interface StructureNode {
  readonly role: string;
  /** Words of its own and of all below it, in reading order. */
  readonly text: string;
  readonly alt: string | undefined;
  readonly scope: string | undefined;
  readonly id: string | undefined;
  readonly headers: readonly string[];
  readonly children: readonly StructureNode[];
}

export interface Structure {
  readonly language: string | undefined;
  readonly root: StructureNode;
  readonly all: readonly StructureNode[];
  /** XMP. */
  readonly metadata: string;
}

/** What a screen reader is told: the structure tree, with each page's marked content as pdf.js reads it. */
export async function readStructure(bytes: Uint8Array): Promise<Structure> {
  const file = readPdfObjects(bytes);
  const words = await markedWords(bytes);
  const catalog = file.objectText(file.root);
  const number = (name: string, text: string) => Number(new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(text)?.[1]);
  const all: StructureNode[] = [];
  const read = (at: number): StructureNode => {
    const element = file.objectText(at);
    const page = /\n {2}\/Pg (\d+) 0 R/.exec(element)?.[1];
    const kids = /\n {2}\/K \[([\s\S]*?)\]\n/.exec(element)?.[1] ?? '';
    const children = new Map(childrenOf(element).map((child) => [child, read(child)]));
    let text = '';
    for (const [part, child, markedPage, marked, own] of kids.matchAll(
      /(?:(\d+) 0 R)|<<[^>]*?\/MCR[^>]*?\/Pg (\d+) 0 R[^>]*?\/MCID (\d+)[^>]*?>>|<<[\s\S]*?>>|(\d+)/g,
    )) {
      if (part === '') continue;
      if (child !== undefined) text += `${children.get(Number(child))?.text ?? ''} `;
      else if (marked !== undefined) text += `${words.get(`${markedPage}/${marked}`) ?? ''} `;
      else if (own !== undefined) text += `${words.get(`${page}/${own}`) ?? ''} `;
    }
    const node: StructureNode = {
      role: roleOf(element) ?? '',
      text: text.replace(/\s+/g, ' ').trim(),
      alt: literal(/\/Alt (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/.exec(element)?.[1]),
      scope: /\/Scope \/(\w+)/.exec(element)?.[1],
      id: /\/ID \(([^)]*)\)/.exec(element)?.[1],
      headers: [...(/\/Headers \[([^\]]*)\]/.exec(element)?.[1] ?? '').matchAll(/\(([^)]*)\)/g)].map(([, id]) => id!),
      children: [...children.values()],
    };
    all.push(node);
    return node;
  };
  const root = read(
    number('K', file.objectText(number('StructTreeRoot', catalog)).replace(/[\s\S]*?(?=\n {2}\/K)/, '')),
  );
  return {
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1],
    root,
    all: inReadingOrder(root),
    metadata: /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(file.text)?.[0] ?? '',
  };
}

/** The titles of the first level. */
export async function bookmarksOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const outline = await pdf.getOutline();
  await pdf.loadingTask.destroy();
  return outline.map(({ title }) => title);
}

function inReadingOrder(node: StructureNode): StructureNode[] {
  return [node, ...node.children.flatMap(inReadingOrder)];
}

/** By number of the page's object and of the marked content on it. */
async function markedWords(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true });
    const open: (string | undefined)[] = [];
    for (const item of content.items) {
      if ('str' in item) {
        const id = open.findLast((each) => each !== undefined);
        if (id !== undefined) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else {
        const [, object, marked] = /^p(\d+)R_mc(\d+)$/.exec(item.id ?? '') ?? [];
        open.push(object === undefined ? undefined : `${object}/${marked}`);
      }
    }
  }
  await pdf.loadingTask.destroy();
  return words;
}

/** A string object: in parentheses as PDFDocEncoding, or UTF-16 with a byte order mark, also as hexadecimal digits. */
function literal(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const bytes = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1), 'hex')
    : Buffer.from(
        written
          .slice(1, -1)
          .replace(/\\(\d{3}|.)/gs, (_, each: string) =>
            each.length === 3
              ? String.fromCharCode(Number.parseInt(each, 8))
              : ({ n: '\n', r: '\r', t: '\t' }[each] ?? each),
          ),
        'latin1',
      );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
