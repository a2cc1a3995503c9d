import { areaNames, type KeyFigure } from '@samband/analysis';
import type { Kpi } from '@samband/kolada';
import { dividedByGender } from './genders.ts';

const perspectives = {
  resource: 'Resurser',
  volume: 'Volymer',
  quality: 'Kvalitet och resultat',
  structure: 'Övrigt',
} as const satisfies Record<KeyFigure['perspective'], string>;

const costBases = {
  gross: 'Kronorna avser all kostnad.',
  cost: 'Kronorna avser kostnaden utan interna intäkter och försäljning till andra kommuner och regioner.',
  net: 'Kronorna avser kostnaden minus alla intäkter.',
  deviation: 'Måttet jämför med den kostnad som kommunens egna förutsättningar ger anledning att vänta.',
} as const;

const directions = { low: 'Ett lägre värde är önskvärt.', high: 'Ett högre värde är önskvärt.' } as const;

/** Catalogue entry in our own words, for an invented figure. */
export function catalogueEntry(figure: KeyFigure, lastYear: number): Kpi {
  const ended = figure.lastYear === undefined ? '' : ` (-${figure.lastYear})`;
  const sentences = [
    `${figure.title}, i ${figure.unit}.`,
    ...(figure.costBase ? [costBases[figure.costBase]] : []),
    ...(figure.direction && figure.perspective === 'quality' ? [directions[figure.direction]] : []),
    ...(figure.breaks ?? []).map((year) => `Metoden är ny från ${year}; jämför inte med tidigare år.`),
    'Exempeldata.',
  ];
  return {
    id: figure.kpi,
    title: `${figure.title}, ${figure.unit}${ended}`,
    description: sentences.join(' '),
    isDividedByGender: dividedByGender.includes(figure.kpi),
    municipalityType: 'K',
    auspice: 'T',
    operatingArea: areaNames[figure.area].sv,
    perspective: perspectives[figure.perspective],
    prelPublicationDate: figure.index || figure.costBase === 'deviation' ? `${lastYear + 1}-06-10` : null,
    publicationDate: `${lastYear + 1}-09-29`,
    publPeriod: String(lastYear),
    hasOuData: false,
  };
}
