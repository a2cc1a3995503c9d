import { type ChartColours, cssOf, pageColours, pictureColours, type Rule } from './chart-style.ts';

/** The colours of the pictures of the chain: those of the charts, the paper of a field, and the three phases of the wheel. */
export interface ChainColours extends ChartColours {
  readonly onOwn: string;
  readonly edge: string;
  readonly plan: string;
  readonly planInk: string;
  readonly analyse: string;
  readonly analyseInk: string;
  readonly act: string;
  readonly actInk: string;
}

export const chainPageColours: ChainColours = {
  ...pageColours,
  onOwn: 'var(--on-own)',
  edge: 'var(--edge)',
  plan: 'var(--plan)',
  planInk: 'var(--plan-ink)',
  analyse: 'var(--analyse)',
  analyseInk: 'var(--analyse-ink)',
  act: 'var(--act)',
  actInk: 'var(--act-ink)',
};

export const chainPictureColours: ChainColours = {
  ...pictureColours,
  onOwn: '#fff',
  edge: '#85897f',
  plan: '#e9e3d3',
  planInk: '#65552a',
  analyse: '#d8e6df',
  analyseInk: '#1d5c4d',
  act: '#f1ddd0',
  actInk: '#913f1e',
};

/**
 * How the parts of the pictures of the chain look. The same rules stand in styles/chain-pictures.css (from
 * `chainPageColours`) and inside a downloaded picture; a test holds them together. Plain CSS only, as in chart-style.ts.
 */
export function chainStyle(colour: ChainColours): string {
  return cssOf(rules(colour));
}

function rules(c: ChainColours): readonly Rule[] {
  return [
    // Words.
    [['.chain-words'], [`fill: ${c.ink}`, 'font-size: 13px']],
    [['.chain-words.is-small'], ['font-size: 12px']],
    [['.chain-words.is-bone'], ['font-size: 12.5px']],
    [
      ['.chain-words.is-on-lines', '.chain-note.is-on-lines'],
      [`stroke: ${c.paper}`, 'stroke-width: 3', 'stroke-linejoin: round', 'paint-order: stroke'],
    ],
    [['.chain-words.is-strong'], ['font-weight: 600']],
    [['.chain-words.is-head'], ['font-size: 14px', 'font-weight: 600']],
    [['.chain-words.is-own'], [`fill: ${c.own}`, 'font-weight: 600']],
    [['.chain-words.is-on-own'], [`fill: ${c.onOwn}`, 'font-weight: 600']],
    [['.chain-words.is-late'], [`fill: ${c.rust}`, 'font-weight: 600']],
    [
      ['.chain-note', '.chain-words.is-rejected'],
      [`fill: ${c.muted}`, 'font-size: 12px'],
    ],
    [['.chain-words.is-rejected'], ['text-decoration: line-through']],
    [['.chain-number'], [`fill: ${c.onOwn}`, 'font-size: 11.5px', 'font-weight: 600']],
    [['.chain-number.is-long'], ['font-size: 9.5px']],
    [['.chain-number.is-more'], [`fill: ${c.ink}`]],

    // Lines between things.
    [['.chain-edge'], ['fill: none', `stroke: ${c.edge}`, 'stroke-width: 1.2']],
    [['.chain-edge.is-rejected'], [`stroke: ${c.context}`, 'stroke-dasharray: 2 4']],
    [['.chain-edge.is-current'], [`stroke: ${c.own}`, 'stroke-width: 2']],
    [['.chain-spine'], ['fill: none', `stroke: ${c.ink}`, 'stroke-width: 2.6', 'stroke-linecap: round']],
    [['.chain-bone'], ['fill: none', `stroke: ${c.ink}`, 'stroke-width: 1.5', 'stroke-linecap: round']],
    [['.chain-small-bone'], ['fill: none', `stroke: ${c.edge}`, 'stroke-width: 1.1', 'stroke-linecap: round']],
    [['.chain-arrow'], [`fill: ${c.muted}`, 'stroke: none']],
    [['.chain-dependency'], ['fill: none', `stroke: ${c.muted}`, 'stroke-width: 1.2', 'stroke-linejoin: round']],
    [['.chain-hairline'], ['fill: none', `stroke: ${c.hairline}`, 'stroke-width: 1']],
    [['.chain-today'], ['fill: none', `stroke: ${c.rust}`, 'stroke-width: 1.6']],
    [['.chain-target'], ['fill: none', `stroke: ${c.rust}`, 'stroke-width: 1.4', 'stroke-dasharray: 8 3 2 3']],
    [['.chain-start'], ['fill: none', `stroke: ${c.ink}`, 'stroke-width: 1.4']],
    [
      ['.chain-expected'],
      ['fill: none', `stroke: ${c.own}`, 'stroke-width: 2', 'stroke-dasharray: 3 4', 'stroke-linecap: round'],
    ],

    // Nodes and cards.
    [['.chain-node'], [`fill: ${c.paper}`, `stroke: ${c.edge}`, 'stroke-width: 1']],
    [['.chain-node.is-root'], [`fill: ${c.band}`, `stroke: ${c.ink}`, 'stroke-width: 1.6']],
    [['.chain-node.is-hypothesis'], [`stroke: ${c.muted}`, 'stroke-width: 1.3', 'stroke-dasharray: 5 4']],
    [['.chain-node.is-supported'], [`stroke: ${c.own}`, 'stroke-width: 2.2']],
    [['.chain-node.is-rejected'], [`stroke: ${c.context}`, 'stroke-dasharray: 1.5 3.5']],
    [['.chain-node.is-current'], [`fill: ${c.band}`, `stroke: ${c.own}`, 'stroke-width: 3']],
    [['.chain-kind'], [`fill: ${c.muted}`, 'font-size: 12px', 'font-weight: 600']],
    [['.chain-kind.is-plan'], [`fill: ${c.planInk}`]],
    [['.chain-kind.is-analyse'], [`fill: ${c.analyseInk}`]],
    [['.chain-kind.is-act'], [`fill: ${c.actInk}`]],
    [['.chain-mark.is-hypothesis'], ['fill: none', `stroke: ${c.muted}`, 'stroke-width: 1.6']],
    [['.chain-mark.is-supported'], [`fill: ${c.own}`, `stroke: ${c.own}`, 'stroke-width: 1.6']],
    [['.chain-mark.is-rejected'], ['fill: none', `stroke: ${c.muted}`, 'stroke-width: 1.8', 'stroke-linecap: round']],

    // Discs, bars and sectors.
    [['.chain-disc'], [`fill: ${c.own}`, `stroke: ${c.paper}`, 'stroke-width: 1.5']],
    [['.chain-disc.is-more'], [`fill: ${c.band}`, `stroke: ${c.edge}`, 'stroke-width: 1']],
    [['.chain-field'], [`fill: ${c.band}`, 'stroke: none', 'fill-opacity: 0.55']],
    [['.chain-bar'], [`fill: ${c.band}`, `stroke: ${c.edge}`, 'stroke-width: 1']],
    [['.chain-bar.is-green'], [`fill: ${c.analyse}`, `stroke: ${c.analyseInk}`]],
    [['.chain-bar.is-yellow'], [`fill: ${c.plan}`, `stroke: ${c.planInk}`, 'stroke-dasharray: 6 2.5']],
    [['.chain-bar.is-red'], [`fill: ${c.act}`, `stroke: ${c.actInk}`, 'stroke-width: 2']],
    [['.chain-done'], [`fill: ${c.edge}`, 'stroke: none']],
    [['.chain-done.is-green'], [`fill: ${c.analyseInk}`]],
    [['.chain-done.is-yellow'], [`fill: ${c.planInk}`]],
    [['.chain-done.is-red'], [`fill: ${c.actInk}`]],
    [['.chain-status.is-green'], [`fill: ${c.analyseInk}`]],
    [['.chain-status.is-yellow'], [`fill: ${c.planInk}`]],
    [['.chain-status.is-red'], [`fill: ${c.actInk}`]],
    [
      ['.chain-sign'],
      ['fill: none', `stroke: ${c.paper}`, 'stroke-width: 1.8', 'stroke-linecap: round', 'stroke-linejoin: round'],
    ],
    [['.chain-density'], ['fill: none', `stroke: ${c.edge}`]],
    [['.chain-density.is-green'], [`stroke: ${c.analyseInk}`]],
    [['.chain-density.is-yellow'], [`stroke: ${c.planInk}`]],
    [['.chain-density.is-red'], [`stroke: ${c.actInk}`]],
    [['.chain-milestone'], [`fill: ${c.ink}`, `stroke: ${c.paper}`, 'stroke-width: 1.2']],
    [['.chain-month'], [`fill: ${c.band}`, `stroke: ${c.paper}`, 'stroke-width: 2']],
    [['.chain-month.is-current'], [`fill: ${c.own}`]],
    [['.chain-arc'], [`fill: ${c.own}`, `stroke: ${c.paper}`, 'stroke-width: 1']],
    [['.chain-arc.is-thin'], ['stroke: none']],
    [['.chain-period'], [`fill: ${c.context}`, 'stroke: none']],
    [['.chain-period-field'], [`fill: ${c.band}`, 'stroke: none', 'fill-opacity: 0.7']],
  ];
}

/** For a font with one weight: a thin outline in the text's own colour makes it bold. */
export function chainThickened({ ink, own, onOwn }: ChainColours): string {
  return cssOf([
    [
      ['.chain-words.is-strong', '.chain-words.is-head'],
      [`stroke: ${ink}`, 'stroke-width: 0.5'],
    ],
    [['.chain-words.is-own'], [`stroke: ${own}`, 'stroke-width: 0.5']],
    [
      ['.chain-number', '.chain-words.is-on-own'],
      [`stroke: ${onOwn}`, 'stroke-width: 0.4'],
    ],
  ]);
}
