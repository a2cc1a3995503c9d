import { formatDate } from '../format/index.ts';
import type { Content } from './children.ts';
import { useTexts } from './language.tsx';

export interface NoticeProps {
  readonly kind?: 'info' | 'success' | 'warning' | 'error';
  readonly title?: string;
  readonly children?: Content;
}

/** Something that matters to the reading of the page; a flash message is the shell's. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  return (
    <div class={`notice is-${kind}`}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** What would stand here, why it does not, and what to do. */
export function EmptyState({ title, action, children }: { title: string; action?: Content; children?: Content }) {
  return (
    <div class="empty-state">
      <p class="empty-title">{title}</p>
      {children}
      {action !== undefined && <p>{action}</p>}
    </div>
  );
}

export type TagTone = 'neutral' | 'own' | 'plan' | 'analyse' | 'act' | 'warning';

/** A short word about a thing; the colour only repeats what the word says. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: Content }) {
  return <span class={`tag is-${tone}`}>{children}</span>;
}

export type SourceKind = 'published' | 'computed' | 'both' | 'example';

export interface SourceLineProps {
  readonly kind: SourceKind;
  /** When the figures were fetched from Kolada. */
  readonly fetchedAt?: Date | string | undefined;
  /** More to say about the figures above. */
  readonly children?: Content;
}

/** Under every table and chart: whose figures these are. Raw and computed are never mixed up. */
export function SourceLine({ kind, fetchedAt, children }: SourceLineProps) {
  const texts = useTexts();
  const fetched = fetchedAt === undefined ? '' : texts.fetched(formatDate(fetchedAt));
  const words = {
    published: texts.sourcePublished(fetched),
    computed: texts.sourceComputed,
    both: texts.sourceBoth(fetched),
    example: texts.sourceExample,
  };
  return (
    <p class="source-line">
      {words[kind]} {children}
    </p>
  );
}

/** A figure that is not there, with its reason, in italics; never 0. */
export function Missing({ reason }: { reason?: string | undefined }) {
  const texts = useTexts();
  return <em class="missing">{reason === undefined ? texts.missing : reason}</em>;
}

/** The warm panel beside a chart, for what is said rather than counted. */
export function Panel({ children }: { children: Content }) {
  return <aside class="panel">{children}</aside>;
}
