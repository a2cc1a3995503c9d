import { listHref } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { EmptyState, formatNumber, Page, type Shell } from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionTexts } from './action.texts.ts';
import { actionPageTexts, actionWords } from './action-page.texts.ts';
import { daysBetween } from './action-state.rules.ts';
import { viewTexts } from './action-views.texts.ts';
import { ActionFilters, ActionTabs, viewPaths } from './action-views.view.tsx';
import { isMissed } from './milestone.rules.ts';
import { Act } from './milestone.view.tsx';
import type { Mine, MyAction } from './mine.queries.ts';
import { mineGroups } from './mine.rules.ts';
import { actionHref, MoveButtons, StatusForm, StatusWords } from './status.view.tsx';

/** Made for a phone: what is late first, large things to touch, and a status told in two touches. */
export function MinePage({ shell, mine }: { shell: Shell; mine: Mine }) {
  const { language } = shell;
  const t = viewTexts(language);
  const number = (value: number) => formatNumber(value, language);
  const asked = mine.state.q !== '' || Object.values(mine.state.filters).some((value) => value !== '');
  const lead =
    mine.count === 0
      ? t.minePage.lead.none
      : mine.late > 0
        ? t.minePage.lead.late(number(mine.late), number(mine.count))
        : t.minePage.lead.calm(number(mine.count), mine.count === 1);
  return (
    <Page
      shell={shell}
      narrow
      title={t.mine}
      lead={asked && mine.count === 0 ? t.noHits : lead}
      crumbs={[{ href: action.path, label: actionTexts(language).title }]}
    >
      <ActionTabs view="mine" state={mine.state} language={language} />
      <details class="more-filters" open={asked}>
        <summary>{t.filter}</summary>
        <ActionFilters asked={mine} view="mine" language={language} />
      </details>
      {mine.count === 0 && !asked && <EmptyState title={t.minePage.none}>{t.minePage.noneHelp}</EmptyState>}
      {mineGroups.map((group) => {
        const actions = mine.groups.get(group) ?? [];
        return (
          actions.length > 0 && (
            <section aria-labelledby={`mina-${group}`}>
              <h2 id={`mina-${group}`} class={group === 'late' ? 'late' : undefined}>
                {t.minePage.group[group]} <small>{number(actions.length)}</small>
              </h2>
              <ul class="mine-list">
                {actions.map((own) => (
                  <li id={`min-${own.id}`}>
                    <MyActionView own={own} mine={mine} language={language} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Page>
  );
}

function MyActionView({ own, mine, language }: { own: MyAction; mine: Mine; language: Language }) {
  const t = viewTexts(language).minePage;
  const words = actionWords(language);
  const { id, title, ends, state, status, latest, next } = own;
  const back = `${listHref(viewPaths.mine, mine.state)}#min-${id}`;
  const days = ends === null ? 0 : daysBetween(mine.today, ends);
  return (
    <>
      <a class="mine-title" href={actionHref(id)}>
        {title}
      </a>
      <p class="mine-facts">
        {words.state[state ?? 'planned']} ·{' '}
        {ends === null ? (
          words.noEnd
        ) : days < 0 ? (
          <span class="late">
            {ends}, {words.late(-days)}
          </span>
        ) : (
          `${ends}, ${words.left(days)}`
        )}
      </p>
      <p class="mine-facts">
        <StatusWords status={status} language={language} />{' '}
        <small class="muted">{latest === undefined ? t.neverTold : t.told(latest.toldOn)}</small>
      </p>
      {next !== undefined && (
        <div class="mine-next">
          <span>
            {t.next} {next.title}{' '}
            {next.due !== null && <small class={isMissed(next, mine.today) ? 'late' : 'muted'}>{next.due}</small>}
          </span>
          <Act
            milestone={next}
            to="nadd"
            words={actionPageTexts(language).milestones.reach}
            label={actionPageTexts(language).milestones.reachLabel(next.title)}
            back={back}
          />
        </div>
      )}
      <details class="mine-tell">
        <summary>
          {t.tell}
          <span class="unseen">: {title}</span>
        </summary>
        <StatusForm id={id} seen={latest?.id ?? ''} back={back} language={language} name={`${t.tell}: ${title}`} />
        <div class="action-moves">
          <MoveButtons id={id} title={title} state={state ?? 'planned'} back={back} language={language} />
        </div>
      </details>
    </>
  );
}
