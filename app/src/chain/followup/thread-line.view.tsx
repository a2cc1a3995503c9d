import type { Language } from '../../foundation/texts/index.ts';
import { hrefOf } from './thread.pictures.tsx';
import {
  gapsOf,
  sameObject,
  stepsAround,
  type ThreadGraph,
  type ThreadObject,
  type ThreadStep,
} from './thread.rules.ts';
import { threadTexts } from './thread.texts.ts';
import { threadHref } from './thread-address.rules.ts';

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
  if (before.length + after.length === 0) return null;
  return (
    <nav class="thread-line" aria-label={t.word}>
      {before.length > 0 && <Steps word={t.from} steps={before} object={object} language={language} />}
      {after.length > 0 && <Steps word={t.became2} steps={after} object={object} language={language} />}
      {gap !== undefined && <span class="muted">{t.missing(t.next[gap])}</span>}
      <a class="thread-whole" href={threadHref(object)}>
        {t.whole}
      </a>
    </nav>
  );
}

interface StepsProps {
  readonly word: string;
  readonly steps: readonly ThreadStep[];
  readonly object: ThreadObject;
  readonly language: Language;
}

function Steps({ word, steps, object, language }: StepsProps) {
  const t = threadTexts(language);
  return (
    <>
      <span class="muted">{word}</span>
      <ol>
        {steps.map(({ stage, nodes: [first, ...more] }) => (
          <li>
            {first !== undefined && more.length === 0 ? (
              <a href={hrefOf(first)} aria-label={`${t.stage[stage]}: ${first.title}`} title={t.stage[stage]}>
                {first.title}
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
