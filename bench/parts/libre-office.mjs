import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { processorOf, residentOf } from './processes.mjs';

/** Whether LibreOffice is on this machine. */
export function hasLibreOffice() {
  return spawnSync('soffice', ['--version']).status === 0;
}

/**
 * Converts one file in a process of its own with a profile in `folder`: milliseconds, those of processor, and the most resident megabytes of it and what it
 * started. One at a time.
 */
export async function converted(folder, file, format) {
  const began = performance.now();
  const usedBefore = processorOf(process.pid);
  const profile = `-env:UserInstallation=file://${path.join(folder, 'libre-office')}`;
  const child = spawn('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, file], {
    stdio: 'ignore',
  });
  let rss = 0;
  const watch = setInterval(() => {
    rss = Math.max(rss, residentOf(child.pid));
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`soffice ended with ${code}`);
  return { wall: performance.now() - began, processor: processorOf(process.pid) - usedBefore, rss };
}
