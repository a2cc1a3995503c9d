import { foldLetters, swedishStem, wordsOf } from './key-figure-stem.rules.ts';

/** What the search reads of one key figure; every field may be empty. */
export interface SearchedKeyFigure {
  readonly id: string;
  /** The catalogue's title and our own short name. */
  readonly titles: readonly string[];
  /** Names of area, phenomenon and operating area. */
  readonly about: readonly string[];
  readonly description: string;
  /** Added to every hit: key figures of the map, and those with values, stand before others that fit as well. */
  readonly standing: number;
}

export interface SearchIndex {
  readonly ids: readonly string[];
  readonly foldedIds: readonly string[];
  readonly standing: Float64Array;
  /** Every word of the catalogue, folded and sorted, with the stem it belongs to. */
  readonly vocabulary: readonly string[];
  readonly stemOfWord: Int32Array;
  readonly stems: ReadonlyMap<string, number>;
  /** For each stem the key figures that have it, and what the best place it stands in is worth. */
  readonly postings: readonly Posting[];
}

interface Posting {
  readonly at: Int32Array;
  readonly worth: Float64Array;
}

/** How an index is built and searched: title before what it is about before the description. */
const worth = { title: 10, about: 4, description: 1 } as const;
/** How much of that a word counts that only begins with what was typed, or holds it inside: "lokal" in "lokalkostnad", "skollokal". */
const partly = { begins: 0.6, inside: 0.25 } as const;
const wholeId = 1000;
const beginningOfId = 100;
/** A longer text is pasted, not searched for. */
const longestText = 200;
const mostWords = 12;
const shortestInside = 4;

export function buildSearchIndex(figures: readonly SearchedKeyFigure[]): SearchIndex {
  const stems = new Map<string, number>();
  const stemOf = new Map<string, number>();
  const found: { at: number[]; worth: number[] }[] = [];
  figures.forEach((figure, at) => {
    const fields = [
      [worth.title, figure.titles.join(' ')],
      [worth.about, figure.about.join(' ')],
      [worth.description, figure.description],
    ] as const;
    for (const [value, text] of fields) {
      for (const word of wordsOf(text)) {
        let stem = stemOf.get(word);
        if (stem === undefined) {
          const stemmed = swedishStem(word);
          stem = stems.get(stemmed) ?? stems.size;
          stems.set(stemmed, stem);
          stemOf.set(word, stem);
          found[stem] ??= { at: [], worth: [] };
        }
        // Fields come in falling worth, so the first place a key figure has a word in is the best.
        const places = found[stem]!;
        if (places.at.at(-1) === at) continue;
        places.at.push(at);
        places.worth.push(value);
      }
    }
  });
  const vocabulary = [...stemOf.keys()].sort();
  return {
    ids: figures.map(({ id }) => id),
    foldedIds: figures.map(({ id }) => foldLetters(id)),
    standing: Float64Array.from(figures, ({ standing }) => standing),
    vocabulary,
    stemOfWord: Int32Array.from(vocabulary, (word) => stemOf.get(word)!),
    stems,
    postings: found.map((places) => ({ at: Int32Array.from(places.at), worth: Float64Array.from(places.worth) })),
  };
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
}

/** Key figures that hold every word, in any order, best first. The last word may be half typed. */
export function searchIndex(index: SearchIndex, text: string): readonly SearchHit[] {
  const words = [...new Set(wordsOf(text.slice(0, longestText)))].slice(0, mostWords);
  if (words.length === 0) return [];
  const total = new Float64Array(index.ids.length);
  const matched = new Uint8Array(index.ids.length);
  const best = new Float64Array(index.ids.length);
  words.forEach((word, place) => {
    best.fill(0);
    scoreWord(index, word, place === words.length - 1, best);
    for (let at = 0; at < best.length; at++) {
      if (best[at]! === 0) continue;
      total[at]! += best[at]!;
      matched[at]! += 1;
    }
  });
  const hits: SearchHit[] = [];
  for (let at = 0; at < total.length; at++) {
    if (matched[at] === words.length)
      hits.push({ id: index.ids[at]!, score: total[at]! / words.length + index.standing[at]! });
  }
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function scoreWord(index: SearchIndex, word: string, isLast: boolean, best: Float64Array): void {
  const stem = index.stems.get(swedishStem(word));
  if (stem !== undefined) add(index.postings[stem]!, 1, best);
  if (isLast || word.length >= shortestInside) {
    for (let w = firstNotBefore(index.vocabulary, word); w < index.vocabulary.length; w++) {
      if (!index.vocabulary[w]!.startsWith(word)) break;
      add(index.postings[index.stemOfWord[w]!]!, partly.begins, best);
    }
  }
  if (word.length >= shortestInside) {
    const inside = swedishStem(word);
    const sought = inside.length >= shortestInside ? inside : word;
    index.vocabulary.forEach((each, w) => {
      if (each.length > sought.length && each.includes(sought)) {
        add(index.postings[index.stemOfWord[w]!]!, partly.inside, best);
      }
    });
  }
  if (/^[nu]\d/.test(word)) {
    index.foldedIds.forEach((id, at) => {
      if (id === word) best[at] = wholeId;
      else if (id.startsWith(word)) best[at] = Math.max(best[at]!, beginningOfId);
    });
  } else if (/^\d{3,5}$/.test(word)) {
    index.foldedIds.forEach((id, at) => {
      if (id.slice(1) === word) best[at] = Math.max(best[at]!, beginningOfId);
    });
  }
}

function add({ at, worth: worths }: Posting, share: number, best: Float64Array): void {
  for (let i = 0; i < at.length; i++) {
    const value = worths[i]! * share;
    if (best[at[i]!]! < value) best[at[i]!] = value;
  }
}

function firstNotBefore(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
