/** @fileoverview Documents in which words stand next to each other. */
import { Index, Positions, Postings } from './index.js';

/** Title, heading, body: a phrase stands in one of them. */
const FIELDS = 3;

/**
 * @param {!Index} index
 * @param {!Array<!Postings>} words in their order
 * @return {!Promise<!Int32Array>} the documents, ascending
 */
export async function phrase(index, words) {
  if (words.length === 1) {
    return words[0].ready().documents;
  }
  const distinct = [...new Set(words)];
  const positions = new Map();
  await Promise.all(
    distinct.map(async (postings) => positions.set(postings, await index.positions(postings)))
  );
  const lists = distinct.map((postings) => ({
    documents: postings.ready().documents,
    at: 0,
  }));
  const order = words.map((postings) => distinct.indexOf(postings));
  /** @type {!Array<number>} */
  const found = [];
  for (const document of lists[0].documents) {
    const isInAll = lists.every((list) => {
      while (list.documents[list.at] < document) {
        list.at++;
      }
      return list.documents[list.at] === document;
    });
    if (
      isInAll &&
      isPhrase(
        order.map((word) => positions.get(distinct[word])),
        order.map((word) => lists[word].at)
      )
    ) {
      found.push(document);
    }
  }
  return Int32Array.from(found);
}

/**
 * @param {!Array<!Positions>} words
 * @param {!Array<number>} at for each word, the number of the document among its documents
 * @return {boolean} in one field, each word stands next after the one before
 */
function isPhrase(words, at) {
  for (let field = 0; field < FIELDS; field++) {
    /** @type {?Set<number>} */
    let ends = null;
    words.forEach(({ starts, places }, i) => {
      const place = FIELDS * at[i] + field;
      const own = places.subarray(starts[place], starts[place + 1]);
      const before = ends;
      ends = new Set(before ? own.filter((p) => before.has(p - 1)) : own);
    });
    if (ends && ends.size) {
      return true;
    }
  }
  return false;
}
