import { type OfficePackage, openPackage } from '../xml/office-package.ts';
import { parseXml, type XmlElement } from '../xml/xml-tree.ts';

/** A presentation as a program that opens it finds it. */
export interface OpenedPresentation {
  readonly file: OfficePackage;
  /** In the order that they are shown. */
  readonly slides: readonly OpenedSlide[];
}

export interface OpenedSlide {
  readonly part: string;
  readonly root: XmlElement;
  readonly layout: string;
  readonly title: string;
  readonly notes: readonly string[];
}

export async function opened(bytes: Uint8Array): Promise<OpenedPresentation> {
  const file = await openPackage(bytes, { unpacked: 200_000_000, parts: 5_000 });
  const main = 'ppt/presentation.xml';
  const partOf = new Map(file.relationsOf(main).map(({ id, part }) => [id, part]));
  // The first list is the presentation's own; a later one says which sections they are in. Of the two ids the relationship's comes last.
  const ids = all(xml(file, main), 'sldIdLst')[0]!.children.map(({ attributes }) => attributes.get('id'));
  const slides = ids.map((id): OpenedSlide => {
    const part = partOf.get(id ?? '') ?? '';
    const root = xml(file, part);
    const relation = (kind: string) => file.relationsOf(part).find((each) => each.kind === kind)?.part;
    const notes = relation('notesSlide');
    const titles = all(root, 'sp').filter((shape) =>
      ['title', 'ctrTitle'].includes(placeholderOf(shape)?.get('type') ?? ''),
    );
    return {
      part,
      root,
      layout: relation('slideLayout') ?? '',
      title: titles.map(wordsIn).join('|'),
      notes: notes === undefined ? [] : all(xml(file, notes), 'p').map(wordsIn),
    };
  });
  return { file, slides };
}

export function xml(file: OfficePackage, part: string): XmlElement {
  const text = file.text(part);
  if (text === undefined) throw new Error(`${part} is not in the file`);
  return parseXml(text);
}

/** Every element of a name, in the order of the document. */
export function all(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function placeholderOf(shape: XmlElement): ReadonlyMap<string, string> | undefined {
  return all(shape, 'ph')[0]?.attributes;
}

export function wordsIn(root: XmlElement): string {
  return all(root, 't')
    .map(({ text }) => text)
    .join('');
}

export interface PlacedShape {
  readonly kind: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What stands on a slide, in points and in reading order. */
export function shapesOn({ root }: OpenedSlide): readonly PlacedShape[] {
  const tree = all(root, 'spTree')[0]!;
  return tree.children
    .filter(({ name }) => ['sp', 'pic', 'graphicFrame'].includes(name))
    .map((shape) => {
      const [offset, extent] = [
        all(shape, 'off')[0]!,
        all(shape, 'ext').find(({ attributes }) => attributes.has('cx'))!,
      ];
      const points = (element: XmlElement, key: string) => Number(element.attributes.get(key)) / 12_700;
      return {
        kind: shape.name,
        name: all(shape, 'cNvPr')[0]?.attributes.get('name') ?? '',
        x: points(offset, 'x'),
        y: points(offset, 'y'),
        w: points(extent, 'cx'),
        h: points(extent, 'cy'),
      };
    });
}
