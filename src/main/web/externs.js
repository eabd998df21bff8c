/**
 * @fileoverview The names that scripts outside the bundles, the shards and the two bundles use of
 * each other. The compiler keeps these as they are.
 * @externs
 */

/**
 * One section of the site that matches.
 * @record
 */
function WaymarkHit() {}
/** @type {string} address, relative to the site's root */
WaymarkHit.prototype.url;
/** @type {string} of the page */
WaymarkHit.prototype.title;
/** @type {string} of the section; empty for the start of a page */
WaymarkHit.prototype.heading;
/** @type {string} guide, principle, excerpt, glossary or flowchart */
WaymarkHit.prototype.kind;
/** @type {number} */
WaymarkHit.prototype.score;
/** @type {string} about 200 characters of the section, … where cut */
WaymarkHit.prototype.excerpt;
/** @type {!Array<!Array<number>>} start and end of each matching word in the excerpt, in UTF-16 units */
WaymarkHit.prototype.marks;

/** @record */
function WaymarkAnswer() {}
/** @type {number} sections that match */
WaymarkAnswer.prototype.total;
/** @type {!Array<!WaymarkHit>} best first */
WaymarkAnswer.prototype.hits;
/** @type {?string} the query with misspelt words replaced; null when there are none */
WaymarkAnswer.prototype.corrected;

/**
 * Values to choose from, or chosen: any within a key, all across keys. A value alone is as good as a
 * list of it. A key with an empty list, or none, leaves everything; other keys say nothing.
 * @record
 */
function WaymarkFacets() {}
/** @type {!Array<string>|string|undefined} */
WaymarkFacets.prototype.kind;
/** @type {!Array<string>|string|undefined} first folder below `parts`, else the top folder */
WaymarkFacets.prototype.part;
/** @type {!Array<string>|string|undefined} child, adult; a page about neither is about both */
WaymarkFacets.prototype.audience;
/** @type {!Array<string>|string|undefined} england, scotland, wales, northern-ireland; likewise */
WaymarkFacets.prototype.nation;

/** @record */
function WaymarkOptions() {}
/**
 * @type {number|undefined} most hits; 10 by default, Infinity for all. A fraction is cut, less than 0
 *     is 0, and what is no number counts as not given
 */
WaymarkOptions.prototype.limit;
/** @type {number|undefined} hits to leave out at the start; 0 by default, read as `limit` is */
WaymarkOptions.prototype.offset;
/** @type {?WaymarkFacets|undefined} */
WaymarkOptions.prototype.filters;
/** @type {boolean|undefined} the last word may be unfinished; false by default */
WaymarkOptions.prototype.typing;
/**
 * @type {boolean|undefined} words that the site does not have stand for those near them; true by
 *     default
 */
WaymarkOptions.prototype.correct;

/** @record */
function WaymarkEngine() {}
/** @type {!WaymarkFacets} the values that the site has, sorted: all four keys, each a list */
WaymarkEngine.prototype.facets;
/**
 * Answers a query. Rejected only when a shard cannot be loaded or read, as `open` is.
 * @param {string} text what is neither text nor a number is an empty query
 * @param {?WaymarkOptions=} options
 * @return {!Promise<!WaymarkAnswer>}
 */
WaymarkEngine.prototype.query = function (text, options) {};
/**
 * @param {string} text a query without a match
 * @return {!Promise<!Array<string>>} up to five words of the site for those that it lacks: longer
 *     ones, then the nearest, each the most frequent first
 */
WaymarkEngine.prototype.nearest = function (text) {};
/**
 * Finds the words of a query in any text, as the marks of a hit do.
 * @param {string} text a query
 * @param {?WaymarkOptions=} options of which typing and correct count
 * @return {!Promise<function(string): !Array<!Array<number>>>} gives start and end of each matching
 *     word in a text, in UTF-16 units, in order and apart
 */
WaymarkEngine.prototype.marker = function (text, options) {};

/** @record */
function WaymarkSearch() {}
/** @type {string} address of the site's root, with a slash at its end */
WaymarkSearch.prototype.root;
/**
 * @return {!Promise<!WaymarkEngine>} the same each time. Rejected with an Error whose message is a
 *     code: `not-loaded` a script did not come, `other-version` the client cannot read this index,
 *     `damaged` a shard is broken; the next call tries again
 */
WaymarkSearch.prototype.open = function () {};
/**
 * Takes a shard; each shard is a call of this.
 * @param {string} name
 * @param {number} length in bytes when inflated
 * @param {string} text
 */
WaymarkSearch.prototype.shard = function (name, length, text) {};
/** @type {!Object<string, !Array<?>>} length and text of shards that nobody took yet */
WaymarkSearch.prototype.shards;
/**
 * @param {string} name of a shard
 * @return {!Promise<void>} when it is among `shards`
 */
WaymarkSearch.prototype.load = function (name) {};
/** @type {function(): !WaymarkEngine} set by the client */
WaymarkSearch.prototype.connect;

/** @record */
function Waymark() {}
/** @type {!WaymarkSearch} */
Waymark.prototype.search;

/** @type {!Waymark} */
Window.prototype.waymark;
