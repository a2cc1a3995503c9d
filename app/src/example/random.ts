/** A 32-bit hash of a text (FNV-1a): each stream of numbers has a name of its own, so that adding one moves no other. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Numbers in [0, 1) that depend on the seed and the name alone (mulberry32). */
export function uniformStream(seed: number, name: string): () => number {
  let state = (hashOf(name) ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Normally distributed numbers, cut at ±3 so that no municipality becomes a monster. */
export function normalStream(seed: number, name: string): () => number {
  const uniform = uniformStream(seed, name);
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return Math.max(-3, Math.min(3, radius * Math.cos(2 * Math.PI * uniform())));
  };
}
