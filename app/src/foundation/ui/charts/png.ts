import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { fontSources } from './picture.tsx';
import { woff2ToTrueType } from './woff2.ts';

/** A picture from a whole SVG file (`renderChartSvg` with `fonts: 'static'`), at twice its size for sharp print. */
export function chartToPng(svg: string, scale = 2): Uint8Array {
  const picture = new Resvg(svg, {
    // The machine's own fonts are left out, so that the picture is the same everywhere.
    font: { loadSystemFonts: false, fontFiles: [...fontFiles()], defaultFontFamily: 'Inter' },
    fitTo: { mode: 'zoom', value: scale },
  });
  return picture.render().asPng();
}

let files: readonly string[] | undefined;

/** resvg takes font files by path only: the unpacked fonts lie in a directory of the process's own until it ends. */
function fontFiles(): readonly string[] {
  if (files !== undefined) return files;
  const directory = mkdtempSync(join(tmpdir(), 'samband-fonts-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  files = fontSources.map(({ family, file }) => {
    const path = join(directory, `${family}.ttf`);
    writeFileSync(path, woff2ToTrueType(readFileSync(file())));
    return path;
  });
  return files;
}
