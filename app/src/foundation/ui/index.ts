export {
  formatDate,
  formatDateTime,
  formatDay,
  formatFigure,
  formatKronor,
  formatMillions,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRank,
  formatSigned,
  formatThousands,
  formatWeek,
  weekNumber,
} from '../format/index.ts';
export { Button, type ButtonProps, type ButtonVariant, LinkButton, type LinkButtonProps } from './button.tsx';
export * from './charts/index.ts';
export type { Content } from './children.ts';
export { type ConflictField, ConflictView, type ConflictViewProps } from './conflict-view.tsx';
export { contrastOk, contrastRatio, isColour, tenantThemeCss, tenantThemeHref } from './contrast.ts';
export { type Column, DataTable, type DataTableProps } from './data-table.tsx';
export { DrawnOnce, type PagePiece, pagePieces } from './drawn-once.tsx';
export { ErrorPage, type ErrorPageProps, type ErrorStatus } from './error-page.tsx';
export {
  Checkbox,
  Checkboxes,
  type CheckboxProps,
  type ChoicesProps,
  describe,
  Field,
  type FieldProps,
  type Option,
  Radios,
  Select,
  type SelectProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from './fields.tsx';
export {
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  type FormProps,
  FormRow,
  fieldId,
} from './form.tsx';
export { LanguageContext, useLanguage } from './language.tsx';
export {
  EmptyState,
  Missing,
  Notice,
  type NoticeProps,
  Panel,
  type SourceKind,
  SourceLine,
  type SourceLineProps,
  Tag,
  type TagTone,
} from './notices.tsx';
export { type Crumb, Page, type PageProps } from './page.tsx';
export { Pager, type PagerProps } from './pager.tsx';
export type { Flash, NavigationEntry, Shell, ShellAssets, ShellPerson, ShellTenant } from './shell.ts';
export { type Tab, Tabs } from './tabs.tsx';
export { turboStyleHash } from './turbo-style.ts';
export { Wheel, type WheelEntry, type WheelProps, type WheelSegment, wheelSegments } from './wheel.tsx';
