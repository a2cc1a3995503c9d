import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfContent } from './content.ts';
import { houseFonts } from './fonts.ts';
import { template } from './template.ts';

export type PdfStandard = 'ua-1' | 'a-2a';

/** Typst refused a document; the message says why, in Typst's words. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

/** No such folder: what Typst can read are the files that are given to it here, and nothing of the disk. */
const root = path.resolve('/samband-documents-without-a-folder');
const at = (name: string) => path.join(root, name);

let compiler: NodeCompiler | undefined;

/** Sets the content as PDF. One compiler serves the process; what it remembers of a document is let go when two more have been written. */
export function typeset(content: PdfContent, standard: PdfStandard): Buffer {
  compiler ??= openCompiler();
  const pictures = content.pictures.map((picture, index) => [at(`pictures/${index}`), picture] as const);
  try {
    compiler.mapShadow(at('document.json'), Buffer.from(JSON.stringify(content.document)));
    for (const [name, picture] of pictures) compiler.mapShadow(name, picture);
    const compiled = compiler.compile({ mainFilePath: at('main.typ') });
    if (compiled.result === null) throw new PdfError(reasons(compiler, compiled.takeDiagnostics()));
    return compiler.pdf(compiled.result, { pdfStandard: standard });
  } catch (error) {
    throw error instanceof PdfError ? error : new PdfError(String(error), { cause: error });
  } finally {
    for (const [name] of pictures) compiler.unmapShadow(name);
    compiler.evictCache(2);
  }
}

function openCompiler(): NodeCompiler {
  const opened = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...houseFonts().files] }] });
  opened.addSource(at('main.typ'), template);
  return opened;
}

function reasons(from: NodeCompiler, found: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  if (found === null) return 'Typst gave no reason.';
  return from
    .fetchDiagnostics(found)
    .map(({ message }: { message: string }) => message)
    .join('\n');
}
