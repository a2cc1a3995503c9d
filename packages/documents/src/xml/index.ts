export { attributesOf, createXmlScanner, XmlError, type XmlListener, type XmlScanner } from './xml-scanner.ts';
