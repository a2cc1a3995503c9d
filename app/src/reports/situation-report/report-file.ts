import { rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentModel } from '@samband/documents';

/** The kinds of file that the command writes. */
export const reportFileKinds = ['pdf', 'docx', 'html'] as const;
export type ReportFileKind = (typeof reportFileKinds)[number];

/** One folder for each kind that is asked for. */
export type ReportFolders = Readonly<Partial<Record<ReportFileKind, string>>>;

/** `nulagesrapport-1814-lekeberg-2021.pdf` */
export function reportFileName(
  unit: { readonly code: string; readonly name: string },
  year: number,
  kind: ReportFileKind,
): string {
  const name = unit.name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return `nulagesrapport-${unit.code}-${name}-${year}.${kind}`;
}

export async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );
}

/** Whole or not at all: a file with its name is one that has been written to its end. */
export async function writeReportFile(folder: string, name: string, content: Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}

/** The document as one kind of file; the writer is loaded when it is first asked for. */
export async function writtenReport(document: DocumentModel, kind: ReportFileKind): Promise<Uint8Array> {
  if (kind === 'docx') return (await import('@samband/documents/word')).writeWord(document);
  if (kind === 'pdf') return (await import('@samband/documents/pdf')).writePdf(document);
  const { writeHtml } = await import('@samband/documents/html');
  return new TextEncoder().encode(writeHtml(document));
}
