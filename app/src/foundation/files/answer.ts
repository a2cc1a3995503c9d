import { contentDisposition } from '../http/index.ts';
import type { FileContent } from './files.ts';
import { type FileType, isShownInline } from './kinds.rules.ts';

/**
 * A kept file as an answer. Shown in the browser only when asked for and only pictures and PDF; all else is saved. The browser may not guess another kind, and a file may
 * neither run nor fetch anything.
 */
export function fileAnswer(
  content: FileContent,
  given: { readonly name: string; readonly type: FileType; readonly inline?: boolean },
): Response {
  const inline = given.inline === true && isShownInline(given.type);
  return new Response(content.stream(), {
    headers: {
      'Content-Type': given.type,
      'Content-Length': String(content.size),
      'Content-Disposition': contentDisposition(inline ? 'inline' : 'attachment', given.name),
      'Content-Security-Policy': inline && given.type === 'application/pdf' ? pdfPolicy : policy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  });
}

const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Chrome and Safari refuse to show a PDF in a sandbox; their viewers run apart from our pages as it is. They draw themselves with styles of their own. */
const pdfPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'";
