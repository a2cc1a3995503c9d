import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DrawingOptions, DrawnPicture } from './draw.ts';
import type { DrawingAnswer, DrawingOrder } from './drawing-thread.ts';

/**
 * Pictures are drawn in threads of their own, as many at a time as there are processors, two at most: a picture takes a tenth of a second, in which nobody else would be
 * served. A thread waits → draws → waits; it ends when it has waited for a minute, and keeps no program alive meanwhile.
 */
const program = path.join(import.meta.dirname, `drawing-thread${path.extname(import.meta.filename)}`);
const most = Math.min(2, availableParallelism());
const idleTime = 60_000;

interface Waiting {
  readonly order: DrawingOrder;
  readonly done: (drawn: DrawnPicture) => void;
  readonly failed: (error: unknown) => void;
}

interface Drawer {
  readonly thread: Worker;
  work: Waiting | undefined;
  timer: NodeJS.Timeout | undefined;
}

const queue: Waiting[] = [];
const drawers = new Set<Drawer>();

/** Many pictures, each once, without holding anybody up. */
export async function drawPictures(
  svgs: Iterable<string>,
  options: DrawingOptions = {},
): Promise<ReadonlyMap<string, DrawnPicture>> {
  const each = [...new Set(svgs)];
  const drawn = await Promise.all(each.map((svg) => drawApart(svg, options)));
  return new Map(each.map((svg, index) => [svg, drawn[index]!]));
}

function drawApart(svg: string, options: DrawingOptions): Promise<DrawnPicture> {
  return new Promise((done, failed) => {
    queue.push({ order: { svg, options }, done, failed });
    next();
  });
}

function next(): void {
  if (queue.length === 0) return;
  let drawer = [...drawers].find(({ work }) => work === undefined);
  if (drawer === undefined && drawers.size < most) drawer = start();
  if (drawer === undefined) return;
  drawer.work = queue.shift()!;
  clearTimeout(drawer.timer);
  drawer.thread.ref();
  drawer.thread.postMessage(drawer.work.order);
}

function start(): Drawer {
  const drawer: Drawer = { thread: new Worker(program), work: undefined, timer: undefined };
  drawer.thread.on('message', (answer: DrawingAnswer) => finish(drawer, answer));
  drawer.thread.once('error', (error) => gone(drawer, error));
  drawer.thread.once('exit', () => gone(drawer, new Error('The thread that draws pictures ended.')));
  drawers.add(drawer);
  return drawer;
}

function finish(drawer: Drawer, answer: DrawingAnswer): void {
  const { work } = drawer;
  drawer.work = undefined;
  drawer.thread.unref();
  drawer.timer = setTimeout(() => void drawer.thread.terminate(), idleTime);
  drawer.timer.unref();
  if (answer.ok) work?.done(answer.drawn);
  else work?.failed(answer.error);
  next();
}

/** It ended by itself; whoever waited for it is told, and the next in the queue gets a new one. */
function gone(drawer: Drawer, error: Error): void {
  clearTimeout(drawer.timer);
  drawers.delete(drawer);
  drawer.work?.failed(error);
  drawer.work = undefined;
  next();
}
