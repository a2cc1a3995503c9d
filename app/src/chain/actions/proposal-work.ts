import type { Transaction } from '../../foundation/database/index.ts';
import type { SambandRequest } from '../../foundation/http/index.ts';
import type { Kernel, RegisterWork } from '../../foundation/register/index.ts';
import { proposal } from './proposal.rules.ts';
import { proposalTexts } from './proposal.texts.ts';

/** What the kernel's commands need in order to change a proposal for the person who asks. */
export function proposalWork(kernel: Kernel, request: SambandRequest, tx: Transaction): RegisterWork {
  return { kernel, tx, actor: request.person, register: proposal, language: request.language };
}

export function proposalCrumbs(request: SambandRequest) {
  return [{ href: proposal.path, label: proposalTexts(request.language).title }];
}
