import type { Language } from '../../foundation/texts/index.ts';
import { EmptyState, LinkButton, Page, PictureLinks, type Shell } from '../../foundation/ui/index.ts';
import { hrefOf, mostDrawn, threadPicture } from './thread.pictures.tsx';
import {
  gapsOf,
  sameObject,
  stepsAround,
  stepsOf,
  type ThreadGraph,
  type ThreadNode,
  type ThreadObject,
} from './thread.rules.ts';
import { threadTexts } from './thread.texts.ts';
import { reportHref, threadHref, threadPictureHref } from './thread-address.rules.ts';
import { countWords, noteOf, titleOf } from './thread-words.ts';

export interface ThreadPageProps {
  readonly shell: Shell;
  readonly object: ThreadObject;
  readonly thread: ThreadGraph;
}

const phoneWidth = 350;

/** The whole thread of one object, as a picture and as a list. */
export function ThreadPage({ shell, object, thread }: ThreadPageProps) {
  const { language } = shell;
  const t = threadTexts(language);
  const own = thread.nodes.find((node) => sameObject(node, object))!;
  const areas = thread.nodes.filter(({ kind }) => kind === 'focusArea');
  return (
    <Page
      shell={shell}
      wide
      title={t.title(titleOf(own, language))}
      lead={<ThreadLead thread={thread} object={object} language={language} />}
      crumbs={[
        { href: threadHref(object).split('?')[0], label: t.start },
        { href: hrefOf(own), label: titleOf(own, language) },
      ]}
      actions={areas.length === 1 && <LinkButton href={reportHref(areas[0]!.id)}>{t.toReport}</LinkButton>}
    >
      <ThreadFigure thread={thread} object={object} language={language} />
      <ThreadGaps thread={thread} language={language} />
      <ThreadList thread={thread} object={object} language={language} />
    </Page>
  );
}

interface ThreadPartProps {
  readonly thread: ThreadGraph;
  readonly object: ThreadObject;
  readonly language: Language;
}

function ThreadLead({ thread, object, language }: ThreadPartProps) {
  const t = threadTexts(language);
  const { before, after } = stepsAround(thread, object);
  return (
    <>
      {before.length === 0 ? t.cameNothing : t.came(countWords(before, language))}{' '}
      {after.length === 0 ? t.becameNothing : t.became(countWords(after, language))}
    </>
  );
}

function ThreadFigure({ thread, object, language }: ThreadPartProps) {
  const t = threadTexts(language);
  if (thread.nodes.length > mostDrawn) return <p>{t.tooMany(thread.nodes.length)}</p>;
  const { chart, width } = threadPicture(thread, object, t.word, language);
  const downloads = (['svg', 'png'] as const).map((format) => ({
    label: format.toUpperCase(),
    href: threadPictureHref(object, format),
  }));
  return (
    <figure class="chart-figure">
      <figcaption>
        <h2>{t.picture}</h2>
      </figcaption>
      <chart-tip class="chart-wide">{chart(width)}</chart-tip>
      <chart-tip class="chart-narrow">{chart(phoneWidth)}</chart-tip>
      <div class="chart-below">
        <PictureLinks links={downloads} />
      </div>
    </figure>
  );
}

function ThreadGaps({ thread, language }: { readonly thread: ThreadGraph; readonly language: Language }) {
  const t = threadTexts(language);
  const gaps = gapsOf(thread);
  const ending = thread.nodes.filter(({ key }) => gaps.has(key));
  return (
    <section aria-labelledby="inte-an">
      <h2 id="inte-an">{t.gaps}</h2>
      <p>{ending.length === 0 ? t.noGaps : t.gapsLead(ending.length)}</p>
      {ending.length > 0 && (
        <ul>
          {ending.map((node) => (
            <li>
              {t.stage[node.stage]}: <a href={hrefOf(node)}>{titleOf(node, language)}</a>{' '}
              <span class="muted">{t.missing(t.next[gaps.get(node.key)!])}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same as the picture, to be read or heard: step by step, each with what it came of. */
function ThreadList({ thread, object, language }: ThreadPartProps) {
  const t = threadTexts(language);
  const gaps = gapsOf(thread);
  const byKey = new Map(thread.nodes.map((node) => [node.key, node]));
  const sources = (node: ThreadNode) =>
    thread.edges.filter(({ to }) => to === node.key).flatMap(({ from }) => byKey.get(from) ?? []);
  return (
    <section aria-labelledby="steg">
      <h2 id="steg">{t.list}</h2>
      <ol class="thread-steps">
        {stepsOf(thread.nodes).map(({ stage, nodes }) => (
          <li>
            <h3>{t.stage[stage]}</h3>
            <ul>
              {nodes.map((node) => (
                <li>
                  <ThreadItem
                    node={node}
                    here={sameObject(node, object)}
                    note={noteOf(node, gaps.get(node.key), language)}
                    came={sources(node)}
                    language={language}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ThreadItemProps {
  readonly node: ThreadNode;
  readonly here: boolean;
  readonly note: string;
  readonly came: readonly ThreadNode[];
  readonly language: Language;
}

function ThreadItem({ node, here, note, came, language }: ThreadItemProps) {
  const t = threadTexts(language);
  return (
    <>
      <a href={hrefOf(node)} {...(here ? { 'aria-current': 'true' as const } : {})}>
        {titleOf(node, language)}
      </a>
      {here && <strong> ({t.here})</strong>}
      {note !== '' && <span class="muted"> {note}</span>}
      {came.length > 0 && (
        <small class="thread-came">
          {t.from} {came.map((one) => titleOf(one, language)).join('; ')}
        </small>
      )}
    </>
  );
}

/** Where nothing is named: the focus areas, whose threads hold most. */
export function ThreadStartPage({
  shell,
  areas,
}: {
  readonly shell: Shell;
  readonly areas: readonly { readonly id: string; readonly title: string }[];
}) {
  const t = threadTexts(shell.language);
  return (
    <Page shell={shell} narrow title={t.start} lead={t.startLead}>
      {areas.length === 0 ? (
        <EmptyState title={t.startEmpty}>
          <p>{t.startEmptyHelp}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="omraden">
          <h2 id="omraden">{t.startAreas}</h2>
          <ul>
            {areas.map(({ id, title }) => (
              <li>
                <a href={threadHref({ kind: 'focusArea', id })}>{title}</a> ·{' '}
                <a href={reportHref(id)} aria-label={`${t.toReport}: ${title}`}>
                  {t.toReport}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
