import type { FourFields } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import {
  ChartFigure,
  EmptyState,
  FourField,
  type FourFieldProps,
  formatNumber,
  type SourceLineProps,
} from '../../foundation/ui/index.ts';
import { texts } from './situation.texts.ts';
import { areaSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

interface FourFieldSectionProps {
  readonly fields: FourFields;
  readonly unit: string;
  readonly similar: readonly string[];
  readonly titleOf: (unit: string) => string;
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
  readonly source: SourceLineProps;
  readonly language: Language;
}

/** What the chart draws, shared by the page and the picture that is downloaded. */
export function fourFieldProps({
  fields,
  unit,
  similar,
  titleOf,
  language,
}: Pick<FourFieldSectionProps, 'fields' | 'unit' | 'similar' | 'titleOf' | 'language'>): FourFieldProps {
  const t = texts(language).fourField;
  const area = vocabulary(language).indexArea[fields.area];
  const own = fields.own
    ? t.ownAt(
        titleOf(unit),
        formatNumber(fields.own.resource, language, 0),
        formatNumber(fields.own.quality, language, 0),
      )
    : t.ownMissing(titleOf(unit));
  return {
    id: `fyrfalt-${areaSlugs[fields.area]}`,
    title: t.heading(area),
    description: t.describe(area, fields.points.length, own),
    points: fields.points.map((point) => ({
      code: point.unit,
      name: titleOf(point.unit),
      x: point.resource,
      y: point.quality,
    })),
    own: unit,
    similar,
    roleModels: fields.roleModels.slice(0, 6).map((model) => model.unit),
    xLabel: t.x,
    yLabel: t.y,
    corners: t.corners,
    cross: [fields.resourceLine, fields.qualityLine],
  };
}

export function FourFieldSection(props: FourFieldSectionProps) {
  const { fields, unit, titleOf, language } = props;
  const t = texts(language).fourField;
  const area = vocabulary(language).indexArea[fields.area];
  if (fields.points.length < 10) {
    return (
      <section>
        <h2>{t.heading(area)}</h2>
        <EmptyState title={area}>{t.empty}</EmptyState>
      </section>
    );
  }
  const chart = fourFieldProps(props);
  const points = [...fields.points].sort(
    (a, b) => Number(b.unit === unit) - Number(a.unit === unit) || b.quality - a.quality,
  );
  return (
    <ChartFigure
      heading={t.heading(area)}
      finding={chart.description}
      chart={(width) => <FourField {...chart} width={width} />}
      table={{
        caption: t.caption,
        rows: points,
        highlight: (point) => point.unit === unit,
        columns: [
          { key: 'unit', label: t.municipality, cell: (point) => titleOf(point.unit) },
          {
            key: 'resource',
            label: t.resource,
            kind: 'number',
            cell: (point) => formatNumber(point.resource, language, 1),
          },
          {
            key: 'quality',
            label: t.quality,
            kind: 'number',
            cell: (point) => formatNumber(point.quality, language, 1),
          },
        ],
      }}
      downloads={props.downloads}
      source={{ ...props.source, children: t.lines }}
    />
  );
}

export function RoleModels({
  fields,
  titleOf,
  language,
}: Pick<FourFieldSectionProps, 'fields' | 'titleOf' | 'language'>) {
  const t = texts(language).fourField;
  return (
    <>
      <h3>{t.roleModels}</h3>
      {fields.own === null ? (
        <p>{t.ownUnplaced}</p>
      ) : fields.roleModels.length === 0 ? (
        <p>{t.noRoleModels}</p>
      ) : (
        <>
          <p>{t.roleModelsLead}</p>
          <ul>
            {fields.roleModels.slice(0, 6).map((model) => (
              <li>
                {titleOf(model.unit)}{' '}
                <small>{`+${formatNumber(model.resourceAdvantage, language, 0)} / +${formatNumber(model.qualityAdvantage, language, 0)}`}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
