/**
 * @fileoverview From the text of a query to what scores documents: expansions of half-typed words,
 * corrections, synonyms, phrases and exclusions.
 */
import { Kind, ParsedQuery, parse } from './grammar.js';
import { Index, Postings } from './index.js';
import { phrase } from './phrases.js';
import { Conditions, Node, Op, best, sum, term } from './ranking.js';
import { Word, allowedEdits, codePoints, corrections, expansions, nearest } from './spelling.js';
import { Analyser, STOP, Token, isStop } from './text.js';

/** Weight of longer words beside a word that the index holds. */
const EXPANSION_BOOST = 0.5;

/** A word counts as half-typed when a longer one is this many times as frequent. */
const RARE = 10;

/** Shortest word, in characters, that is taken for half-typed without being typed just now. */
const MIN_PREFIX = 3;

/**
 * Some tokens of a query that score together.
 * @typedef {{tokens: !Array<!Token>, isForm: boolean}}
 *     isForm: they are a form of a glossary term
 */
let Unit;

/**
 * What stands in for a word.
 * @typedef {{node: ?Node, keys: !Array<string>, correction: ?Word}}
 *     keys: of all words that it finds
 */
let Group;

/**
 * A query, ready to be ranked.
 * @typedef {{
 *   node: ?Node,
 *   conditions: !Conditions,
 *   corrected: ?string,
 *   groups: !Array<!Array<!Array<string>>>
 * }}
 *     node: null if there is nothing to look for; groups: the words to mark, for each unit, forms
 */
export let Plan;

/** Plans the queries of one index. */
export class Planner {
  /**
   * @param {!Index} index
   * @param {!Analyser} analyser
   */
  constructor(index, analyser) {
    /** @private @const {!Index} */ this.index = index;
    /** @private @const {!Analyser} */ this.analyser = analyser;
    /** @private @const {function(string): string} */ this.keyOf = (word) => analyser.key(word);
    /** @private @const {!Map<string, !Map<string, !Array<string>>>} a form, joined, to the others */
    this.synonyms = new Map();
    /** @private {number} keys of the longest form */ this.longest = 0;
    for (const forms of index.synonyms) {
      for (const form of forms) {
        const name = form.join(' ');
        const others = this.synonyms.get(name) || new Map();
        forms.forEach((other) => others.set(other.join(' '), other));
        others.delete(name);
        this.synonyms.set(name, others);
        this.longest = Math.max(this.longest, form.length);
      }
    }
  }

  /**
   * @param {string} query
   * @param {boolean} typing the last word is being typed
   * @param {boolean} correct words that the index lacks stand for those near them
   * @return {!Promise<!Plan>}
   */
  async plan(query, typing, correct) {
    const parsed = parse(query, this.analyser);
    const tokens = parsed.wanted;
    const allStops = tokens.every(({ key }) => isStop(key));
    const lastItem = parsed.items[parsed.items.length - 1];
    const last =
      lastItem && lastItem.kind === Kind.PLAIN ? lastItem.tokens[lastItem.tokens.length - 1] : null;
    const typed = typing && !!last && last.end === parsed.text.length;

    /** @type {!Map<!Token, !Promise<!Group>>} */
    const groups = new Map();
    for (const token of tokens) {
      const isTyped = typed && token === last;
      const isScored = allStops || !isStop(token.key);
      if (isScored || isTyped) {
        groups.set(token, this.group(token, token === last, isTyped, isScored, correct));
      }
    }

    const units = this.units(parsed);
    /** @type {!Conditions} */
    const conditions = { required: [], excluded: [], filter: null };
    const [planned] = await Promise.all([
      this.planUnits(units, groups),
      this.conditions(parsed, conditions),
    ]);
    const corrected = await this.corrected(parsed.text, tokens, groups);
    return { node: planned.node, conditions, corrected, groups: planned.marks };
  }

  /**
   * @private
   * @param {string} text
   * @param {!Array<!Token>} tokens
   * @param {!Map<!Token, !Promise<!Group>>} groups
   * @return {!Promise<?string>} the text with other words for those that the index lacks
   */
  async corrected(text, tokens, groups) {
    let corrected = '';
    let end = 0;
    for (const token of tokens) {
      // The same word is corrected alike wherever it stands.
      const first = tokens.find((other) => other.key === token.key && groups.has(other));
      const group = first ? await groups.get(first) : null;
      if (group && group.correction) {
        corrected += text.slice(end, token.start) + group.correction.text;
        end = token.end;
      }
    }
    return end ? corrected + text.slice(end) : null;
  }

  /**
   * @param {!ParsedQuery} parsed
   * @return {!Array<!Unit>}
   * @private
   */
  units(parsed) {
    /** @type {!Array<!Unit>} */
    const units = [];
    /** @type {!Array<!Token>} */
    let run = [];
    const flush = () => {
      for (let i = 0; i < run.length; ) {
        let length = Math.min(this.longest, run.length - i);
        while (length > 0 && !this.synonyms.has(nameOf(run.slice(i, i + length)))) {
          length--;
        }
        const count = Math.max(1, length);
        units.push({ tokens: run.slice(i, i + count), isForm: length > 0 });
        i += count;
      }
      run = [];
    };
    for (const { kind, tokens } of parsed.items) {
      if (kind === Kind.PLAIN) {
        run.push(...tokens);
      } else {
        flush();
        if (kind === Kind.PHRASE) {
          units.push(...tokens.map((token) => ({ tokens: [token], isForm: false })));
        }
      }
    }
    flush();
    return units;
  }

  /**
   * @param {!Array<!Unit>} units
   * @param {!Map<!Token, !Promise<!Group>>} groups of the tokens that score
   * @return {!Promise<{node: ?Node, marks: !Array<!Array<!Array<string>>>}>}
   * @private
   */
  async planUnits(units, groups) {
    const seenKeys = new Set();
    const seenForms = new Set();
    const planned = units.map(async ({ tokens, isForm }) => {
      const scored = tokens.filter((token) => groups.has(token));
      const name = nameOf(tokens);
      const isKnown = isForm
        ? seenForms.has(name)
        : scored.every(({ key }) => seenKeys.has(key));
      seenForms.add(name);
      scored.forEach(({ key }) => seenKeys.add(key));
      const own = isKnown
        ? []
        : await Promise.all(
            scored
              .filter((token, i) => scored.findIndex(({ key }) => key === token.key) === i)
              .map((token) => /** @type {!Promise<!Group>} */ (groups.get(token)))
          );
      /** @type {!Array<!Array<string>>} */
      const marks = own.flatMap(({ keys }) => keys.map((key) => [key]));
      const parts = [sum(own.flatMap(({ node }) => node || []))];
      if (isForm && !isKnown) {
        const others = [...(this.synonyms.get(name) || new Map()).values()];
        parts.push(...(await Promise.all(others.map((form) => this.form(form)))));
        marks.push(...others);
      }
      return { node: best(parts.flatMap((part) => part || [])), marks };
    });
    const all = await Promise.all(planned);
    return {
      node: sum(all.flatMap(({ node }) => node || [])),
      marks: all.map(({ marks }) => marks),
    };
  }

  /**
   * @param {!Array<string>} keys another form of a glossary term
   * @return {!Promise<?Node>}
   * @private
   */
  async form(keys) {
    const postings = (await this.all(keys)) || [];
    if (keys.length === 1) {
      return postings.length ? term(postings[0]) : null;
    }
    // A form that is nowhere stays, since its place tells a sum in a sum from one sum.
    const documents = postings.length ? await phrase(this.index, postings) : new Int32Array(0);
    const words = [...new Set(postings)].filter(({ key }) => !isStop(key));
    return new Node(Op.PHRASE, words.map((word) => term(word)), null, 1, documents);
  }

  /**
   * @param {!Array<string>} keys
   * @return {!Promise<?Array<!Postings>>} null when the index lacks one
   * @private
   */
  async all(keys) {
    const postings = await Promise.all(keys.map((key) => this.index.postings(key)));
    const found = postings.flatMap((one) => one || []);
    return found.length < keys.length ? null : found;
  }

  /**
   * @param {!ParsedQuery} parsed
   * @param {!Conditions} conditions which it fills in
   * @return {!Promise<void>}
   * @private
   */
  async conditions(parsed, conditions) {
    await Promise.all(
      parsed.items.map(async ({ kind, tokens }) => {
        if (kind !== Kind.PLAIN) {
          const postings = await this.all(tokens.map(({ key }) => key));
          const documents = postings ? await phrase(this.index, postings) : new Int32Array(0);
          (kind === Kind.PHRASE ? conditions.required : conditions.excluded).push(documents);
        }
      })
    );
  }

  /**
   * @param {!Token} token
   * @param {boolean} isLast of the query, and in a plain item
   * @param {boolean} isTyped
   * @param {boolean} isScored when it is not typed: false for a stop word among others
   * @param {boolean} correct
   * @return {!Promise<!Group>}
   * @private
   */
  async group({ word, key }, isLast, isTyped, isScored, correct) {
    const mayBePrefix = isTyped || (isLast && !isStop(key) && codePoints(word).length >= MIN_PREFIX);
    const [exact, vocabulary] = await Promise.all([
      this.index.postings(key),
      mayBePrefix ? this.index.words(word) : [],
    ]);
    const own = exact ? [term(exact)] : [];
    if (mayBePrefix) {
      const longer = expansions(word, vocabulary, key.replace(STOP, ''), this.keyOf);
      const self = vocabulary.find(({ text }) => text === word);
      const isHeld = !!exact && !!self && (!longer.length || self.count * RARE > longer[0].count);
      if (isStop(key) ? longer.length : isTyped || !isHeld) {
        const boost = isHeld && !isStop(key) ? EXPANSION_BOOST : 1;
        const expanded = await this.terms(longer, boost);
        const node = best(isStop(key) ? expanded : own.concat(expanded));
        if (node) {
          const keys = longer.map(({ text }) => this.keyOf(text));
          return { node, keys: isStop(key) ? keys : [key, ...keys], correction: null };
        }
      }
    }
    if (own.length || isStop(key)) {
      return { node: (isScored && own[0]) || null, keys: isScored ? [key] : [], correction: null };
    }
    /** @type {!Array<!Word>} */
    let near = [];
    if (correct && allowedEdits(word)) {
      const words = await this.index.words(Array.from(word)[0]);
      near = corrections(word, words, this.keyOf);
    }
    return {
      node: best(await this.terms(near, 1)),
      keys: near.map(({ text }) => this.keyOf(text)),
      correction: near[0] || null,
    };
  }

  /**
   * @param {!Array<!Word>} words of the vocabulary
   * @param {number} boost
   * @return {!Promise<!Array<!Node>>}
   * @private
   */
  async terms(words, boost) {
    const postings = await Promise.all(
      words.map(({ text }) => this.index.postings(this.keyOf(text)))
    );
    return postings.flatMap((one) => (one ? [term(one, boost)] : []));
  }

  /**
   * @param {string} query
   * @param {number} limit
   * @return {!Promise<!Array<string>>} words of the site near those of the query that it lacks
   */
  async nearest(query, limit) {
    /** @type {!Array<!Word>} */
    const found = [];
    for (const { word, key } of parse(query, this.analyser).wanted) {
      const words = isStop(key) ? [] : await this.index.words(Array.from(word)[0]);
      if (!words.some(({ text }) => text === word)) {
        const most = Math.max(2, Math.ceil(word.length / 2));
        const near = expansions(word, words, '', this.keyOf);
        found.push(...near, ...nearest(word, words, most).sort((a, b) => b.count - a.count));
      }
    }
    return [...new Set(found.map(({ text }) => text))].slice(0, limit);
  }
}

/**
 * @param {!Array<!Token>} tokens
 * @return {string} what the map of synonyms knows them by
 */
function nameOf(tokens) {
  return tokens.map(({ key }) => key).join(' ');
}
