// Walks through a flowchart one question at a time. The page holds every step as an item of a list, each with an
// address; walking shows one of them. Nothing is stored or sent: the answers live in this script alone.
(() => {
  "use strict";

  /** @param {string} name @param {string} [className] @param {string} [text] */
  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  /** @param {string} text @param {() => void} press */
  function button(text, press) {
    const made = element("button", "flow-button", text);
    made.setAttribute("type", "button");
    made.addEventListener("click", press);
    return made;
  }

  /** The words of an element on one line. @param {Element} from */
  const words = (from) => (from.textContent || "").replace(/\s+/g, " ").trim();

  /** The id in an address, or empty. @param {string} address */
  const idOf = (address) => address.slice(address.indexOf("#") + 1);

  /** @param {HTMLElement} chart @param {string} start @param {HTMLElement} list @param {HTMLElement} panel */
  function enhance(chart, start, list, panel) {
    const startButton = /** @type {HTMLElement} */ (panel.firstElementChild);

    /** Steps taken, each with the words of the answer to it; those after `at` can be gone forward to. */
    /** @type {{item: Element, answer: string}[]} */
    let trail = [];
    /** The step that shows, or -1 for the whole chart. */
    let at = -1;
    /** The trail to each step that has shown, so that the browser's own buttons find it after another answer. */
    /** @type {Map<string, {item: Element, answer: string}[]>} */
    const known = new Map();
    /** The id in the address before the walk. */
    let before = "";

    startButton.addEventListener("click", begin);
    panel.classList.remove("flow-waiting");
    const answers = element("div", "flow-answers");
    const tools = element("div", "flow-tools");
    const record = element("div", "flow-record");

    /** @param {Element} item */
    const labelOf = (item) => /** @type {HTMLElement} */ (item.querySelector(".flow-label"));

    /** What a step asks or says, without its number. @param {Element} item */
    const said = (item) => words(labelOf(item)).replace(/^\d+\. /, "");

    /** @param {string} id */
    const step = (id) => /** @type {Element} */ (document.getElementById(id));

    /** Goes to a step of the trail and to its address: so the browser's own buttons work. @param {number} to */
    function go(to) {
      at = to;
      location.hash = trail[at].item.id;
      show();
    }

    function begin() {
      if (at < 0) before = idOf(location.hash);
      trail = [{ item: step(start), answer: "" }];
      go(0);
    }

    function clear() {
      chart.classList.remove("flow-walking");
      for (const item of list.children) item.classList.remove("flow-current");
      for (const part of [startButton, answers, tools, record]) part.remove();
    }

    function leave() {
      at = -1;
      clear();
      panel.append(startButton);
    }

    function show() {
      const first = !chart.classList.contains("flow-walking");
      const { item } = trail[at];
      known.set(item.id, trail.slice(0, at + 1).map((taken) => ({ ...taken })));
      clear();
      chart.classList.add("flow-walking");
      item.classList.add("flow-current");
      showAnswers();
      showTools();
      if (item.classList.contains("flow-outcome")) showRecord(item);
      const label = labelOf(item);
      label.tabIndex = -1;
      label.focus({ preventScroll: true });
      (first ? panel : item).scrollIntoView({ block: "nearest" });
    }

    function showAnswers() {
      const rows = element("ol");
      trail.slice(0, at).forEach((taken, i) => {
        if (!taken.answer) return;
        const change = button("Change", () => go(i));
        change.append(element("span", "flow-unseen", ` the answer to: ${said(taken.item)}`));
        const row = element("li");
        row.append(said(taken.item), " ", element("strong", "", taken.answer), " ", change);
        rows.append(row);
      });
      if (!rows.firstChild) return;
      answers.replaceChildren(element("p", "flow-heading", "Your answers"), rows);
      panel.append(answers);
    }

    function showTools() {
      tools.textContent = "";
      if (at > 0) tools.append(button("Back", () => go(at - 1)), button("Start again", begin));
      tools.append(
        button("Show the whole flowchart", () => {
          const { item } = trail[at];
          leave();
          item.scrollIntoView();
          startButton.focus({ preventScroll: true });
        }),
      );
      list.after(tools);
    }

    /** The reader's time in the language of the page; in British English where the page names no language that there is. */
    function now() {
      /** @type {Intl.DateTimeFormatOptions} */
      const style = { dateStyle: "long", timeStyle: "short" };
      try {
        return new Date().toLocaleString(document.documentElement.lang || "en-GB", style);
      } catch (unknown) {
        return new Date().toLocaleString("en-GB", style);
      }
    }

    /** @param {Element} outcome */
    function recordText(outcome) {
      const { title, facts, reviewed, reviewBy } = chart.dataset;
      const taken = trail.slice(0, at);
      const cites = [...taken.map(({ item }) => item), outcome].flatMap((item) =>
        [...item.querySelectorAll(".flow-cites a")].map(words),
      );
      return [
        title,
        "",
        ...taken.map(({ item, answer }, i) => `${i + 1}. ${said(item)}${answer && ` Answer: ${answer}`}`),
        "",
        `Outcome: ${said(outcome)}`,
        ...(cites.length ? [`Principles: ${[...new Set(cites)].join("; ")}`] : []),
        "",
        `Page: ${document.title}`,
        `Address: ${location.href.replace(location.search, "")}`,
        ...(facts ? [`Version: facts as at ${facts}`] : []),
        `Reviewed: ${reviewed || "not yet"}`,
        ...(reviewBy ? [`Review by: ${reviewBy}`] : []),
        `Consulted: ${now()}`,
        "",
        "This records the guidance consulted, not advice given.",
      ].join("\n");
    }

    /** @param {Element} outcome */
    function showRecord(outcome) {
      const label = element("label", "flow-heading", "A record of this walk-through");
      const text = /** @type {HTMLTextAreaElement} */ (element("textarea"));
      text.id = `wm.record-${outcome.id}`;
      label.setAttribute("for", text.id);
      text.readOnly = true;
      text.value = recordText(outcome);
      text.rows = text.value.split("\n").length + 4;
      const status = element("p");
      status.setAttribute("role", "status");
      const copy = button("Copy the record", async () => {
        status.textContent = (await copied(text))
          ? "Copied."
          : "It is selected: press Ctrl and C to copy it, or ⌘ and C on a Mac.";
      });
      record.replaceChildren(
        label,
        element("p", "", "Copy it to where you keep your notes: nothing is stored or sent."),
        text,
        copy,
        status,
      );
      list.after(record);
    }

    /** Over plain HTTP there is no clipboard to write to: the text is selected. @param {HTMLTextAreaElement} text */
    async function copied(text) {
      try {
        await navigator.clipboard.writeText(text.value);
        return true;
      } catch (missing) {
        text.focus();
        text.select();
        return document.execCommand("copy");
      }
    }

    list.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest(".flow-options a");
      if (at < 0 || !(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      trail.length = at + 1;
      trail[at].answer = link.dataset.label || "";
      trail.push({ item: step(idOf(link.href)), answer: "" });
      go(at + 1);
    });

    // Back and forward go along the trail; a heading or the start of the page does not end the walk, any other address does.
    window.addEventListener("hashchange", () => {
      const id = idOf(location.hash);
      let to = trail.findIndex(({ item }) => item.id === id);
      if (at < 0 || to === at) return;
      const there = known.get(id);
      if (to < 0 && there) {
        trail = there.map((taken) => ({ ...taken }));
        to = trail.length - 1;
      }
      const target = id && id !== before && document.getElementById(id);
      if (to >= 0) {
        at = to;
        show();
      } else if (!target || target.closest(".flow-steps")) {
        leave();
      }
    });
  }

  for (const chart of document.querySelectorAll(".flowchart")) {
    const list = chart.querySelector(".flow-steps");
    const panel = chart.querySelector(".flow-panel");
    if (chart instanceof HTMLElement && list instanceof HTMLElement && panel instanceof HTMLElement) {
      enhance(chart, chart.dataset.flowchart || "", list, panel);
    }
  }
})();
