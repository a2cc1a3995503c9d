export { type ChartAt, ChartFigure, type ChartFigureProps, type PictureLink, PictureLinks } from './chart-figure.tsx';
export { type CostNode, CostTree, type CostTreeProps } from './cost-tree.tsx';
export { Distribution, type DistributionProps, type DistributionUnit } from './distribution.tsx';
export { DotStrip, type DotStripProps } from './dot-strip.tsx';
export type { ChartProps } from './drawing.tsx';
export {
  type DrawnCell,
  type DrawnColumn,
  DrawnTable,
  type DrawnTableProps,
  type LegendItem,
  type Mark,
} from './drawn-table.tsx';
export { type FieldPoint, FourField, type FourFieldProps } from './four-field.tsx';
export { type GenderRow, GenderSplit, type GenderSplitProps } from './gender-split.tsx';
export { LineChart, type LineChartProps, type Series, type SeriesKind } from './line-chart.tsx';
export { type PictureOptions, renderChartSvg } from './picture.tsx';
export { chartToPng } from './png.ts';
export { Sparkline, type SparklineProps } from './sparkline.tsx';
