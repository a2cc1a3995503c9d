/** The colours a chart uses, by token name. */
export interface ChartColours {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly own: string;
  readonly rust: string;
  readonly context: string;
  readonly band: string;
}

/** On a page the colours are tokens, so that dark mode and the municipality's colour reach into the charts. */
export const pageColours: ChartColours = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  hairline: 'var(--hairline)',
  own: 'var(--own)',
  rust: 'var(--rust)',
  context: 'var(--context)',
  band: 'var(--band)',
};

/** In a downloaded picture they are the light ones, written out. */
export const pictureColours: ChartColours = {
  paper: '#fffdf8',
  ink: '#1f2421',
  muted: '#5d625c',
  hairline: '#e3dfd4',
  own: '#1d5c4d',
  rust: '#a94a22',
  context: '#c9c6be',
  band: '#efebe0',
};

/**
 * How each part of a chart looks. The same rules stand in styles/charts.css (from `pageColours`) and inside a downloaded
 * picture; a test holds them together. No nesting and no custom properties here: resvg reads plain CSS only.
 */
export function chartStyle(colour: ChartColours): string {
  return cssOf(rules(colour));
}

export type Rule = readonly [selectors: readonly string[], declarations: readonly string[]];

export function cssOf(rules: readonly Rule[]): string {
  return `${rules
    .map(
      ([selectors, declarations]) =>
        `${selectors.join(',\n')} {\n${declarations.map((line) => `  ${line};\n`).join('')}}`,
    )
    .join('\n\n')}\n`;
}

function rules(c: ChartColours): readonly Rule[] {
  return [
    [
      ['.chart-axis', '.chart-grid'],
      ['fill: none', `stroke: ${c.hairline}`, 'stroke-width: 1'],
    ],
    [['.chart-rule'], ['fill: none', `stroke: ${c.ink}`, 'stroke-width: 1.5']],
    [['.chart-ticks'], ['fill: none', `stroke: ${c.context}`, 'stroke-width: 1']],
    [['.chart-dots'], ['fill: none', `stroke: ${c.context}`, 'stroke-width: 5', 'stroke-linecap: round']],
    [['.chart-own'], [`fill: ${c.own}`, `stroke: ${c.paper}`, 'stroke-width: 1.5']],
    [['.chart-own-point'], [`fill: ${c.own}`, 'stroke: none']],
    [['.chart-own-hollow'], [`fill: ${c.paper}`, `stroke: ${c.own}`, 'stroke-width: 2']],
    [['.chart-comparison'], [`fill: ${c.paper}`, `stroke: ${c.ink}`, 'stroke-width: 1.3']],
    [['.chart-model'], [`fill: ${c.paper}`, `stroke: ${c.own}`, 'stroke-width: 2']],
    [['.chart-men'], [`fill: ${c.paper}`, `stroke: ${c.ink}`, 'stroke-width: 1.6']],
    [['.chart-group'], ['fill: none', `stroke: ${c.muted}`, 'stroke-width: 1.6']],
    [['.chart-span'], ['fill: none', `stroke: ${c.context}`, 'stroke-width: 3']],
    [['.chart-position'], ['fill: none', `stroke: ${c.context}`, 'stroke-width: 2']],
    [['.chart-position-middle'], ['fill: none', `stroke: ${c.context}`, 'stroke-width: 5']],
    [['.chart-band'], [`fill: ${c.band}`, 'stroke: none']],
    [
      ['.chart-line-own', '.chart-line-comparison', '.chart-line-group', '.chart-line-nation', '.chart-line-other'],
      ['fill: none', 'stroke-linecap: round', 'stroke-linejoin: round', 'stroke-width: 1.6'],
    ],
    [['.chart-line-own'], [`stroke: ${c.own}`, 'stroke-width: 2.6']],
    [['.is-sparkline .chart-line-own'], ['stroke-width: 1.8']],
    [['.chart-line-comparison'], [`stroke: ${c.ink}`, 'stroke-width: 1.4', 'stroke-dasharray: 5 4']],
    [['.is-sparkline .chart-line-comparison'], [`stroke: ${c.context}`, 'stroke-width: 1.5', 'stroke-dasharray: none']],
    [['.chart-line-group'], [`stroke: ${c.muted}`, 'stroke-dasharray: 1 4', 'stroke-width: 2']],
    [['.chart-line-nation'], [`stroke: ${c.muted}`, 'stroke-width: 1.2']],
    [['.chart-line-other'], [`stroke: ${c.context}`]],
    [['.chart-break'], ['fill: none', `stroke: ${c.muted}`, 'stroke-width: 1', 'stroke-dasharray: 2 3']],
    [['.chart-leader'], ['fill: none', `stroke: ${c.muted}`, 'stroke-width: 0.8']],
    [['.chart-more'], [`fill: ${c.rust}`, 'stroke: none']],
    [['.chart-less'], [`fill: ${c.paper}`, `stroke: ${c.own}`, 'stroke-width: 1.6']],
    [
      ['.chart-tick', '.chart-note', '.chart-value'],
      [`fill: ${c.muted}`, 'font-size: 12px'],
    ],
    [
      ['.chart-note.is-on-dots'],
      [`stroke: ${c.paper}`, 'stroke-width: 3', 'stroke-linejoin: round', 'paint-order: stroke'],
    ],
    [['.chart-corner'], [`fill: ${c.muted}`]],
    [['.chart-missing'], [`fill: ${c.muted}`, 'font-size: 12.5px', 'font-style: italic']],
    // A thin edge of paper keeps a name readable where it must stand on dots and lines.
    [
      ['.chart-name'],
      [
        `fill: ${c.ink}`,
        'font-size: 13px',
        `stroke: ${c.paper}`,
        'stroke-width: 3',
        'stroke-linejoin: round',
        'paint-order: stroke',
      ],
    ],
    [['.chart-name.is-comparison', '.chart-name.is-group'], ['font-size: 12.5px']],
    [
      ['.chart-name.is-nation', '.chart-name.is-other'],
      [`fill: ${c.muted}`, 'font-size: 12.5px'],
    ],
    [['.chart-name.is-own'], [`fill: ${c.own}`, 'font-size: 14px', 'font-weight: 600']],
    [['.chart-name.is-node'], ['font-size: 14px', 'font-weight: 600']],
    [['.chart-value.is-own'], [`fill: ${c.own}`, 'font-weight: 600']],
    [['.chart-value.is-difference'], [`fill: ${c.ink}`, 'font-weight: 600']],
    [['.chart-operator'], [`fill: ${c.muted}`, 'font-size: 15px']],
  ];
}
