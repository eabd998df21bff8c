// Walks through a flowchart one question at a time. The page holds every step as an item of a list, each with an
// address; walking shows one of them. Nothing is stored and nothing is sent: the answers live in this script alone.
(() => {
  "use strict";

  /**
   * @param {string} name
   * @param {string} [className]
   * @param {string} [text]
   */
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
  function idOf(address) {
    try {
      return decodeURIComponent(address.slice(address.indexOf("#") + 1));
    } catch (notEncoded) {
      return "";
    }
  }

  /** @param {HTMLElement} chart */
  function enhance(chart) {
    const start = /** @type {string} */ (chart.dataset.flowchart);
    const list = /** @type {HTMLElement} */ (chart.querySelector(".flow-steps"));

    /** Steps taken, each with the words of the answer to it; what lies after `at` can be gone forward to. */
    /** @type {{id: string, answer: string}[]} */
    let trail = [];
    let at = -1;

    const panel = element("div", "flow-walk-panel");
    const startButton = button("Walk through it, one question at a time", () => begin());
    startButton.classList.add("flow-start");
    const tools = element("div", "flow-tools");
    const answers = element("ol", "flow-answers");
    const answersTitle = element("p", "flow-answers-title", "Your answers");
    const answersBox = element("div", "flow-answers-box");
    answersBox.append(answersTitle, answers);
    const result = element("div", "flow-record");
    panel.append(startButton);
    chart.insertBefore(panel, chart.querySelector(".flow-picture") || list);

    /** @param {string} id */
    const step = (id) => list.querySelector(`:scope > li[id="${CSS.escape(id)}"]`);

    /** @param {string} id */
    function go(id) {
      if (idOf(location.hash) === id) show();
      else location.hash = encodeURIComponent(id);
    }

    function begin() {
      trail = [{ id: start, answer: "" }];
      at = 0;
      go(start);
    }

    function leave() {
      at = -1;
      chart.classList.remove("flow-walking");
      list.querySelectorAll(":scope > li").forEach((item) => item.classList.remove("flow-current"));
      answersBox.remove();
      tools.remove();
      result.remove();
      if (!startButton.isConnected) panel.append(startButton);
    }

    /** Shows the step that `at` stands for. */
    function show() {
      const item = step(trail[at].id);
      if (!item) return;
      const walking = chart.classList.contains("flow-walking");
      chart.classList.add("flow-walking");
      startButton.remove();
      list.querySelectorAll(":scope > li").forEach((other) => other.classList.toggle("flow-current", other === item));
      showAnswers();
      showTools();
      result.remove();
      if (item.classList.contains("flow-outcome")) showRecord(item);
      const label = /** @type {HTMLElement} */ (item.querySelector(".flow-label"));
      label.tabIndex = -1;
      label.focus({ preventScroll: true });
      // The first time the panel comes into view with the step, later the step stays where the eye is.
      (walking ? item : panel).scrollIntoView({ block: "nearest" });
    }

    function showAnswers() {
      answers.textContent = "";
      for (let i = 0; i < at; i++) {
        const item = step(trail[i].id);
        if (!item || !trail[i].answer) continue;
        const question = words(/** @type {Element} */ (item.querySelector(".flow-label")));
        const row = element("li");
        const change = button("Change", () => {
          trail.length = i + 1;
          trail[i].answer = "";
          at = i;
          go(trail[i].id);
        });
        change.append(element("span", "flow-unseen", ` the answer to: ${question}`));
        row.append(element("span", "flow-asked", question), " ", element("strong", "", trail[i].answer), " ", change);
        answers.append(row);
      }
      if (answers.firstChild) panel.prepend(answersBox);
      else answersBox.remove();
    }

    function showTools() {
      tools.textContent = "";
      if (at > 0) {
        tools.append(
          button("Back", () => {
            at--;
            go(trail[at].id);
          }),
          button("Start again", begin),
        );
      }
      tools.append(
        button("Show the whole flowchart", () => {
          const left = trail[at].id;
          leave();
          const item = step(left);
          if (item) item.scrollIntoView();
          startButton.focus({ preventScroll: true });
        }),
      );
      list.after(tools);
    }

    /** @param {Element} outcome */
    function recordText(outcome) {
      const lines = [chart.dataset.title || document.title, ""];
      let number = 1;
      for (const taken of trail.slice(0, at)) {
        const item = step(taken.id);
        if (item) {
          const label = words(/** @type {Element} */ (item.querySelector(".flow-label")));
          lines.push(`${number++}. ${label}${taken.answer ? ` Answer: ${taken.answer}` : ""}`);
        }
      }
      lines.push("", `Outcome: ${words(/** @type {Element} */ (outcome.querySelector(".flow-label")))}`);
      const cites = outcome.querySelectorAll(".flow-cites a");
      if (cites.length) lines.push(`Principles: ${[...cites].map(words).join("; ")}`);
      lines.push("", `Page: ${document.title}`, `Address: ${location.href}`);
      if (chart.dataset.factsAsAt) lines.push(`Version: facts as at ${chart.dataset.factsAsAt}`);
      lines.push(`Reviewed: ${chart.dataset.reviewed || "not yet"}`);
      if (chart.dataset.reviewBy) lines.push(`Review by: ${chart.dataset.reviewBy}`);
      const language = document.documentElement.lang || "en-GB";
      lines.push(`Consulted: ${new Date().toLocaleString(language, { dateStyle: "long", timeStyle: "short" })}`);
      lines.push("", "This records the guidance consulted, not advice given.");
      return lines.join("\n");
    }

    /** @param {Element} outcome */
    function showRecord(outcome) {
      result.textContent = "";
      const id = `wm.record-${outcome.id}`;
      const label = element("label", "flow-record-title", "A record of this walk-through");
      label.setAttribute("for", id);
      const note = element(
        "p",
        "",
        "It records the guidance consulted, not advice given. Nothing is stored or sent: copy it to where you keep your notes.",
      );
      const text = /** @type {HTMLTextAreaElement} */ (element("textarea"));
      text.id = id;
      text.readOnly = true;
      text.value = recordText(outcome);
      text.rows = text.value.split("\n").length + 2;
      const said = element("p", "flow-copied");
      said.setAttribute("role", "status");
      const copy = button("Copy the record", async () => {
        said.textContent = (await copied(text)) ? "Copied." : "Selected: press Ctrl and C to copy it (⌘ and C on a Mac).";
      });
      result.append(label, note, text, copy, said);
      list.after(result);
    }

    /** Plain HTTP has no clipboard to write to: there the text is selected. @param {HTMLTextAreaElement} text */
    async function copied(text) {
      if (navigator.clipboard && window.isSecureContext) {
        try {
          await navigator.clipboard.writeText(text.value);
          return true;
        } catch (refused) {
          // Selecting works without leave.
        }
      }
      text.focus();
      text.select();
      return document.execCommand("copy");
    }

    list.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest(".flow-options a") : null;
      if (at < 0 || !(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      trail.length = at + 1;
      trail[at].answer = link.dataset.label || "";
      trail.push({ id: idOf(/** @type {string} */ (link.getAttribute("href"))), answer: "" });
      at++;
      go(trail[at].id);
    });

    window.addEventListener("hashchange", () => {
      if (at < 0) return;
      const id = idOf(location.hash);
      if (trail[at].id !== id) {
        // Back and forward go along the trail; any other address is not part of this walk.
        const before = trail.slice(0, at).map((taken) => taken.id).lastIndexOf(id);
        const after = trail.findIndex((taken, i) => i > at && taken.id === id);
        if (before < 0 && after < 0) {
          leave();
          return;
        }
        at = after < 0 ? before : after;
      }
      show();
    });
  }

  document.querySelectorAll(".flowchart").forEach((chart) => {
    if (chart instanceof HTMLElement && chart.dataset.flowchart && chart.querySelector(".flow-steps")) enhance(chart);
  });
})();
