import { attributeText } from './xml-text.ts';

/** Numbers of the styles that cells refer to. */
export interface Styles {
  readonly xml: string;
  readonly header: number;
  readonly note: number;
  readonly date: number;
  /** Of a column's numbers, and of its texts. */
  of(format: string | undefined): { readonly cell: number; readonly text: number };
}

export const dateFormat = 'yyyy-mm-dd';
/** Keeps the zeros of `0180` when somebody edits the cell. */
export const textFormat = '@';

const plain = 0;
const header = 1;
const note = 2;
const firstFormat = 3;
/** Numbers below are Excel's own formats. */
const firstOwnFormat = 164;

export function createStyles(formats: readonly string[]): Styles {
  const own = [...new Set([dateFormat, textFormat, ...formats])];
  const numberOf = (format: string) => firstFormat + own.indexOf(format);
  return {
    xml: stylesXml(own),
    header,
    note,
    date: numberOf(dateFormat),
    of(format) {
      if (format === undefined) return { cell: plain, text: plain };
      return { cell: numberOf(format), text: format === textFormat ? numberOf(format) : plain };
    },
  };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const name = '<sz val="11"/><name val="Calibri"/>';

function stylesXml(formats: readonly string[]): string {
  const own = formats.map(
    (format, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${attributeText(format)}"/>`,
  );
  const cells = [
    xf(0, 0),
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    xf(0, 2),
    ...formats.map((_format, index) => xf(firstOwnFormat + index, 0)),
  ];
  return `${declaration}<styleSheet xmlns="${namespace}"><numFmts count="${own.length}">${own.join('')}</numFmts><fonts count="3"><font>${name}</font><font><b/>${name}</font><font><i/>${name}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function xf(format: number, font: number): string {
  const applied = `${format === 0 ? '' : ' applyNumberFormat="1"'}${font === 0 ? '' : ' applyFont="1"'}`;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${applied}/>`;
}
