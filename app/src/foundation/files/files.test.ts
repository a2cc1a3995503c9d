import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeXlsx } from '@samband/documents/spreadsheet';
import { streamZip } from '@samband/documents/zip';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../ids/index.ts';
import { createFiles, type Files, fileAnswer } from './index.ts';

const megabyte = 1024 * 1024;
const tenant = newId();
const other = newId();

let folder: string;
let files: Files;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'samband-files-'));
  files = createFiles(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function* pieces(...content: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of content) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

const put = (content: AsyncIterable<Uint8Array>, fileName = 'a.txt', limitBytes = megabyte) =>
  files.put(tenant, content, { limitBytes, fileName });

async function kept(content: string, fileName = 'a.txt'): Promise<string> {
  const result = await put(pieces(content), fileName);
  if (!result.ok) throw new Error(result.reason);
  return result.sha256;
}

async function textOf(sha256: string, of = tenant): Promise<string | undefined> {
  const found = await files.read(of, sha256);
  return found && new Response(found.stream()).text();
}

/** Every file below the folder, by its path. */
async function onDisk(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

describe('a file that is kept', () => {
  test('is told by its hash, size and kind, and is read as it came', async () => {
    const result = await put(pieces('hej ', 'på dig\n'), 'Anteckningar från mötet.txt');
    const sha256 = createHash('sha256').update('hej på dig\n').digest('hex');
    expect(result).toEqual({ ok: true, sha256, size: 12, type: 'text/plain' });
    expect(await textOf(sha256)).toBe('hej på dig\n');
    expect((await files.read(tenant, sha256))?.size).toBe(12);
  });

  test('twice with the same content is one file on the disk, also when both come at once', async () => {
    const [first, second] = await Promise.all([kept('samma'), kept('samma', 'annat namn.csv')]);
    expect(first).toBe(second);
    expect(await onDisk()).toHaveLength(1);
  });

  test('is not there for another tenant, nor under anything that is no hash', async () => {
    const sha256 = await kept('hemligt');
    expect(await files.read(other, sha256)).toBeUndefined();
    const { length } = folder.split(path.sep);
    for (const name of ['', '..', `../${tenant}/${sha256}`, `${'../'.repeat(length)}etc/passwd`, sha256.toUpperCase()])
      expect(await files.read(tenant, name)).toBeUndefined();
    expect(await files.read('../..', sha256)).toBeUndefined();
    await expect(files.put('../..', pieces('x'), { limitBytes: 9, fileName: 'a' })).rejects.toThrow(TypeError);
  });

  test('does not lie where its name says, whatever the name', async () => {
    for (const name of ['../../../tmp/x.txt', '/etc/passwd.txt', 'a\0.txt', 'con.txt', '..', ''])
      expect((await put(pieces(`${name.length}`), name)).ok).toBe(true);
    for (const place of await onDisk())
      expect(path.relative(folder, place)).toMatch(/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{62}$/);
  });

  test('may be read by nobody else on the machine', async () => {
    await kept('hemligt');
    const [place] = await onDisk();
    expect((await stat(place!)).mode & 0o077).toBe(0);
    expect((await stat(path.dirname(place!))).mode & 0o077).toBe(0);
  });

  test('of a hundred megabytes passes in and out without being gathered', { timeout: 60_000 }, async () => {
    const piece = Buffer.alloc(64 * 1024, 'text ');
    const start = process.memoryUsage().rss;
    let most = 0;
    async function* large() {
      for (let n = 0; n < 1600; n++) {
        most = Math.max(most, process.memoryUsage().rss - start);
        yield piece;
      }
    }
    const result = await put(large(), 'stor.txt', 200 * megabyte);
    expect(result).toMatchObject({ ok: true, size: 100 * megabyte });
    const hash = createHash('sha256');
    const found = await files.read(tenant, result.ok ? result.sha256 : '');
    for await (const part of found!.stream()) {
      hash.update(part);
      most = Math.max(most, process.memoryUsage().rss - start);
    }
    expect(result.ok && hash.digest('hex') === result.sha256).toBe(true);
    expect(most).toBeLessThan(60 * megabyte);
  });
});

describe('what is not kept leaves nothing behind', () => {
  test('when it is larger than the limit, and no more of it is asked for', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked++;
        yield Buffer.alloc(1000, 65);
      }
    }
    expect(await put(endless(), 'a.txt', 10_500)).toEqual({ ok: false, reason: 'tooLarge' });
    expect(asked).toBe(11);
    expect(await onDisk()).toEqual([]);
    expect((await put(pieces('x'.repeat(10_500)), 'a.txt', 10_500)).ok).toBe(true);
  });

  test('when it is empty, or breaks off', async () => {
    expect(await put(pieces())).toEqual({ ok: false, reason: 'empty' });
    expect(await put(pieces('', ''))).toEqual({ ok: false, reason: 'empty' });
    async function* broken() {
      yield Buffer.from('början');
      throw new Error('the line went dead');
    }
    await expect(put(broken())).rejects.toThrow('the line went dead');
    expect(await onDisk()).toEqual([]);
  });
});

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

async function zipOf(...names: readonly (string | readonly [name: string, content: string])[]): Promise<Uint8Array> {
  const parts = names.map((given) => {
    const [name, content] = typeof given === 'string' ? [given, 'x'] : given;
    return { name, content: [content] };
  });
  return new Response(streamZip(parts)).bytes();
}

describe('the kind of a file', () => {
  const kindOf = async (content: string | Uint8Array, fileName: string) => {
    const result = await put(pieces(content), fileName);
    return result.ok ? result.type : result.reason;
  };

  test('is told by its content, and the name may be any of that kind, or have no ending', async () => {
    expect(await kindOf('%PDF-1.7\n\0\0', 'Rapport.PDF')).toBe('application/pdf');
    expect(await kindOf('%PDF-1.7\n', 'Rapport 2026.03')).toBe('application/pdf');
    expect(await kindOf(png, 'bild.png')).toBe('image/png');
    expect(await kindOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), 'bild.jpeg')).toBe('image/jpeg');
    expect(await kindOf('GIF89a\0', 'bild.gif')).toBe('image/gif');
    expect(await kindOf('RIFF\x10\0\0\0WEBPVP8 ', 'bild.webp')).toBe('image/webp');
    expect(await kindOf(await writeXlsx('a', ['a'], [[1]]), 'Bok.xlsx')).toMatch(/spreadsheetml/);
    expect(await kindOf(await zipOf('[Content_Types].xml', 'word/document.xml'), 'Brev.docx')).toMatch(/wordprocess/);
    expect(await kindOf(await zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'Bild.pptx')).toMatch(/presentat/);
    const odt = await zipOf(['mimetype', 'application/vnd.oasis.opendocument.text'], 'content.xml');
    expect(await kindOf(odt, 'Brev.odt')).toBe('application/vnd.oasis.opendocument.text');
    expect(await kindOf('a;b\n1;2\n', 'lista.csv')).toBe('text/csv');
    expect(await kindOf('Från: någon\n\nhej', 'brev.eml')).toBe('message/rfc822');
    expect(await kindOf(Buffer.from('räksmörgås', 'latin1'), 'a.txt')).toBe('text/plain');
    expect(await kindOf('hej', 'utan ändelse')).toBe('text/plain');
  });

  test('is text in UTF-16 too, as Excel saves it, and held to the same', async () => {
    const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await kindOf(wide('Namn\tTitel\r\nEva Öst\tchef'), 'lista.txt')).toBe('text/plain');
    expect(await kindOf(wide('Namn;Titel').swap16(), 'lista.csv')).toBe('text/csv');
    expect(await kindOf(wide('<html><script>'), 'lista.txt')).toBe('active');
    expect(await kindOf(wide('a\0b'), 'lista.txt')).toBe('unknownKind');
  });

  test('that the name contradicts is refused', async () => {
    expect(await kindOf(png, 'bild.pdf')).toBe('otherKind');
    expect(await kindOf('%PDF-1.7', 'faktura.pdf.exe')).toBe('otherKind');
    expect(await kindOf('%PDF-1.7', 'faktura.exe . ')).toBe('otherKind');
    expect(await kindOf('text', 'a.pdf')).toBe('otherKind');
    expect(await kindOf(await writeXlsx('a', ['a'], [[1]]), 'Bok.docx')).toBe('otherKind');
  });

  test('that can run something is refused, whatever it is called', async () => {
    for (const page of [
      '<!DOCTYPE html><p>',
      ' \n<html>',
      '\ufeff<script>',
      '<svg onload="x">',
      '<?xml version="1.0"?>',
    ])
      expect(await kindOf(page, 'a.txt')).toBe('active');
    expect(await kindOf('<!-- hej --><b>', 'a.csv')).toBe('active');
    expect(await kindOf('MZ\x90\0', 'a.pdf')).toBe('program');
    expect(await kindOf('\x7fELF\x02', 'a.txt')).toBe('program');
    expect(await kindOf('#!/bin/sh\nrm', 'a.txt')).toBe('program');
    expect(await kindOf(await zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'a.docx')).toBe(
      'macros',
    );
    const ods = ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'] as const;
    expect(await kindOf(await zipOf(ods, 'Basic/Standard/Module1.xml'), 'a.ods')).toBe('macros');
  });

  test('that is a cut Office file is told to be damaged, and not of another kind', async () => {
    const whole = await zipOf('[Content_Types].xml', 'word/document.xml');
    expect(await kindOf(whole.slice(0, whole.length / 2), 'a.docx')).toBe('damaged');
    expect(await kindOf('PK\x03\x04 and no more', 'a.docx')).toBe('damaged');
  });

  test('that is none of those that are kept is refused', async () => {
    expect(await kindOf(await zipOf('a.txt'), 'a.zip')).toBe('unknownKind');
    expect(await kindOf(await zipOf('[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml'), 'a.docx')).toBe(
      'unknownKind',
    );
    expect(await kindOf('text\0with a gap', 'a.txt')).toBe('unknownKind');
    expect(await kindOf(`${'text '.repeat(10_000)}\x07`, 'a.txt')).toBe('unknownKind');
    expect(await kindOf('{\\rtf1 hej}', 'a.txt')).toBe('unknownKind');
    expect(await kindOf('del c:', 'a.bat')).toBe('unknownKind');
    expect(await kindOf('alert(1)', 'a.js')).toBe('unknownKind');
    expect(await kindOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'a.doc')).toBe(
      'oldOffice',
    );
    expect(await onDisk()).toEqual([]);
  });
});

describe('sweeping', () => {
  const hour = 60 * 60 * 1000;
  const none = async () => new Set<string>();
  const later = (hours: number) => new Date(Date.now() + hours * hour);

  test('takes away what no row refers to, after a day in its place and a day aside', async () => {
    const [orphan, used] = [await kept('ingen rad'), await kept('en rad')];
    const asked: (readonly string[])[] = [];
    const referred = async (of: string, hashes: readonly string[]) => {
      expect(of).toBe(tenant);
      asked.push(hashes);
      return new Set(hashes.filter((each) => each === used));
    };
    expect(await files.sweep(referred, later(23))).toMatchObject({ laidAside: 0, removed: 0 });
    expect(asked).toEqual([]);
    expect(await files.sweep(referred, later(25))).toMatchObject({ laidAside: 1, removed: 0 });
    expect(await textOf(orphan)).toBe('ingen rad');
    expect(await files.sweep(referred, later(48))).toMatchObject({ removed: 0 });
    expect(await files.sweep(referred, later(50))).toMatchObject({ laidAside: 0, removed: 1 });
    expect(await textOf(orphan)).toBeUndefined();
    expect(await textOf(used)).toBe('en rad');
  });

  test('brings back what a row turns out to need', async () => {
    const sha256 = await kept('sen rad');
    await files.sweep(none, later(25));
    const open = await files.read(tenant, sha256);
    expect(await files.sweep(async (_of, hashes) => new Set(hashes), later(80))).toMatchObject({ broughtBack: 1 });
    expect(await new Response(open!.stream()).text()).toBe('sen rad');
    expect(await textOf(sha256)).toBe('sen rad');
  });

  test('does not take an old content that has just been put anew', async () => {
    const sha256 = await kept('åter');
    const [place] = await onDisk();
    await utimes(place!, new Date(0), new Date(0));
    await kept('åter');
    expect(await files.sweep(none, later(1))).toMatchObject({ laidAside: 0 });
    await files.sweep(none, later(25));
    await kept('åter');
    await files.sweep(none, later(50));
    expect(await textOf(sha256)).toBe('åter');
  });

  test('touches nothing when the rows cannot be asked', async () => {
    const sha256 = await kept('x');
    await expect(files.sweep(() => Promise.reject(new Error('no database')), later(99))).rejects.toThrow('no database');
    expect(await textOf(sha256)).toBe('x');
  });
});

test('what was answered for is whole after any kill -9, and what was half received is swept', {
  timeout: 60_000,
}, async () => {
  const program = `
    import { createFiles } from ${JSON.stringify(path.join(import.meta.dirname, 'files.ts'))};
    const files = createFiles(${JSON.stringify(folder)});
    for (let n = 0; ; n++) {
      async function* content() { for (let piece = 0; piece < 20; piece++) yield Buffer.alloc(30_000, 'innehåll ' + process.pid + ' ' + n + ' '); }
      const result = await files.put(${JSON.stringify(tenant)}, content(), { limitBytes: 1e6, fileName: 'a.txt' });
      process.stdout.write(result.sha256 + '\\n');
    }`;
  const answered: string[] = [];
  for (let round = 0; round < 8; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface(child.stdout);
    const ended = new Promise<void>((resolve) => lines.once('close', resolve));
    const before = answered.length;
    lines.on('line', (line) => {
      if (line.length === 64) answered.push(line);
    });
    while (answered.length === before) await sleep(5);
    await sleep(30 + round * 17);
    child.kill('SIGKILL');
    await ended;
  }
  expect(answered.length).toBeGreaterThan(20);
  for (const sha256 of answered) {
    const content = await readFile(path.join(folder, tenant, sha256.slice(0, 2), sha256.slice(2)));
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  }
  const all = async (_of: string, hashes: readonly string[]) => new Set(hashes);
  await files.sweep(all, new Date(Date.now() + 25 * 60 * 60 * 1000));
  expect(await readdir(path.join(folder, tenant, 'incoming'))).toEqual([]);
});

describe('a file as an answer', () => {
  test('is saved unless it is a picture or a PDF that is to be shown, and can never run anything', async () => {
    const content = await files.read(tenant, await kept('text'));
    const text = fileAnswer(content!, { name: 'Årsplan "1".txt', type: 'text/plain', inline: true });
    expect(text.headers.get('content-disposition')).toBe(
      `attachment; filename="_rsplan _1_.txt"; filename*=UTF-8''%C3%85rsplan%20%221%22.txt`,
    );
    expect(await text.text()).toBe('text');
    const picture = fileAnswer(content!, { name: 'a.png', type: 'image/png', inline: true });
    expect(picture.headers.get('content-disposition')).toMatch(/^inline;/);
    expect(picture.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    const pdf = fileAnswer(content!, { name: 'a.pdf', type: 'application/pdf', inline: true });
    for (const answer of [text, picture, pdf]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  });
});
