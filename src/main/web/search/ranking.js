/**
 * @fileoverview Scores: BM25F in the float arithmetic of Lucene's CombinedFieldQuery and
 * BM25Similarity, disjunctions of the best or of the sum, and the best documents of all.
 */
import { Index, Postings, Statistics } from './index.js';
import { isStop } from './text.js';

const round = Math.fround;

/** @enum {number} */
export const Op = { TERM: 0, BEST: 1, SUM: 2, PHRASE: 3 };

/**
 * What scores documents. TERM: postings, weighted by boost. BEST: the best of its parts. SUM: the
 * sum of its parts. PHRASE: the sum, for the documents listed alone.
 */
export class Node {
  /**
   * @param {!Op} op
   * @param {!Array<!Node>} parts
   * @param {?Postings=} postings
   * @param {number=} boost
   * @param {?Int32Array=} documents
   */
  constructor(op, parts, postings = null, boost = 1, documents = null) {
    /** @const */ this.op = op;
    /** @const */ this.parts = parts;
    /** @const */ this.postings = postings;
    /** @const {number} */ this.boost = boost;
    /** @const */ this.documents = documents;
  }

  /**
   * @return {string} equal for equal nodes
   * @override
   */
  toString() {
    const own = this.postings ? this.postings.key + '\t' + this.boost : '';
    const parts = this.parts.map(String);
    return this.op + own + (this.documents || '') + '(' + parts.sort() + ')';
  }
}

/**
 * @param {!Postings} postings
 * @param {number=} boost
 * @return {!Node}
 */
export function term(postings, boost = 1) {
  return new Node(Op.TERM, [], postings, boost);
}

/**
 * @param {!Array<!Node>} parts
 * @return {?Node} the part alone if there is one
 */
export function best(parts) {
  return parts.length > 1 ? new Node(Op.BEST, parts) : parts[0] || null;
}

/**
 * A sum as Lucene rewrites it: without sums inside, equal parts as one of a greater boost.
 *
 * @param {!Array<!Node>} parts
 * @return {?Node}
 */
export function sum(parts) {
  const flat = parts.flatMap((part) => (part.op === Op.SUM ? part.parts : [part]));
  /** @type {!Map<string, !Array<!Node>>} */
  const equal = new Map();
  for (const part of flat) {
    const name = String(part);
    equal.set(name, [...(equal.get(name) || []), part]);
  }
  const merged = [...equal.values()].map((same) => boosted(same[0], same.length));
  return merged.length > 1 ? new Node(Op.SUM, merged) : merged[0] || null;
}

/**
 * @param {!Node} node
 * @param {number} boost
 * @return {!Node}
 */
function boosted(node, boost) {
  const parts = node.parts.map((part) => boosted(part, boost));
  return boost === 1
    ? node
    : new Node(node.op, parts, node.postings, node.boost * boost, node.documents);
}

/**
 * Documents with their scores.
 * @typedef {{documents: !Int32Array, scores: !Float32Array}}
 */
let Scores;

/**
 * Which of the documents that scored are results: those in each of `required`, in none of
 * `excluded`, and that the filter lets pass. The arrays ascend.
 * @typedef {{
 *   required: !Array<!Int32Array>,
 *   excluded: !Array<!Int32Array>,
 *   filter: ?function(number): boolean
 * }}
 */
export let Conditions;

/** When so many more are held than are wanted, those that cannot be among the best go. */
const CANDIDATES = 256;

/** @typedef {{total: number, documents: !Array<number>, scores: !Array<number>}} */
export let Ranking;

/** Ranks the documents of one index. Its arrays, one place a document, serve query after query. */
export class Ranker {
  /** @param {!Index} index */
  constructor(index) {
    /** @private @const {!Index} */ this.index = index;
    /** @private @const {!Float32Array} by encoded length */
    this.cache = Float32Array.from({ length: 256 }, (_, norm) =>
      lengthFactor(index, index.scored, decodeLength(norm))
    );
    /** @private @const {number} */
    this.stopFactor = lengthFactor(index, index.stops, 1);
    /** @private @const {!Array<!Float64Array>} by depth; all zero between uses */
    this.sums = [];
    /** @private @const {!Int32Array} by document, how many conditions it met */
    this.met = new Int32Array(index.size);
  }

  /**
   * @param {!Node} node
   * @param {!Conditions} conditions
   * @param {number} limit
   * @return {!Ranking}
   */
  rank(node, conditions, limit) {
    const met = this.met.fill(0);
    conditions.required.forEach((documents, i) => {
      for (const document of documents) {
        met[document] += met[document] === i ? 1 : 0;
      }
    });
    for (const documents of conditions.excluded) {
      for (const document of documents) {
        met[document] = -1;
      }
    }
    const { documents, scores } = this.evaluate(node, 0);
    const { filter, required } = conditions;
    /** @type {!Array<number>} */
    let order = [];
    let total = 0;
    let least = 0;
    let most = limit + CANDIDATES;
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i];
      if (met[document] === required.length && (!filter || filter(document))) {
        total++;
        if (scores[i] >= least && order.push(i) > most) {
          // Sorting plain numbers is many times quicker than sorting all by a function.
          const sorted = Float32Array.from(order, (i) => scores[i]).sort();
          least = sorted[most - Math.max(1, limit) + 1];
          order = order.filter((i) => scores[i] >= least);
          most = Math.max(most, 2 * order.length);
        }
      }
    }
    // The best first, and all that equal the last, which are not in their order yet.
    order.sort((i, j) => scores[j] - scores[i] || documents[i] - documents[j]);
    return {
      total,
      documents: order.map((i) => documents[i]),
      scores: order.map((i) => scores[i]),
    };
  }

  /**
   * @param {!Node} node
   * @param {number} depth
   * @return {!Scores}
   * @private
   */
  evaluate(node, depth) {
    if (node.op === Op.TERM) {
      return this.scoreTerm(/** @type {!Postings} */ (node.postings).ready(), node.boost);
    }
    const { size } = this.index;
    const sums = (this.sums[depth] = this.sums[depth] || new Float64Array(size));
    const takesBest = node.op === Op.BEST;
    /** @type {!Array<number>} */
    const found = [];
    // What may fail comes first, since all sums are zero again at the end.
    for (const { documents, scores } of node.parts.map((part) => this.evaluate(part, depth + 1))) {
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i];
        const sum = sums[document];
        // No score is 0.
        if (!sum) {
          found.push(document);
        }
        sums[document] = takesBest ? Math.max(sum, scores[i]) : sum + scores[i];
      }
    }
    const documents = node.documents || Int32Array.from(found);
    const scores = new Float32Array(documents.length);
    for (let i = 0; i < scores.length; i++) {
      scores[i] = sums[documents[i]];
    }
    for (const document of found) {
      sums[document] = 0;
    }
    return { documents, scores };
  }

  /**
   * @param {!Postings} postings
   * @param {number} boost
   * @return {!Scores}
   * @private
   */
  scoreTerm(postings, boost) {
    const { key, documents, frequencies, df } = postings;
    const stop = isStop(key);
    const { count } = stop ? this.index.stops : this.index.scored;
    const { norms } = this.index;
    const weight = round(boost * round(Math.log(1 + (count - df + 0.5) / (df + 0.5))));
    const cache = this.cache;
    const scores = new Float32Array(documents.length);
    for (let i = 0; i < scores.length; i++) {
      const factor = stop ? this.stopFactor : cache[norms[documents[i]]];
      const saturation = round(1 + round(frequencies[i] * factor));
      scores[i] = weight - round(weight / saturation);
    }
    return { documents, scores };
  }
}

/**
 * @param {!Index} index
 * @param {!Statistics} statistics
 * @param {number} length of a document
 * @return {number} what a frequency is multiplied with
 */
function lengthFactor({ k1, b }, statistics, length) {
  const relative = round(round(b * length) / statistics.length);
  return round(1 / round(k1 * round(round(1 - b) + relative)));
}

/**
 * @param {number} norm a byte
 * @return {number} the length that Lucene's SmallFloat.intToByte4 made it from, cut
 */
export function decodeLength(norm) {
  if (norm < 40) {
    return norm;
  }
  const code = norm - 24;
  return 24 + ((code & 7) | 8) * 2 ** ((code >> 3) - 1);
}

/**
 * Puts equals among the results that are shown into the order of the site. Where it is not known
 * that they are, what tells their places is loaded.
 *
 * @param {!Index} index
 * @param {!Ranking} ranking its documents are put in order
 * @param {number} first the first that is shown
 * @param {number} last behind the last
 * @return {!Promise<void>}
 */
export async function settle(index, { documents, scores }, first, last) {
  for (let start = 0, end; start < Math.min(last, documents.length); start = end) {
    let isOpen = false;
    for (end = start + 1; scores[end] === scores[start]; end++) {
      isOpen = isOpen || !index.areInOrder(documents[end - 1], documents[end]);
    }
    if (isOpen && end > first) {
      const equals = documents.slice(start, end);
      // Of those that are shown the addresses are needed anyway; of others they are too much.
      const isLoaded = start >= first && end <= last;
      const sorted = await (isLoaded ? byAddress : byPlace)(index, equals);
      sorted.forEach((document, i) => (documents[start + i] = document));
    }
  }
}

/**
 * @param {!Index} index
 * @param {!Array<number>} documents
 * @return {!Promise<!Array<number>>} them in the order of the site
 */
async function byAddress(index, documents) {
  const placed = await Promise.all(
    documents.map(async (document) => {
      const { page, section } = await index.stored(document);
      return { document, path: decodeURIComponent(page.replace(/^\.\//, '')), section };
    })
  );
  placed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.section - b.section));
  return placed.map(({ document }) => document);
}

/**
 * @param {!Index} index
 * @param {!Array<number>} documents with ascending numbers
 * @return {!Promise<!Array<number>>} them in the order of the site
 */
async function byPlace(index, documents) {
  const { alike } = await index.stored(documents[0]);
  // Those of one text are in order.
  if (documents[documents.length - 1] - documents[0] <= alike) {
    return documents;
  }
  const places = await index.places(documents);
  return documents.sort((a, b) => places[a] - places[b]);
}
