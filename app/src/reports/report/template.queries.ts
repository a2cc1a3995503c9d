import type { Transaction } from '../../foundation/database/index.ts';
import { readTemplate, type WordTemplate } from './template.store.ts';

export { readTemplate, templatesInUse, type WordTemplate } from './template.store.ts';

/** The template that reports are written on, unless it has been put aside. */
export async function readTemplateInUse(tx: Transaction): Promise<WordTemplate | undefined> {
  const template = await readTemplate(tx);
  return template?.active === true ? template : undefined;
}
