import type { DocumentModel } from '@samband/documents';

/** The files that a report can be taken as, by what its address ends with. */
export const fileKinds = [{ kind: 'docx', ending: '.docx' }] as const;
export type FileKind = (typeof fileKinds)[number]['kind'];

export interface WrittenFile {
  readonly content: Uint8Array;
  readonly type: string;
  readonly ending: string;
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes a document as one kind of file. A writer is loaded when it is first asked for. */
export async function writtenFile(
  document: DocumentModel,
  _kind: FileKind,
  template: Uint8Array | undefined,
): Promise<WrittenFile> {
  const { writeWord } = await import('@samband/documents/word');
  return { content: await writeWord(document, template && { template }), type: docx, ending: '.docx' };
}
