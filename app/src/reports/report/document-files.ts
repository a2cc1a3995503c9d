import type { DocumentModel } from '@samband/documents';
import { steeringDocument } from './steering.rules.ts';

/** The files that a report can be taken as, by what its address ends with. */
export const fileKinds = [
  { kind: 'docx', ending: '.docx' },
  { kind: 'pdf', ending: '.pdf' },
  { kind: 'archive', ending: '-arkiv.pdf' },
  { kind: 'slides', ending: '.pptx' },
  { kind: 'steering', ending: '-styrgrupp.pptx' },
  { kind: 'html', ending: '.html' },
] as const;
export type FileKind = (typeof fileKinds)[number]['kind'];

export interface WrittenFile {
  readonly content: Uint8Array;
  readonly type: string;
}

const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes a document as one kind of file. A writer is loaded when it is first asked for: the PDF's is large. */
export async function writtenFile(
  document: DocumentModel,
  kind: FileKind,
  template: Uint8Array | undefined,
): Promise<WrittenFile> {
  switch (kind) {
    case 'docx': {
      const { writeWord } = await import('@samband/documents/word');
      return { content: await writeWord(document, template && { template }), type: docx };
    }
    case 'pdf':
    case 'archive': {
      const { writePdf } = await import('@samband/documents/pdf');
      const content = await writePdf(document, { standard: kind === 'pdf' ? 'ua-1' : 'a-2a' });
      return { content, type: 'application/pdf' };
    }
    case 'slides':
    case 'steering': {
      const { deckOf, writeSlides } = await import('@samband/documents/slides');
      const deck = kind === 'steering' ? deckOf(steeringDocument(document), { brief: true }) : deckOf(document);
      return { content: await writeSlides(deck), type: pptx };
    }
    case 'html': {
      const { writeHtml } = await import('@samband/documents/html');
      const content = new TextEncoder().encode(writeHtml(document));
      return { content, type: 'text/html; charset=UTF-8' };
    }
  }
}
