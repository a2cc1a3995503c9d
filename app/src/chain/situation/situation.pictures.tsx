import type { Language } from '../../foundation/texts/index.ts';
import { DrawnTable, FourField, type PictureLink } from '../../foundation/ui/index.ts';
import { findingsPicture } from './findings.view.tsx';
import { fourFieldProps } from './four-field.view.tsx';
import { indexPicture } from './index-table.view.tsx';
import type { Picture } from './picture.ts';
import type { Situation } from './situation.queries.ts';
import { texts } from './situation.texts.ts';
import { areaSlugs, indexAreaOf } from './slug.rules.ts';

/** How many findings the page shows until one asks for all; a picture of the page shows as many. */
export const firstFindings = 15;

export interface SituationPicture {
  readonly situation: Situation;
  readonly titleOf: (unit: string) => string;
  /** All findings, not only the strongest. */
  readonly showAll: boolean;
  readonly language: Language;
}

/** The picture with this file name, of Nuläge or of a page frozen from it; undefined where there is nothing to draw. */
export function situationPicture(file: string, asked: SituationPicture): Picture | undefined {
  const [, drawing = '', format] = /^(.+)\.(svg|png)$/.exec(file) ?? [];
  const drawn = drawingOf(drawing, asked);
  return drawn && { ...drawn, width: 900, format: format === 'png' ? 'png' : 'svg' };
}

function drawingOf(drawing: string, asked: SituationPicture): Omit<Picture, 'width' | 'format'> | undefined {
  const { situation, titleOf, showAll, language } = asked;
  const { analysis, choice, classMedians } = situation;
  const t = texts(language);
  const name = titleOf(choice.unit);
  if (drawing === 'index') {
    const { year, compareWith } = choice;
    const table = indexPicture({ rows: analysis.indices, classMedians, name, year, compareWith, language });
    return {
      chart: (width) => <DrawnTable {...table} width={width} />,
      name: table.title,
      heading: table.title,
      kind: 'both',
    };
  }
  if (drawing === 'sticker-ut') {
    const findings = showAll ? analysis.findings : analysis.findings.slice(0, firstFindings);
    if (findings.length === 0) return undefined;
    const table = findingsPicture({ findings, name, choice, language });
    const heading = t.findings.pictureTitle(name, choice.year);
    return { chart: (width) => <DrawnTable {...table} width={width} />, name: heading, heading, kind: 'both' };
  }
  const area = indexAreaOf(/^fyrfalt-(.+)$/.exec(drawing)?.[1] ?? '');
  const fields = analysis.fourFields.find((each) => each.area === area);
  if (fields === undefined) return undefined;
  const { comparison } = situation.comparison;
  const similar = comparison.kind === 'all' ? [] : comparison.unitsFor(fields.area, null);
  const chart = fourFieldProps({ fields, unit: choice.unit, similar, titleOf, language });
  return {
    chart: (width) => <FourField {...chart} width={width} />,
    name: `${chart.title} ${name} ${choice.year}`,
    heading: `${chart.title}, ${name} ${choice.year}`,
    kind: 'published',
  };
}

/** Links to a picture as SVG and PNG, by what makes an address of a file's name. */
export function pictureLinks(drawing: string, hrefOf: (file: string) => string): readonly PictureLink[] {
  return ['svg', 'png'].map((format) => ({ label: format.toUpperCase(), href: hrefOf(`${drawing}.${format}`) }));
}

export function fourFieldDrawing(area: keyof typeof areaSlugs): string {
  return `fyrfalt-${areaSlugs[area]}`;
}
