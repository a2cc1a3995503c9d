import { attributesOf, createXmlScanner } from '../xml/index.ts';
import { escaped } from './escape.ts';
import { scopedCss } from './scoped-css.ts';

/** An SVG as part of a page: what it draws, and the styles it needs, which reach it alone. */
export interface InlineSvg {
  /** What stands within the `svg` element. */
  readonly content: string;
  readonly viewBox: string | undefined;
  readonly classes: string;
  readonly css: string;
}

/** Elements that draw. What can run, fetch or be followed is not among them; an `a` becomes a plain group. */
const drawn = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan textPath defs clipPath mask linearGradient radialGradient stop pattern marker symbol use image'.split(
    ' ',
  ),
);
/** Left out with all that they hold. */
const kept = (name: string) => drawn.has(name) || name === 'a' || name === 'style';

/**
 * Reads an SVG and keeps what draws. Its ids and classes' rules get the prefix, so that many pictures can stand on a page without touching each other.
 * Throws `XmlError` when it is not well-formed.
 */
export function inlineSvg(svg: string, prefix: string): InlineSvg {
  const parts: string[] = [];
  const rules: string[] = [];
  const styles = new Map<string, string>();
  const used = new Set<string>();
  let [css, viewBox, classes] = ['', undefined as string | undefined, ''];
  /** Names of the open elements; an empty one for those that are left out. */
  const open: string[] = [];
  const within = () => open.every((name) => name !== '');

  const scanner = createXmlScanner({
    open(name, text, closed) {
      const written = name === 'a' ? 'g' : name;
      if (!kept(name) || !within()) {
        if (!closed) open.push('');
        return;
      }
      if (name !== 'style') {
        const attributes = attributesOf(text);
        if (open.length === 0) {
          viewBox = attributes.get('viewBox');
          classes = attributes.get('class') ?? '';
          take(classes.split(/\s+/));
        } else parts.push(`<${written}${attributesIn(attributes, name)}${closed ? ' />' : '>'}`);
      }
      if (!closed) open.push(name === 'style' ? 'style' : written);
    },
    close() {
      const name = open.pop();
      if (name === 'style') rules.push(css);
      if (name === 'style') css = '';
      else if (name !== '' && name !== undefined && open.length > 0 && within()) parts.push(`</${name}>`);
    },
    text(text) {
      if (!within() || open.length === 0) return;
      if (open.at(-1) === 'style') css += text;
      else parts.push(escaped(text));
    },
  });

  function attributesIn(attributes: ReadonlyMap<string, string>, element: string): string {
    let written = '';
    const names = (attributes.get('class') ?? '').split(/\s+/).filter((each) => each !== '');
    for (const [name, value] of attributes) {
      if (name === 'style') names.push(classOf(value));
      else if (name === 'id') written += ` id="${escaped(`${prefix}-${value}`)}"`;
      else if (name === 'href') written += hrefIn(value, element);
      else if (name !== 'class' && isPresentation(name)) written += valueIn(name, value);
    }
    take(names);
    return names.length === 0 ? written : `${written} class="${escaped(names.join(' '))}"`;
  }

  function take(names: readonly string[]): void {
    for (const name of names) used.add(name);
  }

  /** A style of one element becomes a class of its own, since the page lets no styles stand in attributes. */
  function classOf(declarations: string): string {
    const known = styles.get(declarations) ?? `style-${styles.size + 1}`;
    styles.set(declarations, known);
    return known;
  }

  function hrefIn(value: string, element: string): string {
    if (element === 'a') return '';
    if (value.startsWith('#')) return ` href="${escaped(`#${prefix}-${value.slice(1)}`)}"`;
    return element === 'image' && /^data:image\/(?:png|jpeg);base64,[\w+/=\s]+$/.test(value)
      ? ` href="${escaped(value)}"`
      : '';
  }

  function valueIn(name: string, value: string): string {
    const own = value.replace(/url\(\s*["']?#([^"')]+)["']?\s*\)/g, (_, id: string) => `url(#${prefix}-${id})`);
    return /url\((?!#)/.test(own) ? '' : ` ${name}="${escaped(own)}"`;
  }

  scanner.write(svg.replace(/^\ufeff/, '').replace(/<!DOCTYPE[^>[]*>/i, ''));
  scanner.end();
  for (const [declarations, name] of styles) rules.push(`.${name} { ${declarations.replaceAll(/[{}]/g, '')} }`);
  return { content: parts.join(''), viewBox, classes, css: scopedCss(rules.join('\n'), prefix, used) };
}

/** What says how a thing is drawn; never an event, a role or a name space. */
function isPresentation(name: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9-]*$/.test(name) && !/^(?:on|xmlns|aria|role|tabindex|focusable|xml|data-)/i.test(name);
}
