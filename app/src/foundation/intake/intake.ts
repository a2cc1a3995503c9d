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

/** Every register is a target; `more` are those that take tables in a way of their own. */
export function createIntake(parts: Omit<Intake, 'targets'> & { readonly more: readonly IntakeTarget[] }): Intake {
  const { kernel, files, fileLimit, more } = parts;
  const registers = kernel.registers.filter(({ name }) => name !== imported.name).map(registerTarget);
  return { kernel, files, fileLimit, targets: [...more, ...registers] };
}
