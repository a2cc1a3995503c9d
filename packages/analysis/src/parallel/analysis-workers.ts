import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PublicationDates } from '../preliminary.ts';
import type { AllSituations, AllSituationsQuestion } from '../situation/all.ts';
import { analyseAll } from '../situation/analyse-all.ts';
import { type JudgeOrder, placeName, type Reply, type Request } from './messages.ts';
import {
  newTurns,
  type SharedYardsticks,
  sharedFigures,
  sharedStrengths,
  sharedYardsticks,
  stopTurns,
} from './shared-memory.ts';

export { sharedFigures } from './shared-memory.ts';

/** Threads kept warm for one question after another. */
export interface AnalysisWorkers {
  /** Threads that a large question is divided between; 1 is the thread that asks. */
  readonly count: number;
  /**
   * As the function `analyseAll`, with the same answer to the last bit. Rejects with what the analysis threw, with the reason of the signal, or with an
   * `Error` when a thread ended or was closed. Questions wait for each other.
   */
  analyseAll(question: AllSituationsQuestion, signal?: AbortSignal): Promise<AllSituations>;
  /** Ends the threads, whatever they do. Left open they do not keep a program from ending, but they keep their memory. */
  close(): Promise<void>;
}

export interface AnalysisWorkersOptions {
  /** As many as there are cores unless said. */
  readonly threads?: number;
  /** Fewer judgements (key figures × municipalities) than this are made by the thread that asks: to divide them would take longer. Default 200 000. */
  readonly worthDividing?: number;
}

const WORTH_DIVIDING = 200_000;

/** So many turns each, that nobody waits long for one who is late. */
const TURNS_EACH = 16;

const program = path.join(import.meta.dirname, `analysis-worker${path.extname(import.meta.filename)}`);

/** `analyseAll` on all cores, once: the threads are started and ended. For more than one question, or other options: `analysisWorkers`. */
export async function analyseAllInParallel(
  question: AllSituationsQuestion,
  signal?: AbortSignal,
): Promise<AllSituations> {
  const workers = analysisWorkers();
  try {
    return await workers.analyseAll(question, signal);
  } finally {
    await workers.close();
  }
}

/**
 * Divides `analyseAll` between threads. They start with the first question that is worth dividing; a small one, and
 * any on one core, is answered by the function itself in the thread that asks.
 *
 * The threads keep the last survey with its yardsticks: as long as figures, key figures and municipalities are the same objects, and the year the same, they
 * are not made anew. Figures that do not lie in memory that threads share are copied there; `sharedFigures` does so beforehand.
 *
 * @example
 * const workers = analysisWorkers();
 * const { municipalities } = await workers.analyseAll({ figures, keyFigures, municipalities, year, comparisonOf });
 * await workers.close();
 */
export function analysisWorkers(options: AnalysisWorkersOptions = {}): AnalysisWorkers {
  const { threads = availableParallelism(), worthDividing = WORTH_DIVIDING } = options;
  const count = Math.max(1, Math.floor(threads));
  let workers: Worker[] = [];
  let surveyed: Surveyed | undefined;
  let yardsticks: SharedYardsticks | undefined;
  let strengths: Float64Array | undefined;
  let isClosed = false;
  let before: Promise<unknown> = Promise.resolve();

  async function answer(question: AllSituationsQuestion, signal: AbortSignal | undefined): Promise<AllSituations> {
    if (isClosed) throw new Error('The analysis workers are closed');
    signal?.throwIfAborted();
    const { keyFigures, municipalities, year } = question;
    if (count === 1 || keyFigures.length * municipalities.length < worthDividing) return analyseAll(question);
    const order = orderOf(question);
    if (workers.length === 0) start();
    await survey(question);
    strengths = sharedStrengths(keyFigures.length * municipalities.length, strengths);
    await divide({ kind: 'judge', turns: newTurns(), strengths, ...order }, signal);
    const found = new Array<AllSituations['municipalities'][number]>(municipalities.length);
    const turnSize = Math.ceil(municipalities.length / (count * TURNS_EACH));
    await divide({ kind: 'find', turns: newTurns(), turnSize }, signal, (situations, from) => {
      situations.forEach((situation, i) => {
        found[from + i] = situation;
      });
    });
    return { year, municipalities: found };
  }

  function start(): void {
    workers = Array.from({ length: count }, () => {
      const worker = new Worker(program, {
        // Without what the asking program was started with: not all of it is allowed in a thread (--input-type, for one).
        execArgv: [],
        // Room for what is soon forgotten: as much as Node gives costs 150 MB a thread and saves a few per cent of the time.
        resourceLimits: { maxYoungGenerationSizeMb: 12 },
      });
      worker.unref();
      // What happens to it while it is asked is told to whoever asks; if it ends at any time, all start anew.
      worker.on('error', () => undefined);
      worker.once('exit', () => {
        if (workers.includes(worker)) void end();
      });
      return worker;
    });
  }

  async function end(): Promise<void> {
    const ending = workers;
    workers = [];
    surveyed = undefined;
    yardsticks = undefined;
    strengths = undefined;
    await Promise.all(ending.map((worker) => worker.terminate()));
  }

  async function survey({ figures, keyFigures, municipalities, year }: AllSituationsQuestion): Promise<void> {
    const isKept =
      surveyed?.figures === figures &&
      surveyed.keyFigures === keyFigures &&
      surveyed.municipalities === municipalities &&
      surveyed.year === year;
    if (isKept) return;
    surveyed = undefined;
    yardsticks = sharedYardsticks(figures, municipalities.length, year, yardsticks);
    await ask({ kind: 'survey', figures: sharedFigures(figures), keyFigures, municipalities, year, yardsticks });
    surveyed = { figures, keyFigures, municipalities, year };
  }

  /** Asks for work that is taken in turns: after a fault, or when no longer wanted, no more of it is taken. */
  async function divide(
    request: Extract<Request, { turns: unknown }>,
    signal: AbortSignal | undefined,
    hear?: Hear,
  ): Promise<void> {
    signal?.throwIfAborted();
    const stop = (): void => stopTurns(request.turns);
    signal?.addEventListener('abort', stop);
    try {
      await ask(request, hear, stop);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    signal?.throwIfAborted();
  }

  /** Every worker answers, or has failed, before the first fault is thrown: then all are free for the next question. */
  async function ask(request: Request, hear?: Hear, stop?: () => void): Promise<void> {
    if (workers.length === 0)
      throw new Error('The analysis workers were closed, or ended, before the question was answered');
    const answers = workers.map((worker) =>
      answered(worker, request, hear).catch((error: unknown) => {
        stop?.();
        throw error;
      }),
    );
    const failed = (await Promise.allSettled(answers)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  return {
    count,
    analyseAll(question, signal) {
      const mine = before.then(() => answer(question, signal));
      before = mine.catch(() => undefined);
      return mine;
    },
    close() {
      isClosed = true;
      return end();
    },
  };
}

type Surveyed = Pick<AllSituationsQuestion, 'figures' | 'keyFigures' | 'municipalities' | 'year'>;
type Hear = (situations: AllSituations['municipalities'], from: number) => void;

/** Resolves when the worker is done with the request, and rejects with what it threw or ended with. Meanwhile it keeps the program from ending. */
async function answered(worker: Worker, request: Request, hear: Hear | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onMessage = (reply: Reply): void => {
    if (reply.kind === 'found') hear?.(reply.situations, reply.from);
    else if (reply.kind === 'done') resolve();
    else reject(reply.error);
  };
  const onExit = (code: number): void => reject(new Error(`An analysis worker ended with code ${code}`));
  worker.on('message', onMessage).on('error', reject).on('exit', onExit).ref();
  try {
    worker.postMessage(request);
    await promise;
  } finally {
    worker.off('message', onMessage).off('error', reject).off('exit', onExit).unref();
  }
}

/** Asks the question's functions all that the workers may want to know. */
function orderOf({
  keyFigures,
  municipalities,
  comparisonOf,
  publication,
  riket,
  today,
  maxFindings,
}: AllSituationsQuestion): Omit<JudgeOrder, 'strengths'> {
  const places = new Map(
    keyFigures.map(({ area, subArea = null }) => [placeName(area, subArea), { area, subArea }] as const),
  );
  return {
    comparisons: municipalities.map((unit) => {
      const { kind, unitsFor } = comparisonOf(unit);
      const asked = kind === 'all' ? [] : [...places];
      return { kind, units: new Map(asked.map(([name, { area, subArea }]) => [name, unitsFor(area, subArea)])) };
    }),
    publication: publication ? datesOf(keyFigures, publication) : null,
    riket,
    today,
    maxFindings,
  };
}

function datesOf(
  keyFigures: AllSituationsQuestion['keyFigures'],
  publication: NonNullable<AllSituationsQuestion['publication']>,
): Map<string, PublicationDates> {
  const dates = new Map<string, PublicationDates>();
  for (const { kpi } of keyFigures) {
    const known = publication(kpi);
    if (known) dates.set(kpi, known);
  }
  return dates;
}
