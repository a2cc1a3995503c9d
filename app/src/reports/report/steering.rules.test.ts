import { type Block, type DocumentModel, paragraph, plain } from '@samband/documents';
import { expect, it } from 'vitest';
import { steeringDocument } from './steering.rules.ts';

const list = (...items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => ({ text: plain(item) })),
});

it('tells a steering group all that is lacking, each list under what introduces it', () => {
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
