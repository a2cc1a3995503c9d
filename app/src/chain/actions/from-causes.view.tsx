import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  Checkbox,
  EmptyState,
  Form,
  FormActions,
  FormRow,
  Page,
  Select,
  type Shell,
} from '../../foundation/ui/index.ts';
import { type Guidance, GuidancePanel } from '../guidance/index.ts';
import type { CauseGroup, SuggestionChoice, SuggestionGroup } from './from-causes.queries.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';

interface ChoiceProps {
  readonly shell: Shell;
  readonly area: string;
  readonly crumbs: readonly { readonly href: string; readonly label: string }[];
}

export function FromCausesPage({ shell, choice, area, crumbs }: ChoiceProps & { choice: SuggestionChoice }) {
  const { language } = shell;
  const t = proposalPageTexts(language).fromCauses;
  return (
    <Page shell={shell} title={t.title} lead={t.lead} crumbs={crumbs}>
      <Area action="/forslag/ur-orsaker" areas={choice.areas} area={area} language={language} />
      {choice.groups.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <Form action="/forslag/ur-orsaker/nytt" method="get" id="ur-orsaker" label={t.legend}>
          {choice.groups.map((group) => (
            <Suggestions group={group} language={language} />
          ))}
          <FormActions>
            <Button>{t.together}</Button>
            <EachButton language={language} />
          </FormActions>
        </Form>
      )}
    </Page>
  );
}

/** Asking for one proposal changes nothing, so it is a question with an address; making one of each is an act. */
function EachButton({ language }: { language: Language }) {
  return (
    <button class="ds-button is-secondary" type="submit" formaction="/forslag/ur-orsaker" formmethod="post">
      {proposalPageTexts(language).fromCauses.each}
    </button>
  );
}

function Suggestions({ group, language }: { group: SuggestionGroup; language: Language }) {
  const t = proposalPageTexts(language).fromCauses;
  return (
    <fieldset class="impact-fields">
      <legend>{groupTitle(group)}</legend>
      {group.suggestions.map(({ id, title, causeTitle, proposals }) => (
        <Checkbox
          name="suggestions"
          id={`f-${id}`}
          value={id}
          label={title}
          help={[
            causeTitle === undefined ? '' : t.cause(causeTitle),
            proposals.length === 0 ? '' : t.alreadyIn(proposals.join(', ')),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </fieldset>
  );
}

function groupTitle({ area, title }: { area: string; title: string }): string {
  return area === '' ? title : `${area}: ${title}`;
}

function Area({
  action,
  areas,
  area,
  language,
}: {
  action: string;
  areas: readonly { readonly id: string; readonly title: string }[];
  area: string;
  language: Language;
}) {
  const t = proposalPageTexts(language).fromCauses;
  if (areas.length < 2) return null;
  return (
    <Form action={action} method="get" autoSubmit label={t.focusArea}>
      <FormRow
        filter
        actions={
          <Button variant="secondary" withoutScript>
            {t.show}
          </Button>
        }
      >
        <Select
          name="fokus"
          label={t.focusArea}
          plain
          value={area}
          placeholder={t.all}
          options={areas.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </FormRow>
    </Form>
  );
}

export function ConclusionFromPage({
  shell,
  areas,
  groups,
  area,
  guidance,
  crumbs,
}: ChoiceProps & { areas: SuggestionChoice['areas']; groups: readonly CauseGroup[]; guidance: Guidance }) {
  const { language } = shell;
  const t = proposalPageTexts(language).conclusionFrom;
  return (
    <Page shell={shell} title={t.title} lead={t.lead} crumbs={crumbs}>
      <Area action="/slutsatser/ur-orsaker" areas={areas} area={area} language={language} />
      <div class="with-guidance">
        <div>
          {groups.length === 0 ? (
            <EmptyState title={t.none}>
              <p>{t.noneHelp}</p>
            </EmptyState>
          ) : (
            <Form action="/slutsatser/ur-orsaker/ny" method="get" id="ur-orsaker" label={t.legend}>
              {groups.map((group) => (
                <fieldset class="impact-fields">
                  <legend>{groupTitle(group)}</legend>
                  {group.causes.map(({ id, title, supported }) => (
                    <Checkbox
                      name="causes"
                      id={`f-${id}`}
                      value={id}
                      label={title}
                      help={supported ? t.supported : t.hypothesis}
                    />
                  ))}
                </fieldset>
              ))}
              <FormActions>
                <Button>{t.go}</Button>
              </FormActions>
            </Form>
          )}
        </div>
        <GuidancePanel
          guidance={guidance}
          back={area === '' ? '/slutsatser/ur-orsaker' : `/slutsatser/ur-orsaker?fokus=${area}`}
          language={language}
        />
      </div>
    </Page>
  );
}
