import type { Denominator } from './key-figure.ts';

/** A node of a cost tree as the data tables describe it. */
export interface CostTreeNode {
  readonly id: string;
  /** Short Swedish name. */
  readonly title: string;
  /** kr per inhabitant (of the tree's own denominator). */
  readonly kpi: string;
  /** kr per user: then the node also splits into users per inhabitant × kr per user. */
  readonly perUserKpi?: string;
  readonly children?: readonly CostTreeNode[];
}

export interface CostTreeDefinition {
  readonly id: string;
  readonly area: 'elderCare' | 'lss' | 'socialAssistance' | 'afterSchool' | 'preschool';
  /** What the kr per inhabitant are counted on. */
  readonly denominator: Denominator;
  readonly unit: string;
  readonly root: CostTreeNode;
}

/** Areas where Kolada has parts in the same unit as the whole. What the parts do not cover is shown as a rest, never hidden. */
export const costTrees: readonly CostTreeDefinition[] = [
  {
    id: 'elderCare',
    area: 'elderCare',
    denominator: { kind: 'kpi', kpi: 'N01957' },
    unit: 'kr/inv 80+',
    root: {
      id: 'elderCare',
      title: 'Äldreomsorg',
      kpi: 'N20048',
      children: [
        { id: 'residentialCare', title: 'Särskilt boende', kpi: 'N23006', perUserKpi: 'N23009' },
        {
          id: 'ordinaryHousing',
          title: 'Ordinärt boende',
          kpi: 'N21022',
          children: [
            { id: 'homeCare', title: 'Hemtjänst', kpi: 'N21024', perUserKpi: 'N21006' },
            { id: 'shortTermCare', title: 'Korttidsvård', kpi: 'N21023' },
            { id: 'dayCare', title: 'Dagverksamhet', kpi: 'N21025' },
            { id: 'otherOrdinary', title: 'Övrigt i ordinärt boende', kpi: 'N21026' },
          ],
        },
      ],
    },
  },
  {
    id: 'lss',
    area: 'lss',
    denominator: { kind: 'kpi', kpi: 'N01951' },
    unit: 'kr/inv',
    root: {
      id: 'lss',
      title: 'LSS och SFB',
      kpi: 'N25017',
      children: [
        { id: 'housing', title: 'Boende', kpi: 'N28012', perUserKpi: 'N28013' },
        { id: 'dailyActivities', title: 'Daglig verksamhet', kpi: 'N28009', perUserKpi: 'N28015' },
        { id: 'personalAssistance', title: 'Personlig assistans', kpi: 'N28008' },
        { id: 'otherLss', title: 'Övriga insatser', kpi: 'N28011' },
      ],
    },
  },
  {
    id: 'individualAndFamilyCare',
    area: 'socialAssistance',
    denominator: { kind: 'kpi', kpi: 'N01951' },
    unit: 'kr/inv',
    root: {
      id: 'individualAndFamilyCare',
      title: 'Individ- och familjeomsorg',
      kpi: 'N30101',
      children: [
        { id: 'incomeSupport', title: 'Ekonomiskt bistånd', kpi: 'N31001' },
        { id: 'childWelfare', title: 'Barn- och ungdomsvård', kpi: 'N33001' },
        { id: 'addictionCare', title: 'Missbruksvård vuxna', kpi: 'N35001' },
      ],
    },
  },
];
