/** Hits as pages: pure functions between the engine, which knows sections, and what is shown. */

/**
 * Hits by the page that they stand on, pages in the order of their best hit.
 *
 * @param {!Array<!WaymarkHit>} hits best first
 * @param {number} most how many hits of one page are kept
 * @return {!Array<!Array<!WaymarkHit>>}
 */
export const byPage = (hits, most) => {
  /** @type {!Map<string, !Array<!WaymarkHit>>} */
  const pages = new Map();
  for (const hit of hits) {
    const path = hit.url.split('#', 1)[0];
    const found = pages.get(path);
    if (!found) {
      pages.set(path, [hit]);
    } else if (found.length < most) {
      found.push(hit);
    }
  }
  return [...pages.values()];
};

/**
 * The address of a hit. It carries the query where the page has something to highlight for it:
 * `parts/consent.html?q=ask#before`, with `&exact=1` if no word of it is put right.
 *
 * @param {string} root address of the site's root
 * @param {!WaymarkHit} hit
 * @param {string} query
 * @param {function(string): !Array<!Array<number>>} marker
 * @param {boolean=} exact
 * @return {string}
 */
export const addressOf = (root, hit, query, marker, exact) => {
  const found = hit.marks.length || marker(hit.title + ' ' + hit.heading).length;
  const given = found ? '?q=' + encodeURIComponent(query) + (exact ? '&exact=1' : '') : '';
  // Also where there is no hash.
  return root + hit.url.replace(/#|$/, (hash) => given + hash);
};
