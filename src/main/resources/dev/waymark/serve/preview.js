// What the preview adds to each page: reloads it when it has changed, and shows what is wrong with
// the content. No part of a built site.
(() => {
  'use strict';

  const script = document.currentScript;
  const page = script.dataset.page;
  const version = script.dataset.version;
  const PLACE = 'waymark.preview.place';
  const HIDDEN = 'waymark.preview.hidden';

  // ---- the place where one was reading

  const reload = () => {
    store(PLACE, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  };

  const restorePlace = () => {
    const kept = stored(PLACE);
    store(PLACE, '');
    if (kept) {
      const [path, x, y] = JSON.parse(kept);
      if (path === location.pathname) {
        scrollTo({ left: x, top: y, behavior: 'instant' });
      }
    }
  };

  // Storage may be turned off.
  function store(key, value) {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      // Then nothing is kept.
    }
  }

  function stored(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  }

  // ---- the problems

  const STYLE = `
    :host { all: initial; }
    :host([hidden]) { display: none; }
    @media print { :host { display: none; } }
    section {
      --page: #ffffff; --text: #1b1b1b; --edge: #6b6b6b; --error: #a4001d; --warning: #6b4700;
      position: fixed; inset: auto 0 0 0; z-index: 2147483647; margin-inline: auto;
      box-sizing: border-box; max-inline-size: 46rem; max-block-size: 45vh;
      overflow: auto; padding: 0.75rem 1rem;
      background: var(--page); color: var(--text); color-scheme: light dark;
      border: 2px solid var(--edge); border-block-end: 0;
      font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere;
    }
    @media (prefers-color-scheme: dark) {
      section {
        --page: #1c1d1f; --text: #f2f2f2; --edge: #a0a0a0; --error: #ff9aa5; --warning: #ffce73;
      }
    }
    header { display: flex; gap: 1rem; align-items: start; justify-content: space-between; }
    h2 { font-size: 1.05rem; margin: 0.25rem 0; }
    ol { margin: 0.5rem 0 0; padding: 0; list-style: none; }
    li { padding-block: 0.5rem; border-block-start: 1px solid var(--edge); }
    p { margin: 0; }
    .place { font: 0.9rem/1.45 ui-monospace, monospace; }
    .error { color: var(--error); font-weight: bold; }
    .warning { color: var(--warning); font-weight: bold; }
    button {
      font: inherit; color: inherit; background: transparent; border: 1px solid var(--edge);
      padding: 0.25rem 0.75rem; cursor: pointer; flex: none;
    }
    button:focus-visible, section:focus-visible { outline: 3px solid currentColor; outline-offset: -3px; }
  `;

  const host = document.createElement('div');
  host.id = 'wm.preview';
  host.hidden = true;

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) {
      made.className = kind;
    }
    return made;
  };

  const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

  const item = (problem) => {
    const made = document.createElement('li');
    const first = document.createElement('p');
    first.append(
      element('span', `${problem.severity} ${problem.code}`, problem.severity),
      `: ${problem.message}`,
    );
    made.append(element('p', problem.place, 'place'), first);
    for (const more of [problem.detail, problem.help && `Help: ${problem.help}`]) {
      if (more) {
        made.append(element('p', more));
      }
    }
    return made;
  };

  // Parts that stay: what is announced must be there before its words change.
  const section = document.createElement('section');
  const count = element('p', '');
  const list = document.createElement('ol');
  let told = '';

  const build = () => {
    const title = element('h2', 'Problems in the content');
    title.id = 'title';
    const hide = element('button', 'Hide');
    hide.type = 'button';
    hide.addEventListener('click', () => {
      store(HIDDEN, told);
      host.hidden = true;
    });
    const head = document.createElement('header');
    head.append(title, hide);
    count.setAttribute('role', 'status');
    list.setAttribute('role', 'list');
    section.tabIndex = 0;
    section.setAttribute('aria-labelledby', 'title');
    section.append(head, count, list);
    const root = host.attachShadow({ mode: 'open' });
    // A sheet that is made by a script needs no leave of the page's policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(section);
    document.body.append(host);
  };

  const show = (text) => {
    if (told === '') {
      build();
    }
    told = text;
    const all = JSON.parse(text);
    host.hidden = all.count === 0 || stored(HIDDEN) === text;
    const place = section.scrollTop;
    const more = all.count - all.problems.length;
    count.textContent =
      counted(all.count, 'problem') + (more > 0 ? `, ${more} of them in the terminal only` : '');
    list.replaceChildren(...all.problems.map(item));
    section.scrollTop = place;
  };

  // ---- what the preview tells

  let source = null;

  const listen = () => {
    const asked = encodeURIComponent(decodeURIComponent(page));
    source = new EventSource(`/_waymark/events?page=${asked}&version=${version}`);
    source.addEventListener('reload', reload);
    source.addEventListener('problems', (event) => show(event.data));
    source.addEventListener('picture', (event) => {
      const path = new URL(`/${event.data}`, location.href).pathname;
      if ([...document.images].some((image) => new URL(image.src).pathname === path)) {
        reload();
      }
    });
  };

  // A browser keeps few connections to one place; pages that nobody sees need none, and ask when
  // they are seen again.
  const listenWhileSeen = () => {
    if (document.visibilityState === 'hidden') {
      source?.close();
      source = null;
    } else if (!source) {
      listen();
    }
  };

  restorePlace();
  document.addEventListener('visibilitychange', listenWhileSeen);
  addEventListener('pageshow', listenWhileSeen);
  addEventListener('pagehide', () => {
    source?.close();
    source = null;
  });
  listenWhileSeen();
})();
