import { readdirSync, readFileSync } from 'node:fs';

// Linux tells of a process and of what it started under /proc; on other systems these figures are 0.

/** A process and everything it has started that still runs. */
function family(pid) {
  const children = read(() =>
    readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    ),
  );
  return [pid, ...(children ?? []).flatMap(family)];
}

/** Megabytes that are resident now in a process and what it started. */
export function residentOf(pid) {
  return sum(pid, (each) => statusOf(each, 'VmRSS'));
}

/** The same for the most that each has had. */
export function mostResidentOf(pid) {
  return sum(pid, (each) => statusOf(each, 'VmHWM'));
}

/** Milliseconds of processor that a process and what it started have used, those that have ended included. */
export function processorOf(pid) {
  return sum(pid, (each) => {
    const fields = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return 10 * fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0);
  });
}

function statusOf(pid, name) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
}

function sum(pid, of) {
  return family(pid).reduce((total, each) => total + (read(() => of(each)) ?? 0), 0);
}

/** Processes end while they are looked at. */
function read(what) {
  try {
    return what();
  } catch {
    return undefined;
  }
}
