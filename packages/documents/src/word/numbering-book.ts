import {
  childOf,
  childrenOf,
  childValue,
  type Edit,
  edited,
  integerOf,
  parseXml,
  type XmlElement,
} from '../xml/xml-tree.ts';
import { colours } from './style-definitions.ts';
import { declaration, documentNamespaces, xmlText } from './xml.ts';

/** The numbering of a file that is being written: the template's, and what had to be added. */
export interface NumberingBook {
  /** The id of one of our own numberings, added when it is first asked for. */
  own(kind: OwnNumbering): string;
  /** A numbering of its own that counts from 1 on this level and looks as the one it is taken from. */
  restarted(numId: string, level: number): string;
  /** Whether its levels, as many as are asked about, read 1, 1.1, 1.1.1 … and count from 1. */
  countsHeadings(numId: string, levels: number): boolean;
  xml(): string;
}

/** Headings 1, 1.1; appendices "Bilaga 1", "Bilaga 1a"; lists with dashes and lists with numbers. */
export type OwnNumbering = 'headings' | 'appendices' | 'bullets' | 'numbers';

export const blankNumbering = `${declaration}<w:numbering ${documentNamespaces}></w:numbering>`;

export interface NumberingBookOptions {
  /** "Bilaga". */
  readonly appendix: string;
  /** Numbers fainter than the words after them. */
  readonly quiet: boolean;
  /** The ids of the heading styles, where they carry the numbering of headings. */
  readonly headingStyles?: readonly string[] | undefined;
}

export function openNumberingBook(source: string, options: NumberingBookOptions): NumberingBook {
  const root = parseXml(source);
  const abstracts = childrenOf(root, 'abstractNum');
  const nums = childrenOf(root, 'num');
  let lastAbstract = highest(abstracts, 'abstractNumId');
  // The number 0 means none.
  let lastNum = Math.max(0, highest(nums, 'numId'));
  const abstractOf = new Map(
    nums.map((num) => [num.attributes.get('numId') ?? '', childValue(num, 'abstractNumId') ?? '']),
  );
  const owned = new Map<OwnNumbering, string>();
  const addedAbstracts: string[] = [];
  const addedNums: string[] = [];

  const addNum = (abstractId: string, override = ''): string => {
    const numId = String(++lastNum);
    abstractOf.set(numId, abstractId);
    addedNums.push(`<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${override}</w:num>`);
    return numId;
  };

  return {
    own(kind) {
      const known = owned.get(kind);
      if (known !== undefined) return known;
      const abstractId = String(++lastAbstract);
      addedAbstracts.push(abstractXml(kind, abstractId, options));
      const numId = addNum(abstractId);
      owned.set(kind, numId);
      return numId;
    },
    restarted(numId, level) {
      const start = `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`;
      return addNum(abstractOf.get(numId) ?? '0', start);
    },
    countsHeadings(numId, levels) {
      const num = nums.find((each) => each.attributes.get('numId') === numId);
      if (num === undefined || childOf(num, 'lvlOverride') !== undefined) return false;
      const abstract = abstracts.find(
        (each) => each.attributes.get('abstractNumId') === childValue(num, 'abstractNumId'),
      );
      return Array.from({ length: levels }, (_, level) => level).every((level) =>
        isHeadingLevel(
          childrenOf(abstract, 'lvl').find((each) => each.attributes.get('ilvl') === String(level)),
          level,
        ),
      );
    },
    xml() {
      // Definitions stand before what uses them, and what cleans up after both.
      const firstNum = nums[0]?.start ?? childOf(root, 'numIdMacAtCleanup')?.start ?? root.contentEnd;
      const lastEnd = nums.at(-1)?.end ?? firstNum;
      const edits: Edit[] = [
        { start: firstNum, end: firstNum, text: addedAbstracts.join('') },
        { start: lastEnd, end: lastEnd, text: addedNums.join('') },
      ];
      return declaration + edited(source.slice(0, root.end), edits).slice(root.start);
    },
  };
}

function highest(elements: readonly XmlElement[], attribute: string): number {
  return Math.max(-1, ...elements.map((each) => integerOf(each.attributes.get(attribute)) ?? -1));
}

function isHeadingLevel(level: XmlElement | undefined, index: number): boolean {
  const text = Array.from({ length: index + 1 }, (_, each) => `%${each + 1}`).join('.');
  const written = childValue(level, 'lvlText') ?? '';
  return (
    level !== undefined &&
    (childValue(level, 'start') ?? '1') === '1' &&
    (childValue(level, 'numFmt') ?? 'decimal') === 'decimal' &&
    childValue(level, 'lvlRestart') === undefined &&
    written.trim().replace(/\.$/, '') === text
  );
}

/** Word knows a definition again by these; any will do, as long as they differ. */
const marks: Readonly<Record<OwnNumbering, string>> = {
  headings: '5A4B0001',
  appendices: '5A4B0002',
  bullets: '5A4B0003',
  numbers: '5A4B0004',
};

function abstractXml(kind: OwnNumbering, id: string, options: NumberingBookOptions): string {
  const levels = Array.from({ length: 9 }, (_, level) => levelXml(kind, level, options));
  return `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="${marks[kind]}"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="${marks[kind]}"/>${levels.join('')}</w:abstractNum>`;
}

const faint = `<w:rPr><w:color w:val="${colours.muted}"/></w:rPr>`;
const bulletSigns = ['–', '•', '·'] as const;
const numberFormats = ['decimal', 'lowerLetter', 'lowerRoman'] as const;

function levelXml(kind: OwnNumbering, level: number, { appendix, headingStyles, quiet }: NumberingBookOptions): string {
  const run = quiet ? faint : '';
  const before = (text: string) => Array.from({ length: level + 1 }, (_, each) => `%${each + 1}`).join(text);
  if (kind === 'headings') {
    const style = headingStyles?.[level];
    return lvl(level, { format: 'decimal', style, text: before('.'), run });
  }
  if (kind === 'appendices') {
    // Only appendices and their parts have numbers; Word wants nine levels.
    const text = level > 1 ? '' : `${xmlText(appendix)} ${before('')}`;
    return lvl(level, { format: level === 0 ? 'decimal' : level === 1 ? 'lowerLetter' : 'none', text, run });
  }
  const left = 397 * (level + 1);
  const indent = `<w:pPr><w:ind w:left="${left}" w:hanging="397"/></w:pPr>`;
  if (kind === 'bullets') return lvl(level, { format: 'bullet', text: bulletSigns[level % 3]!, tab: indent, run });
  return lvl(level, { format: numberFormats[level % 3]!, text: `%${level + 1}.`, tab: indent, run: '' });
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly style?: string | undefined;
  /** Its indentation, for a number followed by a tab; else a space follows and nothing is indented. */
  readonly tab?: string;
  readonly run: string;
}

function lvl(level: number, { format, text, style, tab, run }: Level): string {
  const linked = style === undefined ? '' : `<w:pStyle w:val="${xmlText(style)}"/>`;
  const follows = tab === undefined ? `<w:suff w:val="space"/>` : '';
  const indent = tab ?? '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>';
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${linked}${follows}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${indent}${run}</w:lvl>`;
}
