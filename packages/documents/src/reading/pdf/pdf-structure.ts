import { isUnreadable, openPdfFile, type PdfFile } from './pdf-file.ts';
import { type PdfDictionary, PdfName, PdfReference, PdfText, type PdfValue, wordsOfText } from './pdf-objects.ts';

/** An element of a tagged PDF (ISO 32000-2, 14.7): what its author says that a piece of content is. */
export interface TagNode {
  /** A standard role: Table, TR, TH, TD, P, H1 … */
  readonly role: string;
  readonly columns: number;
  readonly rows: number;
  /** What is read instead of its content, e.g. a word that was divided. */
  readonly says: string | undefined;
  readonly kids: readonly (TagNode | MarkedContent)[];
}

/** Content on a page, by the page's object and the number that the page gives it. */
export interface MarkedContent {
  readonly page: number;
  readonly mark: number;
}

export interface TagTree {
  readonly kids: readonly (TagNode | MarkedContent)[];
}

const mostNodes = 2_000_000;
const deepest = 150;

/** The structure of a whole file, with the cells that hold nothing; undefined when it has none that can be read. */
export function readTags(bytes: Uint8Array): TagTree | undefined {
  const file = openPdfFile(bytes);
  if (file === undefined) return undefined;
  try {
    const root = file.dictionary(file.catalog.get('StructTreeRoot'));
    return root === undefined
      ? undefined
      : { kids: kidsOf(root.get('K'), undefined, { file, roles: rolesOf(file, root), left: mostNodes }, 0) };
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

interface Walk {
  readonly file: PdfFile;
  readonly roles: ReadonlyMap<string, string>;
  left: number;
}

function rolesOf(file: PdfFile, root: PdfDictionary): ReadonlyMap<string, string> {
  const map = file.dictionary(root.get('RoleMap')) ?? new Map<string, PdfValue>();
  return new Map(
    [...map].flatMap(([role, standard]) => (standard instanceof PdfName ? [[role, standard.name] as const] : [])),
  );
}

function kidsOf(
  given: PdfValue | undefined,
  page: number | undefined,
  walk: Walk,
  depth: number,
): readonly (TagNode | MarkedContent)[] {
  if (depth > deepest) return [];
  const value = walk.file.resolve(given);
  const kids: readonly PdfValue[] = Array.isArray(value) ? value : [value];
  return kids.flatMap((kid) => {
    if (walk.left-- <= 0) return [];
    const resolved = walk.file.resolve(kid);
    if (typeof resolved === 'number') return page === undefined ? [] : [{ page, mark: resolved }];
    if (!(resolved instanceof Map)) return [];
    return kidOf(resolved, page, walk, depth);
  });
}

function kidOf(
  dictionary: PdfDictionary,
  above: number | undefined,
  walk: Walk,
  depth: number,
): readonly (TagNode | MarkedContent)[] {
  const pageReference = dictionary.get('Pg');
  const page = pageReference instanceof PdfReference ? pageReference.number : above;
  const mark = walk.file.resolve(dictionary.get('MCID'));
  if (typeof mark === 'number') return page === undefined ? [] : [{ page, mark }];
  const role = walk.file.resolve(dictionary.get('S'));
  if (!(role instanceof PdfName)) return [];
  const says = walk.file.resolve(dictionary.get('ActualText'));
  return [
    {
      role: standardRole(role.name, walk.roles),
      ...spansOf(dictionary.get('A'), walk.file),
      says: says instanceof PdfText ? wordsOfText(says) : undefined,
      kids: kidsOf(dictionary.get('K'), page, walk, depth + 1),
    },
  ];
}

function standardRole(role: string, roles: ReadonlyMap<string, string>): string {
  let standard = role;
  for (let hops = 0; hops < 10; hops++) {
    const next = roles.get(standard);
    if (next === undefined || next === standard) break;
    standard = next;
  }
  return standard;
}

function spansOf(attributes: PdfValue | undefined, file: PdfFile): { readonly columns: number; readonly rows: number } {
  const value = file.resolve(attributes);
  const all = (Array.isArray(value) ? value : [value]).map((each) => file.dictionary(each));
  const numberOf = (key: string) => {
    const found = all.map((each) => file.resolve(each?.get(key))).find((each) => typeof each === 'number');
    return typeof found === 'number' && found >= 1 ? Math.floor(found) : 1;
  };
  return { columns: numberOf('ColSpan'), rows: numberOf('RowSpan') };
}
