import { posix } from 'node:path';

/** Left to right: a slice may use the doors of those before it. */
const chain = ['situation', 'guidance', 'focus', 'causes', 'actions', 'followup'];

/** What each wing may use besides the foundation, its own slices and the packages. */
const wings = {
  chain: [],
  programme: ['chain'],
  improvement: ['chain'],
  quality: ['chain'],
  services: ['chain'],
  decisions: ['chain', 'programme', 'improvement', 'quality', 'services'],
  reports: ['chain', 'programme', 'improvement', 'quality', 'services', 'decisions'],
};

/** `terminal.ts` is the door to a slice's commands: the command line must not load every page to answer. */
const doors = ['index.ts', 'terminal.ts'];

/** The faults in how one source reaches the others: [{ line, advice }]. */
export function arrowFaults({ path, imports }) {
  return imports.flatMap(({ line, target }) => {
    const advice = path.startsWith('packages/') ? fromPackage(path, target) : fromApplication(path, target);
    return advice ? [{ line, advice }] : [];
  });
}

function fromPackage(path, target) {
  const own = path.split('/').slice(0, 2).join('/');
  if (target.startsWith('@samband/') || target === 'samband') {
    return `imports ${target}: a package is usable alone; take what it needs as a parameter, structurally typed`;
  }
  if (isPath(target) && !target.startsWith(`${own}/`)) {
    return `imports ${target}: packages know nothing of what lies outside ${own}; pass it in instead`;
  }
  return undefined;
}

function fromApplication(path, target) {
  if (target.startsWith('packages/')) return `imports ${target}: use the package by its name (@samband/…)`;
  if (!target.startsWith('app/')) return undefined;
  const [from, to] = [partOf(path), partOf(target)];
  if (from.name === to.name) return undefined;
  return isTest(path) ? undefined : (directionFault(from, to, target) ?? doorFault(to, target));
}

function directionFault(from, to, target) {
  if (from.wing === 'start') return undefined;
  if (to.wing === 'start') {
    return `imports ${target}: start-up code stands above all parts; let it pass in what is needed`;
  }
  if (from.wing === 'client') return `imports ${target}: code for the browser uses only its own folder and packages`;
  if (to.wing === 'client') return `imports ${target}: code for the browser is reached through the build's manifest`;
  if (to.wing === 'foundation') return undefined;
  if (from.wing === 'foundation') {
    return `imports ${target}: the foundation knows no slice; take it as a parameter, and join the two in wiring.ts`;
  }
  if (from.wing === 'chain' && to.wing === 'chain') {
    const leftward = chain.indexOf(to.slice) !== -1 && chain.indexOf(to.slice) < chain.indexOf(from.slice);
    return leftward
      ? undefined
      : `imports ${target}: the chain runs ${chain.join(' → ')}; what must go back is an event in wiring.ts`;
  }
  if (from.wing === to.wing || wings[from.wing]?.includes(to.wing)) return undefined;
  return `imports ${target}: ${from.wing} may not use ${to.wing}; publish an event and subscribe in wiring.ts`;
}

function doorFault(to, target) {
  if (to.wing === 'start' || doors.includes(posix.basename(target))) return undefined;
  return `imports ${target}: go through the door, ${to.folder}/index.ts, and export there what others may use`;
}

/** app/src/chain/situation/… is the part chain/situation; files directly in app/src, and what composes, are the start-up code. */
function partOf(path) {
  const [, , wing, slice, ...rest] = path.split('/');
  if (slice === undefined || wing === 'example' || wing === 'command-line') return { wing: 'start', name: 'start' };
  if (wing === 'client') return { wing, name: wing, folder: 'app/src/client' };
  const name = rest.length === 0 ? wing : `${wing}/${slice}`;
  return { wing, slice, name, folder: `app/src/${name}` };
}

/** Tests set up what they need from anywhere; so does the file that prepares a database for them. */
function isTest(path) {
  return /\.test\.tsx?$|\/(testing|test-[\w-]+)\.tsx?$/.test(path);
}

function isPath(target) {
  return target.startsWith('app/') || target.startsWith('packages/') || target.startsWith('..');
}
