/**
 * @fileoverview Letters and numbers to ASCII, with the tables of Lucene's ASCIIFoldingFilter: a
 * character's compatibility decomposition without its marks, where that is ASCII, save for these.
 */

/**
 * First code point (base 36) and, for each from there on: what it becomes, `+` before two letters;
 * `.` as the rule has it, `=` itself.
 */
const EXCEPTIONS =
  '4q = 56 = 67 +ss 6e +ae 6o d 6w o 72 +th 7l d 87 h 8h i 8o q 8w l.l 95 n.n 9f +oe 9z t ' +
  'ao b..b....c...d b6 f..+hv...kl...n bp p bv t.t c4 y.z cf w d9 e df +ae.G.G e5 +ae.o ' +
  'f1 z...d.+ou.z fo lntj+db+qp..c..sz g7 e.j.q.r.ya..bocddeaaeeeejggG..hh.i.Illl.mmmnnNo+OE ' +
  'ho rrrrRRs.j..ttu.vvwyYzz if C.BeGHjkLq..+dz.+dz+ts.+tc.+ls+lz..hh=.==...== kh === ' +
  '5q8 A+AE+aeBCDDEeiJKLMNOO...+oe+OUooPRRTU...VWZ ' +
  '5rg =.=.==.========.=.======...===...=.==.=...===..= ' +
  '5t7 +uebdfmnprrstzg.g+thIipU.bdfgklmnprs.vxza.deeeaio.u..=...= 5vf = 61m afss 64b +ll...y ' +
  '6c9 \' 6fo a======== 6mc c 8rl l...at.h.k.z....v.wv.h.e.oE.= x0p +tz ' +
  'x0w FS.+aa.+ao.+au.+av.+av.+ay.c.k.k.k.l.l.o.o.+oo.p.p.p.q.q.r...v.+vy.z...+th ' +
  'x2y d.f..g.l.r.S x6a === x6j FpMIM 1dl1 =';

/** First, last (base 16) of circled numbers that count up, and the first's number. */
const NUMBERS = [
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
];

/** Symbols like letters, Roman numbers, circled numbers: the rule would fold them. */
const KEPT = /[\u2102-\u2182\u3251-\u32bf]/;

/** @const {!Map<string, string>} what characters became so far */
const folded = new Map();

/** Fills in the exceptions. */
function prepare() {
  const parts = EXCEPTIONS.split(' ');
  for (let i = 0; i < parts.length; i += 2) {
    let code = parseInt(parts[i], 36);
    for (const text of parts[i + 1].match(/\+..|./g) || []) {
      const character = String.fromCharCode(code++);
      if (text !== '.') {
        folded.set(character, text === '=' ? character : text.replace('+', ''));
      }
    }
  }
  for (const [first, last, number] of NUMBERS) {
    for (let code = first; code <= last; code++) {
      folded.set(String.fromCharCode(code), String(number + code - first));
    }
  }
}

/**
 * @param {string} character one UTF-16 unit
 * @return {string}
 */
function foldOne(character) {
  if (!folded.size) {
    prepare();
  }
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
