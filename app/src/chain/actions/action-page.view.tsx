import type { Language } from '../../foundation/texts/index.ts';
import type { Content } from '../../foundation/ui/index.ts';
import type { ActionPage } from './action-page.queries.ts';
import { actionPageTexts, actionWords } from './action-page.texts.ts';
import { daysBetween, isClosed, isLate } from './action-state.rules.ts';
import { Dependencies } from './dependency.view.tsx';
import { Milestones } from './milestone.view.tsx';
import { MoveButtons, StatusForm, StatusHistory, StatusWords } from './status.view.tsx';

/** Before the fields: where it stands, and what one can do about it. */
export function ActionAbove({ page, language }: { page: ActionPage; language: Language }) {
  const { row, mayTell, tellings } = page;
  const t = actionPageTexts(language);
  const state = row.state ?? 'planned';
  return (
    <div class="action-above">
      <p class="lead">{leadOf(page, language)}</p>
      {row.status !== null && (
        <p class="action-status">
          <StatusWords status={row.status} language={language} />
          {row.statusComment !== '' && <span class="plain-text"> {row.statusComment}</span>}
        </p>
      )}
      {mayTell && (
        <div class="action-moves">
          <MoveButtons id={row.id} title={row.title} state={state} language={language} />
        </div>
      )}
      {mayTell && !isClosed(state) && (
        <section class="action-tell" aria-labelledby="hur-gar-det">
          <h2 id="hur-gar-det">{t.tell.heading}</h2>
          <StatusForm id={row.id} seen={tellings[0]?.id ?? ''} language={language} />
        </section>
      )}
    </div>
  );
}

function leadOf({ row, owner, today }: ActionPage, language: Language): string {
  const t = actionPageTexts(language).lead;
  const words = actionWords(language);
  const state = row.state ?? 'planned';
  if (state === 'done' || state === 'stopped') return t[state](row.closedOn ?? undefined);
  const first = state === 'planned' ? t.planned(row.starts ?? undefined) : t.ongoing(owner);
  if (row.ends === null) return first;
  const days = daysBetween(today, row.ends);
  const last = isLate(row, today) ? t.late(row.ends, words.late(-days)) : t.ends(row.ends, words.left(days));
  return `${first} ${last}`;
}

/** After the fields: milestones, what it waits for, how it has gone, and what other slices say of it. */
export function ActionBelow({
  page,
  further,
  language,
}: {
  page: ActionPage;
  further: readonly Content[];
  language: Language;
}) {
  return (
    <>
      <div class="columns">
        <Milestones
          milestones={page.milestones}
          actionId={page.row.id}
          mayTell={page.mayTell}
          today={page.today}
          language={language}
        />
        <StatusHistory tellings={page.tellings} people={page.people} language={language} />
      </div>
      <Dependencies page={page} language={language} />
      {further.length > 0 && <div class="action-further">{further}</div>}
    </>
  );
}
