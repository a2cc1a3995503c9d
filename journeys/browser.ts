import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import packedChromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * A Chromium from npm, with the libraries it needs beyond the C library, so that a machine with only Node can run the
 * journeys, as root too. The first call unpacks it beside the installed packages (some seconds); later ones start it at once.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // Root has no sandbox of its own, and /dev/shm may be tiny in a container. The journeys only meet our own pages.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
}

/** Unpacked aside and moved into place when whole, so that an interruption leaves no half browser behind. */
async function unpackedBrowser(): Promise<string> {
  const { packed, version } = installedPackage();
  const modules = join(import.meta.dirname, '..', 'node_modules');
  const folder = join(modules, '.cache', `samband-browser-${version}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  await unpackInto(partial, packed);
  writeFileSync(join(partial, 'fonts.conf'), fontsIn(folder));
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package knows no other place to unpack than the system's temporary folder, which it asks for anew each time. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const unpacking = [packedChromium.executablePath(packed), inflate(join(packed, 'al2023.tar.br'))];
    await Promise.all(unpacking);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The packed fonts and no others, so that pictures come out alike on every machine; the packed file names folders of another system. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function installedPackage(): { packed: string; version: string } {
  const require = createRequire(import.meta.url);
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = require(join(root, 'package.json')) as { version: string };
  return { packed: join(root, 'bin'), version };
}
