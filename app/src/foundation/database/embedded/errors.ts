import type { Language } from '../../texts/index.ts';
import { texts } from './texts.ts';

export type EmbeddedDatabaseErrorCode =
  | 'dataDirInUse'
  | 'versionMismatch'
  | 'notWritable'
  | 'wrongOwner'
  | 'damaged'
  | 'binariesMissing'
  | 'binariesBroken'
  | 'unsupportedMachine'
  | 'unknownAccount'
  | 'startFailed'
  | 'died';

type Texts = ReturnType<typeof texts>;

/** The embedded database cannot run; `sentence`, and the message in both languages, say by what and what to do. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly code: EmbeddedDatabaseErrorCode;
  readonly sentence: (language: Language) => string;

  constructor(code: EmbeddedDatabaseErrorCode, write: (texts: Texts) => string) {
    const sentence = (language: Language) => write(texts(language));
    super(`${sentence('sv')}\n(${sentence('en')})`);
    this.code = code;
    this.sentence = sentence;
  }
}
