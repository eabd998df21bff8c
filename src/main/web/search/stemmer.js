/**
 * @fileoverview Porter's stemmer, after M. F. Porter, "An algorithm for suffix stripping", Program
 * 14 (1980) 130–137, with the departures of the author's later programs that the index is made with:
 * "bli" and "logi" in step 2, and no change to words of one or two characters.
 */

/** @const {!Object<string, string>} */
const STEP_2 = pairs(
  'ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e ousli ous ' +
    'ization ize ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al ' +
    'iviti ive biliti ble logi log'
);

/** @const {!Object<string, string>} */
const STEP_3 = pairs('icate ic ative _ alize al iciti ic ical ic ful _ ness _');

const ENDS_2 = ending(STEP_2);
const ENDS_3 = ending(STEP_3);
const ENDS_4 =
  /^(.*?)(?:al|[ae]nce|er|ic|[ai]ble|ant|e?ment|ent|ion|ou|ism|ate|iti|ous|ive|ize)$/s;

/**
 * @param {string} text suffixes and what takes their place, in turn; _ is nothing
 * @return {!Object<string, string>}
 */
function pairs(text) {
  const words = text.split(' ');
  /** @type {!Object<string, string>} */
  const result = {};
  for (let i = 0; i < words.length; i += 2) {
    result[words[i]] = words[i + 1].replace('_', '');
  }
  return result;
}

/**
 * @param {!Object<string, string>} suffixes
 * @return {!RegExp} a match of what stands before the longest suffix, and of the suffix
 */
function ending(suffixes) {
  return new RegExp('^(.*?)(' + Object.keys(suffixes).join('|') + ')$', 's');
}

/**
 * @param {string} word
 * @return {string} one letter for each character: v, a vowel (also a y after a consonant), or c
 */
function shape(word) {
  let result = '';
  let last = 'v';
  for (const letter of word.split('')) {
    last = letter === 'y' ? (last === 'c' ? 'v' : 'c') : 'aeiou'.includes(letter) ? 'v' : 'c';
    result += last;
  }
  return result;
}

/**
 * @param {string} stem
 * @return {number} how often consonants follow vowels
 */
function measure(stem) {
  return shape(stem).split('vc').length - 1;
}

/**
 * @param {string} stem
 * @return {boolean} ends in a doubled consonant
 */
function isDoubled(stem) {
  const n = stem.length;
  return n > 1 && stem[n - 1] === stem[n - 2] && shape(stem)[n - 1] === 'c';
}

/**
 * @param {string} stem
 * @return {boolean} ends consonant, vowel, consonant, the last not w, x or y
 */
function isShort(stem) {
  return shape(stem).endsWith('cvc') && !/[wxy]$/.test(stem);
}

/**
 * @param {string} word
 * @param {!RegExp} ends
 * @param {!Object<string, string>} suffixes
 * @return {string}
 */
function replaceSuffix(word, ends, suffixes) {
  const match = ends.exec(word);
  return match && measure(match[1]) > 0 ? match[1] + suffixes[match[2]] : word;
}

/**
 * @param {string} word
 * @return {string} without plurals, -ed and -ing
 */
function step1(word) {
  if (word.endsWith('s')) {
    word = word.replace(/(ss|i)es$|([^s])s$/s, '$1$2');
  }
  if (word.endsWith('eed')) {
    return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  }
  const match = /^(.*?)(?:ed|ing)$/s.exec(word);
  if (!match || !shape(match[1]).includes('v')) {
    return word;
  }
  word = match[1];
  if (/(at|bl|iz)$/.test(word)) {
    return word + 'e';
  }
  if (isDoubled(word)) {
    return /[lsz]$/.test(word) ? word : word.slice(0, -1);
  }
  return measure(word) === 1 && isShort(word) ? word + 'e' : word;
}

/**
 * @param {string} word in lower case
 * @return {string} its stem
 */
export function stem(word) {
  if (word.length < 3) {
    return word;
  }
  word = step1(word);
  if (word.endsWith('y') && shape(word.slice(0, -1)).includes('v')) {
    word = word.slice(0, -1) + 'i';
  }
  if (word.length > 1) {
    word = replaceSuffix(word, ENDS_2, STEP_2);
  }
  word = replaceSuffix(word, ENDS_3, STEP_3);
  if (word.length > 1) {
    const match = ENDS_4.exec(word);
    if (match && measure(match[1]) > 1 && !/[^st]ion$/s.test(word)) {
      word = match[1];
    }
  }
  if (word.endsWith('e')) {
    const start = word.slice(0, -1);
    const m = measure(start);
    if (m > 1 || (m === 1 && !isShort(start))) {
      word = start;
    }
  }
  return /ll$/.test(word) && measure(word) > 1 ? word.slice(0, -1) : word;
}
