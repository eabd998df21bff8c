/** @fileoverview Words near a word: those that it begins, and those a few edits away. */

/** A word of the site's vocabulary, with how often it stands there. */
export class Word {
  /**
   * @param {string} text
   * @param {number} count
   */
  constructor(text, count) {
    /** @const {string} */ this.text = text;
    /** @const {number} */ this.count = count;
  }
}

/** How many terms stand in for a half-typed word, and for a misspelt one. */
const MAX_EXPANSIONS = 10;
const MAX_CORRECTIONS = 3;

/**
 * @param {!Word} a
 * @param {!Word} b
 * @return {number} frequent words first, then in the order of their characters
 */
function byCount(a, b) {
  return b.count - a.count || (a.text < b.text ? -1 : 1);
}

/**
 * @param {!Array<!Word>} words
 * @param {number} limit
 * @param {string} without a key that is left out
 * @param {function(string): string} key of a word
 * @return {!Array<!Word>} the first words of each key
 */
function distinct(words, limit, without, key) {
  const seen = new Set([without]);
  /** @type {!Array<!Word>} */
  const result = [];
  for (const word of words.sort(byCount)) {
    const own = key(word.text);
    if (!seen.has(own)) {
      seen.add(own);
      result.push(word);
      if (result.length === limit) {
        break;
      }
    }
  }
  return result;
}

/**
 * @param {string} start
 * @param {!Array<!Word>} words that begin with it, and others
 * @param {string} without a key that is left out
 * @param {function(string): string} key of a word
 * @return {!Array<!Word>} longer words, one for each key, the most frequent first
 */
export function expansions(start, words, without, key) {
  return distinct(
    words.filter((word) => word.text.startsWith(start) && word.text !== start),
    MAX_EXPANSIONS,
    without,
    key
  );
}

/**
 * @param {string} word that is in no text
 * @param {!Array<!Word>} words with the same first character
 * @param {function(string): string} key of a word
 * @return {!Array<!Word>} those fewest edits away, one for each key, the most frequent first
 */
export function corrections(word, words, key) {
  return distinct(nearest(word, words, allowedEdits(word)), MAX_CORRECTIONS, '', key);
}

/**
 * @param {string} word
 * @return {number} edits that a word of its length may be away
 */
export function allowedEdits(word) {
  const length = codePoints(word).length;
  return length > 7 ? 2 : length > 3 ? 1 : 0;
}

/**
 * @param {string} word
 * @param {!Array<!Word>} words
 * @param {number} edits at most
 * @return {!Array<!Word>} all words at the smallest distance
 */
export function nearest(word, words, edits) {
  /** @type {!Array<!Word>} */
  let found = [];
  let least = edits;
  const from = codePoints(word);
  for (const other of edits ? words : []) {
    const away = distance(from, codePoints(other.text), least);
    if (away < least) {
      least = away;
      found = [];
    }
    if (away === least) {
      found.push(other);
    }
  }
  return found;
}

/**
 * @param {string} text
 * @return {!Array<string>|string} its characters
 */
export function codePoints(text) {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
}

/** Rows of the table that `distance` fills in, kept from call to call. */
const rows = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)];

/**
 * The restricted Damerau–Levenshtein distance (optimal string alignment): insertions, deletions,
 * replacements and exchanges of neighbours, no part edited twice.
 *
 * @param {!Array<string>|string} a
 * @param {!Array<string>|string} b
 * @param {number} most
 * @return {number} the distance, or more than `most`
 */
export function distance(a, b, most) {
  const n = a.length;
  const m = b.length;
  if (Math.abs(n - m) > most || n > 200 || m > 200) {
    return most + 1;
  }
  let [before, last, row] = rows;
  let leastBefore = 0;
  for (let j = 0; j <= m; j++) {
    last[j] = j;
  }
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= m; j++) {
      const isExchange = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j] + 1,
        row[j - 1] + 1,
        last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
        isExchange ? before[j - 2] + 1 : n + m
      );
      least = Math.min(least, row[j]);
    }
    // Two rows, since an exchange builds on the one before the last.
    if (least > most && leastBefore > most) {
      return most + 1;
    }
    leastBefore = least;
    [before, last, row] = [last, row, before];
  }
  return last[m];
}
