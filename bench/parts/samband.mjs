import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The built application on a data folder of its own and a free port; ready when it has said its address. */
export async function startSamband(dataFolder, environment = {}) {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', new URL('../../app/dist/main.js', import.meta.url).pathname],
    {
      env: {
        ...process.env,
        DATABASE_URL: '',
        SAMBAND_DATA: dataFolder,
        SAMBAND_PORT: '0',
        SAMBAND_EXAMPLE: 'on',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  let faults = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    faults += text;
  });
  const origin = await new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(`Samband did not start:\n${faults}${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      // The log goes on; only the greeting is of interest.
      if (said.length < 100_000) said += text;
      const [, address] = /igång: (http\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
  });
  const status = (name) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  return {
    origin,
    postgresFolder: path.join(dataFolder, 'postgres'),
    /** Megabytes now, and the most there have been. */
    memory: () => ({ now: status('VmRSS'), most: status('VmHWM') }),
    /** Milliseconds of processor that the program has used, its database not counted. */
    processor: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      return 10 * (Number(fields[11]) + Number(fields[12]));
    },
    async signIn(role) {
      const response = await fetch(`${origin}/exempel/${role}`, { redirect: 'manual' });
      if (response.status !== 303) throw new Error(`/exempel/${role} answered ${response.status}`);
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    async stop() {
      const ended = new Promise((resolve) => child.on('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
