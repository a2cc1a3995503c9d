import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './parts/repository.mjs';

/**
 * Behind an npm mirror that only carries this platform's binaries, `npm install` leaves the other platforms' optional
 * packages out of package-lock.json, and `npm ci` then refuses the file. Run after a change of dependencies: adds an entry for
 * each, with the version its parent asks for and the platform its name tells (so that npm passes it by), but no checksum.
 */
const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = Object.entries(lock.packages).flatMap(([path, entry]) => complete(path, entry));
if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added.length > 0 ? `Added:\n${added.join('\n')}` : 'Nothing is missing.');

function complete(path, { optionalDependencies = {}, dev }) {
  return Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => {
      if (!/^\d/.test(version)) throw new Error(`${path} asks for ${name}@${version}, which is not an exact version`);
      lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
      return `${name}@${version}`;
    });
}

/** npm looks in the package's own node_modules and then in each folder above it. */
function isLocked(path, name) {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '' || !at.includes('node_modules/')) return at !== '' && Boolean(lock.packages[`node_modules/${name}`]);
  }
}

function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const among = (known) => words.find((word) => known.includes(word));
  const os = among([
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ]);
  const cpu = among(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']);
  if (!os && !cpu) throw new Error(`cannot tell the platform of ${name} from its name`);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}
