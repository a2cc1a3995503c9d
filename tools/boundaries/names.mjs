const nounless = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc']);

/** A folder or file whose name says nothing about what is in it. */
export function nameFaults({ path }) {
  const found = path.split('/').find((step) => nounless.has(step.replace(/\.tsx?$/, '')));
  return found ? [{ line: 1, advice: `lies in or is "${found}": look for the missing noun and name it by that` }] : [];
}
