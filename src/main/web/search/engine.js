/** @fileoverview The engine that window.waymark.search.open() gives: queries to results. */
import { Matcher, excerpt } from './excerpt.js';
import { FACETS, Index } from './index.js';
import { Plan, Planner } from './query.js';
import { Ranker, settle } from './ranking.js';
import { Analyser } from './text.js';

const DEFAULT_LIMIT = 10;
const MAX_NEAREST = 5;

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
   * @param {string} text
   * @param {!WaymarkOptions=} options
   * @return {!Promise<!WaymarkAnswer>}
   * @override
   */
  async query(text, options) {
    const { limit = DEFAULT_LIMIT, offset = 0, filters = {}, typing = false } = options || {};
    const [plan, filter] = await Promise.all([
      this.planner.plan(String(text), !!typing),
      this.filter(filters || {}),
    ]);
    if (!plan.node) {
      return { total: 0, hits: [], corrected: null };
    }
    plan.conditions.filter = filter;
    // No load is awaited while documents are ranked, so queries cannot disturb each other.
    const ranking = this.ranker.rank(plan.node, plan.conditions, offset + limit);
    await settle(this.index, ranking);
    const matcher = this.matcher(plan);
    const hits = await Promise.all(
      ranking.documents
        .slice(offset, offset + limit)
        .map((document, i) => this.hit(document, ranking.scores[offset + i], matcher))
    );
    return { total: ranking.total, hits, corrected: plan.corrected };
  }

  /**
   * @param {string} text a query without a match
   * @return {!Promise<!Array<string>>}
   * @override
   */
  nearest(text) {
    return this.planner.nearest(String(text), MAX_NEAREST);
  }

  /**
   * @param {string} text a query
   * @param {!WaymarkOptions=} options
   * @return {!Promise<function(string): !Array<!Array<number>>>}
   * @override
   */
  async marker(text, options) {
    const plan = await this.planner.plan(String(text), !!(options && options.typing));
    const matcher = this.matcher(plan);
    return (other) => matcher.marks(other);
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
    const { url, title, heading, kind } = stored;
    const shown = excerpt(stored, matcher);
    return {
      url,
      title,
      heading,
      kind: this.index.facets[0][kind],
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
    const wanted = FACETS.map((name) => filters[name] || []);
    if (!wanted.some((values) => values.length)) {
      return null;
    }
    const { tuples, documents } = await this.index.facetsOfDocuments();
    const passes = tuples.map((tuple) =>
      wanted.every((values, i) => {
        const numbers = values.map((value) => this.index.facets[i].indexOf(value));
        return (
          !values.length ||
          numbers.some((n) => n >= 0 && (i < 2 ? tuple[i] === n : Math.floor(tuple[i] / 2 ** n) % 2))
        );
      })
    );
    return (document) => passes[documents[document]];
  }
}
