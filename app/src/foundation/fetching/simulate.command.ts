import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Archive,
  archiveSource,
  type Faults,
  generatedSource,
  openArchive,
  type Simulator,
  type SimulatorSource,
  startSimulator,
} from '@samband/kolada';
import { type Command, type CommandCall, CommandError, exitCode } from '../command-line/index.ts';
import { formatNumber } from '../format/index.ts';
import { type KoladaCommandParts, withArchive } from './command-parts.ts';
import { readYears } from './fetch-order.rules.ts';
import { syncTexts } from './sync-command.texts.ts';

export function simulateCommand(parts: KoladaCommandParts): Command {
  return {
    words: 'kolada simulate',
    usage:
      'kolada simulate [--archive FIL | --generated N [--units N] [--years 2010-2025]] [--port N] [--faults html=0.1,serverError=0.1,slowMs=200,limit=3]',
    purpose: {
      sv: 'En låtsad Kolada på den egna datorn, för prov och visning',
      en: 'A pretended Kolada on the own machine, for trials and demonstrations',
    },
    options: {
      archive: { type: 'string' },
      generated: { type: 'string' },
      units: { type: 'string' },
      years: { type: 'string' },
      port: { type: 'string' },
      faults: { type: 'string' },
    },
    async run(call) {
      const [port, faults] = [readPort(call), readFaults(call)];
      const path = call.text('archive');
      if (call.text('generated') !== undefined) return serve(call, generated(call), port, faults);
      if (path !== undefined) return withArchive(call, path, () => serveArchive(call, path, port, faults));
      return withExample(parts, (example) =>
        serveArchive(call, example, port, faults, syncTexts(call.language).simulatingWhat.example),
      );
    },
  };
}

interface Served {
  readonly source: SimulatorSource;
  readonly what: string;
}

function generated(call: CommandCall): Served {
  const [kpis, units] = [readCount(call, 'generated'), readCount(call, 'units', 311)];
  const yearsText = call.text('years') ?? '2010-2025';
  const years = readYears(yearsText);
  if (years === undefined) throw new CommandError(exitCode.usage, syncTexts(call.language).badYears(yearsText));
  const all = Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index);
  const number = (value: number) => formatNumber(value, call.language);
  return {
    source: generatedSource({ kpis, units, years: all }),
    what: syncTexts(call.language).simulatingWhat.generated(number(kpis), number(units), years.join('–')),
  };
}

async function serveArchive(call: CommandCall, path: string, port: number, faults: Faults, what?: string) {
  const archive: Archive = await openArchive(path);
  try {
    const words = what ?? syncTexts(call.language).simulatingWhat.archive(path);
    await serve(call, { source: archiveSource(archive), what: words }, port, faults);
  } finally {
    await archive.close();
  }
}

async function serve(call: CommandCall, { source, what }: Served, port: number, faults: Faults): Promise<undefined> {
  const t = syncTexts(call.language);
  const simulator: Simulator = await startSimulator(source, { port, faults }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new CommandError(exitCode.fault, t.portTaken(port)) : error;
  });
  call.print(`${t.simulating(simulator.url)} ${what}.`);
  call.print(t.simulatingHow(simulator.url));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await simulator.close();
  return undefined;
}

/** Made anew in a folder that goes away with us: the application's own example may be in use, or not be there yet. */
async function withExample(parts: KoladaCommandParts, work: (archive: string) => Promise<void>): Promise<undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samband-example-'));
  try {
    const archive = path.join(folder, 'example.duckdb');
    await parts.writeExample(archive);
    await work(archive);
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readPort(call: CommandCall): number {
  const text = call.text('port') ?? '0';
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CommandError(exitCode.usage, syncTexts(call.language).badPort(text));
}

function readCount(call: CommandCall, option: string, fallback?: number): number {
  const text = call.text(option);
  if (text === undefined && fallback !== undefined) return fallback;
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count < 100_000) return count;
  throw new CommandError(exitCode.usage, syncTexts(call.language).badCount(option, text ?? ''));
}

const numberFaults = ['tooManyRequests', 'serverError', 'cutOff', 'html', 'wrongTypes', 'slowMs', 'limit'] as const;
const switchFaults = ['shuffleGenders', 'doubleEncoding'] as const;

function readFaults(call: CommandCall): Faults {
  const faults: Record<string, number | boolean> = {};
  for (const part of (call.text('faults') ?? '').split(',').filter(Boolean)) {
    const [name = '', value = ''] = part.trim().split('=');
    if (switchFaults.some((known) => known === name) && value === '') faults[name] = true;
    else if (numberFaults.some((known) => known === name) && /^\d+(\.\d+)?$/.test(value)) faults[name] = Number(value);
    else {
      const known = [...numberFaults.map((each) => `${each}=N`), ...switchFaults].join(', ');
      throw new CommandError(exitCode.usage, syncTexts(call.language).badFault(part, known));
    }
  }
  return faults;
}
