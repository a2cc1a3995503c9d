import type { Language } from '../../foundation/texts/index.ts';
import { hrefOf } from './thread.pictures.tsx';
import {
  gapsOf,
  type Stage,
  sameObject,
  stepsAround,
  type ThreadGraph,
  type ThreadObject,
  type ThreadStep,
} from './thread.rules.ts';
import { threadTexts } from './thread.texts.ts';
import { reportHref, threadHref } from './thread-address.rules.ts';
import { titleOf } from './thread-words.ts';

export interface ThreadLineProps {
  readonly thread: ThreadGraph;
  readonly object: ThreadObject;
  readonly language: Language;
}

/** The thread of an object in one line on its own page: what it came of, what it became, and the way to the whole. */
export function ThreadLine({ thread, object, language }: ThreadLineProps) {
  const t = threadTexts(language);
  const { before, after } = stepsAround(thread, object);
  const own = thread.nodes.find((node) => sameObject(node, object));
  const gap = own && gapsOf(thread).get(own.key);
  const focus = object.kind === 'focusArea';
  if (before.length + after.length === 0 && !focus) return null;
  return (
    <nav class="thread-line" aria-label={t.word}>
      {before.length > 0 && <Steps word={t.from} steps={before} object={object} language={language} />}
      {after.length > 0 && <Steps word={t.becameWord} steps={after} object={object} language={language} />}
      {gap !== undefined && <span class="muted">{t.missing(t.next[gap])}</span>}
      <span class="thread-whole">
        <a href={threadHref(object)}>{t.whole}</a>
        {focus && <a href={reportHref(object.id)}>{t.toReport}</a>}
      </span>
    </nav>
  );
}

/** Formal steps between two that say what was thought and done; the whole thread shows them. */
const formal: readonly Stage[] = ['candidate', 'decision'];

interface StepsProps {
  readonly word: string;
  readonly steps: readonly ThreadStep[];
  readonly object: ThreadObject;
  readonly language: Language;
}

function Steps({ word, steps, object, language }: StepsProps) {
  const t = threadTexts(language);
  const told = steps.filter(({ stage }) => !formal.includes(stage));
  return (
    <>
      <span class="muted">{word}</span>
      <ol>
        {(told.length === 0 ? steps : told).map(({ stage, nodes: [first, ...more] }) => (
          <li>
            {first !== undefined && more.length === 0 ? (
              <a href={hrefOf(first)} title={`${t.stage[stage]}: ${first.title}`}>
                {first.kind === 'keyFigure' ? `${t.stage[stage]} ${first.id}` : titleOf(first, language)}
              </a>
            ) : (
              <a href={threadHref(object)}>{t.count[stage](more.length + 1)}</a>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
