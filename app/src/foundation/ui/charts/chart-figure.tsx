import type { Content } from '../children.ts';
import { DataTable, type DataTableProps } from '../data-table.tsx';
import { useTexts } from '../language.tsx';
import { SourceLine, type SourceLineProps } from '../notices.tsx';

/** A chart as a function of its width: drawn once for a wide screen and once for a phone, so that text keeps its size. */
export type ChartAt = (width: number) => Content;

export interface ChartFigureProps<Row> {
  readonly heading: string;
  /** h2 when the figure is a section of its own. */
  readonly level?: 2 | 3;
  /** What is seen, in a sentence, before the picture. */
  readonly finding?: Content;
  readonly chart: ChartAt;
  /** Width of the wide drawing; match the column it stands in. */
  readonly width?: number;
  /** The same figures as a table. */
  readonly table: DataTableProps<Row>;
  /** Left out only where the picture shows no figures. */
  readonly source?: SourceLineProps;
  readonly downloads?: readonly PictureLink[];
}

export interface PictureLink {
  readonly label: string;
  readonly href: string;
}

const phoneWidth = 350;

/** A chart with its heading, its table one key away, its downloads and its source. */
export function ChartFigure<Row>(props: ChartFigureProps<Row>) {
  const texts = useTexts();
  const { heading, level = 2, finding, chart, width = 720, table, source, downloads = [] } = props;
  return (
    <figure class="chart-figure">
      <figcaption>{level === 2 ? <h2>{heading}</h2> : <h3>{heading}</h3>}</figcaption>
      {finding !== undefined && <p class="chart-finding">{finding}</p>}
      <chart-tip class="chart-wide">{chart(width)}</chart-tip>
      <chart-tip class="chart-narrow">{chart(phoneWidth)}</chart-tip>
      <div class="chart-below">
        <details class="chart-table">
          <summary>{texts.showTable}</summary>
          <DataTable {...table} quietCaption />
        </details>
        <PictureLinks links={downloads} />
      </div>
      {source !== undefined && <SourceLine {...source} />}
    </figure>
  );
}

/** The same picture as files to take along. */
export function PictureLinks({ links }: { links: readonly PictureLink[] }) {
  const texts = useTexts();
  if (links.length === 0) return null;
  return (
    <p class="chart-downloads">
      <span class="muted">{texts.download} </span>
      {links.map(({ label, href }) => (
        <a href={href} download="" data-turbo="false">
          {label}
        </a>
      ))}
    </p>
  );
}
