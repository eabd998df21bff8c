/**
 * @fileoverview Analysis: text to words and terms, with the same result as the analyser that the
 * index was made with.
 */
import { fold } from './folding.js';
import { stem } from './stemmer.js';

/** Longest word in UTF-16 units. */
const MAX_WORD = 50;

/** What the key of a stop word begins with. */
export const STOP = '\u0001';

// A character of a script written without blanks is a token of its own.
const SINGLE = '[\\p{Ideographic}\\u3041-\\u30ff\\u31f0-\\u31ff]';
const RUN = `(?!${SINGLE})[\\p{L}\\p{N}](?:(?!${SINGLE})[\\p{L}\\p{N}\\p{M}])*`;
const TOKEN = new RegExp(`${SINGLE}|${RUN}(?:['\u2019]${RUN})*`, 'gu');
const ASCII_TOKEN = /[a-z0-9]+(?:'[a-z0-9]+)*/gi;

/**
 * A word of a text.
 * @typedef {{start: number, end: number, word: string, key: string}}
 *     start and end: UTF-16 offsets; key: the term, or for a stop word STOP and the word
 */
export let Token;

/**
 * @param {string} token
 * @return {string} without possessive, in lower case, without accents, not too long
 */
function normalise(token) {
  const word = token.replace(/['\u2019]s$/i, '');
  if (!/[^\0-\x7f]/.test(word)) {
    return word.toLowerCase().slice(0, MAX_WORD);
  }
  let lower = '';
  for (const character of word.normalize('NFC')) {
    // The first only, and one at a time: a sigma does not know that it ends the word.
    lower += String.fromCodePoint(character.toLowerCase().codePointAt(0) || 0);
  }
  return fold(lower)
    .slice(0, MAX_WORD)
    .replace(/[\ud800-\udbff]$/, '\ufffd');
}

/** Analysis with one site's stop words; remembers stems. */
export class Analyser {
  /** @param {!Array<string>} stopWords */
  constructor(stopWords) {
    /** @private @const {!Set<string>} */ this.stops = new Set(stopWords);
    /** @private @const {!Map<string, string>} */ this.words = new Map();
    /** @private @const {!Map<string, string>} */ this.keys = new Map();
  }

  /**
   * @param {string} token as it stands in a text
   * @return {string} the word
   */
  word(token) {
    return remember(this.words, token, normalise);
  }

  /**
   * @param {string} word
   * @return {string} the key of its postings: its stem, or STOP and the word
   */
  key(word) {
    return remember(this.keys, word, (w) => (this.stops.has(w) ? STOP + w : stem(w)));
  }

  /**
   * @param {string} text
   * @return {!Array<!Token>}
   */
  tokens(text) {
    const pattern = /[^\0-\x7f]/.test(text) ? TOKEN : ASCII_TOKEN;
    /** @type {!Array<!Token>} */
    const tokens = [];
    let match;
    pattern.lastIndex = 0;
    while ((match = pattern.exec(text))) {
      const word = this.word(match[0]);
      const start = match.index;
      tokens.push({ start, end: start + match[0].length, word, key: this.key(word) });
    }
    return tokens;
  }
}

/**
 * @param {!Map<string, string>} memory
 * @param {string} key
 * @param {function(string): string} make
 * @return {string}
 */
function remember(memory, key, make) {
  let value = memory.get(key);
  if (value === undefined) {
    value = make(key);
    if (memory.size > 50000) {
      memory.clear();
    }
    memory.set(key, value);
  }
  return value;
}

/**
 * @param {string} key of postings
 * @return {boolean}
 */
export function isStop(key) {
  return key[0] === STOP;
}
