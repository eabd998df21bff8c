// What a page does by itself once it is read. Without this script everything stays as it was built. All words are in
// the page already; nothing is fetched, stored or sent.
(() => {
  "use strict";

  /** @param {string} selector @param {ParentNode} [within] @return {HTMLElement[]} */
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** @param {string} id */
  const byId = (id) => document.getElementById(id);

  const page = document.documentElement;

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

  keepDates();
  // A page may lie open for days.
  document.addEventListener("visibilitychange", keepDates);
})();
