/** Words of the theme's templates and of the index, as nodes. Text never becomes markup. */

/**
 * A copy of a part of the page's words, its places filled in. A place that nothing is given for goes,
 * or keeps what it says if it is a link.
 *
 * @param {string} name the part's `data-say`
 * @param {!Object<string, (?string|!Array<!Node|string>)>} parts by `data-fill`; quote the keys
 * @param {!Object<string, string>=} links addresses for places that are links
 * @return {!Element}
 */
export const say = (name, parts, links = {}) => {
  const words = /** @type {?HTMLTemplateElement} */ (document.getElementById('wm.words'));
  const said = words && words.content.querySelector('[data-say="' + name + '"]');
  if (!said) {
    return element('p', '');
  }
  const copy = /** @type {!Element} */ (said.cloneNode(true));
  for (const place of copy.querySelectorAll('[data-fill]')) {
    const key = place.getAttribute('data-fill') || '';
    const part = parts[key];
    if (links[key] !== undefined) {
      place.setAttribute('href', links[key]);
    }
    if (typeof part === 'string') {
      place.textContent = part;
    } else if (part && part.length) {
      place.append(...part);
    } else if (links[key] === undefined) {
      place.remove();
    }
  }
  return copy;
};

/**
 * An element with a text and nothing else.
 *
 * @param {string} name
 * @param {?string} text
 * @return {!Element}
 */
export const element = (name, text) => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

/**
 * Leaves, of the elements that have an attribute, those with one value of it.
 *
 * @param {!Element} within
 * @param {string} attribute
 * @param {string} value
 * @return {!Element} what was given
 */
export const keepOnly = (within, attribute, value) => {
  for (const one of within.querySelectorAll('[' + attribute + ']')) {
    if (one.getAttribute(attribute) !== value) {
      one.remove();
    }
  }
  return within;
};

/**
 * A text with some of it in `<mark>` elements.
 *
 * @param {string} text
 * @param {!Array<!Array<number>>} marks ranges of UTF-16 units, in order and apart
 * @return {!Array<!Node|string>}
 */
export const marked = (text, marks) => {
  /** @type {!Array<!Node|string>} */
  const nodes = [];
  let from = 0;
  for (const [start, end] of marks) {
    nodes.push(text.slice(from, start), element('mark', text.slice(start, end)));
    from = end;
  }
  nodes.push(text.slice(from));
  return nodes;
};
