import { type OfficePackage, openPackage, relationsPart } from '../xml/office-package.ts';
import { childOf, childrenOf, childValue, descendantsOf, parseXml, type XmlElement } from '../xml/xml-tree.ts';

/** A .docx as it is read back from its bytes. */
export interface ReadDocx {
  readonly file: OfficePackage;
  readonly body: XmlElement;
  root(part: string): XmlElement;
  /** Name of the style of a paragraph or table. */
  styleOf(element: XmlElement): string | undefined;
  paragraphs(style?: string): readonly XmlElement[];
  tables(): readonly XmlElement[];
}

export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const file = await openPackage(bytes, { unpacked: 500_000_000, parts: 5000 });
  const root = (part: string) => parseXml(file.text(part) ?? '');
  const body = childOf(root('word/document.xml'), 'body')!;
  const names = new Map(
    childrenOf(root('word/styles.xml'), 'style').map((style) => [
      style.attributes.get('styleId'),
      childValue(style, 'name'),
    ]),
  );
  const styleOf = (element: XmlElement) =>
    names.get(childValue(childOf(element, 'pPr'), 'pStyle') ?? childValue(childOf(element, 'tblPr'), 'tblStyle'));
  return {
    file,
    body,
    root,
    styleOf,
    paragraphs: (style) =>
      [...descendantsOf(body, 'p')].filter((each) => style === undefined || styleOf(each) === style),
    tables: () => [...descendantsOf(body, 'tbl')],
  };
}

/** The words of an element as they are read: tabs and line breaks as such, no field codes. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.name === 't') return child.text;
      if (child.name === 'tab' && element.name === 'r') return '\t';
      if (child.name === 'br') return '\n';
      if (child.name === 'noBreakHyphen') return '\u2011';
      return child.name === 'instrText' || child.name === 'pPr' ? '' : textOf(child);
    })
    .join('');
}

/** ECMA-376 part 1, annex A: where the order of children is fixed. */
const orders: Readonly<Record<string, string>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  tbl: 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  tr: 'tblPrEx trPr tc',
  pBdr: 'top left bottom right between bar',
  tblBorders: 'top left start bottom right end insideH insideV',
  tcBorders: 'top left start bottom right end insideH insideV tl2br tr2bl',
  tblCellMar: 'top left start bottom right end',
  numPr: 'ilvl numId',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  tblStylePr: 'pPr rPr tblPr trPr tcPr',
  styles: 'docDefaults latentStyles style',
  docDefaults: 'rPrDefault pPrDefault',
  numbering: 'numPicBullet abstractNum num numIdMacAtCleanup',
  abstractNum: 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  lvl: 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  num: 'abstractNumId lvlOverride',
  settings:
    'writeProtection view zoom mirrorMargins attachedTemplate linkStyles trackRevisions documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps defaultTableStyle evenAndOddHeaders characterSpacingControl updateFields footnotePr endnotePr compat rsids mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  inline: 'extent effectExtent docPr cNvGraphicFramePr graphic',
  pic: 'nvPicPr blipFill spPr',
  sdt: 'sdtPr sdtEndPr sdtContent',
};

/** What a part must be called for the relation that leads to it (ECMA-376 part 1, 11.3 and 15.2). */
const types: Readonly<Record<string, RegExp>> = {
  officeDocument: /wordprocessingml\.document\.main\+xml$/,
  styles: /wordprocessingml\.styles\+xml$/,
  numbering: /wordprocessingml\.numbering\+xml$/,
  settings: /wordprocessingml\.settings\+xml$/,
  footnotes: /wordprocessingml\.footnotes\+xml$/,
  header: /wordprocessingml\.header\+xml$/,
  footer: /wordprocessingml\.footer\+xml$/,
  fontTable: /wordprocessingml\.fontTable\+xml$/,
  theme: /officedocument\.theme\+xml$/,
  'core-properties': /package\.core-properties\+xml$/,
  'extended-properties': /officedocument\.extended-properties\+xml$/,
  'custom-properties': /officedocument\.custom-properties\+xml$/,
  image: /^image\//,
};

/** Everything that would make Word call the file damaged, as far as can be told without Word: nothing in a file that it opens. */
export async function docxFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const faults: string[] = [];
  const docx = await readDocx(bytes);
  const { file } = docx;
  const roots = new Map<string, XmlElement>();
  for (const name of file.names) {
    if (/\.(?:xml|rels)$/.test(name)) {
      try {
        roots.set(name, docx.root(name));
      } catch (error) {
        faults.push(`${name}: ${String(error)}`);
      }
    }
    if (name !== '[Content_Types].xml' && file.typeOf(name) === undefined) faults.push(`${name} has no type`);
  }
  const styles = new Set(
    childrenOf(roots.get('word/styles.xml'), 'style').map(({ attributes }) => attributes.get('styleId')),
  );
  const nums = new Set(
    childrenOf(roots.get('word/numbering.xml'), 'num').map(({ attributes }) => attributes.get('numId')),
  );
  const abstracts = new Set(
    childrenOf(roots.get('word/numbering.xml'), 'abstractNum').map(({ attributes }) => attributes.get('abstractNumId')),
  );
  const notes = new Set(
    childrenOf(roots.get('word/footnotes.xml'), 'footnote').map(({ attributes }) => attributes.get('id')),
  );
  const bookmarks = new Map<string, number>();
  const once = (kind: string, value: string | undefined) => {
    const key = `${kind} ${value}`;
    bookmarks.set(key, (bookmarks.get(key) ?? 0) + 1);
  };
  for (const style of childrenOf(roots.get('word/styles.xml'), 'style')) {
    once('style', style.attributes.get('styleId'));
    once('style name', `${style.attributes.get('type')} ${childValue(style, 'name')?.toLowerCase()}`);
    for (const link of ['basedOn', 'next', 'link']) {
      const to = childValue(style, link);
      if (to !== undefined && !styles.has(to)) faults.push(`style ${style.attributes.get('styleId')}: ${link} ${to}`);
    }
  }
  for (const num of childrenOf(roots.get('word/numbering.xml'), 'num')) {
    once('num', num.attributes.get('numId'));
    if (!abstracts.has(childValue(num, 'abstractNumId')))
      faults.push(`num ${num.attributes.get('numId')} is of nothing`);
  }
  const anchors: string[] = [];
  for (const [name, element] of roots) {
    if (name.endsWith('.rels') || !name.startsWith('word/')) continue;
    const ids = new Set(file.relationsOf(name).map(({ id }) => id));
    if (ids.size !== file.relationsOf(name).length) faults.push(`${name}: two relations of one id`);
    const walk = (each: XmlElement) => {
      const order = orders[each.name]?.split(' ');
      if (order !== undefined && name !== 'word/theme/theme1.xml') {
        const places = each.children.map(({ name: child }) =>
          order.indexOf(child === 'footerReference' ? 'headerReference' : child),
        );
        if (places.includes(-1) || places.some((place, index) => index > 0 && place < places[index - 1]!))
          faults.push(`${name}: ${each.name} holds ${each.children.map((child) => child.name).join(' ')}`);
      }
      if (each.name === 'tc' && each.children.at(-1)?.name !== 'p')
        faults.push(`${name}: a cell does not end with a paragraph`);
      if (each.name === 'body') {
        if (each.children.at(-1)?.name !== 'sectPr') faults.push('the body does not end with its section');
        if (each.children.at(-2)?.name === 'tbl') faults.push('a table stands last');
        for (const [index, child] of each.children.entries())
          if (child.name === 'tbl' && each.children[index + 1]?.name === 'tbl') faults.push('two tables grow together');
      }
      const value = each.attributes.get('val') ?? '';
      if (/^(?:pStyle|rStyle|tblStyle)$/.test(each.name) && !styles.has(value))
        faults.push(`${name}: no style ${value}`);
      if (each.name === 'numId' && value !== '0' && !nums.has(value)) faults.push(`${name}: no numbering ${value}`);
      if (each.name === 'footnoteReference' && !notes.has(each.attributes.get('id'))) faults.push('no such footnote');
      // A template may use a number in several of its headers.
      if (each.name === 'docPr' && name === 'word/document.xml') once('docPr', each.attributes.get('id'));
      if (each.name === 'docPr' && (each.attributes.get('descr') ?? '') === '') faults.push('a picture without words');
      if (each.name === 'bookmarkStart') {
        once('bookmark', each.attributes.get('id'));
        once('bookmark name', each.attributes.get('name'));
        if (!/^[A-Za-z_]\w{0,39}$/.test(each.attributes.get('name') ?? ''))
          faults.push(`bookmark ${each.attributes.get('name')}`);
      }
      if (each.name === 'hyperlink' && each.attributes.has('anchor')) anchors.push(each.attributes.get('anchor')!);
      if (each.name === 'instrText') anchors.push(...(/ (?:PAGEREF|REF) (\w+) /.exec(each.text)?.slice(1) ?? []));
      for (const attribute of [
        'embed',
        ...(/^(?:hyperlink|headerReference|footerReference|attachedTemplate)$/.test(each.name) ? ['id'] : []),
      ]) {
        const id = each.attributes.get(attribute);
        if (id !== undefined && !ids.has(id)) faults.push(`${name}: ${each.name} refers to ${id}`);
      }
      for (const child of each.children) walk(child);
    };
    walk(element);
    for (const { part, target } of file.relationsOf(name)) {
      if (part !== undefined && file.part(part) === undefined) faults.push(`${name}: ${target} is not there`);
      if (part === undefined && !URL.canParse(target)) faults.push(`${name}: ${target} is no address`);
    }
  }
  for (const anchor of anchors)
    if (!bookmarks.has(`bookmark name ${anchor}`)) faults.push(`nothing is called ${anchor}`);
  for (const [key, count] of bookmarks) if (count > 1) faults.push(`${count} of ${key}`);
  for (const { part } of file.relationsOf(''))
    if (part === undefined || file.part(part) === undefined) faults.push(`no ${part}`);
  const reached = new Set(['[Content_Types].xml', '_rels/.rels']);
  const left = file.relationsOf('').flatMap(({ part }) => part ?? []);
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (reached.has(part)) continue;
    reached.add(part).add(relationsPart(part));
    left.push(...file.relationsOf(part).flatMap((relation) => relation.part ?? []));
  }
  for (const name of file.names) if (!reached.has(name)) faults.push(`${name} belongs to nothing`);
  for (const from of ['', ...reached]) {
    for (const { kind, part } of file.relationsOf(from)) {
      const type = part === undefined ? undefined : file.typeOf(part);
      if (type !== undefined && types[kind]?.test(type) === false) faults.push(`${part} is called ${type}`);
    }
  }
  return faults;
}
