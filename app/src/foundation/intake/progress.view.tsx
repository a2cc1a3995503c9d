import { formatNumber, Page, type Shell } from '../ui/index.ts';
import type { Draft } from './draft.store.ts';
import { importsPath } from './import.rules.ts';
import { importTexts } from './import.texts.ts';
import { draftHref } from './paths.ts';
import { texts } from './texts.ts';

/** How far a large import has come; the page asks again by itself, and need not be waited for. */
export function ProgressPage({ shell, draft: { id, state, done, total } }: { shell: Shell; draft: Draft }) {
  const { language } = shell;
  const t = texts(language).progress;
  const here = draftHref(id, '/forlopp');
  const next = state === 'done' ? `${importsPath}/${id}` : draftHref(id, '/granska');
  return (
    <Page shell={shell} narrow title={t.title} crumbs={[{ href: importsPath, label: importTexts(language).title }]}>
      <turbo-frame id={`import-${id}`}>
        {state === 'running' ? (
          <poll-frame data-src={here} data-seconds="1">
            <p>{total === 0 ? t.reading : t.sofar(formatNumber(done, language), formatNumber(total, language))}</p>
            <progress value={total === 0 ? undefined : done} max={total || 1} aria-label={t.title} />
            <p class="muted">{t.mayLeave}</p>
            <p>
              <a href={here} data-turbo-frame="_top">
                {t.look}
              </a>
            </p>
          </poll-frame>
        ) : (
          <poll-frame data-page={next}>
            <p>
              <a href={next} data-turbo-frame="_top">
                {state === 'done' ? t.done : t.refused}
              </a>
            </p>
          </poll-frame>
        )}
      </turbo-frame>
    </Page>
  );
}
