/** So many at a time, the rest in line. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place is handed over to the next in line, so none is free meanwhile.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
