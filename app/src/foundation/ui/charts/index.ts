export type { OtherAction } from './before-after.rules.ts';
export { BeforeAfter, type BeforeAfterProps } from './before-after.tsx';
export type { CauseNode, CauseState } from './cause-tree.rules.ts';
export { CauseTree, type CauseTreeProps } from './cause-tree.tsx';
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
export type { MatrixItem, QuadrantWords } from './effort-effect.rules.ts';
export { EffortEffectMatrix, type EffortEffectMatrixProps } from './effort-effect-matrix.tsx';
export type { FishboneBranch } from './fishbone.rules.ts';
export { Fishbone, type FishboneProps } from './fishbone.tsx';
export { type FieldPoint, FourField, type FourFieldProps } from './four-field.tsx';
export type { GanttRow, GanttStatus } from './gantt.rules.ts';
export { Gantt, type GanttProps, StatusMark } from './gantt.tsx';
export { GanttOverview, type GanttOverviewProps } from './gantt-overview.tsx';
export { type GenderRow, GenderSplit, type GenderSplitProps } from './gender-split.tsx';
export { LineChart, type LineChartProps, type Series, type SeriesKind } from './line-chart.tsx';
export { type PictureOptions, renderChartSvg } from './picture.tsx';
export { chartToPng } from './png.ts';
export { Sparkline, type SparklineProps } from './sparkline.tsx';
export { type ThreadColumn, type ThreadEdge, type ThreadNode, threadWidth } from './thread.rules.ts';
export { ThreadPicture, type ThreadPictureProps } from './thread-picture.tsx';
export type { YearItem } from './year-wheel.rules.ts';
export { YearWheel, type YearWheelProps } from './year-wheel.tsx';
