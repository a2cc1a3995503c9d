import type { Route } from '../../foundation/http/index.ts';
import { type Kernel, registerRoutes } from '../../foundation/register/index.ts';
import { conclusion } from './conclusion.rules.ts';
import { proposal } from './proposal.rules.ts';

/** From causes to a decision: conclusions and proposals, with what is said of them before anybody decides. */
export function proposalRoutes(kernel: Kernel): readonly Route[] {
  return [...registerRoutes(kernel, conclusion), ...registerRoutes(kernel, proposal)];
}
