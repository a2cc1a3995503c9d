import type { ReadFormat, ReadProblem } from './content.ts';

/** What the bytes are; `zip` is judged by its parts. */
export type FileKind =
  | { readonly is: 'zip' | 'pdf' | 'html' | 'csv' | 'text' }
  | { readonly is: 'problem'; readonly problem: ReadProblem };

/** Told by the content. The name decides only between texts, which look alike. */
export function kindOfFile(bytes: Uint8Array, name: string): FileKind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  if (bytes.length === 0) return problem('empty');
  if (starts(start, [0xd0, 0xcf, 0x11, 0xe0])) return problem(isEncryptedOffice(bytes) ? 'encrypted' : 'oldOffice');
  if (starts(start, [0x50, 0x4b, 0x03, 0x04])) return { is: 'zip' };
  // A few programs put bytes before the mark, and readers of PDF look for it in the first 1024.
  if (start.subarray(0, 1024).includes('%PDF-')) return { is: 'pdf' };
  if (!isText(start)) return problem(unreadableOf(name));
  const words = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (words === '' && bytes.length < 4096) return problem('empty');
  if (words.startsWith('{\\rtf')) return problem(unreadableOf(name));
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta|<!--)/.test(words) || /\.html?$/i.test(name))
    return { is: 'html' };
  return { is: /\.(?:csv|tsv|tab)$/i.test(name) ? 'csv' : 'text' };
}

function problem(what: ReadProblem): FileKind {
  return { is: 'problem', problem: what };
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Office keeps an encrypted file in the container of its old formats (MS-OFFCRYPTO 2.1), as a stream of this name. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le');
}

/** Texts hold no NUL, but UTF-16, which begins with its mark; and hardly any other sign of control. */
function isText(start: Uint8Array): boolean {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return true;
  let control = 0;
  for (const byte of start) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control++;
  }
  return control * 100 <= start.length;
}

const kindsByName: Readonly<Record<string, readonly ReadFormat[]>> = {
  docx: ['word'],
  docm: ['word'],
  dotx: ['word'],
  xlsx: ['workbook'],
  xlsm: ['workbook'],
  xltx: ['workbook'],
  pdf: ['pdf'],
  html: ['html'],
  htm: ['html'],
  csv: ['csv'],
  tsv: ['csv'],
  txt: ['text', 'csv'],
};

/** The problem of content that is none that we read: a name may have promised one. */
export function unreadableOf(name: string): ReadProblem {
  return kindsByName[extensionOf(name)] === undefined ? 'unknownKind' : 'otherKindThanName';
}

/** Whether a name promises another kind than was found. One that promises nothing we know is silent. */
export function isOtherThanName(name: string, format: ReadFormat): boolean {
  const promised = kindsByName[extensionOf(name)];
  return promised !== undefined && !promised.includes(format);
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
