import type { Appendix, Block, DocumentModel, Section } from '../model/index.ts';

/** Every block of a document, in reading order. */
export function* blocksOf({ sections, appendices }: DocumentModel): Generator<Block> {
  for (const section of [...sections, ...appendices]) yield* blocksIn(section);
}

function* blocksIn(section: Section | Appendix): Generator<Block> {
  yield* section.blocks;
  for (const each of section.sections ?? []) yield* blocksIn(each);
  if ('parts' in section) for (const part of section.parts ?? []) yield* blocksIn(part);
}
