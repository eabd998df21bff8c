/** @fileoverview The query language: words, "phrases", -exclusions. */
import { Analyser, Token } from './text.js';

/** @enum {number} */
export const Kind = { PLAIN: 0, PHRASE: 1, EXCLUSION: 2 };

/**
 * @typedef {{kind: !Kind, tokens: !Array<!Token>}}
 *     offsets of tokens are those of the whole query
 */
export let Item;

/**
 * @typedef {{text: string, items: !Array<!Item>, wanted: !Array<!Token>}}
 *     text: the query, normalised; wanted: the tokens of all items but exclusions
 */
export let ParsedQuery;

/** Tokens of a query that count; nobody types more, and each costs. */
const MAX_TOKENS = 100;

// An exclusion or phrase in quotes; an exclusion of one item; a plain item.
const ITEM = /(-?)"([^"]*)"|-(?=[\p{L}\p{N}])(\P{White_Space}+)|\P{White_Space}+/gu;

/**
 * @param {string} query
 * @return {string} in composed form, with straight quotes
 */
function normalise(query) {
  return query.normalize('NFC').replace(/[\u201c-\u201e]/g, '"');
}

/**
 * @param {string} query
 * @param {!Analyser} analyser
 * @return {!ParsedQuery}
 */
export function parse(query, analyser) {
  const text = normalise(query);
  /** @type {!Array<!Item>} */
  const items = [];
  let room = MAX_TOKENS;
  for (const match of text.matchAll(ITEM)) {
    const quoted = match[2] !== undefined;
    const kind = match[1] || match[3] ? Kind.EXCLUSION : quoted ? Kind.PHRASE : Kind.PLAIN;
    const tokens = analyser.tokens(match[0]).slice(0, room);
    room -= tokens.length;
    for (const token of tokens) {
      token.start += match.index;
      token.end += match.index;
    }
    if (tokens.length) {
      items.push({ kind, tokens });
    }
  }
  const wanted = items.flatMap(({ kind, tokens }) => (kind === Kind.EXCLUSION ? [] : tokens));
  return { text, items, wanted };
}
