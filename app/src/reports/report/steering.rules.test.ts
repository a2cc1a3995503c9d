import { type Block, type DocumentModel, paragraph, plain, type Section } from '@samband/documents';
import { describe, expect, it } from 'vitest';
import { steeringDocument } from './steering.rules.ts';

const list = (...items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => ({ text: plain(item) })),
});

it('tells a steering group all that is lacking, also where no part says what is shown of it, each list under what introduces it', () => {
  const blocks = [
    paragraph('Det här fattas:'),
    paragraph('Ingen orsak är prövad för:'),
    list('Skola'),
    paragraph('Inget förslag har kommit av:'),
    list('Små enheter', 'Få vägar'),
  ];
  const document: DocumentModel = {
    title: 'Delrapport',
    language: 'sv',
    about: { organisation: 'Ekeberga kommun', date: '2026-03-02' },
    contents: true,
    numbered: true,
    sections: [{ id: 'part-remaining', title: 'Det som återstår', blocks }],
    appendices: [],
  };
  expect(steeringDocument(document).sections[0]?.blocks).toEqual(blocks);
});

describe('the steering group’s deck', () => {
  const part = (kind: string, title: string, blocks: readonly Block[]): Section => ({
    id: `part-${kind}-area1`,
    title: kind,
    blocks: [paragraph('Hela texten.')],
    shown: [
      {
        id: `shown-${kind}`,
        title,
        blocks: blocks.filter((block) => block.kind !== 'pageBreak'),
        notes: `Mer om ${kind}.`,
      },
    ],
  });
  const document = (...sections: readonly Section[]): DocumentModel => ({
    title: 'Delrapport',
    language: 'sv',
    about: { organisation: 'Ekeberga kommun', date: '2026-03-02' },
    contents: true,
    numbered: true,
    sections: [{ id: 'part-area-area1', title: 'Förskola', blocks: [paragraph('Syftet.')], sections }],
    appendices: [{ id: 'part-causeTables', title: 'Orsakstabeller', blocks: [] }],
  });

  it('has what is decided beside what is done, with both findings in the title', () => {
    const [area] = steeringDocument(
      document(
        part('decisions', 'Ett av två förslag är beslutat', [list('Bifall')]),
        part('actions', 'Ingen av två åtgärder är klar', [list('Planerad')]),
      ),
    ).sections;
    expect(area?.sections?.map(({ shown }) => shown)).toEqual([
      [
        {
          id: 'shown-decisions',
          title: 'Ett av två förslag är beslutat; ingen av två åtgärder är klar',
          blocks: [list('Bifall')],
          beside: [list('Planerad')],
          notes: 'Mer om decisions.\nMer om actions.',
        },
      ],
    ]);
  });

  it('leaves to the report what no part says is shown of it, and has no appendix', () => {
    const told = steeringDocument(
      document(part('causes', 'Ingen orsak har stöd än', [list('Små enheter')]), {
        id: 'part-impacts-area1',
        title: 'Konsekvenser',
        blocks: [paragraph('Beskrivna för ett av två förslag.')],
      }),
    );
    expect(told.appendices).toEqual([]);
    expect(told.sections[0]?.sections?.map(({ id }) => id)).toEqual(['part-causes-area1']);
  });
});
