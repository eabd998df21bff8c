/**
 * The search box with its suggestions: the combobox pattern with a listbox of the ARIA Authoring
 * Practices. The box stays a form that works by itself; Enter without a chosen suggestion sends it.
 */

import { addressOf, byPage } from './pages.js';
import { element } from './words.js';

/** Milliseconds that typing must rest before suggestions are asked for. */
const REST = 90;

const MOST_PAGES = 6;

/** Enough hits for six pages, since many share one. */
const HITS = 14;

/**
 * @param {!HTMLFormElement} form
 */
export const startBox = (form) => {
  const search = window.waymark.search;
  const input = /** @type {!HTMLInputElement} */ (document.getElementById('wm.search'));
  const list = /** @type {!HTMLElement} */ (document.getElementById('wm.suggestions'));
  /** @type {!Array<string>} */
  let addresses = [];
  let chosen = -1;
  let asked = 0;
  let timer = 0;

  /** @param {boolean} open */
  const show = (open) => {
    choose(-1);
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
  };

  const close = () => {
    clearTimeout(timer);
    asked++;
    show(false);
  };

  /** @param {number} index of the option, or -1 for the words as typed */
  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const suggest = async () => {
    const mine = ++asked;
    const text = input.value;
    const typed = text.trim();
    if (!typed) {
      close();
      return;
    }
    try {
      const engine = await search.open();
      const answer = await engine.query(text, { limit: HITS, typing: true });
      const query = (answer.corrected || text).trim();
      const marker = await engine.marker(query, { typing: !answer.corrected });
      if (mine !== asked) {
        return;
      }
      const pages = byPage(answer.hits, 1).slice(0, MOST_PAGES);
      addresses = pages.map(([hit]) => addressOf(search.root, hit, query, marker));
      addresses.push(form.action + '?q=' + encodeURIComponent(typed));
      const all = (form.getAttribute('data-all') || '{q}').replace('{q}', () => typed);
      list.replaceChildren(
        ...pages.map(([hit], i) => option(i, hit.title, hit.heading)),
        option(pages.length, all, ''),
      );
      show(true);
    } catch {
      // The page of results says what is wrong.
      if (mine === asked) {
        close();
      }
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, REST);
  });

  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = /** @type {!KeyboardEvent} */ (event);
    const open = !list.hidden;
    const count = addresses.length;
    if (isComposing) {
      return;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      // The list that the reader moves in stays, whatever is on its way.
      clearTimeout(timer);
      if (!open) {
        suggest();
        return;
      }
      asked++;
      // Round and round: the words as typed, then each option.
      choose(((chosen + 1 + (key === 'ArrowDown' ? 1 : count)) % (count + 1)) - 1);
    } else if (key === 'Enter' && open && chosen >= 0) {
      event.preventDefault();
      go(chosen);
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  });

  /** @param {number} index */
  const go = (index) => {
    const address = addresses[index];
    close();
    location.assign(address);
  };

  // A press must not take the focus from the box, which would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const target = /** @type {!Element} */ (event.target).closest('[role="option"]');
    if (target) {
      go([...list.children].indexOf(target));
    }
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);

  // What was typed while the client was on its way.
  if (document.activeElement === input && input.value !== input.defaultValue) {
    suggest();
  }
};

/**
 * @param {number} index
 * @param {string} title
 * @param {string} section or empty
 * @return {!Element}
 */
const option = (index, title, section) => {
  const item = element('li', '');
  item.id = 'wm.suggestion-' + index;
  item.setAttribute('role', 'option');
  item.append(element('b', title));
  if (section) {
    item.append(' ', element('span', section));
  }
  return item;
};
