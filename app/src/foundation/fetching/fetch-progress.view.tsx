import { raw } from 'hono/html';
import type { Language } from '../texts/index.ts';
import { Button, Form, formatDateTime, LinkButton } from '../ui/index.ts';
import type { FetchRow } from './fetch.store.ts';
import { requestWords } from './fetch-words.ts';
import { koladaPageTexts } from './kolada-page.texts.ts';
import { progressText } from './progress-line.ts';

export const frameId = 'forlopp';
export const koladaPath = '/administration/kolada';

interface FetchProgressProps {
  readonly row: FetchRow;
  readonly who: string | undefined;
  readonly language: Language;
}

/** The part of the page that is fetched anew every other second; without JavaScript the page is loaded anew instead. */
export function FetchProgressSection(props: FetchProgressProps) {
  return (
    <>
      <FetchProgressFrame {...props} />
      {raw('<noscript><meta http-equiv="refresh" content="5"></noscript>')}
    </>
  );
}

export function FetchProgressFrame({ row, who, language }: FetchProgressProps) {
  const t = koladaPageTexts(language);
  const { progress, request, stop_asked_at: stopAsked } = row;
  const share = progress !== null && progress.kpisTotal > 0 ? progress.kpisDone / progress.kpisTotal : undefined;
  const name = who ?? t.someone;
  return (
    <turbo-frame id={frameId}>
      <poll-frame data-src={`${koladaPath}/forlopp`} data-seconds="2">
        <h2>{t.progress}</h2>
        <p>
          {capital(requestWords(request, language))}. {t.startedBy(name, formatDateTime(row.created_at))}
        </p>
        <p>
          <progress aria-label={t.progressLabel} max={1} value={share} />
        </p>
        <p>{stateWords(row, language)}</p>
        {stopAsked === null && (
          <Form action={`${koladaPath}/${row.id}/avbryt`}>
            <Button variant="secondary">{t.stop}</Button>
          </Form>
        )}
      </poll-frame>
    </turbo-frame>
  );
}

function stateWords({ state, progress, stop_asked_at: stopAsked }: FetchRow, language: Language): string {
  const t = koladaPageTexts(language);
  if (stopAsked !== null) return t.stopping;
  return state === 'queued' || progress === null ? t.queued : progressText(progress, language);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What stands in the frame once there is nothing to wait for: the browser loads the whole page, or the person does. */
export function FetchEndedFrame({ language }: { language: Language }) {
  const t = koladaPageTexts(language);
  return (
    <turbo-frame id={frameId}>
      <poll-frame data-page={koladaPath}>
        <p role="status">{t.justEnded}</p>
        <p>
          <span data-turbo-frame="_top">
            <LinkButton href={koladaPath}>{t.showResult}</LinkButton>
          </span>
        </p>
      </poll-frame>
    </turbo-frame>
  );
}
