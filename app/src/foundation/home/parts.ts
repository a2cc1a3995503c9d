import type { Actor, Role } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import type { WheelSegment } from '../ui/index.ts';

/** What a slice may ask when it tells of itself on the start page. */
export interface HomeQuestion {
  readonly actor: Actor;
  readonly language: Language;
  /** Today's date in Sweden. */
  readonly day: string;
}

export type HomeSource<T> = (tx: Transaction, asked: HomeQuestion) => Promise<readonly T[]>;

export interface WheelContribution {
  readonly segment: WheelSegment;
  /** "13 orsaker"; left out when there is nothing to count yet. */
  readonly count?: string | undefined;
  readonly href?: string | undefined;
  /** The municipality's work stands here now; the last that says so is right. */
  readonly current?: boolean;
}

/** Something that waits for this person. */
export interface MineItem {
  readonly href: string;
  readonly title: string;
  /** The day it is due, as 2026-09-05. */
  readonly due?: string | undefined;
  readonly note?: string | undefined;
  /** Something new that waits to be seen: it stands first. */
  readonly news?: boolean;
}

/** An action's effect on the key figure that its analysis began with. */
export interface EffectItem {
  readonly href: string;
  readonly title: string;
  /** "✓ 2 av 7", or "…" while it is too early to say. */
  readonly sign: string;
  readonly words: string;
}

/** What to do before there is anything to see. Shown until it is done. */
export interface FirstStep {
  readonly title: string;
  readonly help: string;
  readonly href: string;
  readonly done: boolean;
}

export interface HomeParts {
  readonly wheel: readonly HomeSource<WheelContribution>[];
  readonly mine: readonly HomeSource<MineItem>[];
  readonly effects: readonly HomeSource<EffectItem>[];
  readonly firstSteps: readonly HomeSource<FirstStep>[];
  /** Sentences about where the work stands, for the lead: "Steg 4 av 5, två veckor efter plan." */
  readonly standing: readonly HomeSource<string>[];
  /** The example municipality that visitors may enter, when there is one. */
  readonly example: () => Promise<{ readonly name: string; readonly roles: readonly Role[] } | undefined>;
}

export type WheelSource = HomeSource<WheelContribution>;
export type MineSource = HomeSource<MineItem>;
export type EffectSource = HomeSource<EffectItem>;
export type FirstStepSource = HomeSource<FirstStep>;
export type StandingSource = HomeSource<string>;
