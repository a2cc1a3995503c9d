import { attributesOf, XmlError, type XmlListener } from '../../xml/index.ts';

/** As much of a document's XML as says something of its words. */
export interface WordNode {
  readonly name: string;
  readonly attributes: string;
  readonly children: WordNode[];
  text: string;
}

/** Elements that are kept; what they stand in otherwise (links, smart tags, drawings) is passed through. */
const kept = new Set(
  `p pPr pStyle numPr numId outlineLvl rPr b vanish r t tab br cr noBreakHyphen ptab tbl tr trPr tblHeader gridBefore tc tcPr gridSpan vMerge
  cellDel txbxContent fldChar ins del sdt showingPlcHdr commentReference footnoteReference`.split(/\s+/),
);

/** What the document does not say now: what was deleted, how something looked before, a field's formula, an older program's copy of a drawing. */
const passedOver = new Set(
  `moveFrom pPrChange rPrChange tblPrChange tblPrExChange trPrChange tcPrChange tblGridChange sectPrChange numberingChange instrText delText
  delInstrText Fallback rt fldData sectPr tblGrid tabs`.split(/\s+/),
);

/** Elements that say that a change was tracked. */
const changes = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel']);

/** No person's document is nested deeper. */
const deepest = 300;

/** Hears a part and hands on each block of it – paragraph, table – as a tree. `within`: what its blocks stand in, "body" or "footnote". */
export function wordBlocksListener(within: string, block: (node: WordNode) => void, changed: () => void): XmlListener {
  const open: WordNode[] = [];
  /** For each element within the body: is it kept? */
  const elements: boolean[] = [];
  let passing = 0;
  let isWithin = false;

  const take = (node: WordNode) => {
    const above = open.at(-1);
    if (above === undefined) block(node);
    else above.children.push(node);
  };

  return {
    open(name, attributes, closed) {
      if (!isWithin) {
        isWithin = name === within && !closed;
        return;
      }
      if (passing > 0) {
        if (!closed) passing++;
        return;
      }
      if (changes.has(name)) changed();
      const mark = open.at(-1)?.name === 'rPr' || open.at(-1)?.name === 'trPr';
      if (passedOver.has(name) || (name === 'del' && !mark)) {
        if (!closed) passing = 1;
        return;
      }
      const isKept = kept.has(name);
      const node = { name, attributes, children: [], text: '' };
      if (closed) {
        if (isKept) take(node);
        return;
      }
      if (elements.length >= deepest) throw new XmlError('elements within elements beyond measure');
      elements.push(isKept);
      if (isKept) open.push(node);
    },
    close(name) {
      if (!isWithin) return;
      if (passing > 0) {
        passing--;
        return;
      }
      if (elements.length === 0) {
        if (name === within) isWithin = false;
        return;
      }
      if (elements.pop() === true) take(open.pop()!);
    },
    text(text) {
      const last = open.at(-1);
      if (isWithin && passing === 0 && last?.name === 't') last.text += text;
    },
  };
}

/** The first child of a name. */
export function childOf(node: WordNode | undefined, name: string): WordNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The value of a property, `w:val`; undefined without the property or its value. */
export function propertyOf(node: WordNode | undefined, name: string): string | undefined {
  const found = childOf(node, name);
  return found === undefined ? undefined : attributesOf(found.attributes).get('val');
}

/** Whether a property that is on or off is on. */
export function isOn(node: WordNode | undefined, name: string): boolean {
  const found = childOf(node, name);
  return found !== undefined && isOnValue(attributesOf(found.attributes).get('val'));
}

export function isOnValue(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/.test(value);
}
