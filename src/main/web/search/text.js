/**
 * @fileoverview Analysis: text to words and terms, with the same result as the analyser that the
 * index was made with.
 */
import { fold, learn } from './folding.js';
import { stem } from './stemmer.js';

/** Longest word in UTF-16 units. */
const MAX_WORD = 50;

/** What the key of a stop word begins with. */
export const STOP = '\u0001';

// A character of a script written without blanks is a token of its own.
const SINGLE = '[\\p{Ideographic}\\u3041-\\u30ff\\u31f0-\\u31ff]';
const RUN = '(?!S)[\\p{L}\\p{N}](?:(?!S)[\\p{L}\\p{N}\\p{M}])*';
const TOKEN = new RegExp(`S|${RUN}(?:['\u2019]${RUN})*`.replace(/S/g, SINGLE), 'uy');

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;

/** By character below U+0080: 1 for a letter or digit. */
const ALPHANUMERIC = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0
);

/**
 * @param {number} code of a UTF-16 unit
 * @return {boolean} beyond ASCII and the block General Punctuation
 */
function isForeign(code) {
  return code > 127 && (code < 0x2000 || code > 0x206f);
}

/**
 * Finds the tokens of a text: quickly, by a table, where it is ASCII; elsewhere by an expression.
 *
 * @param {string} text
 * @param {function(number, number)} visit is given start and end of each
 */
export function scan(text, visit) {
  for (let start = 0; start < text.length; ) {
    let end = start;
    let code = text.charCodeAt(end);
    let next = 0;
    while (code < 128 && ALPHANUMERIC[code]) {
      code = text.charCodeAt(++end);
      next = 0;
      if (code === APOSTROPHE || code === CURLY_APOSTROPHE) {
        next = text.charCodeAt(end + 1);
        if (next < 128 && ALPHANUMERIC[next]) {
          code = next;
          end++;
        }
      }
    }
    let skip = 1;
    if (isForeign(code) || isForeign(next)) {
      TOKEN.lastIndex = start;
      const match = TOKEN.exec(text);
      end = match ? TOKEN.lastIndex : start;
      // The next token may follow at once; what is none may be half of a pair.
      skip = match ? 0 : (code & 0xfc00) === 0xd800 ? 2 : 1;
    }
    if (end > start) {
      visit(start, end);
    }
    start = end + skip;
  }
}

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
  /**
   * @param {!Array<string>} stopWords
   * @param {string} foldings the characters that fold otherwise than by the rule
   */
  constructor(stopWords, foldings) {
    learn(foldings);
    /** @private @const {!Set<string>} */ this.stops = new Set(stopWords);
    /** @private @const {!Map<string, string>} */ this.keys = new Map();
    /** @private @const {!Map<string, string>} */ this.tokenKeys = new Map();
  }

  /**
   * @param {string} word
   * @return {string} the key of its postings: its stem, or STOP and the word
   */
  key(word) {
    return remember(this.keys, word, (w) => (this.stops.has(w) ? STOP + w : stem(w)));
  }

  /**
   * @param {string} token as it stands in a text
   * @return {string} the key of its word
   */
  keyOf(token) {
    return remember(this.tokenKeys, token, (text) => this.key(normalise(text)));
  }

  /**
   * @param {string} text
   * @return {!Array<!Token>}
   */
  tokens(text) {
    /** @type {!Array<!Token>} */
    const tokens = [];
    scan(text, (start, end) => {
      const word = normalise(text.slice(start, end));
      tokens.push({ start, end, word, key: this.key(word) });
    });
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
