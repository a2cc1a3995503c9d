import type { Actor } from '../foundation/access/index.ts';
import type { Transaction } from '../foundation/database/index.ts';
import type { FigureStore } from '../foundation/figures/index.ts';
import { changeRow, createRow, type Kernel, type Register, type RegisterWork } from '../foundation/register/index.ts';

type Inputs = Readonly<Record<string, string>>;
type Kept = NonNullable<Parameters<typeof createRow>[2]>;

/** Whoever tells the story of the chain: by the same commands as people, and remembering what each row was called. */
export class Teller {
  readonly kernel: Kernel;
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly figures: FigureStore;
  /** The day that the story is told on, as 2026-11-22. */
  readonly today: string;
  readonly #ids = new Map<string, string>();

  constructor(parts: Pick<Teller, 'kernel' | 'tx' | 'actor' | 'figures' | 'today'>) {
    this.kernel = parts.kernel;
    this.tx = parts.tx;
    this.actor = parts.actor;
    this.figures = parts.figures;
    this.today = parts.today;
  }

  work(register: Register): RegisterWork {
    return { kernel: this.kernel, tx: this.tx, actor: this.actor, register, language: 'sv' };
  }

  /** A row as a person would write it: references by their names. It can be pointed at afterwards by what it is called. */
  async add(register: Register, called: string, inputs: Inputs, kept: Kept = {}): Promise<string> {
    return this.remember(called, done(register, await createRow(this.work(register), inputs, kept)));
  }

  /** Writes more in a row that is there. */
  async change(register: Register, id: string, version: number, inputs: Inputs): Promise<void> {
    done(register, await changeRow(this.work(register), id, version, inputs));
  }

  remember(called: string, id: string): string {
    if (this.#ids.has(called)) throw new Error(`the story calls two things ${called}`);
    this.#ids.set(called, id);
    return id;
  }

  id(called: string): string {
    const id = this.#ids.get(called);
    if (id === undefined) throw new Error(`the story has not told of ${called} yet`);
    return id;
  }

  /** Several ids as a form sends them. */
  lines(called: readonly string[]): string {
    return called.map((one) => this.id(one)).join('\n');
  }

  /** The id of somebody or something in the organisation. */
  async named(reference: 'person' | 'committee', name: string): Promise<string> {
    const [id] = (await this.kernel.references.get(reference)!.find(this.tx, [name])).get(name) ?? [];
    if (id === undefined) throw new Error(`the example has no ${reference} called ${name}`);
    return id;
  }

  /** So many days from today; negative before it. */
  day(from: number): string {
    return new Date(Date.parse(`${this.today}T00:00:00Z`) + from * 86_400_000).toISOString().slice(0, 10);
  }

  /** The year that it was so many years ago. */
  year(from: number): number {
    return Number(this.today.slice(0, 4)) + from;
  }
}

/** What the story does must succeed; a refusal is a fault in the story. */
function done(register: Register, result: Awaited<ReturnType<typeof createRow>>): string {
  if (result.ok) return result.id;
  const faults =
    result.reason === 'invalid'
      ? [
          ...result.faults.map(({ field, reason }) => `${field}: ${reason}`),
          ...result.broken.map(({ field, text }) => `${field}: ${text('en')}`),
        ]
      : ['somebody else has changed it'];
  throw new Error(`the story cannot be told in ${register.name}: ${faults.join(', ')}`);
}
