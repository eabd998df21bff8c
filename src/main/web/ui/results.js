/**
 * The page of results. All it shows follows from its address: the words (`q`), whether they are
 * meant as they are typed (`exact`), the filters by their names, and how many pages are shown
 * (`show`, where that is more than at first).
 */

import { addressOf, byPage } from './pages.js';
import { element, keepOnly, marked, say } from './words.js';

/** How many pages are shown at a time. */
const STEP = 20;

/** How many hits are asked for at a time. */
const HITS = 30;

/** A page shows its best section, and so many others below. */
const SECTIONS = 4;

/**
 * @param {!HTMLFormElement} form
 */
export const startResults = (form) => {
  const search = window.waymark.search;
  const input = /** @type {!HTMLInputElement} */ (document.getElementById('wm.search'));
  const status = /** @type {!Element} */ (document.getElementById('wm.status'));
  const list = /** @type {!Element} */ (document.getElementById('wm.results'));
  const more = /** @type {!HTMLButtonElement} */ (document.getElementById('wm.more'));
  const filters = /** @type {?HTMLDetailsElement} */ (document.getElementById('wm.filters'));
  const boxes = /** @type {!Array<!HTMLInputElement>} */ (
    [...form.elements].filter((field) => field.getAttribute('type') === 'checkbox')
  );
  const chosenCount = document.getElementById('wm.chosen');
  const title = document.title;
  let asked = 0;
  let exact = false;
  /** @type {function(number, boolean): !Promise<void>} shows so many pages; set by a query */
  let showUpTo;

  const readAddress = () => {
    const given = new URLSearchParams(location.search);
    input.value = input.defaultValue = given.get('q') || '';
    exact = !!given.get('exact');
    boxes.forEach((box) => {
      box.checked = given.getAll(box.name).includes(box.value);
    });
    return Number(given.get('show')) || STEP;
  };

  /**
   * @param {string} text
   * @param {boolean} filtered
   * @param {boolean} exact
   * @param {number=} shown
   * @return {string}
   */
  const address = (text, filtered, exact, shown = STEP) => {
    // The form has the words as they stand in the box now, and the filters.
    const given = new URLSearchParams(filtered ? /** @type {?} */ (new FormData(form)) : '');
    given.set('q', text);
    if (exact) {
      given.set('exact', '1');
    }
    if (shown > STEP) {
      given.set('show', String(shown));
    }
    return form.action + '?' + given;
  };

  /** @param {...!Element} nodes */
  const tell = (...nodes) => status.replaceChildren(...nodes);

  /** @param {*} error */
  const fail = (error) =>
    tell(keepOnly(say('failed', {}), 'data-reason', error instanceof Error ? error.message : ''));

  /** @param {number} most pages to show */
  const run = async (most) => {
    const mine = ++asked;
    const text = input.defaultValue.trim();
    more.hidden = true;
    if (!text) {
      list.replaceChildren();
      tell(say('help', {}));
      input.focus();
      return;
    }
    document.title = text + ' – ' + title;
    const checked = boxes.filter((box) => box.checked);
    /** @type {!Object<string, !Array<string>>} */
    const chosen = {};
    checked.forEach((box) => (chosen[box.name] = chosen[box.name] || []).push(box.value));
    try {
      const engine = await search.open();
      const options = { limit: HITS, filters: chosen, correct: !exact };
      const first = await engine.query(text, options);
      const nearest = first.total || checked.length ? [] : await engine.nearest(text);
      const query = first.corrected || text;
      const marker = await engine.marker(query, options);
      if (mine !== asked) {
        return;
      }
      const hits = [...first.hits];
      let known = byPage(hits, SECTIONS);
      let shown = 0;
      showUpTo = async (wanted, focus) => {
        // One page more is looked for, to know whether there are more.
        while (known.length <= wanted && hits.length < first.total) {
          const next = await engine.query(text, { ...options, offset: hits.length });
          if (mine !== asked) {
            return;
          }
          if (!next.hits.length) {
            break;
          }
          hits.push(...next.hits);
          known = byPage(hits, SECTIONS);
        }
        const items = known
          .slice(shown, wanted)
          .map((page) => result(page, (hit) => addressOf(search.root, hit, query, marker, exact)));
        if (shown) {
          list.append(...items);
        } else {
          list.replaceChildren(...items);
        }
        shown += items.length;
        more.hidden = known.length <= shown;
        const link = items.length && focus ? items[0].querySelector('a') : null;
        if (link) {
          link.focus();
        }
      };
      // In steps, as a reader would have come here: sections stand where they stood then.
      let wanted = 0;
      do {
        wanted += STEP;
        await showUpTo(wanted, false);
        if (mine !== asked) {
          return;
        }
      } while (wanted < most && !more.hidden);
      const words = {
        'query': '“' + text + '”',
        'count': first.total.toLocaleString(document.documentElement.lang || undefined),
      };
      const found = first.total === 1 ? 'one' : 'many';
      if (!first.total) {
        tell(
          checked.length
            ? say('filtered', words, { 'unfiltered': address(text, false, exact) })
            : say('none', { ...words, 'nearest': links(nearest) }),
        );
      } else if (first.corrected) {
        tell(
          say(
            'corrected',
            { ...words, 'corrected': first.corrected },
            { 'typed': address(text, true, true) },
          ),
          say(found, { ...words, 'query': '“' + first.corrected + '”' }),
        );
      } else {
        tell(say(found, words));
      }
      if (filters) {
        filters.hidden = !first.total && !checked.length;
      }
      if (chosenCount) {
        chosenCount.textContent = checked.length ? '(' + checked.length + ')' : '';
      }
    } catch (error) {
      if (mine === asked) {
        list.replaceChildren();
        fail(error);
      }
    }
  };

  /**
   * @param {!Array<string>} words
   * @return {!Array<!Node|string>}
   */
  const links = (words) =>
    words.flatMap((word, i) => {
      const link = element('a', word);
      link.setAttribute('href', address(word, false, false));
      return i ? [', ', link] : [link];
    });

  boxes.forEach((box) =>
    box.addEventListener('change', () => {
      history.replaceState(null, '', address(input.defaultValue, true, exact));
      run(STEP);
    }),
  );

  more.addEventListener('click', () => {
    const wanted = list.children.length + STEP;
    more.hidden = true;
    history.replaceState(null, '', address(input.defaultValue, true, exact, wanted));
    showUpTo(wanted, true).catch(fail);
  });

  keepPlace(list, run(readAddress()));
};

/**
 * A page with its best section, and others of its sections below.
 *
 * @param {!Array<!WaymarkHit>} hits best first
 * @param {function(!WaymarkHit): string} address
 * @return {!Element}
 */
const result = (hits, address) => {
  const best = hits[0];
  const sections = hits
    .slice(1)
    .map((hit) =>
      say(
        'section',
        {
          // Every term of the glossary has a title of its own.
          'heading': hit.heading || (hit.title === best.title ? null : hit.title),
          'excerpt': marked(hit.excerpt, hit.marks),
        },
        { 'heading': address(hit) },
      ),
    );
  const item = say(
    'result',
    {
      'title': best.title,
      'heading': best.heading || null,
      'excerpt': best.excerpt ? marked(best.excerpt, best.marks) : null,
      'sections': sections,
    },
    { 'title': address(best) },
  );
  return keepOnly(item, 'data-kind', best.kind);
};

/**
 * Results come after the browser has restored the place of a page gone back to, so this page
 * remembers it in its entry of the history.
 *
 * @param {!Element} list
 * @param {!Promise<void>} shown
 */
const keepPlace = (list, shown) => {
  const place = Number(history.state) || 0;
  const keep = () => history.replaceState(window.scrollY, '');
  let timer = 0;
  history.scrollRestoration = 'manual';
  shown.then(() => {
    if (place && !window.scrollY) {
      window.scrollTo({ top: place, behavior: 'instant' });
    }
    window.addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 150);
    });
    list.addEventListener('click', keep);
  });
};
