import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { TypstAnswer } from './typst-child.ts';
import { PdfError, type TypstJob } from './typst-job.ts';

/**
 * Typst works in processes of its own: setting a page never holds up a request, two documents are set at a time where there are two processors,
 * and should Typst break down on a document, that document is refused and nothing else happens. A process waits → works → waits; it ends when it
 * has been idle for a minute, when it has set as many documents as `longestService`, or when the program that started it does.
 */
const program = path.join(import.meta.dirname, `typst-child${path.extname(import.meta.filename)}`);
const most = Math.min(2, availableParallelism());
const idleTime = 60_000;
/** Typst 0.14 keeps a name of each file for good and can hold 65,535; pictures share theirs, so that this is a matter of memory alone. */
const longestService = 1000;
/** A document that takes longer will not be set at all. */
const longestWork = 60_000;

interface Waiting {
  readonly job: TypstJob;
  readonly done: (pdf: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

interface Setter {
  readonly child: ChildProcess;
  work: Waiting | undefined;
  timer: NodeJS.Timeout | undefined;
  set: number;
}

const queue: Waiting[] = [];
const setters = new Set<Setter>();

export function typesetApart(job: TypstJob): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    queue.push({ job, done, failed });
    next();
  });
}

/** Has a process ready for the next document, and starts one if need be: it loads Typst and the fonts while the document is being made. */
export function prepareTypesetting(): void {
  if (setters.size < most && [...setters].every(({ work }) => work !== undefined)) wait(start());
}

/** Numbers of the processes that are running, for whoever watches over them. */
export function typstProcesses(): readonly number[] {
  return [...setters].flatMap(({ child }) => (child.pid === undefined ? [] : [child.pid]));
}

function next(): void {
  if (queue.length === 0) return;
  let setter = [...setters].find(({ work }) => work === undefined);
  if (setter === undefined && setters.size < most) setter = start();
  if (setter !== undefined) giveWork(setter, queue.shift()!);
}

function start(): Setter {
  const child = fork(program, { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const setter: Setter = { child, work: undefined, timer: undefined, set: 0 };
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  child.on('message', (answer: TypstAnswer) => finish(setter, answer));
  child.once('error', (error) => gone(setter, error.message));
  child.once('exit', (code, signal) => gone(setter, `${signal ?? `code ${code}`}. ${said.trim()}`));
  setters.add(setter);
  return setter;
}

function giveWork(setter: Setter, work: Waiting): void {
  setter.work = work;
  setter.set += 1;
  clearTimeout(setter.timer);
  setter.timer = setTimeout(() => setter.child.kill('SIGKILL'), longestWork);
  hold(setter, true);
  setter.child.send(work.job, (error) => {
    if (error !== null) gone(setter, error.message);
  });
}

function finish(setter: Setter, answer: TypstAnswer): void {
  const { work } = setter;
  setter.work = undefined;
  clearTimeout(setter.timer);
  if (setter.set >= longestService) end(setter);
  else wait(setter);
  if (answer.ok) work?.done(answer.pdf);
  else work?.failed(new PdfError(answer.reason));
  next();
}

function wait(setter: Setter): void {
  setter.timer = setTimeout(() => end(setter), idleTime);
  hold(setter, false);
}

/** A process that waits for work does not keep the program alive. */
function hold(setter: Setter, working: boolean): void {
  const { child, timer } = setter;
  if (working) child.ref();
  else {
    child.unref();
    timer?.unref();
  }
  const pipe = child.stderr as (NodeJS.ReadableStream & { ref?: () => void; unref?: () => void }) | null;
  if (working) {
    child.channel?.ref();
    pipe?.ref?.();
  } else {
    child.channel?.unref();
    pipe?.unref?.();
  }
}

function end(setter: Setter): void {
  setters.delete(setter);
  clearTimeout(setter.timer);
  if (setter.child.connected) setter.child.disconnect();
}

/** It ended by itself; whoever waited for it is told, and the next in the queue gets a new one. */
function gone(setter: Setter, reason: string): void {
  clearTimeout(setter.timer);
  setters.delete(setter);
  const { work } = setter;
  setter.work = undefined;
  work?.failed(new PdfError(`Typst broke down: ${reason}`));
  next();
}
