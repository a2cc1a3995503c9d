import { type Parts, readRelations, XmlError } from '../../xml/index.ts';
import type { ReadBudget } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { createWordBlocks } from './word-blocks.ts';
import { readWordStyles } from './word-styles.ts';
import { wordBlocksListener } from './word-tree.ts';

/**
 * A Word document (ECMA-376 part 1, 17) as it reads with all tracked changes accepted, its notes last. Heads and feet of pages are not read; programs in it
 * (macros) are never run, and what it refers to outside itself is never fetched.
 */
export async function readWordPieces(parts: Parts, budget: ReadBudget, remarks: Remarks): Promise<readonly Piece[]> {
  const part = (await readRelations(parts, '')).ofType('officeDocument') ?? 'word/document.xml';
  if (!parts.has(part)) throw new XmlError(`no part ${part}`);
  const relations = await readRelations(parts, part);
  if (parts.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) remarks.add('macros');
  const styles = await readWordStyles(parts, relations.ofType('styles'));
  const changed = () => remarks.add('trackedChanges');
  const blocks = createWordBlocks(styles, budget, remarks);
  await parts.scan(
    part,
    wordBlocksListener('body', (block) => blocks.take(block), changed),
  );
  for (const note of ['footnote', 'endnote'])
    await parts.scan(
      relations.ofType(`${note}s`),
      wordBlocksListener(note, (block) => blocks.take(block), changed),
    );
  return blocks.pieces();
}
