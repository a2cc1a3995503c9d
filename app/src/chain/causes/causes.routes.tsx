import type { Route } from '../../foundation/http/index.ts';
import { type Kernel, registerRoutes } from '../../foundation/register/index.ts';
import { cause } from './cause.rules.ts';
import { evidence } from './evidence.rules.ts';
import { guide, interview } from './interview.rules.ts';
import { problem } from './problem.rules.ts';
import { suggestion } from './suggestion.rules.ts';

export function causesRoutes(kernel: Kernel): readonly Route[] {
  return [
    ...registerRoutes(kernel, cause),
    ...registerRoutes(kernel, suggestion),
    ...registerRoutes(kernel, evidence),
    ...registerRoutes(kernel, guide),
    ...registerRoutes(kernel, interview),
    ...registerRoutes(kernel, problem),
  ];
}
