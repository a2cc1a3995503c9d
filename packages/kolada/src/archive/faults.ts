import { faultLimit, ImportError, type ImportFault } from './errors.ts';

/** Gathers what is wrong in one import; enough to mend a file by, not a million lines. */
export class Faults {
  readonly #file: string;
  readonly #faults: ImportFault[];

  constructor(file: string, faults: ImportFault[] = []) {
    this.#file = file;
    this.#faults = faults;
  }

  add(fault: Omit<ImportFault, 'file'>): void {
    if (this.full) return;
    this.#faults.push({
      file: this.#file,
      ...fault,
      ...(fault.value === undefined ? {} : { value: shorten(fault.value) }),
    });
  }

  get full(): boolean {
    return this.#faults.length >= faultLimit;
  }

  get list(): readonly ImportFault[] {
    return this.#faults;
  }

  get any(): boolean {
    return this.#faults.length > 0;
  }

  refuseIfAny(): void {
    if (this.any) throw new ImportError(this.#faults);
  }

  refuse(fault: Omit<ImportFault, 'file'>): never {
    this.add(fault);
    throw new ImportError(this.#faults);
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
