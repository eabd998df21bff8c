/**
 * On a page that was reached from results (`page.html?q=words#anchor`): the words that were
 * searched for, highlighted until the reader has enough of it.
 */

import { marked } from './words.js';

/** What is no text of the page, or can hold no mark. */
const LEFT_OUT = 'nav, svg, button, script, style, template, textarea, select, .page-foot';

/** Milliseconds after which a page that is still without its marks is left where it is. */
const PATIENCE = 4000;

/**
 * @param {!HTMLFormElement} form whose data attributes have the words
 */
export const showMatches = async (form) => {
  const query = new URLSearchParams(location.search).get('q');
  const main = document.querySelector('main');
  if (!query || !main) {
    return;
  }
  /** @type {function(string): !Array<!Array<number>>} */
  let marker;
  try {
    const engine = await window.waymark.search.open();
    marker = await engine.marker(query);
  } catch {
    // The text is there; that nothing is highlighted in it needs no message.
    return;
  }
  const marks = mark(main, marker);
  if (!marks.length) {
    return;
  }

  const bar = document.createElement('p');
  bar.className = 'matches';
  const button = /** @type {!HTMLButtonElement} */ (document.createElement('button'));
  button.type = 'button';
  button.textContent = form.getAttribute('data-unmark') || '';
  const words = document.createElement('span');
  words.textContent = form.getAttribute('data-marked') || '';
  bar.append(words, button);
  main.prepend(bar);
  scrollToAnchor();

  const remove = () => {
    document.removeEventListener('keydown', onKey);
    marks.forEach((mark) => {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      if (parent) {
        parent.normalize();
      }
    });
    if (bar.contains(document.activeElement)) {
      main.focus({ preventScroll: true });
    }
    bar.remove();
    history.replaceState(history.state, '', location.pathname + location.hash);
  };
  /** @param {!Event} event */
  const onKey = (event) => {
    const { key, defaultPrevented } = /** @type {!KeyboardEvent} */ (event);
    if (key === 'Escape' && !defaultPrevented && !form.contains(document.activeElement)) {
      remove();
    }
  };
  document.addEventListener('keydown', onKey);
  button.addEventListener('click', remove);
};

/**
 * @param {!Element} main
 * @param {function(string): !Array<!Array<number>>} marker
 * @return {!Array<!Element>}
 */
const mark = (main, marker) => {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  /** @type {!Array<!Element>} */
  const marks = [];
  /** @type {!Array<!Text>} */
  const texts = [];
  while (walker.nextNode()) {
    texts.push(/** @type {!Text} */ (walker.currentNode));
  }
  for (const text of texts) {
    if (text.parentElement && !text.parentElement.closest(LEFT_OUT)) {
      const ranges = marker(text.data);
      if (ranges.length) {
        const nodes = marked(text.data, ranges);
        text.replaceWith(...nodes);
        nodes.forEach((node) => {
          if (node instanceof Element) {
            marks.push(node);
          }
        });
      }
    }
  }
  return marks;
};

/** The bar has moved the text and covers the top; who had time to begin reading is not disturbed. */
const scrollToAnchor = () => {
  const target = document.querySelector(':target');
  if (target && performance.now() < PATIENCE) {
    target.scrollIntoView({ behavior: 'instant' });
  }
};
