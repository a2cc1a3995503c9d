import { expect, it } from 'vitest';
import { richTextBlocks } from './rich-text-blocks.rules.ts';

it('formatted text is the same paragraphs, lists, bold, italic and links in a document', () => {
  expect(
    richTextBlocks('Ett **starkt** och *kursivt* ord\npå två rader.\n\n- en\n  - under\n- [två](https://exempel.se)'),
  ).toEqual([
    {
      kind: 'paragraph',
      text: [
        { kind: 'text', text: 'Ett ' },
        { kind: 'text', text: 'starkt', strong: true },
        { kind: 'text', text: ' och ' },
        { kind: 'text', text: 'kursivt', emphasis: true },
        { kind: 'text', text: ' ord' },
        { kind: 'break' },
        { kind: 'text', text: 'på två rader.' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        {
          text: [{ kind: 'text', text: 'en' }],
          list: { kind: 'list', ordered: false, items: [{ text: [{ kind: 'text', text: 'under' }] }] },
        },
        { text: [{ kind: 'link', text: 'två', href: 'https://exempel.se' }] },
      ],
    },
  ]);
});

it('HTML and addresses that could run are words, as on a page', () => {
  expect(richTextBlocks('<b>inte</b> [fel](javascript:alert(1))')).toEqual([
    { kind: 'paragraph', text: [{ kind: 'text', text: '<b>inte</b> [fel](javascript:alert(1))' }] },
  ]);
});
