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
 * Values to choose from, or chosen: any within a key, all across keys.
 * @record
 */
function WaymarkFacets() {}
/** @type {!Array<string>|undefined} */
WaymarkFacets.prototype.kind;
/** @type {!Array<string>|undefined} */
WaymarkFacets.prototype.part;
/** @type {!Array<string>|undefined} */
WaymarkFacets.prototype.audience;
/** @type {!Array<string>|undefined} */
WaymarkFacets.prototype.nation;

/** @record */
function WaymarkOptions() {}
/** @type {number|undefined} most hits; 10 by default */
WaymarkOptions.prototype.limit;
/** @type {number|undefined} hits to leave out at the start; 0 by default */
WaymarkOptions.prototype.offset;
/** @type {!WaymarkFacets|undefined} */
WaymarkOptions.prototype.filters;
/** @type {boolean|undefined} the last word may be unfinished */
WaymarkOptions.prototype.typing;

/** @record */
function WaymarkEngine() {}
/** @type {!WaymarkFacets} the values that the site has, sorted */
WaymarkEngine.prototype.facets;
/**
 * @param {string} text
 * @param {!WaymarkOptions=} options
 * @return {!Promise<!WaymarkAnswer>}
 */
WaymarkEngine.prototype.query = function (text, options) {};
/**
 * @param {string} text a query without a match
 * @return {!Promise<!Array<string>>} up to five words of the site, nearest first
 */
WaymarkEngine.prototype.nearest = function (text) {};
/**
 * @param {string} text a query
 * @param {!WaymarkOptions=} options
 * @return {!Promise<function(string): !Array<!Array<number>>>} gives start and end of each matching
 *     word in a text, in UTF-16 units, in order
 */
WaymarkEngine.prototype.marker = function (text, options) {};

/** @record */
function WaymarkSearch() {}
/** @type {string} address of the site's root, with a slash at its end */
WaymarkSearch.prototype.root;
/**
 * @return {!Promise<!WaymarkEngine>} rejected with a sentence for readers; the next call tries again
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
