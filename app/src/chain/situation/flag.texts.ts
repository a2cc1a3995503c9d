import type { FigureFlag } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import { vocabulary } from './vocabulary.texts.ts';

export function flagText(flag: FigureFlag, language: Language): string {
  const { flag: texts } = vocabulary(language);
  switch (flag.code) {
    case 'olderYear':
      return texts.olderYear(flag.year);
    case 'breakInSeries':
      return texts.breakInSeries(flag.year);
    case 'smallGroup':
      return texts.smallGroup(flag.n);
    case 'fewReporting':
      return texts.fewReporting(flag.n, flag.of);
    default:
      return texts[flag.code]();
  }
}
