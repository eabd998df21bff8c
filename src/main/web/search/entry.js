/**
 * @fileoverview The small script of every page: offers window.waymark.search, and loads the client
 * and the index when somebody searches. Scripts are all that a page may load from a shared drive.
 */

/** Script of the client, and folder of the index, beside this one; the build puts the names in. */
const CLIENT = '__CLIENT__';
const INDEX = '__INDEX__';

/** Ids of the page: the search box, the list of results, and a note that the search failed. */
const BOX = 'wm.search';
const RESULTS = 'wm.results';
const FAILED = 'wm.failed';

const folder = /** @type {!HTMLScriptElement} */ (document.currentScript).src.replace(
  /[^/]*$/,
  ''
);

/** @type {!WaymarkSearch} */
const search = /** @type {!WaymarkSearch} */ ({});

/**
 * @param {string} path below the folder of this script
 * @return {!Promise<void>}
 */
function load(path) {
  return new Promise((resolve, reject) => {
    const script = /** @type {!HTMLScriptElement} */ (document.createElement('script'));
    script.src = folder + path;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error('not-loaded'));
    };
    document.head.append(script);
  });
}

/** @type {?Promise<void>} */
let client = null;
/** @type {?Promise<!WaymarkEngine>} */
let engine = null;

/** @return {!Promise<!WaymarkEngine>} */
async function start() {
  client = client || load(CLIENT);
  client.catch(() => {
    client = null;
    // Nothing else could say so.
    const note = /** @type {?HTMLElement} */ (document.getElementById(FAILED));
    if (note) {
      note.hidden = false;
    }
  });
  await Promise.all([client, search.load('d')]);
  return search.connect();
}

search.root = folder.replace(/[^/]*\/$/, '');
search.shards = {};

/**
 * @param {string} name
 * @param {number} length
 * @param {string} text
 */
search.shard = (name, length, text) => {
  search.shards[name] = [length, text];
};

/**
 * @param {string} name
 * @return {!Promise<void>}
 */
search.load = (name) => load(INDEX + '/' + name + '.js');

/** @return {!Promise<!WaymarkEngine>} */
search.open = () => {
  if (!engine) {
    engine = start();
    engine.catch(() => {
      engine = null;
    });
  }
  return engine;
};

window.waymark = window.waymark || /** @type {!Waymark} */ ({});
window.waymark.search = search;

const box = /** @type {?HTMLInputElement} */ (document.getElementById(BOX));
if (box) {
  box.addEventListener('focus', search.open, { once: true });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey } = /** @type {!KeyboardEvent} */ (event);
    const target = /** @type {!HTMLElement} */ (event.target);
    if (
      key === '/' &&
      !(ctrlKey || altKey || metaKey || event.defaultPrevented) &&
      !target.closest('input,textarea,select,[contenteditable]')
    ) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
}
if (
  document.getElementById(RESULTS) ||
  new URLSearchParams(location.search).get('q') ||
  (box && box === document.activeElement)
) {
  search.open();
}
