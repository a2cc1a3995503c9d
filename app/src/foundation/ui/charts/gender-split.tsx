import { scaleLinear } from 'd3-scale';
import { formatFigure } from '../../format/index.ts';
import type { Language } from '../../texts/index.ts';
import { useLanguage, useTexts } from '../language.tsx';
import { type ChartProps, Drawing, extent, isDrawable, round, textWidth } from './drawing.tsx';

export interface GenderRow {
  readonly label: string;
  readonly women: number | undefined;
  readonly men: number | undefined;
  readonly total?: number | undefined;
}

export interface GenderSplitProps extends ChartProps {
  /** One a year, or one a municipality. */
  readonly rows: readonly GenderRow[];
  readonly unit: string;
  readonly format?: (value: number, language: Language) => string;
}

/** Women and men on one line a row, joined where both are known: filled dot and open square, named on the first row. */
export function GenderSplit(props: GenderSplitProps) {
  const language = useLanguage();
  const texts = useTexts();
  const { width = 720, rows, unit } = props;
  const step = 34;
  const height = props.height ?? rows.length * step + 34;
  const write = (value: number) => (props.format ?? formatFigure)(value, language);
  const left = Math.min(width * 0.34, Math.max(...rows.map(({ label }) => textWidth(label, 13)), 20)) + 16;
  const x = scaleLinear(
    extent(
      rows.flatMap(({ women, men, total }) => [women, men, total]),
      0.08,
    ),
    [left + 44, width - 52],
  );
  return (
    <Drawing chart={props} width={width} height={height} kind="gender">
      <circle class="chart-own" cx="6" cy="10" r="5.5" />
      <text class="chart-name" x="17" y="14.5">
        {texts.women}
      </text>
      <rect class="chart-men" x="87" y="5" width="10" height="10" />
      <text class="chart-name" x="103" y="14.5">
        {texts.men}
      </text>
      <text class="chart-note" x={width} y="14" text-anchor="end">
        {unit}
      </text>
      {rows.map((row, index) => (
        <Row row={row} y={46 + index * step} left={left} width={width} x={x} write={write} missing={texts.missing} />
      ))}
    </Drawing>
  );
}

interface RowProps {
  readonly row: GenderRow;
  readonly y: number;
  readonly left: number;
  readonly width: number;
  readonly x: (value: number) => number;
  readonly write: (value: number) => string;
  readonly missing: string;
}

function Row({ row, y, left, width, x, write, missing }: RowProps) {
  const { women, men, total } = row;
  const both = isDrawable(women) && isDrawable(men);
  const womenLeft = both && women <= men;
  return (
    <g>
      <path class="chart-grid" d={`M0 ${y + 17}H${width}`} />
      <text class="chart-name" x="0" y={y + 4.5}>
        {row.label}
      </text>
      {both && <path class="chart-span" d={`M${round(x(women))} ${y}H${round(x(men))}`} />}
      {isDrawable(total) && <path class="chart-group" d={`M${round(x(total))} ${y - 6}v12`} />}
      {isDrawable(men) && (
        <g>
          <rect class="chart-men" x={round(x(men) - 5)} y={y - 5} width="10" height="10" />
          <text
            class="chart-value"
            x={round(x(men) + (womenLeft || !both ? 11 : -11))}
            y={y + 4.5}
            text-anchor={womenLeft || !both ? 'start' : 'end'}
          >
            {write(men)}
          </text>
        </g>
      )}
      {isDrawable(women) && (
        <g>
          <circle class="chart-own" cx={round(x(women))} cy={y} r="5.5" />
          <text
            class="chart-value"
            x={round(x(women) + (womenLeft ? -11 : 11))}
            y={y + 4.5}
            text-anchor={womenLeft ? 'end' : 'start'}
          >
            {write(women)}
          </text>
        </g>
      )}
      {!isDrawable(women) && !isDrawable(men) && (
        <text class="chart-missing" x={round(left + 44)} y={y + 4.5}>
          {missing}
        </text>
      )}
    </g>
  );
}
