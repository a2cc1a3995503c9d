import type { FourFields } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import {
  DataTable,
  formatDate,
  LinkButton,
  Notice,
  Page,
  Panel,
  type Shell,
  type SourceLineProps,
  Tabs,
} from '../../foundation/ui/index.ts';
import { Findings } from './findings.view.tsx';
import { FourFieldSection, RoleModels } from './four-field.view.tsx';
import { IndexTable } from './index-table.view.tsx';
import { LeadSentences } from './lead.view.tsx';
import { type SharedKeyFigure, type SharedSituation, thawSituation } from './shared-page.rules.ts';
import { texts } from './shared-page.texts.ts';
import { fourFieldDrawing, pictureLinks } from './situation.pictures.tsx';
import type { Situation } from './situation.queries.ts';
import { texts as situationTexts } from './situation.texts.ts';
import { areaSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

export interface FrozenPageProps {
  readonly shell: Shell;
  readonly title: string;
  readonly content: SharedSituation;
  /** Address of this page, for its tabs and pictures, and of its workbook. */
  readonly here: string;
  readonly excel: string;
  readonly area: string | undefined;
}

/** Nuläge as it was when it was shared, drawn by the same views; links lead within the page, since the reader may have no account. */
export function FrozenPage(props: FrozenPageProps) {
  const { shell, title, content, here } = props;
  const { language } = shell;
  const t = texts(language);
  const situation = thawSituation(content);
  const { choice, analysis } = situation;
  const fields =
    analysis.fourFields.find(({ area }) => areaSlugs[area] === props.area) ??
    analysis.fourFields.find(({ area }) => area === 'elderCare');
  const pictures = (drawing: string) => pictureLinks(drawing, (file) => `${here}/bild/${file}`);
  const common = {
    name: content.titles[choice.unit] ?? choice.unit,
    keyFigureHref: (kpi: string) => `#${kpi}`,
    source: frozenSource(content),
    language,
  };
  return (
    <Page
      shell={{ ...shell, tenant: tenantOf(content), person: undefined, navigation: [] }}
      title={title}
      lead={<LeadSentences lead={analysis.lead} compareWith={choice.compareWith} language={language} />}
      actions={
        <LinkButton href={props.excel} download>
          {t.excel}
        </LinkButton>
      }
    >
      <Notice title={t.shared(formatDate(content.frozenAt))}>
        <p>{t.sharedBy(content.tenant.name)}</p>
      </Notice>
      <IndexTable
        rows={analysis.indices}
        classMedians={situation.classMedians}
        year={choice.year}
        compareWith={choice.compareWith}
        downloads={pictures('index')}
        {...common}
      />
      <Findings
        findings={analysis.findings}
        choice={choice}
        keepAction={undefined}
        more={undefined}
        downloads={pictures('sticker-ut')}
        {...common}
      />
      {fields && <FrozenFields {...{ fields, situation, content, here, language }} source={common.source} />}
      <ComparedWith content={content} language={language} />
      <UsedKeyFigures content={content} language={language} />
    </Page>
  );
}

/** The municipality's name and colour as they were; nothing else of it is known here. */
function tenantOf({ tenant, archive }: SharedSituation) {
  return { ...tenant, logoUrl: undefined, exampleData: archive.exampleData };
}

function frozenSource({ archive }: SharedSituation): SourceLineProps {
  return archive.exampleData ? { kind: 'example' } : { kind: 'both', fetchedAt: archive.fetchedAt };
}

interface FrozenFieldsProps {
  readonly fields: FourFields;
  readonly situation: Situation;
  readonly content: SharedSituation;
  readonly here: string;
  readonly source: SourceLineProps;
  readonly language: Language;
}

function FrozenFields({ fields, situation, content, here, source, language }: FrozenFieldsProps) {
  const { comparison } = situation.comparison;
  const titleOf = (unit: string) => content.titles[unit] ?? unit;
  return (
    <>
      <Tabs
        label={situationTexts(language).fourField.choose}
        tabs={situation.analysis.fourFields.map(({ area }) => ({
          href: `${here}?falt=${areaSlugs[area]}#falt`,
          label: vocabulary(language).indexArea[area],
          current: area === fields.area,
        }))}
      />
      <div class="columns" id="falt">
        <div>
          <FourFieldSection
            fields={fields}
            unit={situation.choice.unit}
            similar={comparison.kind === 'all' ? [] : comparison.unitsFor(fields.area, null)}
            titleOf={titleOf}
            downloads={pictureLinks(fourFieldDrawing(fields.area), (file) => `${here}/bild/${file}`)}
            source={source}
            language={language}
          />
        </div>
        <Panel>
          <RoleModels fields={fields} titleOf={titleOf} language={language} />
        </Panel>
      </div>
    </>
  );
}

function ComparedWith({ content, language }: { content: SharedSituation; language: Language }) {
  const t = situationTexts(language);
  const { compareWith } = content.choice;
  const names = (units: readonly string[]) => units.map((unit) => content.titles[unit] ?? unit).join(', ');
  return (
    <section>
      {content.groups.map(({ title, edition, members }) => (
        <p class="muted">
          {t.comparedWith(
            `${title.replace(/, \d{4}$/, '')}: ${names(members)}`,
            edition === null ? '' : t.edition(edition),
          )}
        </p>
      ))}
      {compareWith.kind === 'own' && <p class="muted">{t.comparedWith(names(compareWith.units), '')}</p>}
    </section>
  );
}

function UsedKeyFigures({ content, language }: { content: SharedSituation; language: Language }) {
  const t = texts(language);
  const { archive, analysis } = content;
  const linked = new Set([...analysis.indices, ...analysis.findings].map(({ kpi }) => kpi));
  return (
    <section>
      <h2>{t.keyFigures}</h2>
      <CatalogueTexts
        rows={content.keyFigures.filter(({ kpi }) => linked.has(kpi))}
        caption={t.keyFigures}
        language={language}
      />
      <details>
        <summary>{t.otherKeyFigures}</summary>
        <CatalogueTexts
          rows={content.keyFigures.filter(({ kpi }) => !linked.has(kpi))}
          caption={t.otherKeyFigures}
          language={language}
        />
      </details>
      <p class="source-line">
        {archive.exampleData ? t.sharedExample : t.sharedSource(formatDate(archive.fetchedAt))}{' '}
        {t.content(archive.id, archive.version, content.snapshotId)}
      </p>
    </section>
  );
}

function CatalogueTexts({
  rows,
  caption,
  language,
}: {
  rows: readonly SharedKeyFigure[];
  caption: string;
  language: Language;
}) {
  const t = texts(language).keyFigureColumns;
  return (
    <DataTable
      caption={caption}
      quietCaption
      rows={rows}
      rowId={({ kpi }) => kpi}
      columns={[
        { key: 'title', label: t.title, heads: true, cell: ({ title }) => title },
        { key: 'kpi', label: t.kpi, cell: ({ kpi }) => kpi },
        {
          key: 'description',
          label: t.description,
          cell: ({ description }) => <span class="plain-text">{description}</span>,
        },
        {
          key: 'fetched',
          label: t.fetched,
          cell: ({ fetchedAt }) => (fetchedAt === null ? '–' : formatDate(fetchedAt)),
        },
      ]}
    />
  );
}

/** The one answer to a link that opens nothing, whatever the reason. */
export function LinkGone({ shell }: { shell: Shell }) {
  const t = texts(shell.language);
  return (
    <Page
      shell={{ ...shell, person: undefined, tenant: undefined, navigation: [] }}
      title={t.gone}
      lead={t.goneLead}
      narrow
    >
      <p>{t.goneDo}</p>
    </Page>
  );
}
