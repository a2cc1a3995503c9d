import MarkdownIt from 'markdown-it';

/**
 * Markdown, and of it only paragraphs, line breaks, bold, italic, lists and links to the web and to mail addresses. Everything else, HTML too, is text as it stands:
 * the rules that would read it are never switched on.
 */
export const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'newline',
  'escape',
  'emphasis',
  'link',
  'list',
]);
markdown.validateLink = (address) => /^(https?:\/\/[^\s/]|mailto:[^\s])/i.test(address) && URL.canParse(address);
// A link without an address is none, and one without words is read by its address.
const { rules } = markdown.renderer;
rules.link_open = (tokens, index) => {
  const address = markdown.utils.escapeHtml(String(tokens[index]!.attrGet('href')));
  if (address === '') return '';
  return `<a href="${address}" rel="noreferrer">${tokens[index + 1]!.type === 'link_close' ? address : ''}`;
};
rules.link_close = (tokens, index) => {
  const opened = tokens.findLast(({ type }, at) => at < index && type === 'link_open');
  return opened?.attrGet('href') === '' ? '' : '</a>';
};

/** What a text written in it is on a page. Nothing that a person writes can become another tag, attribute or protocol than these. */
export function richTextHtml(source: string): string {
  return markdown.render(source);
}

/** The same words on one line, without marks: for lists. */
export function richTextWords(source: string): string {
  const words = markdown
    .parse(source, {})
    .flatMap(({ children }) =>
      children === null ? [] : [children.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')],
    );
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
