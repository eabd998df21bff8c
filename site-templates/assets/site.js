// What a page does by itself. Without this script everything stays as it was built. All words are in the page already;
// nothing is fetched, stored or sent. It runs in the head of the page, so that what it shows by the date is there when
// the browser paints for the first time and pushes nothing down later.
(() => {
  "use strict";

  /** @param {string} selector @param {ParentNode} [within] @return {HTMLElement[]} */
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** @param {string} id */
  const byId = (id) => document.getElementById(id);

  const page = document.documentElement;

  /** What the script can say, in the words of the template. @type {DOMStringMap} */
  let words;

  /** @param {string} name @param {string} className @param {string} [text] @return {HTMLElement} */
  function make(name, className, text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  /** Whether a press asks for another tab or the like. @param {MouseEvent} event */
  const isModified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

  /** The day of the reader, such as 2026-06-30. ISO dates sort as texts do. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part, i) => String(part).padStart(i ? 2 : 4, "0"))
      .join("-");
  }

  // Notices that hang on a date. A clock that is behind takes nothing back that the build has said.
  function keepDates() {
    const day = today();
    const oldCopy = byId("wm.old-copy");
    if (oldCopy && page.dataset.checkBy) {
      oldCopy.dataset.after = page.dataset.checkBy;
      all("[data-check-by]", oldCopy).forEach((at) => (at.textContent = page.dataset.checkByText));
    }
    for (const mark of all("[data-after], [data-from]")) {
      const { after, from, until } = mark.dataset;
      if (until && day > until) mark.hidden = true;
      else if ((after && day > after) || (from && day >= from)) mark.hidden = false;
    }
    for (const tally of all("[data-late-in]")) {
      const late = all("td [data-after]:not([hidden])", byId(tally.dataset.lateIn) || document).length;
      all("[data-count]", tally).forEach((at) => (at.textContent = String(late)));
      tally.hidden = !late;
    }
  }

  // The contents list marks the last heading above a line in the upper third of the window.
  function followContents() {
    const links = new Map();
    for (const link of all(".contents a")) {
      const heading = byId(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const above = new Set();
    let current = null;
    const watch = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) above.add(target);
          else above.delete(target);
        }
        const link = links.get([...links.keys()].filter((heading) => above.has(heading)).pop());
        if (current) current.removeAttribute("aria-current");
        if (link) {
          link.setAttribute("aria-current", "location");
          const list = link.closest(".contents");
          if (list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
        }
        current = link;
      },
      // So far up that all headings above the line count, also those that a jump has passed.
      { rootMargin: "9999999px 0px -66% 0px" }
    );
    links.forEach((link, heading) => watch.observe(heading));
  }

  // Each heading gets a link to itself. A press copies the address; where scripts may not copy, as on plain HTTP, it
  // stands there selected.
  function linkHeadings() {
    const said = make("p", "said");
    said.setAttribute("role", "status");
    // What is to be announced must have been there before; until a link is gone to, nobody needs it.
    const ready = () => said.isConnected || document.body.append(said);
    const clear = () => said.replaceChildren();

    /** @param {HTMLAnchorElement} link */
    function offer(link) {
      const field = document.createElement("input");
      field.readOnly = true;
      field.value = link.href;
      const label = make("label", "", words.copy);
      label.append(field);
      said.replaceChildren(label);
      field.focus({ preventScroll: true });
      field.select();
      field.addEventListener("blur", clear);
      field.addEventListener("keydown", (event) => {
        if (event.key === "Escape") link.focus({ preventScroll: true });
      });
    }

    for (const heading of all(".text :is(h2, h3, h4, h5, h6)[id]")) {
      const link = /** @type {HTMLAnchorElement} */ (make("a", "heading-link"));
      link.href = "#" + encodeURIComponent(heading.id);
      link.setAttribute("aria-label", words.headingLink.replace("{heading}", () => heading.textContent.trim()));
      link.addEventListener("focus", ready);
      link.addEventListener("pointerdown", ready);
      link.addEventListener("click", (event) => {
        if (isModified(event)) return;
        // By hand, since the browser would go there, and drop the focus, once the field has it.
        event.preventDefault();
        location.hash = link.hash;
        link.focus({ preventScroll: true });
        const copied = navigator.clipboard ? navigator.clipboard.writeText(link.href) : Promise.reject();
        copied.then(
          () => (said.textContent = words.copied),
          () => offer(link)
        );
      });
      link.addEventListener("blur", () => said.querySelector("input") || clear());
      heading.append(link);
    }
  }

  // A marked term opens its definition beside it, by pointer, touch and keyboard; the definition is its description
  // before that, too. With Ctrl and the like it stays the link to the glossary that it is without this script.
  function openTerms() {
    all("a.term[title]").forEach((term, i) => {
      const definition = term.title;
      term.removeAttribute("title");
      term.setAttribute("role", "button");
      term.setAttribute("aria-expanded", "false");
      term.setAttribute("aria-description", definition);

      /** @type {?HTMLElement} */
      let box = null;
      const isOpen = () => Boolean(box && box.matches(":popover-open"));
      function open() {
        if (!box) {
          box = make("span", "definition", definition + " ");
          box.id = "wm.definition-" + i;
          box.popover = "auto";
          const more = /** @type {HTMLAnchorElement} */ (make("a", "", words.glossary));
          more.href = term.getAttribute("href");
          box.append(more);
          term.after(box);
          term.setAttribute("aria-controls", box.id);
          box.addEventListener("toggle", () => term.setAttribute("aria-expanded", String(isOpen())));
        }
        box.showPopover();
        place(box, [...term.getClientRects()].pop());
      }

      // A press outside closes a popover before it is a click.
      let wasOpen = false;
      term.addEventListener("pointerdown", () => (wasOpen = isOpen()));
      term.addEventListener("click", (event) => {
        if (isModified(event)) return;
        event.preventDefault();
        if (isOpen()) box.hidePopover();
        else if (!wasOpen) open();
        wasOpen = false;
      });
      term.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        term.click();
      });
    });
  }

  /** Below the words, or above where there is no room. @param {HTMLElement} box @param {DOMRect} by */
  function place(box, by) {
    const below = by.bottom + 6;
    const above = by.top - box.offsetHeight - 6;
    const top = below + box.offsetHeight > innerHeight && above > 0 ? above : below;
    const left = Math.max(8, Math.min(by.left, page.clientWidth - box.offsetWidth - 8));
    box.style.top = top + scrollY + "px";
    box.style.left = left + scrollX + "px";
  }

  // The lists of pages of a folder, by their labels. What is left out of sight is counted and named, and printed.
  function filterLists() {
    for (const form of all(".label-filter")) {
      const entries = all(".children > ul > li");
      const [note] = all("[data-left-out]", form);
      const [details] = all("details", form);
      const apply = () => {
        const chosen = all("select", form).filter((select) => select.value);
        const left = entries.filter((entry) => {
          const out = chosen.some(({ name, value }) => {
            const own = all(".labels > ." + name, entry).map((label) => label.textContent.trim());
            return own.length > 0 && !own.includes(value);
          });
          entry.classList.toggle("left-out", out);
          return out;
        });
        const parts = { count: left.length, all: entries.length, choice: chosen.map(({ value }) => value).join(", ") };
        note.textContent = left.length ? note.dataset.leftOut.replace(/\{(\w+)\}/g, (all, name) => parts[name]) : "";
        details.hidden = !left.length;
        all("ul", details)[0].replaceChildren(
          ...left.map((entry) => {
            const item = make("li", "");
            item.append(all("a", entry)[0].cloneNode(true));
            return item;
          })
        );
      };
      form.addEventListener("change", apply);
      form.addEventListener("reset", () => setTimeout(apply));
      apply(); // a browser that goes back keeps what was chosen
    }
  }

  // After each piece of the page that has been read, and before that is painted.
  function keepUp() {
    keepDates();
    for (const form of all(".label-filter")) form.hidden = false;
    reading.takeRecords(); // its own changes call for nothing
  }
  const reading = new MutationObserver(keepUp);
  reading.observe(page, { childList: true, subtree: true });

  document.addEventListener("DOMContentLoaded", () => {
    reading.disconnect();
    keepUp();
    // A page may lie open for days.
    document.addEventListener("visibilitychange", keepDates);
    words = document.body.dataset;
    followContents();
    if (words.headingLink) linkHeadings();
    if ("popover" in page) openTerms();
    filterLists();
  });
})();
