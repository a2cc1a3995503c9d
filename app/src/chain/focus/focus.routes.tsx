import type { Route } from '../../foundation/http/index.ts';
import { type Kernel, registerRoutes } from '../../foundation/register/index.ts';
import { focusArea } from './area.rules.ts';
import { candidate } from './candidate.rules.ts';

export function focusRoutes(kernel: Kernel): readonly Route[] {
  return [...registerRoutes(kernel, candidate), ...registerRoutes(kernel, focusArea)];
}
