import type { DocumentModel } from '../model/index.ts';
import { locales } from './words.ts';
import { asOneLine, declaration, xmlText } from './xml.ts';

/** ECMA-376 part 2, 11: what the file says of itself to those who look for it. The date is the document's, so that the same document is the same file. */
export function corePropertiesXml({ title, subtitle, about, language }: DocumentModel): string {
  const moment = `${about.date}T00:00:00Z`;
  const each: readonly (readonly [name: string, value: string | undefined])[] = [
    ['dc:title', title],
    ['dc:subject', about.subject ?? subtitle],
    ['dc:creator', about.author ?? about.organisation],
    ['cp:keywords', about.keywords?.join(', ')],
    ['cp:lastModifiedBy', about.organisation],
    ['dc:identifier', about.caseNumber],
    ['cp:contentStatus', about.state],
    ['dc:language', locales[language]],
  ];
  const said = each.map(([name, value]) =>
    value === undefined || value === '' ? '' : `<${name}>${xmlText(asOneLine(value))}</${name}>`,
  );
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${said.join('')}${time('created')}${time('modified')}</cp:coreProperties>`;
}

export function appPropertiesXml({ about }: DocumentModel): string {
  return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Samband</Application><Company>${xmlText(asOneLine(about.organisation))}</Company></Properties>`;
}
