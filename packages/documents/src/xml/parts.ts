import { TextDecoder } from 'node:util';
import { bytesSource, DamagedZipError, readDirectory, unpack } from '../zip/index.ts';
import { attributesOf, createXmlScanner, XmlError, type XmlListener } from './xml-scanner.ts';

/** The parts of an Office file (ECMA-376 part 2): a zip file of XML that refers to each other. Each is unpacked when it is scanned. */
export interface Parts {
  readonly names: readonly string[];
  has(part: string): boolean;
  /** Some part is encrypted in the way of zip files. */
  readonly encrypted: boolean;
  /** A part that is not there is heard as an empty one. Stops when `goesOn` says no. Throws DamagedZipError or XmlError. */
  scan(part: string | undefined, listener: XmlListener, goesOn?: () => boolean): Promise<void>;
}

/** `mostUnpacked`: bytes that all that is scanned may unpack to together. Throws DamagedZipError when it is no whole zip file. */
export async function openParts(bytes: Uint8Array, mostUnpacked: number): Promise<Parts> {
  const source = bytesSource(bytes);
  const entries = await readDirectory(source);
  if (entries === undefined) throw new DamagedZipError('no whole zip file');
  // The first of a name: two of the same are a way to show a checker another file than a reader. Some programs write other cases than they refer to.
  const byName = new Map([...entries].reverse().map((entry) => [entry.name.toLowerCase(), entry]));
  let left = mostUnpacked;
  return {
    names: entries.map(({ name }) => name),
    has: (part) => byName.has(part.toLowerCase()),
    encrypted: entries.some(({ encrypted }) => encrypted),
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

export interface Relations {
  /** The part of the last relation of a type, named by the type's last word. */
  ofType(type: string): string | undefined;
  readonly byId: ReadonlyMap<string, string>;
}

/** What a part refers to, with full names. The relations of `xl/workbook.xml` are in `xl/_rels/workbook.xml.rels`; those of the whole file, of ''. */
export async function readRelations(parts: Parts, part: string): Promise<Relations> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  await parts.scan(`${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(name, text) {
      if (name !== 'Relationship') return;
      const attributes = attributesOf(text);
      // What lies outside the file is never fetched.
      if (attributes.get('TargetMode') === 'External') return;
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
    throw new XmlError(`${target} is no place in the file`, { cause: error });
  }
}
