import { attributesOf, decoded, XmlError } from './index.ts';

/** An element and where it stands in the text that it was read from, so that what is kept can be kept to the letter. */
export interface XmlElement {
  /** Without its prefix, as are the attributes' names. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The words between its tags, those of its children left out. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where its content begins and ends; the same place where it has none. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

interface OpenElement {
  readonly tag: string;
  readonly attributes: string;
  readonly children: XmlElement[];
  text: string;
  readonly start: number;
  readonly contentStart: number;
}

const deepest = 300;
const markup =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/!?"'=]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const wrongText = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)|\]\]>/;

/** A whole, well-formed document (XML 1.0 without document types). Throws XmlError where it is not one. */
export function parseXml(source: string): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;

  const close = (element: OpenElement, contentEnd: number, end: number) => {
    const { tag, attributes, children, text, start, contentStart } = element;
    const whole = {
      name: localName(tag),
      attributes: attributesOf(attributes),
      children,
      text,
      start,
      end,
      contentStart,
      contentEnd,
    };
    const above = open.at(-1);
    if (above !== undefined) above.children.push(whole);
    else if (root === undefined) root = whole;
    else throw new XmlError('more than one root');
  };
  const words = (text: string) => {
    const above = open.at(-1);
    if (above === undefined) {
      if (text.trim() !== '') throw new XmlError('text outside the root');
    } else above.text += text;
  };

  while (at < source.length) {
    const next = source.indexOf('<', at);
    const end = next === -1 ? source.length : next;
    if (end > at) {
      const text = source.slice(at, end);
      if (wrongText.test(text)) throw new XmlError('a sign that stands for itself');
      words(decoded(text));
    }
    if (next === -1) break;
    markup.lastIndex = next;
    const found = markup.exec(source);
    if (found === null) throw new XmlError(`no tag: ${source.slice(next, next + 40)}`);
    at = markup.lastIndex;
    const [, data, ending, tag, attributes = '', closed] = found;
    if (tag === undefined) {
      if (data !== undefined) words(data);
    } else if (ending === '/') {
      const element = open.pop();
      if (element?.tag !== tag) throw new XmlError(`${element?.tag ?? 'nothing'} ends as ${tag}`);
      close(element, next, at);
    } else {
      if (wrongText.test(attributes)) throw new XmlError('a sign that stands for itself');
      const element = { tag, attributes, children: [], text: '', start: next, contentStart: at };
      if (closed === '/') close(element, at, at);
      else if (open.push(element) > deepest) throw new XmlError('elements within elements without end');
    }
  }
  if (open.length > 0 || root === undefined) throw new XmlError('the document ends too early');
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** `w:val` of a child, by which most properties say what they are. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('val');
}

/** A whole number that an attribute says; what is no number is said by nobody. */
export function integerOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,10}\s*$/.test(text) ? Number(text) : undefined;
}

/** All of a name, however deep, in reading order. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with some places of it exchanged. Places may touch but not overlap; of several at the same one the first comes first. */
export function edited(source: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(at, start) + text;
    // What is put in where something is taken out does not bring that back.
    at = Math.max(at, end);
  }
  return result + source.slice(at);
}
