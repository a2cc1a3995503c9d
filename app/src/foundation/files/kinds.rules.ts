/** The kinds of file that are kept. Which one a file is, its content says; the name must only not say otherwise. */
export type FileType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/gif'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  | 'application/vnd.oasis.opendocument.text'
  | 'application/vnd.oasis.opendocument.spreadsheet'
  | 'text/plain'
  | 'text/csv'
  | 'message/rfc822';

export type FileProblem =
  /** No bytes at all. */
  | 'empty'
  /** More bytes than the limit. */
  | 'tooLarge'
  /** A program, or a command for one. */
  | 'program'
  /** A web page or a drawing that can hold programs: HTML, SVG, XML. */
  | 'active'
  /** An office document with macros. */
  | 'macros'
  /** Office before 2007, a protected document, or an Outlook message. */
  | 'oldOffice'
  /** The name's ending says another kind than the content. */
  | 'otherKind'
  /** A zip file, as Office's are, that has been cut off or is no whole one. */
  | 'damaged'
  /** None of the kinds that are kept. */
  | 'unknownKind';

/** What a kind is called, in lower case after the last full stop; the first is the usual one. */
const extensions: Readonly<Record<FileType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt', 'text', 'md', 'log', 'tsv'],
  'text/csv': ['csv'],
  'message/rfc822': ['eml'],
};

/** For the `accept` of a file field. */
export const acceptedExtensions: readonly string[] = Object.values(extensions).flatMap((each) =>
  each.map((extension) => `.${extension}`),
);

/** Browsers show these by themselves, without running anything of the file's. */
export function isShownInline(type: FileType): boolean {
  return type === 'application/pdf' || type.startsWith('image/');
}

/** The type under which a file of this content and this name is kept. A name without an ending says nothing. */
export function typeByName(content: FileType, fileName: string): FileType | 'otherKind' | 'unknownKind' {
  const extension = extensionOf(fileName);
  if (extension === undefined || extensions[content].includes(extension)) return content;
  if (content !== 'text/plain') return 'otherKind';
  // Text has no mark of its own: there the name tells which text it is, and commands and programs are text too.
  const named = (Object.keys(extensions) as FileType[]).find((type) => extensions[type].includes(extension));
  if (named === 'text/csv' || named === 'message/rfc822') return named;
  return named === undefined ? 'unknownKind' : 'otherKind';
}

/** Digits are no ending: «Protokoll 2026.03». */
function extensionOf(fileName: string): string | undefined {
  const extension = /\.([\p{L}\d]{1,12})[\s.]*$/u.exec(fileName)?.[1]?.toLowerCase();
  return extension === undefined || /^\d+$/.test(extension) ? undefined : extension;
}

export type Start =
  | { readonly kind: 'known'; readonly type: FileType }
  | { readonly kind: 'problem'; readonly problem: FileProblem }
  | { readonly kind: 'zip' }
  /** Text, if the rest holds no sign that text never has. */
  | { readonly kind: 'perhapsText' };

/** As many bytes as `kindOfStart` wants to see. */
export const startSize = 1024;

/** What the first bytes of a file say. The marks are those of the formats' own specifications. */
export function kindOfStart(start: Uint8Array): Start {
  const known = marks.find(({ bytes, at = 0 }) => hasBytes(start, bytes, at));
  if (known !== undefined) return known.is;
  if (hasBytes(start, ascii('RIFF'), 0) && hasBytes(start, ascii('WEBP'), 8)) return type('image/webp');
  const text = new TextDecoder('latin1').decode(start).replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '');
  if (text.startsWith('#!')) return problem('program');
  // Web pages begin with a tag, a remark or a document type; SVG and XHTML with <?xml.
  if (/^<[a-z!?/]/i.test(text)) return problem('active');
  if (text.startsWith('{\\rtf')) return problem('unknownKind');
  return { kind: 'perhapsText' };
}

const type = (name: FileType): Start => ({ kind: 'known', type: name });
const problem = (name: FileProblem): Start => ({ kind: 'problem', problem: name });
const ascii = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

const marks: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly is: Start }[] = [
  { bytes: ascii('%PDF-'), is: type('application/pdf') },
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], is: type('image/png') },
  { bytes: [0xff, 0xd8, 0xff], is: type('image/jpeg') },
  { bytes: ascii('GIF87a'), is: type('image/gif') },
  { bytes: ascii('GIF89a'), is: type('image/gif') },
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: { kind: 'zip' } },
  // Windows programs, and Linux, macOS, Java and WebAssembly ones, and shortcuts of Windows.
  { bytes: ascii('MZ'), is: problem('program') },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], is: problem('program') },
  { bytes: [0xfe, 0xed, 0xfa], is: problem('program') },
  { bytes: [0xce, 0xfa, 0xed, 0xfe], is: problem('program') },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], is: problem('program') },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], is: problem('program') },
  { bytes: [0x00, 0x61, 0x73, 0x6d], is: problem('program') },
  { bytes: [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], is: problem('program') },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], is: problem('oldOffice') },
];

function hasBytes(start: Uint8Array, bytes: readonly number[], at: number): boolean {
  return bytes.every((byte, index) => start[at + index] === byte);
}

/**
 * Text in UTF-8 or an eight-bit code holds no control signs but tab, line feed, form feed and carriage return: every sequence of other bytes can be read, and none can
 * harm as text.
 */
export function isTextPiece(piece: Uint8Array): boolean {
  for (let at = 0; at < piece.length; at++) {
    const byte = piece[at]!;
    if (byte < 32 ? !(byte === 9 || byte === 10 || byte === 12 || byte === 13) : byte === 127) return false;
  }
  return true;
}

/** What a zip file is by the parts it says that it has; `mimetype` is the content of the part of that name, which OpenDocument begins with. */
export function kindOfZip(names: readonly string[], mimetype: string | undefined): FileType | FileProblem {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(?:^|\/)vba\w*\.bin$|^(?:Basic|Scripts)\/|macrosheets\//i)) return 'macros';
  if (mimetype === 'application/vnd.oasis.opendocument.text') return mimetype;
  if (mimetype === 'application/vnd.oasis.opendocument.spreadsheet') return mimetype;
  if (!names.includes('[Content_Types].xml')) return 'unknownKind';
  const office = (
    [
      [/^word\/document\d*\.xml$/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [/^xl\/workbook\d*\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      [/^ppt\/presentation\d*\.xml$/, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ] as const
  ).filter(([main]) => has(main));
  return office.length === 1 ? office[0]![1] : 'unknownKind';
}

/** UTF-16, which Excel calls Unicode text, begins with a mark that says in which order its bytes stand. */
export function wideEncodingOf(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (hasBytes(start, [0xff, 0xfe], 0)) return 'utf-16le';
  return hasBytes(start, [0xfe, 0xff], 0) ? 'utf-16be' : undefined;
}

/** Decoded text is held to the same: no control signs, and nothing that was no sign. */
export function isWideTextPiece(text: string): boolean {
  return !/[^\P{Cc}\t\n\f\r\u0085]|\ufffd/u.test(text);
}
