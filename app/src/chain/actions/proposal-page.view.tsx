import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  Form,
  FormActions,
  formatDate,
  LinkButton,
  Notice,
  Select,
  TextField,
} from '../../foundation/ui/index.ts';
import { holdingDecisions } from './decision.rules.ts';
import { decisionTexts } from './decision.texts.ts';
import { economyFinding } from './economy.view.tsx';
import { impactHref, missingWords } from './impact.view.tsx';
import type { Relation } from './portfolio.rules.ts';
import type { ChangeKind, ProposalState, Track } from './proposal.rules.ts';
import { proposalTexts } from './proposal.texts.ts';
import type { ProposalStanding } from './proposal-page.queries.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';
import { ProposalTabs } from './proposal-tabs.view.tsx';
import { isAgainstAdvice } from './track.rules.ts';

/** The fields of a proposal that its own pages set. */
export interface ProposalFacts {
  readonly id: string;
  readonly version: number;
  readonly effort: number | null;
  readonly effect: number | null;
  readonly track: Track | null;
  readonly changes: readonly string[];
  readonly state: ProposalState;
}

export interface StandingProps {
  readonly facts: ProposalFacts;
  readonly standing: ProposalStanding;
  readonly mayChange: boolean;
  readonly language: Language;
}

/** Above the fields: where the proposal stands, each line leading to where it is continued. */
export function ProposalAbove({ facts, standing, language }: StandingProps) {
  const t = proposalPageTexts(language);
  const { id } = facts;
  const [latest] = holdingDecisions(standing.decisions);
  const words = proposalTexts(language).choices;
  const judged = facts.effect !== null && facts.effort !== null;
  const changed = latest?.outcome === 'granted' && facts.version > latest.proposalVersion;
  return (
    <>
      <ProposalTabs id={id} current="proposal" language={language} />
      {changed && (
        <Notice kind="warning">
          <p>{t.changedAfter}</p>
        </Notice>
      )}
      <section aria-labelledby="sa-har-langt">
        <h2 id="sa-har-langt">{t.standing}</h2>
        <dl class="standing">
          <Standing label={t.standingOf.impacts} href={impactHref({ kind: 'proposal', id })}>
            {missingWords(standing.impacts, language)}
          </Standing>
          <Standing label={t.standingOf.economy} href={`/forslag/${id}/ekonomi`}>
            {standing.calculated === undefined ? t.noEconomy : economyFinding(standing.calculated, language)}
          </Standing>
          <Standing label={t.standingOf.priority} href={`/forslag/prioritera#rad-${id}`}>
            {judged ? t.priority(facts.effect ?? 0, facts.effort ?? 0) : t.noPriority}
          </Standing>
          <Standing label={t.standingOf.track} href={`/forslag/${id}/beslutsvag`}>
            {facts.track === null
              ? t.noTrack
              : `${words.track[facts.track]}.${isAgainstAdvice(facts.track, facts.changes) ? ` ${t.track.against}` : ''}`}
          </Standing>
          <Standing label={t.standingOf.decision} href={`/forslag/${id}/beslut`}>
            {latest === undefined
              ? t.noDecision
              : decisionTexts(language).line(
                  decisionTexts(language).outcomes[latest.outcome],
                  formatDate(latest.decidedOn),
                  latest.body,
                )}
          </Standing>
          <div class="standing-line">
            <dt>{t.standingOf.actions}</dt>
            <dd>
              {standing.actions.length === 0
                ? t.noActions
                : standing.actions.map((action, index) => (
                    <>
                      {index > 0 && ', '}
                      <a href={`/atgarder/${action.id}`}>{action.title}</a>
                    </>
                  ))}
            </dd>
          </div>
        </dl>
      </section>
    </>
  );
}

function Standing({ label, href, children }: { label: string; href: string; children: Content }) {
  return (
    <div class="standing-line">
      <dt>
        <a href={href}>{label}</a>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Under the fields: what excludes it and what it needs. */
export function ProposalBelow({ facts, standing, mayChange, language }: StandingProps) {
  const t = proposalPageTexts(language).alternatives;
  const titles = new Map(standing.others.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="alternativ">
      <h2 id="alternativ">{t.title}</h2>
      {standing.relations.length === 0 && <p class="muted">{t.none}</p>}
      <ul class="relations">
        {standing.relations.map((relation) => (
          <RelationLine relation={relation} from={facts.id} titles={titles} mayChange={mayChange} language={language} />
        ))}
      </ul>
      {mayChange && standing.others.length > 0 && (
        <details class="more-filters">
          <summary>{t.add}</summary>
          <Form action={`/forslag/${facts.id}/samband`}>
            <Select
              name="word"
              label={t.word}
              required
              options={(['excludes', 'requires', 'requiredBy'] as const).map((value) => ({
                value,
                label: t.words[value],
              }))}
            />
            <Select
              name="other"
              label={t.other}
              required
              placeholder={t.choose}
              options={standing.others.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <TextField name="note" label={t.note} maxlength={500} />
            <FormActions>
              <Button variant="secondary">{t.save}</Button>
            </FormActions>
          </Form>
        </details>
      )}
    </section>
  );
}

function RelationLine({
  relation,
  from,
  titles,
  mayChange,
  language,
}: {
  relation: Relation;
  from: string;
  titles: ReadonlyMap<string, string>;
  mayChange: boolean;
  language: Language;
}) {
  const t = proposalPageTexts(language).alternatives;
  const { kind, proposal, other, note } = relation;
  const to = proposal === from ? other : proposal;
  const title = titles.get(to) ?? to;
  const words = kind === 'excludes' ? t.excludes : proposal === from ? t.requires : t.requiredBy;
  return (
    <li>
      <a href={`/forslag/${to}`}>{words(title)}</a>
      {note !== '' && <span class="muted"> – {note}</span>}
      {mayChange && (
        <form action={`/forslag/${from}/samband/bort`} method="post" class="inline-form">
          <input type="hidden" name="relation" value={relation.id} />
          <Button variant="quiet" small label={t.removeLabel(title)}>
            {t.remove}
          </Button>
        </form>
      )}
    </li>
  );
}

/** Beside the register's own buttons: to leave the proposal for decision. */
export function ProposalActions({ facts, mayChange, language }: Omit<StandingProps, 'standing'>) {
  const t = proposalPageTexts(language);
  if (!mayChange || (facts.state !== 'draft' && facts.state !== 'proposed')) return null;
  const left = facts.state === 'proposed';
  return (
    <form action={`/forslag/${facts.id}/${left ? 'ta-tillbaka-fran-beslut' : 'lamna'}`} method="post">
      <Button variant="secondary">{left ? t.takeBack : t.leave}</Button>
    </form>
  );
}

export function ProposalListLinks({ language }: { language: Language }) {
  const t = proposalPageTexts(language).links;
  return (
    <>
      <LinkButton href="/forslag/ur-orsaker">{t.fromCauses}</LinkButton>
      <LinkButton href="/forslag/prioritera">{t.prioritise}</LinkButton>
      <LinkButton href="/forslag/portfolj">{t.portfolio}</LinkButton>
      <LinkButton href="/konsekvenser">{t.impacts}</LinkButton>
      <LinkButton href="/slutsatser">{t.conclusions}</LinkButton>
    </>
  );
}

export function changesWords(changes: readonly string[], language: Language): string {
  const words = proposalTexts(language).choices.changes;
  return changes.map((change) => words[change as ChangeKind]).join(', ');
}
