import { extensionOf, type OfficePackage } from '../xml/office-package.ts';
import { declaration, xmlText } from './xml.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Of parts that are made here, by the end of their names. */
const made: readonly (readonly [ending: string, type: string])[] = [
  ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ['styles.xml', `${word}.styles+xml`],
  ['numbering.xml', `${word}.numbering+xml`],
  ['settings.xml', `${word}.settings+xml`],
  ['footnotes.xml', `${word}.footnotes+xml`],
  ['headerMark.xml', `${word}.header+xml`],
  ['.png', 'image/png'],
  ['.jpeg', 'image/jpeg'],
  ['.svg', 'image/svg+xml'],
  ['.rels', 'application/vnd.openxmlformats-package.relationships+xml'],
];

/** What each part of the file is (ECMA-376 part 2, 10.1.2). A document template becomes a document. */
export function contentTypesXml(names: readonly string[], template: OfficePackage, main: string): string {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const name of names) {
    const type = name === main ? `${word}.document.main+xml` : (givenType(name, template) ?? 'application/xml');
    const extension = extensionOf(name);
    if (extension === 'xml') overrides.set(name, type);
    else if ((defaults.get(extension) ?? type) === type) defaults.set(extension, type);
    else overrides.set(name, type);
  }
  defaults.set('xml', 'application/xml');
  const each = [
    ...[...defaults].map(
      ([extension, type]) => `<Default Extension="${xmlText(extension)}" ContentType="${xmlText(type)}"/>`,
    ),
    ...[...overrides].map(([name, type]) => `<Override PartName="/${xmlText(name)}" ContentType="${xmlText(type)}"/>`),
  ];
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${each.join('')}</Types>`;
}

/**
 * The template tells only of the parts that it has: what it says of every `.xml` that it does not name is not true of numbering or properties that were added
 * here, and a file that calls numbering plain XML is one that Word calls damaged.
 */
function givenType(name: string, template: OfficePackage): string | undefined {
  const known = made.find(([ending]) => name.endsWith(ending))?.[1];
  return template.part(name) === undefined ? known : (template.typeOf(name) ?? known);
}
