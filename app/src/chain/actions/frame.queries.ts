import type { Transaction } from '../../foundation/database/index.ts';
import type { Frame } from './frame.rules.ts';
import { readFrameRow } from './frame.store.ts';

export function currentFrame(tx: Transaction): Promise<Frame> {
  return readFrameRow(tx);
}
