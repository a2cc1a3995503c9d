/**
 * How to start a process that syncs or imports so that it stays within 300 MB at Kolada's full size (`fork(program, boundedMemory)`). Pages
 * of figures are short-lived garbage, for which V8 otherwise keeps a large nursery, and glibc a heap for each of the database's threads;
 * neither can be changed in a process that is already running.
 */
export const boundedMemory: { readonly execArgv: readonly string[]; readonly env: Readonly<Record<string, string>> } = {
  execArgv: ['--max-semi-space-size=4', '--max-old-space-size=224'],
  env: { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '16777216' },
};
