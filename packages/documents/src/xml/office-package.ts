import { TextDecoder } from 'node:util';
import { bytesSource, DamagedZipError, readDirectory, unpack } from '../zip/index.ts';
import { childrenOf, parseXml } from './xml-tree.ts';

/** The parts of an Office file (ECMA-376 part 2), by name without a slash before. A name is found whatever its case. */
export interface OfficePackage {
  readonly names: readonly string[];
  part(name: string): Uint8Array | undefined;
  text(name: string): string | undefined;
  typeOf(name: string): string | undefined;
  /** What a part refers to; of the package itself for ''. */
  relationsOf(part: string): readonly Relation[];
}

export interface Relation {
  readonly id: string;
  /** The last word of its address: "header", "styles". */
  readonly kind: string;
  readonly type: string;
  /** As it is written in the file. */
  readonly target: string;
  /** The part's name; undefined for what lies outside the file. */
  readonly part: string | undefined;
}

export interface PackageLimits {
  /** What all parts may unpack to, in bytes. */
  readonly unpacked: number;
  /** What those of XML may, where that is less. */
  readonly xml?: number | undefined;
  readonly parts: number;
}

export class TooLargePackageError extends Error {
  override readonly name = 'TooLargePackageError';
}

export class LockedPackageError extends Error {
  override readonly name = 'LockedPackageError';
}

/** Unpacks the whole file. Throws DamagedZipError, TooLargePackageError and LockedPackageError; XmlError when what binds the parts together is not XML. */
export async function openPackage(bytes: Uint8Array, limits: PackageLimits): Promise<OfficePackage> {
  const source = bytesSource(bytes);
  const entries = await readDirectory(source);
  if (entries === undefined) throw new DamagedZipError('no whole zip file');
  if (entries.length > limits.parts) throw new TooLargePackageError(String(entries.length));
  const locked = entries.find(({ encrypted }) => encrypted);
  if (locked !== undefined) throw new LockedPackageError(locked.name);
  const parts = new Map<string, Uint8Array>();
  let left = limits.unpacked;
  let leftXml = limits.xml ?? limits.unpacked;
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of unpack(source, entry, Number.POSITIVE_INFINITY)) {
      left -= piece.length;
      if (/\.(?:xml|rels)$/i.test(entry.name)) leftXml -= piece.length;
      if (left < 0 || leftXml < 0) throw new TooLargePackageError(entry.name);
      pieces.push(piece);
    }
    parts.set(entry.name.replace(/^\//, ''), Buffer.concat(pieces));
  }
  return packageOf(parts);
}

export function packageOf(parts: ReadonlyMap<string, Uint8Array | string>): OfficePackage {
  // The first of a name: two of the same are a way to show a checker another file than a reader.
  const byName = new Map([...parts].reverse().map(([name, content]) => [name.toLowerCase(), content]));
  const part = (name: string) => {
    const content = byName.get(name.toLowerCase());
    return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  };
  const text = (name: string) => {
    const content = byName.get(name.toLowerCase());
    return content === undefined || typeof content === 'string' ? content : decoded(content);
  };
  const types = readTypes(text('[Content_Types].xml'));
  return {
    names: [...parts.keys()],
    part,
    text,
    typeOf: (name) => types.get(`/${name}`.toLowerCase()) ?? types.get(extensionOf(name)),
    relationsOf: (name) => readRelations(name, text(relationsPart(name))),
  };
}

export function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** The relations of `word/document.xml` are in `word/_rels/document.xml.rels`. */
export function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function decoded(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

/** By extension, and by part with a slash before. */
function readTypes(xml: string | undefined): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  if (xml === undefined) return types;
  for (const { name, attributes } of parseXml(xml).children) {
    const key = attributes.get(name === 'Default' ? 'Extension' : 'PartName');
    if (key !== undefined) types.set(key.toLowerCase(), attributes.get('ContentType') ?? '');
  }
  return types;
}

function readRelations(part: string, xml: string | undefined): readonly Relation[] {
  if (xml === undefined) return [];
  return childrenOf(parseXml(xml), 'Relationship').map(({ attributes }) => {
    const type = attributes.get('Type') ?? '';
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target,
      part: attributes.get('TargetMode') === 'External' ? undefined : resolved(folderOf(part), target),
    };
  });
}

function resolved(folder: string, target: string): string {
  try {
    return decodeURI(new URL(target, `zip:/${folder}`).pathname).slice(1);
  } catch (error) {
    throw new DamagedZipError(`${target} is no place in a file`, { cause: error });
  }
}
