import {
  childOf,
  childrenOf,
  childValue,
  descendantsOf,
  type Edit,
  edited,
  integerOf,
  parseXml,
  type XmlElement,
} from '../xml/xml-tree.ts';
import { type LookOptions, type StyleDefinition, type StyleRole, styleDefinitions } from './style-definitions.ts';
import { declaration, documentNamespaces, xmlText } from './xml.ts';

export const blankStyles = `${declaration}<w:styles ${documentNamespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>`;

/** The styles of a file that is being written: those of its template, and what had to be added. */
export interface StyleBook {
  /** The id that the style for a role has in this file. A style that the template lacks is added when it is first asked for. */
  id(role: StyleRole): string;
  /** The numbering that the template gives the style for a role, if it has the style. */
  numberingOf(role: StyleRole): StyleNumbering | undefined;
  /** Whether the template has the style and set no tab stops in it. */
  lacksTabs(role: StyleRole): boolean;
  addAll(): void;
  xml(): string;
}

export interface StyleNumbering {
  readonly numId: string;
  readonly level: number;
}

export interface StyleBookOptions extends LookOptions {
  /** `sv-SE`: every language that a style says is set to the document's, so that it is read aloud and spelt right. */
  readonly locale: string;
  /** Whether the file has a theme, whose fonts and colours styles may lean on. */
  readonly theme: boolean;
  /** The table style that the template's owner has chosen for new tables, by id. */
  readonly chosenTableStyle?: string | undefined;
}

export function openStyleBook(source: string, options: StyleBookOptions): StyleBook {
  const root = parseXml(source);
  const styles = childrenOf(root, 'style');
  const wordContents = styles.some((style) => childValue(style, 'name')?.toLowerCase() === 'toc 1');
  const definitions = styleDefinitions({ wordContents, ...options });
  const taken = new Set(styles.map((style) => style.attributes.get('styleId') ?? ''));
  const byId = new Map(styles.map((style) => [style.attributes.get('styleId') ?? '', style]));
  const added = new Map<StyleRole, string>();
  const addedXml: string[] = [];

  const found = (role: StyleRole): XmlElement | undefined => {
    const { type, name, standard } = definitions[role];
    if (role === 'table') {
      const chosen = byId.get(options.chosenTableStyle ?? '');
      if (chosen?.attributes.get('type') === 'table') return chosen;
    }
    const ofType = styles.filter((style) => (style.attributes.get('type') ?? 'paragraph') === type);
    const named = ofType.find((style) => childValue(style, 'name')?.toLowerCase() === name.toLowerCase());
    return named ?? (standard === true ? ofType.find(isStandard) : undefined);
  };

  const add = (role: StyleRole): string => {
    const definition = definitions[role];
    const id = taken.has(definition.id) ? `Samband${definition.id}` : definition.id;
    taken.add(id);
    added.set(role, id);
    addedXml.push(styleXml(definition, id, { ...options, idOf }));
    return id;
  };

  const idOf = (role: StyleRole): string => {
    const known = added.get(role) ?? found(role)?.attributes.get('styleId');
    if (known !== undefined) return known;
    return role === 'body' ? idOf('normal') : add(role);
  };

  return {
    id: idOf,
    lacksTabs: (role) => found(role) !== undefined && childOf(childOf(found(role), 'pPr'), 'tabs') === undefined,
    numberingOf: (role) => inheritedNumbering(found(role), byId),
    addAll: () => {
      for (const role of Object.keys(definitions) as StyleRole[]) idOf(role);
    },
    xml: () =>
      declaration +
      edited(source.slice(0, root.end), [...languageEdits(root, source, options.locale), ending(root, addedXml)]).slice(
        root.start,
      ),
  };
}

/** A style has what the style that it is based on has; a number of 0 takes the numbering away. */
function inheritedNumbering(
  style: XmlElement | undefined,
  byId: ReadonlyMap<string, XmlElement>,
): StyleNumbering | undefined {
  let numId: string | undefined;
  let level: string | undefined;
  const seen = new Set<XmlElement>();
  for (let at = style; at !== undefined && !seen.has(at); at = byId.get(childValue(at, 'basedOn') ?? '')) {
    seen.add(at);
    const numbering = childOf(childOf(at, 'pPr'), 'numPr');
    numId ??= childValue(numbering, 'numId');
    level ??= childValue(numbering, 'ilvl');
  }
  return numId === undefined || numId === '0' ? undefined : { numId, level: integerOf(level) ?? 0 };
}

function isStandard(style: XmlElement): boolean {
  return /^(?:1|true|on)$/.test(style.attributes.get('default') ?? '');
}

function styleXml(
  { type, name, basedOn, next, builtIn, properties, standard }: StyleDefinition,
  id: string,
  { theme, idOf }: { readonly theme: boolean; readonly idOf: (role: StyleRole) => string },
): string {
  const marks = `${standard === true ? ' w:default="1"' : ''}${builtIn ? '' : ' w:customStyle="1"'}`;
  const base = basedOn === undefined ? '' : `<w:basedOn w:val="${idOf(basedOn)}"/>`;
  // A style may name itself as the next one; asking for its id again would add it twice.
  const after = next === undefined ? '' : `<w:next w:val="${idOf(next)}"/>`;
  return `<w:style w:type="${type}"${marks} w:styleId="${xmlText(id)}"><w:name w:val="${name}"/>${base}${after}${theme ? properties : withoutTheme(properties)}</w:style>`;
}

/** Without a theme the fonts are those of the template's normal text, and the colours our own. */
function withoutTheme(properties: string): string {
  return properties.replace(/<w:rFonts [^>]*Theme[^>]*\/>/g, '').replace(/ w:themeColor="\w+"/g, '');
}

function ending(root: XmlElement, addedXml: readonly string[]): Edit {
  return { start: root.contentEnd, end: root.contentEnd, text: addedXml.join('') };
}

function languageEdits(root: XmlElement, source: string, locale: string): readonly Edit[] {
  const edits: Edit[] = [...descendantsOf(root, 'lang')].map(({ start, end }) => {
    const tag = source.slice(start, end);
    const text = /\bw:val\s*=/.test(tag)
      ? tag.replace(/(\bw:val\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${locale}"`)
      : tag.replace(/^<w:lang/, `<w:lang w:val="${locale}"`);
    return { start, end, text };
  });
  const defaults = childOf(root, 'docDefaults');
  const runs = childOf(childOf(defaults, 'rPrDefault'), 'rPr');
  if (childOf(runs, 'lang') !== undefined) return edits;
  const lang = `<w:lang w:val="${locale}"/>`;
  return [...edits, languageOf(root, defaults, runs, lang)];
}

/** The language of all text, put where the schema wants it. An element without content is written anew. */
function languageOf(
  root: XmlElement,
  defaults: XmlElement | undefined,
  runs: XmlElement | undefined,
  lang: string,
): Edit {
  const rPrDefault = childOf(defaults, 'rPrDefault');
  if (runs !== undefined && runs.contentStart !== runs.contentEnd) {
    const after = runs.children.find(({ name }) => ['eastAsianLayout', 'specVanish', 'oMath'].includes(name));
    const at = after?.start ?? runs.contentEnd;
    return { start: at, end: at, text: lang };
  }
  const whole = `<w:rPrDefault><w:rPr>${lang}</w:rPr></w:rPrDefault>`;
  if (rPrDefault !== undefined) return { start: rPrDefault.start, end: rPrDefault.end, text: whole };
  if (defaults !== undefined && defaults.contentStart !== defaults.contentEnd)
    return { start: defaults.contentStart, end: defaults.contentStart, text: whole };
  const all = `<w:docDefaults>${whole}</w:docDefaults>`;
  if (defaults !== undefined) return { start: defaults.start, end: defaults.end, text: all };
  return { start: root.contentStart, end: root.contentStart, text: all };
}
