import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type ChartAt,
  EffortEffectMatrix,
  EmptyState,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  fieldId,
  formatMoney,
  LinkButton,
  Notice,
  Page,
  PictureLinks,
  Select,
  type Shell,
} from '../../foundation/ui/index.ts';
import type { PriorityClash } from './priority.commands.ts';
import type { Order, OrderedProposal } from './priority.queries.ts';
import { isJudged, type PriorityFault, type PriorityInput, quadrantOf } from './priority.rules.ts';
import { priorityTexts } from './priority.texts.ts';

export interface PriorityPageProps {
  readonly shell: Shell;
  readonly order: Order;
  readonly area: string;
  readonly mayWrite: boolean;
  /** What was typed, when it has not been saved. */
  readonly inputs: readonly PriorityInput[];
  readonly faults: readonly PriorityFault[];
  readonly clashes: readonly PriorityClash[];
  readonly crumbs: readonly { readonly href: string; readonly label: string }[];
}

export function PriorityPage(props: PriorityPageProps) {
  const { shell, order, area, mayWrite, clashes } = props;
  const { language } = shell;
  const t = priorityTexts(language);
  const open = order.rows.filter(({ state }) => state !== 'decided');
  return (
    <Page
      shell={shell}
      wide
      title={t.title}
      lead={leadOf(open, language)}
      crumbs={props.crumbs}
      actions={
        <LinkButton href={`/forslag/portfolj${area === '' ? '' : `?fokus=${area}`}`}>{t.toPortfolio}</LinkButton>
      }
    >
      <AreaFilter action="/forslag/prioritera" order={order} area={area} language={language} />
      {open.length === 0 ? (
        <EmptyState title={t.lead.none}>
          <p>{t.lead.noneHelp}</p>
        </EmptyState>
      ) : (
        <effort-matrix>
          {clashes.length > 0 && <Clashes clashes={clashes} language={language} />}
          <Matrix rows={open} area={area} mayWrite={mayWrite} language={language} />
          <RankedForm {...props} rows={open} />
        </effort-matrix>
      )}
    </Page>
  );
}

function leadOf(open: readonly OrderedProposal[], language: Language): string {
  const t = priorityTexts(language).lead;
  if (open.length === 0) return '';
  const judged = open.filter(isJudged);
  const firsts = judged.filter(({ effort, effect }) => quadrantOf(effort ?? 0, effect ?? 0) === 'doFirst');
  const left = open.length - judged.length;
  const [first] = firsts;
  const best =
    first === undefined
      ? judged.length === 0
        ? ''
        : t.noFirst
      : firsts.length === 1
        ? t.first(first.title)
        : t.firsts(firsts.length, first.title);
  return [best, left === 0 ? '' : t.unjudged(open.length, left)].filter(Boolean).join(' ');
}

export function AreaFilter({
  action,
  order,
  area,
  language,
}: {
  action: string;
  order: Order;
  area: string;
  language: Language;
}) {
  const t = priorityTexts(language);
  if (order.areas.length === 0) return null;
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
          options={order.areas.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </FormRow>
    </Form>
  );
}

function Clashes({ clashes, language }: { clashes: readonly PriorityClash[]; language: Language }) {
  const t = priorityTexts(language);
  const shown = (value: number | null) => (value === null ? t.nothing : String(value));
  return (
    <Notice kind="warning" title={t.conflict}>
      <p>{t.conflictHelp}</p>
      <ul>
        {clashes.map(({ title, theirs }) => (
          <li>{t.conflictLine(title, shown(theirs.effect), shown(theirs.effort), shown(theirs.place))}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Matrix({
  rows,
  area,
  mayWrite,
  language,
}: {
  rows: readonly OrderedProposal[];
  area: string;
  mayWrite: boolean;
  language: Language;
}) {
  const t = priorityTexts(language);
  const chart = matrixChart(rows, language);
  const query = area === '' ? '' : `?fokus=${area}`;
  return (
    <figure class="chart-figure">
      <figcaption>
        <h2>{t.matrix}</h2>
      </figcaption>
      <p class="chart-finding">{t.matrixText}</p>
      {mayWrite && rows.some(isJudged) && <p class="muted matrix-help">{t.matrixDrag}</p>}
      <div class="chart-wide">{chart(900)}</div>
      <div class="chart-narrow">{chart(350)}</div>
      <PictureLinks
        links={['svg', 'png'].map((format) => ({
          label: format.toUpperCase(),
          href: `/forslag/prioritera/insats-effekt.${format}${query}`,
        }))}
      />
    </figure>
  );
}

/** Those that have been judged, at any width: on the page, and as a picture to take along. */
export function matrixChart(
  rows: readonly OrderedProposal[],
  language: Language,
  { linked = true }: { readonly linked?: boolean } = {},
): ChartAt {
  const t = priorityTexts(language);
  const items = rows.filter(isJudged).map(({ id, title, effort, effect }) => ({
    id,
    text: title,
    effort: effort ?? 0,
    effect: effect ?? 0,
    ...(linked ? { href: `/forslag/${id}` } : {}),
  }));
  return (width) => (
    <EffortEffectMatrix
      id="insats-effekt"
      title={t.matrix}
      description={t.matrixText}
      width={width}
      items={items}
      quadrants={{
        topLeft: t.quadrants.doFirst,
        topRight: t.quadrants.plan,
        bottomLeft: t.quadrants.easy,
        bottomRight: t.quadrants.leave,
      }}
      effortLabel={t.effort}
      effectLabel={t.effect}
    />
  );
}

/** The ranked list and the form are one: what is judged stands where it is read. */
function RankedForm(props: PriorityPageProps & { readonly rows: readonly OrderedProposal[] }) {
  const { shell, rows, mayWrite, area, faults } = props;
  const { language } = shell;
  const t = priorityTexts(language);
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const errors = faults.map(({ id, field, reason }) => ({
    field: `${field}-${id}`,
    text: `${titles.get(id) ?? ''}: ${t.faults[reason]}`,
  }));
  const inputs = new Map(props.inputs.map((input) => [input.id, input]));
  const versions = Object.fromEntries(
    rows.map((row) => [`version-${row.id}`, inputs.get(row.id)?.version ?? row.version]),
  );
  return (
    <section aria-labelledby="i-ordning">
      <h2 id="i-ordning">{t.ranked}</h2>
      <p class="muted">{mayWrite ? t.ownPlaceHelp : t.readOnly}</p>
      <Form action="/forslag/prioritera" id="prioritera" keep errors={errors} hidden={{ ...versions, fokus: area }}>
        <table class="table priority-table">
          <caption class="unseen">{t.ranked}</caption>
          <thead>
            <tr>
              {[t.rank, t.proposal, t.effort, t.effect, t.ownPlace, t.reason].map((label) => (
                <th scope="col">{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Line
                row={row}
                rank={index + 1}
                input={inputs.get(row.id)}
                errors={errors}
                mayWrite={mayWrite}
                language={language}
              />
            ))}
          </tbody>
        </table>
        {mayWrite && (
          <FormActions>
            <Button>{t.save}</Button>
          </FormActions>
        )}
      </Form>
    </section>
  );
}

interface LineProps {
  readonly row: OrderedProposal;
  readonly rank: number;
  readonly input: PriorityInput | undefined;
  readonly errors: readonly FieldError[];
  readonly mayWrite: boolean;
  readonly language: Language;
}

function Line({ row, rank, input, errors, mayWrite, language }: LineProps) {
  const t = priorityTexts(language);
  const { id, title } = row;
  const text = (value: number | null) => (value === null ? '' : String(value));
  const values = {
    effort: input?.effort ?? text(row.effort),
    effect: input?.effect ?? text(row.effect),
    place: input?.place ?? text(row.place),
    priorityReason: input?.priorityReason ?? row.priorityReason,
  };
  const labels = { effort: t.effort, effect: t.effect, place: t.ownPlace, priorityReason: t.reason };
  const common = (field: keyof typeof values) => ({
    name: `${field}-${id}`,
    id: fieldId(`${field}-${id}`),
    'aria-label': t.of(labels[field], title),
    'aria-invalid': errorFor(errors, `${field}-${id}`) === undefined ? undefined : ('true' as const),
    disabled: !mayWrite,
    class: 'ds-input',
  });
  const step = (field: 'effort' | 'effect') => (
    <select {...common(field)} data-score={field} data-proposal={id}>
      <option value="">–</option>
      {(['1', '2', '3', '4', '5'] as const).map((value) => (
        <option value={value} selected={value === values[field]}>
          {t.step[value]}
        </option>
      ))}
    </select>
  );
  return (
    <tr id={`rad-${id}`}>
      <td class="is-place">{rank}</td>
      <th scope="row">
        <a href={`/forslag/${id}`}>{title}</a>
        <span class="because">{because(row, language)}</span>
      </th>
      <td data-label={t.effort}>{step('effort')}</td>
      <td data-label={t.effect}>{step('effect')}</td>
      <td data-label={t.ownPlace}>
        <input {...common('place')} type="text" inputmode="numeric" size={4} value={values.place} />
      </td>
      <td data-label={t.reason}>
        <input {...common('priorityReason')} type="text" value={values.priorityReason} />
      </td>
    </tr>
  );
}

/** Why it stands where it does, in the words of what is known. */
export function because(row: OrderedProposal, language: Language): string {
  const t = priorityTexts(language);
  const { effort, effect, place, calculated, described, state } = row;
  const judged = effort === null || effect === null ? t.notJudged : t.quadrants[quadrantOf(effort, effect)];
  return [
    place === null ? '' : t.places(place),
    judged,
    t.describedOf(described),
    calculated === undefined || calculated.net === 0 ? '' : t.net(formatMoney(calculated.net, language)),
    calculated?.payback.ok === true ? t.payback(calculated.payback.years) : '',
    state === 'proposed' ? t.state.proposed : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
