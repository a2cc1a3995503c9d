import { promisify } from 'node:util';
import { constants, gzip, zstdCompress } from 'node:zlib';

const zstdAsync = promisify(zstdCompress);
const gzipAsync = promisify(gzip);

/** Less than a packet is sent as it is. */
const worthwhile = 1024;

export interface Encoded {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Record<string, string>;
}

/**
 * A page made smaller for its way, off the main thread and in one piece. A page of 160 kB takes zstd 0.7 ms to 24 kB; gzip at its
 * usual level 3.5 ms to 23 kB, at level 3 1.8 ms to 26 kB.
 */
export async function encoded(text: string, accepted: string | null): Promise<Encoded> {
  const headers = { Vary: 'Accept-Encoding' };
  const encoding = text.length < worthwhile ? undefined : chosenEncoding(accepted);
  if (encoding === undefined) return { body: text, headers };
  const body = encoding === 'zstd' ? await zstdAsync(text, zstdOptions) : await gzipAsync(text, { level: 3 });
  return { body, headers: { ...headers, 'Content-Encoding': encoding } };
}

const zstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** The quicker of those that the browser takes. RFC 9110: `q=0` means not. */
export function chosenEncoding(accepted: string | null): 'zstd' | 'gzip' | undefined {
  const offers = (accepted ?? '').split(',').map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q\s*=\s*/),
  );
  const takes = (name: string) => offers.some(([offered, q]) => offered === name && Number(q ?? 1) > 0);
  return takes('zstd') ? 'zstd' : takes('gzip') ? 'gzip' : undefined;
}
