import { type Role, roleTitle } from '../access/index.ts';
import { DrawnOnce, EmptyState, formatDay, LinkButton, Page, type Shell, Wheel } from '../ui/index.ts';
import type { EffectItem, FirstStep, MineItem } from './parts.ts';
import type { Home } from './queries.ts';
import { daysLate, type Lead, leadOf, wheelEntries } from './rules.ts';
import { type HomeTexts, homeTexts } from './texts.ts';

// The rest is one click away, in the slices' own lists.
const mostRows = 8;

export function HomePage({ shell, home, day }: { shell: Shell; home: Home; day: string }) {
  const texts = homeTexts(shell.language);
  const { entries, current } = wheelEntries(home.wheel);
  const lead = [...home.standing, leadText(leadOf(home.firstSteps, home.mine, day), texts)].join(' ');
  const begun = home.firstSteps.every(({ done }) => done);
  return (
    <Page shell={shell} title={texts.title(shell.tenant?.name ?? 'Samband')} lead={lead}>
      {!begun && <FirstSteps steps={home.firstSteps} texts={texts} />}
      <div class="columns is-uneven">
        <DrawnOnce owner={Wheel} of={[entries, current]} draw={() => <Wheel entries={entries} current={current} />} />
        <div>
          <Mine items={home.mine.slice(0, mostRows)} shell={shell} day={day} texts={texts} />
          <Effects items={home.effects.slice(0, mostRows)} texts={texts} />
        </div>
      </div>
    </Page>
  );
}

function leadText(lead: Lead, texts: HomeTexts): string {
  switch (lead.kind) {
    case 'firstSteps':
      return texts.lead.firstSteps(lead.left);
    case 'late':
      return texts.lead.late(lead.late, lead.waiting);
    case 'waiting':
      return texts.lead.waiting(lead.waiting);
    case 'calm':
      return texts.lead.calm;
  }
}

function FirstSteps({ steps, texts }: { steps: readonly FirstStep[]; texts: HomeTexts }) {
  return (
    <section>
      <h2>{texts.first}</h2>
      <ol class="rows">
        {steps.map(({ title, help, href, done }) => (
          <li>
            <span>{done ? `✓ ${texts.firstDone}` : texts.firstDo}</span>
            {done ? <span>{title}</span> : <a href={href}>{title}</a>}
            <span>{help}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mine({
  items,
  shell,
  day,
  texts,
}: {
  items: readonly MineItem[];
  shell: Shell;
  day: string;
  texts: HomeTexts;
}) {
  return (
    <section>
      <h2>{texts.mine}</h2>
      {items.length === 0 ? (
        <EmptyState title={texts.mineNone}>
          <p>{texts.mineNoneHelp}</p>
        </EmptyState>
      ) : (
        <ul class="rows">
          {items.map(({ href, title, due, note, news }) => {
            const days = daysLate(due, day);
            const late = days > 0 ? 'late' : undefined;
            return (
              <li>
                <span class={late}>
                  {due === undefined ? (
                    news === true ? (
                      texts.news
                    ) : (
                      texts.noDay
                    )
                  ) : (
                    <time datetime={due}>{formatDay(due, shell.language)}</time>
                  )}
                </span>
                <a href={href}>{title}</a>
                <span class={late}>{days > 0 ? texts.late(days) : (note ?? '')}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Effects({ items, texts }: { items: readonly EffectItem[]; texts: HomeTexts }) {
  return (
    <section>
      <h2>{texts.effects}</h2>
      {items.length === 0 ? (
        <EmptyState title={texts.effectsNone}>
          <p>{texts.effectsNoneHelp}</p>
        </EmptyState>
      ) : (
        <ul class="rows">
          {items.map(({ href, title, sign, words }) => (
            <li>
              <span>{sign}</span>
              <a href={href}>{title}</a>
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export interface FrontPageProps {
  readonly shell: Shell;
  readonly example: { readonly name: string; readonly roles: readonly Role[] } | undefined;
}

/** For whoever is not signed in: what this is, and the way in. */
export function FrontPage({ shell, example }: FrontPageProps) {
  const texts = homeTexts(shell.language).front;
  return (
    <Page
      shell={shell}
      title={texts.title}
      lead={texts.lead}
      actions={
        <LinkButton href="/logga-in" variant="primary">
          {texts.signIn}
        </LinkButton>
      }
    >
      <div class="columns is-uneven">
        <div>
          <p>{texts.how}</p>
          <h2>{texts.plan}</h2>
          <p>{texts.planText}</p>
          <h2>{texts.analyse}</h2>
          <p>{texts.analyseText}</p>
          <h2>{texts.act}</h2>
          <p>{texts.actText}</p>
          <p>
            <a href="/om">{texts.about}</a>
          </p>
        </div>
        {example !== undefined && example.roles.length > 0 && (
          <section>
            <h2>{texts.example}</h2>
            <p>{texts.exampleText(example.name)}</p>
            <ul>
              {example.roles.map((role) => (
                <li>
                  <a href={`/exempel/${role}`} data-turbo="false">
                    {roleTitle(role, shell.language)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
