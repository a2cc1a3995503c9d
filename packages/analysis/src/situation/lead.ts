import type { Area, SubArea } from '../key-figure.ts';

/** One structured part of the sentences that open the page; a text table makes Swedish of it. */
export interface LeadPart {
  readonly role: 'dearest' | 'worst' | 'also' | 'strength' | 'nearMiddle';
  readonly area: Area;
  readonly subArea: SubArea | null;
  readonly phenomenon: string;
  readonly kpi: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly year: number;
  readonly side: 'above' | 'below' | 'near';
  readonly percentile: number;
  readonly comparisonMedian: number;
  readonly potentialKr: number | null;
}

/** What the page says first: at most one dearest or worst, two more, one strength, one near the middle. */
export interface Lead {
  readonly parts: readonly LeadPart[];
}
