/**
 * @fileoverview Porter's stemmer, after M. F. Porter, "An algorithm for suffix stripping", Program
 * 14 (1980) 130–137, with the departures of the author's later programs that the index is made with:
 * "bli" and "logi" in step 2, and no change to words of one or two characters.
 */

/**
 * Rules that take a suffix off: what of it stays, what comes instead of the rest, the rest. Of two
 * that fit a word, the longer stands first.
 */
const STEP_2 = rules(
  'at:e:ional tion::al enc:e:i anc:e:i iz:e:er bl:e:i al::li ent::li e::li ous::li iz:e:ation ' +
    'at:e:ion at:e:or al::ism iv:e:eness ful::ness ous::ness al::iti iv:e:iti b:le:iliti log::i'
);
const STEP_3 = rules('ic::ate ::ative al::ize ic::iti ic::al ::ful ::ness');
const ENDS_4 =
  /^(.*?)(?:al|[ae]nce|er|ic|[ai]ble|ant|e?ment|ent|ion|ou|ism|ate|iti|ous|ive|ize)$/s;

/**
 * @param {string} text
 * @return {!Array<!Array<string>>}
 */
function rules(text) {
  return text.split(' ').map((rule) => rule.split(':'));
}

/**
 * @param {string} word
 * @return {string} one letter for each character: v, a vowel (also a y after a consonant), or c
 */
function shape(word) {
  let last = 'v';
  return word.replace(/./gs, (letter) => {
    const isVowel = letter === 'y' ? last === 'c' : 'aeiou'.includes(letter);
    return (last = isVowel ? 'v' : 'c');
  });
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
  return /(.)\1$/s.test(stem) && shape(stem).endsWith('c');
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
 * @param {!Array<!Array<string>>} rules
 * @return {string}
 */
function replaceSuffix(word, rules) {
  for (const [kept, added, rest] of rules) {
    if (word.endsWith(kept + rest)) {
      const stem = word.slice(0, -(kept + rest).length);
      return measure(stem) ? stem + kept + added : word;
    }
  }
  return word;
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
  word = replaceSuffix(replaceSuffix(word, STEP_2), STEP_3);
  const match = ENDS_4.exec(word);
  if (match && measure(match[1]) > 1 && !/[^st]ion$/s.test(word)) {
    word = match[1];
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
