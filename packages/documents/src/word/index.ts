import { openTemplate, type TemplateFault, TemplateFaultError } from './template.ts';

export { type TemplateFault, TemplateFaultError, type TemplateFaultKind } from './template.ts';
export { docxType, type WordOptions, writeWord } from './write.ts';

/** Everything that makes a file unfit as a template: nothing is found in one that can be written on. */
export async function wordTemplateFaults(bytes: Uint8Array): Promise<readonly TemplateFault[]> {
  try {
    await openTemplate(bytes);
    return [];
  } catch (error) {
    if (error instanceof TemplateFaultError) return error.faults;
    throw error;
  }
}
