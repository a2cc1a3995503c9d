import { attributesOf, openParts, type Parts, type Relations, readRelations, XmlError } from '../xml/index.ts';
import { DamagedZipError } from '../zip/index.ts';
import {
  DamagedWorkbookError,
  type SheetWatch,
  type ShownAs,
  sharedTextsListener,
  sheetListener,
  stylesListener,
} from './sheet-reader.ts';

/** An .xlsx file that is open for reading: a directory of parts, of which each is read when it is needed. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** It carries programs of its own (macros), which nothing here runs. */
  readonly macros: boolean;
  /** Calls `row` for each row that the file has, in its order, until it answers false. Throws as `isDamaged` knows. */
  readRows(sheet: WorkbookSheet, row: (number: number, cells: string[]) => boolean, watch?: SheetWatch): Promise<void>;
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
  return readWorkbook(await openParts(bytes, limits.unpacked), limits);
}

export async function readWorkbook(parts: Parts, limits: WorkbookLimits): Promise<Workbook> {
  const workbookPart = (await readRelations(parts, '')).ofType('officeDocument') ?? 'xl/workbook.xml';
  const relations = await readRelations(parts, workbookPart);
  const { sheets, from1904 } = await readSheetList(parts, workbookPart, relations);
  let ahead: Promise<{ readonly texts: readonly string[]; readonly styles: readonly ShownAs[] }> | undefined;
  return {
    sheets,
    macros: parts.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    async readRows(sheet, row, watch) {
      ahead ??= readAhead(parts, relations, limits);
      const { texts, styles } = await ahead;
      let goesOn = true;
      const context = { texts, styles, from1904 };
      const listener = sheetListener(
        context,
        (number, cells) => {
          goesOn &&= row(number, cells);
        },
        watch,
      );
      if (!parts.has(sheet.part)) throw new DamagedWorkbookError(`no part ${sheet.part}`);
      await parts.scan(sheet.part, listener, () => goesOn);
    },
  };
}

/** What the cells of every sheet refer to. */
async function readAhead(parts: Parts, relations: Relations, limits: WorkbookLimits) {
  const texts = await readSharedTexts(parts, relations.ofType('sharedStrings'), limits);
  const styles: ShownAs[] = [];
  await parts.scan(relations.ofType('styles'), stylesListener(styles));
  return { texts, styles };
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
