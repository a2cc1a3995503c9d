import { streamZip } from '../zip/index.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of an Office file (ECMA-376 part 2), which know each other by relationships: what is not added and related is not in the file. */
export interface PackageWriter {
  /** Takes a part whose name begins with `/`. XML comes without its declaration. */
  add(name: string, contentType: string, content: string | Uint8Array): void;
  /** A part for pictures and the like, of a type that goes with the ending of its name. The same bytes become one part. Answers with its name. */
  addMedia(folder: string, ending: MediaEnding, bytes: Uint8Array): string;
  /** The id by which one part knows another; the same for the same. `type` is the last word of Office's address for it, or a whole address. */
  relate(from: string, type: string, to: string): string;
  /** The same for an address outside the file. */
  relateOutside(from: string, type: string, address: string): string;
  bytes(): Promise<Uint8Array>;
}

const mediaTypes = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export type MediaEnding = keyof typeof mediaTypes;

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly outside: boolean;
}

export function createPackageWriter(): PackageWriter {
  const parts = new Map<string, string | Uint8Array>();
  const contentTypes = new Map<string, string>();
  const endings = new Set<MediaEnding>();
  const relations = new Map<string, Relation[]>();
  const media: { readonly name: string; readonly bytes: Uint8Array }[] = [];

  const relation = (from: string, one: Relation): string => {
    const all = relations.get(from) ?? [];
    relations.set(from, all);
    const known = all.findIndex(
      ({ type, target, outside }) => type === one.type && target === one.target && outside === one.outside,
    );
    return `rId${known === -1 ? all.push(one) : known + 1}`;
  };
  const typeAddress = (type: string) => (type.includes(':') ? type : `${officeRelation}/${type}`);

  return {
    add(name, contentType, content) {
      parts.set(name, typeof content === 'string' ? declaration + content : content);
      contentTypes.set(name, contentType);
    },
    addMedia(folder, ending, bytes) {
      const same = media.find(
        ({ name, bytes: other }) => name.startsWith(`${folder}/`) && Buffer.compare(other, bytes) === 0,
      );
      if (same !== undefined) return same.name;
      endings.add(ending);
      const kind = ending === 'xlsx' ? 'figures' : 'picture';
      const name = `${folder}/${kind}${media.length + 1}.${ending}`;
      media.push({ name, bytes });
      parts.set(name, bytes);
      return name;
    },
    relate: (from, type, to) =>
      relation(from, { type: typeAddress(type), target: relativeName(from, to), outside: false }),
    relateOutside: (from, type, address) => relation(from, { type: typeAddress(type), target: address, outside: true }),
    async bytes() {
      const all: [string, string | Uint8Array][] = [
        ['/[Content_Types].xml', declaration + contentTypesXml(contentTypes, endings)],
        ...[...relations].map(([from, each]): [string, string] => [
          relationsName(from),
          declaration + relationsXml(each),
        ]),
        ...parts,
      ];
      const zip = streamZip(all.map(([name, content]) => ({ name: name.slice(1), content: [content] })));
      return new Uint8Array(await new Response(zip).arrayBuffer());
    },
  };
}

function contentTypesXml(types: ReadonlyMap<string, string>, endings: ReadonlySet<MediaEnding>): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...[...endings].sort().map((ending) => [ending, mediaTypes[ending]]),
  ].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  const overrides = [...types].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `<Types xmlns="${packageNamespace}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

/** `/` has its relations in `/_rels/.rels`, `/a/b.xml` in `/a/_rels/b.xml.rels`. */
function relationsName(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash)}/_rels/${part.slice(slash + 1)}.rels`;
}

function relationsXml(relations: readonly Relation[]): string {
  const each = relations.map(
    ({ type, target, outside }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escaped(target)}"${outside ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${packageNamespace}/relationships">${each.join('')}</Relationships>`;
}

function relativeName(from: string, to: string): string {
  const here = from.split('/').slice(1, -1);
  const there = to.split('/').slice(1);
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => '..'), ...there].join('/');
}

/** Text for XML, between tags and in attributes. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
