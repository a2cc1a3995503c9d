export { type ChartAt, ChartFigure, type ChartFigureProps } from './chart-figure.tsx';
export { type CostNode, CostTree, type CostTreeProps } from './cost-tree.tsx';
export { Distribution, type DistributionProps, type DistributionUnit } from './distribution.tsx';
export { DotStrip, type DotStripProps } from './dot-strip.tsx';
export type { ChartProps } from './drawing.tsx';
export { type FieldPoint, FourField, type FourFieldProps } from './four-field.tsx';
export { type GenderRow, GenderSplit, type GenderSplitProps } from './gender-split.tsx';
export { LineChart, type LineChartProps, type Series, type SeriesKind } from './line-chart.tsx';
export { Sparkline, type SparklineProps } from './sparkline.tsx';
