import { posix } from 'node:path';

const impure = /\bawait\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(/;
const sql = /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(/;

/** For each room: the value imports and the words its lines may not know, and where they belong instead. */
const rooms = {
  rules: {
    imports: /^node:|^(kysely|pg|hono)\b/,
    rooms: ['store', 'commands', 'queries', 'routes', 'views'],
    words: impure,
    advice: 'a rule has no await, clock, chance, SQL or HTML; pass the value in from the command or query',
  },
  views: {
    imports: /^(kysely|pg|node:fs)\b/,
    rooms: ['store', 'commands', 'queries', 'routes'],
    words: /\bawait\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/,
    advice: 'a view turns data into HTML; fetch in the query, and import types only',
  },
  texts: {
    imports: /^node:|^(kysely|pg|hono)\b/,
    rooms: ['store', 'commands', 'queries', 'routes', 'views'],
    words: /^\s*(if|for|while) \(|^\s*(let|class) \w|^\s*try \{|\bawait\b/,
    advice: 'texts hold what people read (choosing words by a code is fine); move other logic to rules or the view',
  },
  routes: {
    imports: /^(kysely|pg)\b/,
    rooms: ['store'],
    words: undefined,
    advice: 'a route goes through a command or a query, which check access and hold the transaction',
  },
  store: {
    imports: /^hono\b/,
    rooms: ['routes', 'views', 'commands', 'queries', 'texts'],
    words: undefined,
    advice: 'a store knows tables only; what people read and do lies to the left of it',
  },
  commands: {
    imports: /^hono\b/,
    rooms: ['routes', 'views'],
    words: undefined,
    advice: 'a command knows no HTTP and no HTML',
  },
  queries: {
    imports: /^hono\b/,
    rooms: ['routes', 'views'],
    words: undefined,
    advice: 'a query knows no HTTP and no HTML',
  },
};

/** The faults inside one source of the application, by the room that its name says it is. */
export function roomFaults({ path, lines, imports }) {
  if (!path.startsWith('app/src/') || /\.test\.tsx?$/.test(path)) return [];
  return [...roomOf(path, lines, imports), ...sqlFaults(path, lines)];
}

function roomOf(path, lines, imports) {
  const name = roomName(path);
  const room = rooms[name];
  if (!room) return [];
  const imported = imports
    .filter(({ type }) => !type)
    .filter(({ target }) => room.imports.test(target) || (isOurs(target) && room.rooms.includes(roomName(target))))
    .map(({ line, target }) => ({ line, advice: `imports ${target} into ${name}: ${room.advice}` }));
  return [...imported, ...wordFaults(lines, room.words, `in ${name}: ${room.advice}`)];
}

function sqlFaults(path, lines) {
  if (
    path.startsWith('app/src/foundation/database/') ||
    path.endsWith('store.ts') ||
    /\/(testing|test-[\w-]+)\.ts$/.test(path)
  )
    return [];
  return wordFaults(lines, sql, 'outside the store: the only SQL of a slice is in its store.ts and its migrations');
}

function wordFaults(lines, words, advice) {
  if (!words) return [];
  return lines.flatMap((text, index) => {
    const found = words.exec(text);
    return found ? [{ line: index + 1, advice: `says ${found[0].trim()} ${advice}` }] : [];
  });
}

/** `rules.ts`, `goal.rules.ts` → rules; `findings.view.tsx` → views; the singular means the same room. */
function roomName(path) {
  const last = posix
    .basename(path)
    .replace(/\.tsx?$/, '')
    .split('.')
    .at(-1);
  const plural = {
    rule: 'rules',
    view: 'views',
    text: 'texts',
    route: 'routes',
    command: 'commands',
    query: 'queries',
  };
  return plural[last] ?? last;
}

function isOurs(target) {
  return target.startsWith('app/');
}
