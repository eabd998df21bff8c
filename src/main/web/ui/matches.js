/**
 * On a page that was reached from results (`page.html?q=words#anchor`): the words that were
 * searched for, highlighted until the reader has enough of it.
 */

import { element, marked } from './words.js';

/** What is no text of the page, or can hold no mark. */
const LEFT_OUT = 'nav,svg,button,script,style,textarea,select,.page-foot';

/** Milliseconds after which a page that is still without its marks is left where it is. */
const PATIENCE = 10000;

/**
 * @param {!HTMLFormElement} form whose data attributes have the words
 */
export const showMatches = async (form) => {
  const given = new URLSearchParams(location.search);
  const query = given.get('q');
  const main = document.querySelector('main');
  if (!query || !main) {
    return;
  }
  /** @type {function(string): !Array<!Array<number>>} */
  let marker;
  try {
    const engine = await window.waymark.search.open();
    marker = await engine.marker(query, { correct: !given.get('exact') });
  } catch {
    // The text is there; that nothing is highlighted in it needs no message.
    return;
  }
  const marks = mark(main, marker);
  if (!marks.length) {
    return;
  }

  const bar = element('p', '');
  bar.className = 'matches';
  const button = element('button', form.getAttribute('data-unmark'));
  bar.append(element('span', form.getAttribute('data-marked')), button);
  main.prepend(bar);
  scrollToAnchor();

  const remove = () => {
    document.removeEventListener('keydown', onKey);
    marks.forEach((mark) => mark.replaceWith(...mark.childNodes));
    main.normalize();
    if (bar.contains(document.activeElement)) {
      main.focus({ preventScroll: true });
    }
    bar.remove();
    // The whole address: a path that starts with two slashes would name another host.
    history.replaceState(history.state, '', location.href.replace(/\?[^#]*/, ''));
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
 * @return {!Array<!Element>} the marks
 */
const mark = (main, marker) => {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  /** @type {!Array<!Text>} */
  const texts = [];
  /** @type {!Array<!Element>} */
  const marks = [];
  while (walker.nextNode()) {
    texts.push(/** @type {!Text} */ (walker.currentNode));
  }
  for (const text of texts) {
    const ranges = marker(text.data);
    if (ranges.length && text.parentElement && !text.parentElement.closest(LEFT_OUT)) {
      const nodes = marked(text.data, ranges);
      text.replaceWith(...nodes);
      nodes.forEach((node) => node instanceof Element && marks.push(node));
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
