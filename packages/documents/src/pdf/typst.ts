import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';
import { template } from './template.ts';
import { PdfError, type TypstJob } from './typst-job.ts';

/** No such folder: what Typst can read are the files that are given to it here, and nothing of the disk. */
const root = path.resolve('/samband-documents-without-a-folder');
const at = (name: string) => path.join(root, name);

const compiler = openCompiler();

/** One compiler serves the process; what it remembers of a document is let go when two more have been set. */
export function typeset({ document, pictures, standard }: TypstJob): Buffer {
  const names = pictures.map((_, index) => at(`pictures/${index}`));
  try {
    compiler.mapShadow(at('document.json'), Buffer.from(document));
    for (const [index, name] of names.entries()) compiler.mapShadow(name, Buffer.from(pictures[index]!));
    const compiled = compiler.compile({ mainFilePath: at('main.typ') });
    if (compiled.result === null) throw new PdfError(reasons(compiler, compiled.takeDiagnostics()));
    return compiler.pdf(compiled.result, { pdfStandard: standard });
  } catch (error) {
    throw error instanceof PdfError ? error : new PdfError(String(error), { cause: error });
  } finally {
    for (const name of names) compiler.unmapShadow(name);
    compiler.evictCache(2);
  }
}

function openCompiler(): NodeCompiler {
  const opened = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fontFiles() }] });
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
