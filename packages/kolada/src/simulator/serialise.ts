import type { DataValue, Group, Kpi, Municipality, Ou } from '../model.ts';

/** Into Kolada's wire format. Data rows are written by hand: a benchmark must not measure the simulator. */

export const wireKpi = (kpi: Kpi) => ({
  id: kpi.id,
  title: kpi.title,
  description: kpi.description,
  is_divided_by_gender: kpi.isDividedByGender,
  municipality_type: kpi.municipalityType,
  auspice: kpi.auspice,
  operating_area: kpi.operatingArea,
  perspective: kpi.perspective,
  prel_publication_date: kpi.prelPublicationDate,
  publication_date: kpi.publicationDate,
  publ_period: kpi.publPeriod,
  has_ou_data: kpi.hasOuData,
});

export const wireMunicipality = ({ id, title, type }: Municipality) => ({ id, title, type });

export const wireGroup = ({ id, title, members }: Group) => ({
  id,
  title,
  members: members.map((member) => ({ member_id: member.id, member_title: member.title })),
});

export const wireOu = ({ id, title, municipality }: Ou) => ({ id, title, municipality });

/** K, M, T: as in the answers seen, where the first value is not the total. */
const usualOrder: Record<DataValue['gender'], number> = { K: 0, M: 1, T: 2 };

/** `shuffle`, when given, draws the order of the genders anew for every row. */
export function wireRow(
  kpi: string,
  unitName: 'municipality' | 'ou',
  unit: string,
  period: number,
  values: readonly DataValue[],
  shuffle: (() => number) | undefined,
): string {
  let ordered = values;
  if (values.length > 1) {
    const key = shuffle ? new Map(values.map((value) => [value, shuffle()])) : undefined;
    ordered = values.toSorted((a, b) =>
      key ? (key.get(a) ?? 0) - (key.get(b) ?? 0) : usualOrder[a.gender] - usualOrder[b.gender],
    );
  }
  let list = '';
  for (const each of ordered) {
    const status = each.status === '' ? '""' : JSON.stringify(each.status);
    const value = each.isDeleted ? null : each.value;
    list += `${list === '' ? '' : ','}{"gender":"${each.gender}","count":${each.count},"status":${status},"value":${value},"isdeleted":${each.isDeleted}}`;
  }
  return `{"kpi":"${kpi}","${unitName}":"${unit}","period":${period},"values":[${list}]}`;
}
