import type { Files } from '../files/index.ts';
import type { Kernel } from '../register/index.ts';
import { imported } from './import.rules.ts';
import { registerTarget } from './register.target.ts';
import type { IntakeTarget } from './target.ts';

/** What the way in needs of the house, put together in wiring.ts. */
export interface Intake {
  readonly kernel: Kernel;
  readonly files: Files;
  /** Of one file, in bytes. */
  readonly fileLimit: number;
  readonly targets: readonly IntakeTarget[];
}

/** Every register is a target, but those of `without`, whose rows the program makes; `more` are those that take tables in a way of their own. */
export function createIntake(
  parts: Omit<Intake, 'targets'> & { readonly without?: readonly string[]; readonly more: readonly IntakeTarget[] },
): Intake {
  const { kernel, files, fileLimit, without = [], more } = parts;
  const left = new Set([imported.name, ...without]);
  const registers = kernel.registers.filter(({ name }) => !left.has(name)).map(registerTarget);
  return { kernel, files, fileLimit, targets: [...more, ...registers] };
}
