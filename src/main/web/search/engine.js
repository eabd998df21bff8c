/** @fileoverview The engine that window.waymark.search.open() gives: queries to results. */
import { Matcher, excerpt } from './excerpt.js';
import { FACETS, Index } from './index.js';
import { Plan, Planner } from './query.js';
import { Ranker, settle } from './ranking.js';
import { Analyser } from './text.js';

const DEFAULT_LIMIT = 10;
const MAX_NEAREST = 5;

/**
 * @param {*} value
 * @return {string} what a caller gave as a text
 */
function words(value) {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * @param {*} value
 * @param {number} otherwise what counts if it is no number
 * @return {number} a whole number from 0, or Infinity
 */
function count(value, otherwise) {
  return typeof value === 'number' && !isNaN(value) ? Math.max(0, Math.floor(value)) : otherwise;
}

/** @implements {WaymarkEngine} */
export class Engine {
  /** @param {!Index} index */
  constructor(index) {
    /** @private @const {!Index} */ this.index = index;
    /** @private @const {!Analyser} */
    this.analyser = new Analyser(index.stopWords, index.foldings);
    /** @private @const {!Planner} */
    this.planner = new Planner(index, this.analyser);
    /** @private @const {!Ranker} */
    this.ranker = new Ranker(index);
    const [kind, part, audience, nation] = index.facets;
    /** @override */
    this.facets = { kind, part, audience, nation };
  }

  /**
   * @param {*} text
   * @param {?WaymarkOptions=} options
   * @return {!Promise<!WaymarkAnswer>}
   * @override
   */
  async query(text, options) {
    const { limit, offset, filters } = options || {};
    const [plan, filter] = await Promise.all([this.plan(text, options), this.filter(filters || {})]);
    if (!plan.node) {
      return { total: 0, hits: [], corrected: null };
    }
    plan.conditions.filter = filter;
    const first = count(offset, 0);
    // No load is awaited while documents are ranked, so queries cannot disturb each other.
    const last = first + count(limit, DEFAULT_LIMIT);
    const ranking = this.ranker.rank(plan.node, plan.conditions, last);
    // Nearly always these are shown in the end, so their texts need not wait for their order. If one
    // cannot be loaded, that is said when it is.
    ranking.documents
      .slice(first, last)
      .forEach((document) => this.index.stored(document).catch(() => {}));
    await settle(this.index, ranking, first, last);
    const matcher = this.matcher(plan);
    const hits = await Promise.all(
      ranking.documents
        .slice(first, last)
        .map((document, i) => this.hit(document, ranking.scores[first + i], matcher))
    );
    return { total: ranking.total, hits, corrected: plan.corrected };
  }

  /**
   * @param {*} text a query without a match
   * @return {!Promise<!Array<string>>}
   * @override
   */
  nearest(text) {
    return this.planner.nearest(words(text), MAX_NEAREST);
  }

  /**
   * @param {*} text a query
   * @param {?WaymarkOptions=} options
   * @return {!Promise<function(string): !Array<!Array<number>>>}
   * @override
   */
  async marker(text, options) {
    const matcher = this.matcher(await this.plan(text, options));
    return (/** * */ other) => matcher.marks(words(other));
  }

  /**
   * @param {*} text
   * @param {?WaymarkOptions=} options
   * @return {!Promise<!Plan>}
   * @private
   */
  plan(text, options) {
    const { typing = false, correct = true } = options || {};
    return this.planner.plan(words(text), !!typing, !!correct);
  }

  /**
   * @param {!Plan} plan
   * @return {!Matcher}
   * @private
   */
  matcher(plan) {
    const matcher = new Matcher(this.analyser);
    plan.groups.forEach((forms, group) => forms.forEach((form) => matcher.add(form, group)));
    return matcher;
  }

  /**
   * @param {number} document
   * @param {number} score
   * @param {!Matcher} matcher
   * @return {!Promise<!WaymarkHit>}
   * @private
   */
  async hit(document, score, matcher) {
    const stored = await this.index.stored(document);
    const shown = excerpt(stored, matcher);
    return {
      url: stored.url,
      title: stored.title,
      heading: stored.heading,
      kind: this.index.facets[0][stored.kind],
      score,
      excerpt: shown.text,
      marks: shown.marks,
    };
  }

  /**
   * @param {!Object} filters
   * @return {!Promise<?function(number): boolean>} null when all documents pass
   * @private
   */
  async filter(filters) {
    const wanted = FACETS.map((name, i) =>
      [].concat(filters[name] || []).map((value) => this.index.facets[i].indexOf(value))
    );
    if (!wanted.some((numbers) => numbers.length)) {
      return null;
    }
    const { tuples, documents } = await this.index.facetsOfDocuments();
    const passes = tuples.map((tuple) =>
      wanted.every(
        (numbers, i) =>
          !numbers.length ||
          // A value that the site lacks has -1, which is no kind and no bit.
          numbers.some((n) => (i < 2 ? tuple[i] === n : Math.floor(tuple[i] / 2 ** n) % 2))
      )
    );
    return (document) => passes[documents[document]];
  }
}
