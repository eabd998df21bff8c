/**
 * @fileoverview Letters and numbers to ASCII, with the tables of Lucene's ASCIIFoldingFilter: a
 * character's compatibility decomposition without its marks, where that is ASCII, save for these.
 */

/** Symbols like letters, Roman numbers, circled numbers from 21 on: the rule would fold them. */
const KEPT = /[\u2102-\u2182\u3251-\u32bf]/;

/** @const {!Map<string, string>} what characters became so far */
const folded = new Map();

/**
 * Takes the exceptions from the index, so that what Lucene does is written down once.
 * @param {string} exceptions pairs with a blank between: the first code point (base 36) and, for
 *     each from there on, what it becomes, `+` before two letters; `.` as the rule has it, `=`
 *     itself
 */
export function learn(exceptions) {
  const parts = exceptions.split(' ');
  for (let i = 0; i < parts.length; i += 2) {
    let code = parseInt(parts[i], 36);
    for (const text of parts[i + 1].match(/\+..|./g) || []) {
      const character = String.fromCharCode(code++);
      if (text !== '.') {
        folded.set(character, text === '=' ? character : text.replace('+', ''));
      }
    }
  }
}

/**
 * @param {string} character one UTF-16 unit
 * @return {string}
 */
function foldOne(character) {
  let result = folded.get(character);
  if (result === undefined) {
    const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
    result = /^[!-~]+$/.test(bare) && !KEPT.test(character) ? bare : character;
    folded.set(character, result);
  }
  return result;
}

/**
 * @param {string} word in lower case
 * @return {string} without accents
 */
export function fold(word) {
  return word.replace(/[^\0-\x7f]/g, foldOne);
}
