/** @fileoverview The words of a query in a text, and the part of a text that shows most of them. */
import { Stored } from './index.js';
import { Analyser, isStop, scan } from './text.js';

/** Length of an excerpt in UTF-16 units, and how much of it may stand before the first match. */
const LENGTH = 200;
const BEFORE = 70;

/** Cut off at the start or end. */
const CUT = '\u2026';

/**
 * @param {string} text
 * @param {number} at of a token
 * @return {number} its first two characters in lower case, i for y, which stems may end in; beyond
 *     the table, when one is not ASCII
 */
function startOf(text, at) {
  const first = text.charCodeAt(at) | 32;
  const second = text.charCodeAt(at + 1) | 32;
  return first > 127 || second > 127 ? -1 : (first << 7) | (second === 0x79 ? 0x69 : second);
}

/** Words to look for: each of several groups, by their keys; a form of several words as a whole. */
export class Matcher {
  /** @param {!Analyser} analyser */
  constructor(analyser) {
    /** @private @const {!Analyser} */ this.analyser = analyser;
    /** @private @const {!Map<string, number>} group of a key, or -1 in forms alone */
    this.groups = new Map();
    /** @private @const {!Array<{keys: !Array<string>, group: number}>} */ this.forms = [];
    /** @private @const {!Uint8Array} starts of tokens that may match: 1 */
    this.starts = new Uint8Array(1 << 14);
  }

  /**
   * @param {!Array<string>} keys next to each other
   * @param {number} group
   */
  add(keys, group) {
    const isForm = keys.length > 1;
    if (isForm) {
      this.forms.push({ keys, group });
    }
    for (const key of keys) {
      if (!this.groups.has(key) || (!isForm && this.groups.get(key) === -1)) {
        this.groups.set(key, isForm ? -1 : group);
      }
      const own = isStop(key) ? key.slice(1) : key;
      const start = startOf(own, 0);
      if (own.length > 1) {
        this.starts.fill(1, start, start + 1);
      } else {
        // It may be the stem of words that go on as they like.
        this.starts.fill(1, start & 0x3f80, (start & 0x3f80) + 128);
      }
    }
  }

  /**
   * @param {string} text
   * @return {!Array<{start: number, end: number, group: number}>} in order, not overlapping
   */
  find(text) {
    // Of most words the first two characters tell that they do not match.
    const tokens = [];
    let place = 0;
    scan(text, (start, end) => {
      place++;
      if (this.starts[startOf(text, start)] !== 0) {
        const key = this.analyser.keyOf(text.slice(start, end));
        const group = this.groups.get(key);
        if (group !== undefined) {
          tokens.push({ start, end, key, group, place });
        }
      }
    });
    const found = [];
    for (let i = 0; i < tokens.length; i++) {
      let { group } = tokens[i];
      let last = i;
      for (const form of this.forms) {
        const isHere = form.keys.every((key, j) => {
          const token = tokens[i + j];
          return token && token.key === key && token.place === tokens[i].place + j;
        });
        if (isHere) {
          group = form.group;
          last = Math.max(last, i + form.keys.length - 1);
        }
      }
      if (group >= 0) {
        found.push({ start: tokens[i].start, end: tokens[last].end, group });
        i = last;
      }
    }
    return found;
  }

  /**
   * @param {string} text
   * @return {!Array<!Array<number>>} start and end of each match
   */
  marks(text) {
    return this.find(text).map(({ start, end }) => [start, end]);
  }
}

/**
 * @param {!Stored} stored
 * @param {!Matcher} matcher
 * @return {{text: string, marks: !Array<!Array<number>>}}
 */
export function excerpt(stored, matcher) {
  const text = stored.text();
  const matches = matcher.find(text);
  let start = 0;
  if (text.length > LENGTH && matches.length) {
    start = sentenceStart(text, matches[richest(matches)].start);
  }
  let end = start + LENGTH;
  if (end >= text.length) {
    end = text.length;
  } else {
    const blank = text.lastIndexOf(' ', end);
    end = blank > start + LENGTH / 2 ? blank : end - (isSplit(text, end) ? 1 : 0);
  }
  const head = start ? CUT : '';
  const marks = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => [match.start - start + head.length, match.end - start + head.length]);
  return { text: head + text.slice(start, end) + (end < text.length ? CUT : ''), marks };
}

/**
 * @param {!Array<{start: number, end: number, group: number}>} matches
 * @return {number} the match from which on most groups are within reach
 */
function richest(matches) {
  let best = 0;
  let most = 0;
  for (let i = 0; i < matches.length; i++) {
    const groups = new Set();
    let words = 0;
    for (
      let j = i;
      j < matches.length && matches[j].end <= matches[i].start + LENGTH - BEFORE;
      j++
    ) {
      groups.add(matches[j].group);
      words++;
    }
    const worth = groups.size * 1000 + words;
    if (worth > most) {
      most = worth;
      best = i;
    }
  }
  return best;
}

/**
 * @param {string} text
 * @param {number} at of a match
 * @return {number} the start of its sentence, or of a word not far before
 */
function sentenceStart(text, at) {
  const from = Math.max(0, at - BEFORE);
  if (!from) {
    return 0;
  }
  const before = text.slice(from, at);
  const sentence = /^.*(?:[.!?]["\u201d\u2019)]?|\u00b7) /.exec(before);
  if (sentence) {
    return from + sentence[0].length;
  }
  const blank = before.indexOf(' ', before.length / 2);
  if (blank >= 0) {
    return from + blank + 1;
  }
  const start = Math.max(from, at - 20);
  return start + (isSplit(text, start) ? 1 : 0);
}

/**
 * @param {string} text
 * @param {number} at
 * @return {boolean} in the middle of a surrogate pair
 */
function isSplit(text, at) {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1));
}
