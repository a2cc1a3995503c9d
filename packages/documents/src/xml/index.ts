export { openParts, type Parts, type Relations, readRelations } from './parts.ts';
export {
  attributesOf,
  createXmlScanner,
  decoded,
  EndlessXmlError,
  XmlError,
  type XmlListener,
  type XmlScanner,
} from './xml-scanner.ts';
