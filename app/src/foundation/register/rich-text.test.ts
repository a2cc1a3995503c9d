import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextHtml, richTextWords } from './rich-text.rules.ts';

/** Every tag of what was written, as HTML reads it: all that stands between < and >. */
const tagsOf = (html: string) => [...html.matchAll(/<[^>]*>?/g)].map(([tag]) => tag);
const allowed =
  /^(<\/?(p|strong|em|ul|ol|li)>|<ol start="\d+">|<br>|<\/a>|<a href="(https?:\/\/|mailto:)[^"<>]+" rel="noreferrer">)$/i;

describe('rich text', () => {
  it('has paragraphs, bold, italic, lists and links', () => {
    expect(richTextHtml('Ett **viktigt** *ord*\npå två rader\n\n- a\n- b\n\n3. c')).toBe(
      '<p>Ett <strong>viktigt</strong> <em>ord</em><br>\npå två rader</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start="3">\n<li>c</li>\n</ol>\n',
    );
    expect(richTextHtml('[SKR](https://skr.se "titel") [post](mailto:a@b.se)')).toBe(
      '<p><a href="https://skr.se" rel="noreferrer">SKR</a> <a href="mailto:a@b.se" rel="noreferrer">post</a></p>\n',
    );
  });

  it('makes no link of what has no address, and reads one without words by its address', () => {
    expect(richTextHtml('[ord]() [](https://a.se)')).toBe(
      '<p>ord <a href="https://a.se" rel="noreferrer">https://a.se</a></p>\n',
    );
  });

  it('shows all else as it was written', () => {
    const html = richTextHtml('<b>x</b> [y](javascript:alert(1)) ![z](https://a.se/b.png) <https://a.se> `kod` &amp;');
    expect(tagsOf(html)).toEqual(['<p>', '<a href="https://a.se/b.png" rel="noreferrer">', '</a>', '</p>']);
    for (const words of ['&lt;b&gt;', 'javascript:alert(1)', '`kod`', '&amp;amp;']) expect(html).toContain(words);
    for (const source of ['# Rubrik', '> citat', '```\nkod\n```', '| a | b |\n|---|---|', '***', '    kod'])
      expect(
        tagsOf(richTextHtml(source)).every((tag) => /^<(\/?p|br)>$/.test(tag)),
        source,
      ).toBe(true);
  });

  it('never has a tag, an attribute or a protocol besides those, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ...[
          '[',
          '](',
          ')',
          '<',
          '>',
          '"',
          "'",
          '\\',
          '&',
          '&#106;',
          '*',
          '**',
          '_',
          '- ',
          '1. ',
          '\n',
          '\n\n',
          '  ',
          '`',
          '!',
        ],
        ...[
          'javascript:',
          'JaVaScRiPt:',
          'data:text/html,',
          'vbscript:',
          'file:///',
          'https://',
          'HTTP://',
          'mailto:',
          '//a.se',
        ],
        ...[
          '<script>',
          '<img src=x onerror=alert(1)>',
          ' onclick=',
          'style=',
          '\u0000',
          '\u202e',
          '\t',
          '[a]: javascript:x',
        ],
      ),
    );
    const source = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(source, (written) => {
        expect(tagsOf(richTextHtml(written)).filter((tag) => !allowed.test(tag))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is quick with what is made to be slow', () => {
    const started = performance.now();
    for (const unit of ['*', '[', '- ', '**a ', '[a](', '1. \n', '_a_', '\\'])
      richTextHtml(unit.repeat(Math.floor(20_000 / unit.length)));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is one line of words in a list', () => {
    expect(richTextWords('Ett **viktigt** [ord](https://a.se)\n\n- a\n- b')).toBe('Ett viktigt ord a b');
  });
});
