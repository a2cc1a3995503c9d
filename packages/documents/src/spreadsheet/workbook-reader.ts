import { TextDecoder } from 'node:util';
import { attributesOf, createXmlScanner, XmlError, type XmlListener } from '../xml/index.ts';
import { bytesSource, DamagedZipError, readDirectory, unpack, type ZipEntry, type ZipSource } from '../zip/index.ts';
import { DamagedWorkbookError, dateStylesListener, sharedTextsListener, sheetListener } from './sheet-reader.ts';

/** An .xlsx file that is open for reading: a directory of parts, of which each is read when it is needed. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Calls `row` for each row that the file has, in its order, until it answers false. Throws as `isDamaged` knows. */
  readRows(sheet: WorkbookSheet, row: (number: number, cells: string[]) => boolean): Promise<void>;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookLimits {
  /** What the parts that are read may unpack to, in bytes. */
  readonly unpacked: number;
  /** What shared texts may amount to, in characters. */
  readonly characters: number;
}

/** Whether an error says that the file, not the program, is at fault. */
export function isDamaged(error: unknown): boolean {
  return error instanceof DamagedZipError || error instanceof DamagedWorkbookError || error instanceof XmlError;
}

export async function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<Workbook> {
  const source = bytesSource(bytes);
  const entries = await readDirectory(source);
  if (entries === undefined) throw new DamagedZipError('no whole zip file');
  const parts = createParts(source, entries, limits);
  const workbookPart = (await readRelations(parts, '')).ofType('officeDocument') ?? 'xl/workbook.xml';
  const relations = await readRelations(parts, workbookPart);
  const { sheets, from1904 } = await readSheetList(parts, workbookPart, relations);
  return {
    sheets,
    async readRows(sheet, row) {
      const texts = await readSharedTexts(parts, relations.ofType('sharedStrings'), limits);
      const dateStyles: boolean[] = [];
      await parts.scan(relations.ofType('styles'), dateStylesListener(dateStyles));
      let goesOn = true;
      const context = { texts, dateStyles, from1904 };
      const listener = sheetListener(context, (number, cells) => {
        goesOn &&= row(number, cells);
      });
      if (!parts.has(sheet.part)) throw new DamagedWorkbookError(`no part ${sheet.part}`);
      await parts.scan(sheet.part, listener, () => goesOn);
    },
  };
}

interface Parts {
  has(part: string): boolean;
  /** A part that is not there is heard as an empty one. Stops when `goesOn` says no. */
  scan(part: string | undefined, listener: XmlListener, goesOn?: () => boolean): Promise<void>;
}

function createParts(source: ZipSource, entries: readonly ZipEntry[], limits: WorkbookLimits): Parts {
  // The first of a name: two of the same are a way to show a checker another file than a reader. Some programs write other cases than they refer to.
  const byName = new Map([...entries].reverse().map((entry) => [entry.name.toLowerCase(), entry]));
  let left = limits.unpacked;
  return {
    has: (part) => byName.has(part.toLowerCase()),
    async scan(part, listener, goesOn = () => true) {
      const entry = part === undefined ? undefined : byName.get(part.toLowerCase());
      if (entry === undefined) return;
      const scanner = createXmlScanner(listener);
      let decoder: TextDecoder | undefined;
      for await (const piece of unpack(source, entry, left)) {
        left -= piece.length;
        decoder ??= new TextDecoder(encodingOf(piece));
        scanner.write(decoder.decode(piece, { stream: true }));
        if (!goesOn()) return;
      }
      scanner.end();
    },
  };
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

interface Relations {
  ofType(type: string): string | undefined;
  readonly byId: ReadonlyMap<string, string>;
}

/** What a part refers to, with full names. The relations of `xl/workbook.xml` are in `xl/_rels/workbook.xml.rels`. */
async function readRelations(parts: Parts, part: string): Promise<Relations> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  await parts.scan(`${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(name, text) {
      if (name !== 'Relationship') return;
      const attributes = attributesOf(text);
      const target = resolved(folder, attributes.get('Target') ?? '');
      const type = attributes.get('Type') ?? '';
      byId.set(attributes.get('Id') ?? '', target);
      byType.set(type.slice(type.lastIndexOf('/') + 1), target);
    },
    close() {},
    text() {},
  });
  return { byId, ofType: (type) => byType.get(type) };
}

function resolved(folder: string, target: string): string {
  try {
    return decodeURI(new URL(target, `zip:/${folder}`).pathname).slice(1);
  } catch (error) {
    throw new DamagedWorkbookError(`${target} is no place in a workbook`, { cause: error });
  }
}

async function readSheetList(
  parts: Parts,
  part: string,
  relations: Relations,
): Promise<{ readonly sheets: readonly WorkbookSheet[]; readonly from1904: boolean }> {
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await parts.scan(part, {
    open(name, text) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributesOf(text).get('date1904') ?? '');
      else if (name === 'sheet') {
        const attributes = attributesOf(text);
        const target = relations.byId.get(attributes.get('id') ?? '');
        // A sheet that is a chart has no part of rows.
        if (target?.includes('chartsheet')) return;
        sheets.push({
          name: attributes.get('name') ?? '',
          hidden: (attributes.get('state') ?? 'visible') !== 'visible',
          part: target ?? '',
        });
      }
    },
    close() {},
    text() {},
  });
  if (sheets.length === 0) throw new DamagedWorkbookError('no sheet');
  return { sheets, from1904 };
}

async function readSharedTexts(
  parts: Parts,
  part: string | undefined,
  limits: WorkbookLimits,
): Promise<readonly string[]> {
  const texts: string[] = [];
  let left = limits.characters;
  await parts.scan(
    part,
    sharedTextsListener((text) => {
      left -= text.length + 1;
      if (left < 0) throw new DamagedWorkbookError('more shared text than a file of its size can mean');
      texts.push(text);
    }),
  );
  return texts;
}
