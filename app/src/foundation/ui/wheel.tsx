/* biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: an svg has no list elements of its own */
/* biome-ignore-all lint/a11y/useSemanticElements: as above */
/* biome-ignore-all lint/a11y/noSvgWithoutTitle: the navigation around it names it; a title would show as a tooltip over every segment */
/* biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: a group in an svg takes no focus */
import { arc } from 'd3-shape';
import { useTexts } from './language.tsx';

/** The twelve segments clockwise, in the order of the method. */
export const wheelSegments = [
  'assignment',
  'goals',
  'resources',
  'plan',
  'gather',
  'focus',
  'causes',
  'conclusions',
  'proposals',
  'consequences',
  'priorities',
  'decisions',
] as const;

export type WheelSegment = (typeof wheelSegments)[number];
type Phase = 'plan' | 'analyse' | 'act';

export interface WheelEntry {
  /** Left out while the segment has no page: it is then shown, but is no link. */
  readonly href?: string | undefined;
  /** "13 orsaker", "möte 12 sep". */
  readonly count?: string | undefined;
}

export interface WheelProps {
  readonly entries: Partial<Record<WheelSegment, WheelEntry>>;
  readonly current?: WheelSegment | undefined;
  /** Words in the hub: "steg 4". */
  readonly hub?: string | undefined;
}

const phases: readonly { readonly phase: Phase; readonly segments: readonly WheelSegment[] }[] = [
  { phase: 'plan', segments: wheelSegments.slice(0, 4) },
  { phase: 'analyse', segments: wheelSegments.slice(4, 9) },
  { phase: 'act', segments: wheelSegments.slice(9) },
];

const size = 536;
const outer = 266;
const inner = 153;
const ring = { outer: 146, inner: 135 };
/** The first segment begins at ten o'clock, so that planning stands on top. */
const start = -Math.PI / 3;
const turn = (2 * Math.PI) / wheelSegments.length;

/**
 * Styrsnurran: planning, analysing, acting. Wide screens get the wheel; phones the same as a list. One of the two is
 * always hidden, so each link is met once.
 */
export function Wheel(props: WheelProps) {
  const texts = useTexts();
  return (
    <nav class="wheel" aria-label={texts.wheel}>
      <svg
        class="wheel-drawing"
        viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
        xmlns="http://www.w3.org/2000/svg"
      >
        <g role="list">
          {wheelSegments.map((segment, index) => (
            <Segment segment={segment} index={index} props={props} />
          ))}
        </g>
        <g aria-hidden="true">
          {phases.map((each) => (
            <PhaseRing {...each} />
          ))}
          {props.hub !== undefined && (
            <>
              <circle class="wheel-hub" r="27" />
              <text class="wheel-hub-words" y="4" text-anchor="middle">
                {props.hub}
              </text>
            </>
          )}
        </g>
      </svg>
      <WheelList {...props} />
    </nav>
  );
}

function Segment({ segment, index, props }: { segment: WheelSegment; index: number; props: WheelProps }) {
  const texts = useTexts();
  const entry = props.entries[segment] ?? {};
  const current = props.current === segment;
  const angle = start + index * turn;
  const shape = sector(inner, outer, angle, angle + turn, 0.028);
  const middle = angle + turn / 2;
  const radius = (inner + outer) / 2 + 3;
  const [x, y] = [Math.sin(middle) * radius, -Math.cos(middle) * radius];
  const lines = wordLines(texts.chain[segment]);
  const first = y - (lines.length - 1) * 8 - (entry.count === undefined ? -4 : 4);
  const drawing = (
    <>
      <path class="wheel-shape" d={shape} />
      <text class="wheel-words" x={tidyNumber(x)} text-anchor="middle">
        {lines.map((line, row) => (
          <tspan class="wheel-name" x={tidyNumber(x)} y={tidyNumber(first + row * 16)}>
            {`${line} `}
          </tspan>
        ))}
        {entry.count !== undefined && (
          <tspan class="wheel-count" x={tidyNumber(x)} y={tidyNumber(first + lines.length * 16)}>
            {entry.count}
          </tspan>
        )}
      </text>
    </>
  );
  const classes = [
    'wheel-segment',
    `is-${phaseOf(segment)}`,
    current ? 'is-current' : '',
    entry.href === undefined ? 'is-unlinked' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <g role="listitem">
      {entry.href === undefined ? (
        <g class={classes} aria-current={current ? 'step' : undefined}>
          {drawing}
        </g>
      ) : (
        <a class={classes} href={entry.href} aria-current={current ? 'step' : undefined}>
          {drawing}
        </a>
      )}
    </g>
  );
}

function PhaseRing({ phase, segments }: { phase: Phase; segments: readonly WheelSegment[] }) {
  const texts = useTexts();
  const from = start + wheelSegments.indexOf(segments[0] ?? 'assignment') * turn;
  const to = from + segments.length * turn;
  const shape = sector(ring.inner, ring.outer, from, to, 0.04);
  const middle = (from + to) / 2;
  const [x, y] = [Math.sin(middle) * 86, -Math.cos(middle) * 88];
  const words = {
    plan: [texts.plan, texts.planAsk],
    analyse: [texts.analyse, texts.analyseAsk],
    act: [texts.act, texts.actAsk],
  }[phase] as [string, string];
  const lines = wordLines(words[0], 14);
  return (
    <g class={`wheel-phase is-${phase}`}>
      <path class="wheel-ring" d={shape} />
      <text x={tidyNumber(x)} y={tidyNumber(y)} text-anchor="middle">
        {lines.map((line, row) => (
          <tspan class="wheel-phase-name" x={tidyNumber(x)} y={tidyNumber(y + row * 15)}>
            {line}
          </tspan>
        ))}
        <tspan class="wheel-phase-ask" x={tidyNumber(x)} y={tidyNumber(y + lines.length * 15 + 1)}>
          {words[1]}
        </tspan>
      </text>
    </g>
  );
}

function WheelList({ entries, current }: WheelProps) {
  const texts = useTexts();
  const names = { plan: texts.plan, analyse: texts.analyse, act: texts.act };
  return (
    <div class="wheel-list">
      {phases.map(({ phase, segments }) => (
        <div class={`wheel-list-phase is-${phase}`}>
          <p class="wheel-list-name">{names[phase]}</p>
          <ul>
            {segments.map((segment) => {
              const { href, count } = entries[segment] ?? {};
              const words = (
                <>
                  <span>{texts.chain[segment]}</span>
                  {count !== undefined && <span class="wheel-list-count">{count}</span>}
                </>
              );
              return (
                <li class={segment === current ? 'is-current' : undefined}>
                  {href === undefined ? (
                    <span class="wheel-list-row">{words}</span>
                  ) : (
                    <a class="wheel-list-row" href={href} aria-current={segment === current ? 'step' : undefined}>
                      {words}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

function phaseOf(segment: WheelSegment): Phase {
  return phases.find(({ segments }) => segments.includes(segment))?.phase ?? 'plan';
}

/** A long name on two lines, broken at the space nearest its middle. */
function wordLines(name: string, longest = 12): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  if (name.length <= longest || spaces.length === 0) return [name];
  const cut = spaces.reduce((best, space) =>
    Math.abs(space - name.length / 2) < Math.abs(best - name.length / 2) ? space : best,
  );
  return [name.slice(0, cut), name.slice(cut + 1)];
}

function sector(
  innerRadius: number,
  outerRadius: number,
  startAngle: number,
  endAngle: number,
  padAngle: number,
): string {
  const path = arc().padRadius(outerRadius)({ innerRadius, outerRadius, startAngle, endAngle, padAngle }) ?? '';
  return path.replace(/-?\d+\.\d+/g, (number) => String(tidyNumber(Number(number))));
}

function tidyNumber(value: number): number {
  return Math.round(value * 10) / 10;
}
