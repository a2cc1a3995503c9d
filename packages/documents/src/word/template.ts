import { XmlError } from '../xml/index.ts';
import {
  LockedPackageError,
  type OfficePackage,
  openPackage,
  type Relation,
  relationsPart,
  TooLargePackageError,
} from '../xml/office-package.ts';
import { childOf, descendantsOf, parseXml } from '../xml/xml-tree.ts';
import { DamagedZipError } from '../zip/index.ts';
import { blankNumbering } from './numbering-book.ts';
import { type PageSection, readPageSection } from './page-section.ts';
import { blankSettings, readSettings, type SettingsReading } from './settings.ts';
import { blankStyles } from './style-book.ts';
import { namespaces } from './xml.ts';

/** A file that lends its styles, numbering, theme, headers, footers and paper to documents. */
export interface Template {
  readonly file: OfficePackage;
  /** Name of the part with the text. */
  readonly main: string;
  readonly page: PageSection;
  readonly settings: SettingsReading;
  readonly theme: Theme | undefined;
  /** Relations of the text that go along: styles, numbering, theme, headers and footers in use. */
  readonly relations: readonly Relation[];
  /** Parts that go along as they are. */
  readonly carried: readonly string[];
  readonly xml: Readonly<Record<RewrittenPart, string>> & { readonly footnotes: string | undefined };
}

export interface Theme {
  /** The first accent colour, `rrggbb`. Word looks it up itself; other programs want it written out. */
  readonly accent: string | undefined;
}

export type RewrittenPart = 'styles' | 'numbering' | 'settings';

/** Why a file cannot be a template; `detail` is the part, number or name in question. */
export interface TemplateFault {
  readonly what: TemplateFaultKind;
  readonly detail: string;
}

export type TemplateFaultKind =
  | 'empty'
  | 'tooLarge'
  | 'expandsTooMuch'
  | 'encrypted'
  | 'oldWord'
  | 'notWord'
  | 'damaged'
  | 'strictFormat'
  | 'macros'
  /** Something that runs or is opened by another program, in what would be carried over. */
  | 'activeContent'
  /** Something that is fetched from elsewhere when the document is opened. */
  | 'outsideContent';

export class TemplateFaultError extends Error {
  override readonly name = 'TemplateFaultError';
  readonly faults: readonly TemplateFault[];

  constructor(faults: readonly TemplateFault[]) {
    super(faults.map(({ what, detail }) => `${what} ${detail}`).join('\n'));
    this.faults = faults;
  }
}

const megabyte = 1024 * 1024;
const largest = 20 * megabyte;
/** XML is read as a whole, 10 MB in a second; pictures and fonts are only carried. */
const limits = { unpacked: 100 * megabyte, xml: 10 * megabyte, parts: 5000 };

/** A template from a file that somebody has handed in. Throws TemplateFaultError with everything that is wrong with it. */
export async function openTemplate(bytes: Uint8Array): Promise<Template> {
  if (bytes.length === 0) throw fault('empty', '');
  if (bytes.length > largest) throw fault('tooLarge', String(bytes.length));
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1') {
    // Before 2007 Word wrote such files; now a file with a password is wrapped in one.
    const wrapped = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw fault(wrapped ? 'encrypted' : 'oldWord', '');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw fault('notWord', '');
  try {
    const template = readTemplate(await openPackage(bytes, limits));
    const faults = dangersOf(template);
    if (faults.length > 0) throw new TemplateFaultError(faults);
    return template;
  } catch (error) {
    if (error instanceof LockedPackageError) throw fault('encrypted', error.message);
    if (error instanceof TooLargePackageError) throw fault('expandsTooMuch', error.message);
    if (error instanceof DamagedZipError || error instanceof XmlError) throw fault('damaged', error.message);
    throw error;
  }
}

function fault(what: TemplateFaultKind, detail: string): TemplateFaultError {
  return new TemplateFaultError([{ what, detail }]);
}

const wordType = /wordprocessingml\.(?:document|template)\.main\+xml$/;
const macroType = /macroEnabled/;
const rewritten = ['styles', 'numbering', 'settings'] as const;

/** What a text made here needs of the old one: the rest, with its pictures, comments and links, stays behind. */
const wanted = new Set([...rewritten, 'footnotes', 'theme', 'fontTable', 'header', 'footer', 'customXml']);

/** Reads what is needed from a file that is known to be whole, or throws as `openTemplate` knows. */
export function readTemplate(file: OfficePackage): Template {
  const main = file.relationsOf('').find(({ kind }) => kind === 'officeDocument')?.part;
  const type = main === undefined ? undefined : file.typeOf(main);
  if (main === undefined || type === undefined) throw fault('notWord', file.text('mimetype') ?? '');
  if (macroType.test(type) && /ms-word/.test(type)) throw fault('macros', type);
  if (!wordType.test(type)) throw fault('notWord', type);
  const text = file.text(main);
  if (text === undefined) throw fault('damaged', main);
  // The schema of ISO's strict form has other addresses for everything, and Word itself seldom writes it.
  if (text.includes('http://purl.oclc.org/ooxml/')) throw fault('strictFormat', main);
  if (!new RegExp(`xmlns:w\\s*=\\s*["']${namespaces.w}["']`).test(text)) throw fault('damaged', main);

  const page = readPageSection(parseXml(text));
  const used = new Set(page.references.map(({ id }) => id));
  const relations = file
    .relationsOf(main)
    .filter(({ kind, id }) => wanted.has(kind) && ((kind !== 'header' && kind !== 'footer') || used.has(id)));
  for (const { part, kind } of relations) {
    if (part === undefined || file.part(part) === undefined) throw fault('damaged', part ?? kind);
  }
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.part;
  const source = (kind: RewrittenPart, blank: string) => {
    const part = partOf(kind);
    const xml = part === undefined ? blank : file.text(part)!;
    return parseXml(xml).children.length === 0 ? blank : xml;
  };
  const xml = {
    styles: source('styles', blankStyles),
    numbering: source('numbering', blankNumbering),
    settings: source('settings', blankSettings),
    footnotes: partOf('footnotes') === undefined ? undefined : file.text(partOf('footnotes')!),
  };
  if (xml.footnotes !== undefined) parseXml(xml.footnotes);
  const own = new Set([main, ...[...rewritten, 'footnotes'].map(partOf)]);
  const carried = reached(
    file,
    relations.flatMap(({ part }) => (part === undefined || own.has(part) ? [] : [part])),
  );
  // Numbering alone of the rewritten parts refers to others, pictures of bullets.
  const bullets = partOf('numbering');
  const beside = bullets === undefined ? [] : [...reached(file, [bullets])].filter((part) => part !== bullets);
  const defined = new Set(relations.map(({ id }) => id));
  return {
    file,
    main,
    page: { ...page, references: page.references.filter(({ id }) => defined.has(id)) },
    settings: readSettings(xml.settings),
    theme: readTheme(file, partOf('theme')),
    relations,
    carried: [...new Set([...carried, ...beside, ...customProperties(file)])],
    xml,
  };
}

function readTheme(file: OfficePackage, part: string | undefined): Theme | undefined {
  if (part === undefined) return undefined;
  const root = parseXml(file.text(part)!);
  const colour = childOf(childOf(childOf(root, 'themeElements'), 'clrScheme'), 'accent1')?.children[0]?.attributes;
  const accent = colour?.get('lastClr') ?? colour?.get('val');
  return { accent: /^[0-9a-f]{6}$/i.test(accent ?? '') ? accent?.toUpperCase() : undefined };
}

function customProperties(file: OfficePackage): readonly string[] {
  const part = file.relationsOf('').find(({ kind }) => kind === 'custom-properties')?.part;
  return part === undefined || file.part(part) === undefined ? [] : [part];
}

/** These parts, what they refer to, and so on. */
function reached(file: OfficePackage, from: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const left = [...from];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (found.has(part) || file.part(part) === undefined) continue;
    found.add(part);
    if (file.part(relationsPart(part)) !== undefined) found.add(relationsPart(part));
    for (const relation of file.relationsOf(part)) if (relation.part !== undefined) left.push(relation.part);
  }
  return [...found];
}

const active = new Set([
  'oleObject',
  'package',
  'control',
  'activeXControlBinary',
  'aFChunk',
  'subDocument',
  'vbaProject',
  'attachedToolbars',
]);
const fetching = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b/i;

/** What in a template would do something on its own in every document made from it. */
function dangersOf({ file, carried, relations }: Template): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  const macro =
    file.names.find((name) => /vbaproject\.bin$/i.test(name)) ??
    file.names.find((name) => macroType.test(file.typeOf(name) ?? ''));
  if (macro !== undefined) faults.push({ what: 'macros', detail: macro });
  // Of the parts that are written anew, numbering alone keeps what it refers to.
  const numbering = relations.flatMap(({ kind, part }) => (kind === 'numbering' && part !== undefined ? [part] : []));
  for (const part of [...carried, ...numbering]) {
    if (part.endsWith('.rels')) continue;
    for (const { kind, part: to, target } of file.relationsOf(part)) {
      if (active.has(kind)) faults.push({ what: 'activeContent', detail: `${part}: ${kind}` });
      else if (to === undefined && kind !== 'hyperlink')
        faults.push({ what: 'outsideContent', detail: `${part}: ${target}` });
    }
    // Data beside the text is not Word's, and is carried as it is.
    if (!part.endsWith('.xml') || part.startsWith('customXml/')) continue;
    const root = parseXml(file.text(part)!);
    // A field's code may be cut into pieces; together they say what it does.
    const code = [...descendantsOf(root, 'instrText')].map(({ text }) => text).join('');
    const simple = [...descendantsOf(root, 'fldSimple')].map(({ attributes }) => attributes.get('instr') ?? '');
    const found = [
      ...simple,
      ...code.split(/(?=\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b)/),
    ].find((each) => fetching.test(each));
    if (found !== undefined) faults.push({ what: 'outsideContent', detail: `${part}: ${found.trim().slice(0, 100)}` });
  }
  return faults;
}
