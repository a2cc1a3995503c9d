import { raw } from 'hono/html';
import type { Language } from '../texts/index.ts';
import { Button, Form, formatNumber, LinkButton, Notice, Page, type Shell } from '../ui/index.ts';
import { importsPath } from './import.rules.ts';
import { importTexts } from './import.texts.ts';
import { draftHref, runHref } from './paths.ts';
import type { Run } from './run.store.ts';
import { refusedText } from './said.ts';
import { texts } from './texts.ts';

/** Where one goes on when nothing more is to be waited for. */
export function nextHref({ id, kind, state }: Run): string {
  if (kind === 'undo' || (kind === 'import' && state === 'done')) return `${importsPath}/${id}`;
  return kind === 'preview' && state !== 'done' ? draftHref(id) : draftHref(id, '/granska');
}

/** How far something large has come; the page asks again by itself, and need not be waited for. Its button lies beside what is drawn anew, so that it keeps the focus. */
export function RunPage({ shell, run }: { shell: Shell; run: Run }) {
  const { language } = shell;
  const t = texts(language).run;
  const { id, kind, state, stopAsked, title } = run;
  const going = state === 'running';
  return (
    <Page
      shell={shell}
      narrow
      title={t.titles[kind]}
      lead={title}
      crumbs={[{ href: importsPath, label: importTexts(language).title }]}
    >
      {/* Outside of what is drawn anew: a place that comes and goes is not read aloud. */}
      <p role="status" class="unseen" id="import-said" />
      <turbo-frame id={`import-${id}`}>
        {going ? <Going run={run} language={language} /> : <Ended run={run} language={language} />}
      </turbo-frame>
      {going && (
        <>
          <p class="muted">{t.mayLeave[kind]}</p>
          {!stopAsked && (
            <Form action={`${importsPath}/${id}/avbryt`}>
              <p class="muted">{t.stopHelp[kind]}</p>
              <Button variant="secondary">{t.stop[kind]}</Button>
            </Form>
          )}
          {raw('<noscript><meta http-equiv="refresh" content="5"></noscript>')}
        </>
      )}
    </Page>
  );
}

function Going({ run, language }: { run: Run; language: Language }) {
  const t = texts(language).run;
  const { id, kind, stopAsked, done, total } = run;
  const begun = total > 0 && done > 0;
  const number = (value: number) => formatNumber(value, language);
  const saving = begun && done >= total;
  const words = stopAsked
    ? t.stopping
    : saving
      ? t.saving[kind]
      : begun
        ? t.sofar(number(done), number(total))
        : t.beginning[kind](number(total));
  const tenths = begun ? Math.floor((10 * done) / total) * 10 : 0;
  const said = stopAsked || saving || !begun ? words : t.percent(tenths);
  return (
    <poll-frame data-src={runHref(id)} data-seconds="1" data-status="import-said" data-said={said}>
      <p>{words}</p>
      <progress
        class="run-bar"
        value={begun && !saving ? done : undefined}
        max={total || 1}
        aria-label={t.titles[kind]}
      />
    </poll-frame>
  );
}

/** With scripts the browser goes on by itself, to a page that says the same. */
function Ended({ run, language }: { run: Run; language: Language }) {
  const t = texts(language).run;
  const next = nextHref(run);
  return (
    <poll-frame data-page={next}>
      {run.state === 'done' ? <p>{t.done[run.kind]}</p> : <EndedNotice run={run} language={language} />}
      <p data-turbo-frame="_top">
        <LinkButton href={next}>{t.next[run.kind][run.state === 'done' ? 'done' : 'stopped']}</LinkButton>
      </p>
    </poll-frame>
  );
}

/** Why nothing came of what went on beside the page; nothing where something did. */
export function EndedNotice({ run, language }: { run: Run; language: Language }) {
  const { kind, state, reason, titles } = run;
  if (state === 'stopped') return <Notice>{texts(language).run.stopped[kind]}</Notice>;
  if (state !== 'refused' || reason === '') return null;
  return <Notice kind="warning">{refusedText({ reason, titles }, language)}</Notice>;
}
