import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  ErrorSummary,
  Form,
  FormActions,
  formatDateTime,
  LinkButton,
  Page,
  type Shell,
  TextArea,
} from '../../foundation/ui/index.ts';
import { analysisTexts } from './analysis.texts.ts';
import { analysisHref } from './analysis-address.rules.ts';
import type { Wish } from './cause.commands.ts';
import type { MoveConflict, MovePage } from './cause-page.queries.ts';
import { causePageTexts } from './cause-page.texts.ts';
import type { CauseRow } from './rows.queries.ts';
import { flatTree, isUnder } from './tree.rules.ts';

export interface MovePageProps {
  readonly shell: Shell;
  readonly page: MovePage;
  readonly back: string;
  readonly error?: string | undefined;
}

/** Every place in the focus area as a list to choose from: what dragging does, for whoever would rather not drag. */
export function CauseMovePage({ shell, page, back, error }: MovePageProps) {
  const { language } = shell;
  const t = causePageTexts(language).moving;
  const { row, analysis } = page;
  const all = analysis.causes;
  return (
    <Page
      shell={shell}
      title={t.title(row.title)}
      lead={t.lead}
      crumbs={[
        { href: analysisHref(analysis.focus.id, 'tree'), label: analysisTexts(language).navigation },
        { href: `/orsaker/orsak/${row.id}`, label: row.title },
      ]}
    >
      <Form action={`/orsaker/orsak/${row.id}/flytta`} hidden={{ version: row.version, back }}>
        {error !== undefined && <ErrorSummary errors={[{ field: 'till', text: error }]} />}
        <fieldset class="cause-places">
          <legend>{t.where}</legend>
          {analysis.problems.map((problem, index) => (
            <div>
              <Place
                value={`problem:${problem.row.id}`}
                label={t.directly(problem.row.title)}
                id={index === 0 ? 'f-till' : `till-${problem.row.id}`}
                depth={0}
                here={row.problem === problem.row.id && row.parent === null}
                language={language}
              />
              {flatTree(problem.tree)
                .filter((one) => !isUnder(all, one.row.id, row.id))
                .map((one) => (
                  <Place
                    value={`orsak:${one.row.id}`}
                    label={one.row.title}
                    id={`till-${one.row.id}`}
                    depth={one.depth + 1}
                    here={row.parent === one.row.id}
                    language={language}
                  />
                ))}
            </div>
          ))}
        </fieldset>
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={back}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

function Place(props: { value: string; label: string; id: string; depth: number; here: boolean; language: Language }) {
  return (
    <div class={`choice is-depth-${Math.min(props.depth, 6)}`}>
      <input class="ds-input" type="radio" name="till" value={props.value} id={props.id} checked={props.here} />
      <label for={props.id}>
        {props.label}
        {props.here && <small class="muted"> {causePageTexts(props.language).moving.here}</small>}
      </label>
    </div>
  );
}

export interface MoveConflictProps {
  readonly shell: Shell;
  readonly row: CauseRow;
  readonly wish: Wish;
  readonly conflict: MoveConflict;
  readonly back: string;
}

/** Both places stand on the page, and the person chooses. Nothing has been moved by looking. */
export function MoveConflictPage({ shell, row, wish, conflict, back }: MoveConflictProps) {
  const { language } = shell;
  const t = causePageTexts(language).moving;
  const someone = causePageTexts(language).someone;
  const path = (words: readonly string[] | undefined) => (words === undefined ? t.nothing : words.join(' › '));
  const mine = wish.kind === 'step' ? t.stepWords[wish.step] : path(conflict.mine);
  return (
    <Page
      shell={shell}
      title={t.conflictTitle}
      lead={t.conflictLead}
      crumbs={[{ href: `/orsaker/orsak/${row.id}`, label: row.title }]}
    >
      <dl class="row-fields">
        <div class="row-field is-long">
          <dt>{t.was}</dt>
          <dd>{path(conflict.was)}</dd>
        </div>
        <div class="row-field is-long">
          <dt>{t.now(conflict.movedBy ?? someone, formatDateTime(conflict.movedAt))}</dt>
          <dd>{path(conflict.now)}</dd>
        </div>
        <div class="row-field is-long">
          <dt>{t.mine}</dt>
          <dd>{mine}</dd>
        </div>
      </dl>
      <FormActions>
        <Form action={`/orsaker/orsak/${row.id}/flytta`} hidden={{ version: row.version, back, ...wishFields(wish) }}>
          <Button>{t.useMine}</Button>
        </Form>
        <LinkButton href={back}>{t.keep}</LinkButton>
      </FormActions>
    </Page>
  );
}

const stepSlugs = { up: 'upp', down: 'ned', in: 'in', out: 'ut' } as const;

function wishFields(wish: Wish): Readonly<Record<string, string>> {
  if (wish.kind === 'step') return { steg: stepSlugs[wish.step] };
  const till = wish.parent === null ? `problem:${wish.problem}` : `orsak:${wish.parent}`;
  return { till, fore: wish.before ?? '' };
}

export interface SplitPageProps {
  readonly shell: Shell;
  readonly row: CauseRow;
  readonly text: string;
  readonly back: string;
  readonly error?: string | undefined;
}

export function SplitPage({ shell, row, text, back, error }: SplitPageProps) {
  const { language } = shell;
  const t = causePageTexts(language).splitting;
  return (
    <Page
      shell={shell}
      narrow
      title={t.title(row.title)}
      lead={t.lead}
      crumbs={[{ href: `/orsaker/orsak/${row.id}`, label: row.title }]}
    >
      <Form
        action={`/orsaker/orsak/${row.id}/dela`}
        id="dela"
        keep
        errors={error === undefined ? [] : [{ field: 'orsaker', text: error }]}
        hidden={{ version: row.version, back }}
      >
        <TextArea name="orsaker" label={t.field} value={text} rows={6} required error={error} />
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={back}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
