export interface SyncProgress {
  readonly phase: 'catalogue' | 'figures' | 'publishing' | 'done';
  readonly kpisDone: number;
  readonly kpisTotal: number;
  /** Figures received in this run, missing ones included. */
  readonly values: number;
  readonly valuesPerSecond: number;
  /** Null until there is something to reckon from. */
  readonly secondsLeft: number | null;
}

/** Reckons the rate and the time left from what this run has done; what an earlier run did counts as done but not as speed. */
export class Pace {
  readonly #onProgress: (progress: SyncProgress) => void;
  readonly #clock: () => number;
  #phase: SyncProgress['phase'] = 'catalogue';
  #started = 0;
  #total = 0;
  #resumed = 0;
  #done = 0;
  values = 0;

  constructor(onProgress: ((progress: SyncProgress) => void) | undefined, clock: () => number) {
    this.#onProgress = onProgress ?? (() => undefined);
    this.#clock = clock;
  }

  enter(phase: SyncProgress['phase']): void {
    this.#phase = phase;
    this.#tell();
  }

  begin(total: number, resumed: number): void {
    this.#started = this.#clock();
    [this.#total, this.#resumed, this.#done] = [total, resumed, resumed];
    this.enter('figures');
  }

  received(values: number): void {
    this.values += values;
    this.#tell();
  }

  finished(kpis: number): void {
    this.#done += kpis;
    this.#tell();
  }

  #tell(): void {
    const seconds = this.#started === 0 ? 0 : (this.#clock() - this.#started) / 1000;
    const own = this.#done - this.#resumed;
    this.#onProgress({
      phase: this.#phase,
      kpisDone: this.#done,
      kpisTotal: this.#total,
      values: this.values,
      valuesPerSecond: seconds > 0 ? Math.round(this.values / seconds) : 0,
      secondsLeft: own > 0 ? Math.round((seconds / own) * (this.#total - this.#done)) : null,
    });
  }
}
