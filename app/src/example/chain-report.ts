import { readRow } from '../foundation/register/index.ts';
import { type ReportWork, readParts, report, takeIn, writePart } from '../reports/report/index.ts';
import type { Teller } from './chain-teller.ts';

/** The interim report that the programme is writing: put together of the story, with a few words of the project leader's own. */
export async function tellReport(teller: Teller, areas: readonly string[], municipality: string): Promise<void> {
  const id = await teller.add(report, 'the interim report', {
    title: 'Delrapport Effektivare Ekeberga',
    kind: 'interim',
    focusAreas: areas.join('\n'),
    year: '2024',
    comparison: 'similar',
    language: 'sv',
    author: 'Projektgruppen för Effektivare Ekeberga',
    registryNumber: '',
  });
  const work: ReportWork = {
    kernel: teller.kernel,
    tx: teller.tx,
    actor: teller.actor,
    store: teller.figures,
    house: { name: municipality, colour: undefined, exampleData: true },
    today: teller.today,
  };
  const row = await readRow(teller.tx, report, id);
  const taken = await takeIn(work, id, { kind: 'all' }, undefined);
  if (row === undefined || !taken.ok) throw new Error('the interim report of the example cannot be put together');
  for (const [kind, textBefore] of Object.entries(words)) {
    const part = (await readParts(teller.tx, id)).find((one) => one.kind === kind);
    if (part === undefined) continue;
    await writePart(work, id, part.id, part.version, {
      heading: part.heading,
      textBefore,
      textAfter: part.textAfter,
      chosen: true,
    });
  }
}

const words: Readonly<Record<string, string>> = {
  summary:
    'Ekeberga deltar sedan 2022 i ett utvecklingsarbete efter förebild från SKR och RKA. Rapporten visar hur långt arbetet har kommit och vad som är kvar. **Styrgruppen föreslås ställa sig bakom de åtgärder som är beslutade och ta ställning till de förslag som återstår.**',
  focus:
    'Styrgruppen har valt två områden där kostnaden är hög, orsaken går att påverka och där en förändring inte går ut över kvaliteten.',
};
