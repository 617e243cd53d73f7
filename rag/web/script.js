// What the page does by itself: its language, its address, and opening a release where it is cited.
(() => {
  "use strict";
  const given = new URLSearchParams(window.location.search);
  const ui = given.get("ui") === "en" ? "en" : "fr";
  // gradio's I18n goes by the browser's language; this page's is stated in its address.
  for (const [name, value] of [["language", ui], ["languages", [ui]]]) {
    Object.defineProperty(window.navigator, name, { get: () => value, configurable: true });
  }
  const texts = RAG_TEXTS[ui];
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];

  function dress() {
    document.documentElement.lang = ui;
    if (document.title !== texts.page_title) document.title = texts.page_title;
    for (const element of all("[data-i18n]")) {
      const text = texts["page_" + element.dataset.i18n];
      if (element.textContent !== text) element.textContent = text;
    }
    const other = one(".other-language");
    if (other) {
      const there = new URLSearchParams(window.location.search);
      if (ui === "fr") there.set("ui", "en"); else there.delete("ui");
      const href = "?" + there.toString();
      if (other.getAttribute("href") !== href) other.setAttribute("href", href);
      if (other.textContent !== texts.page_other_language) {
        other.textContent = texts.page_other_language;
        other.lang = ui === "fr" ? "en" : "fr";
      }
    }
    const permanent = one("a.permanent");
    if (permanent && permanent.getAttribute("href") !== window.location.href) {
      permanent.setAttribute("href", window.location.href);
    }
    // gradio's label, in English, hides what the button says in the page's language.
    one("#files button[aria-label]")?.removeAttribute("aria-label");
    const results = one("#results");
    if (results && !results.hasAttribute("aria-live")) results.setAttribute("aria-live", "polite");
  }

  // The address holds what was asked: back and forward restore it.
  window.ragPush = (link) => {
    const next = link || window.location.pathname;
    if ((link || "") !== window.location.search) window.history.pushState(null, "", next);
    dress();
  };
  window.addEventListener("popstate", () => one("#restore")?.click());

  // A citation, a passage, a point of the timeline: each opens its release beside the results.
  let opener = null;
  function open(citation, from) {
    if (from) opener = from;
    window.ragOpen = citation;
    one("#open")?.click();
  }
  function hits() { return all("#results [data-hit]").map((item) => item.dataset.hit); }
  function go(step) {
    const ids = hits();
    if (!ids.length) return;
    const shown = one("#reader [data-shown]")?.dataset.shown || "";
    const place = (id) => {
      const parts = /^(.*):(\d+)-(\d+):[0-9a-f]{8}$/s.exec(id);
      return parts ? [parts[1], Number(parts[2]), Number(parts[3])] : ["", 0, 0];
    };
    const [release, start, end] = place(shown);
    const at = ids.findIndex((id) => {
      const [r, s, e] = place(id);
      return r === release && s <= start && end <= e;
    });
    const next = at < 0 ? 0 : (at + step + ids.length) % ids.length;
    open(ids[next]);
  }
  function close() {
    open("");
    if (opener?.isConnected) opener.focus();
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-open], [data-go], [data-copy], [data-ask]");
    if (!target) return;
    const data = target.dataset;
    event.preventDefault();
    if (data.open) open(data.open, target);
    else if (data.go === "close") close();
    else if (data.go) go(data.go === "next" ? 1 : -1);
    else if (data.ask) ask(data.ask);
    else if (data.copy) copy(target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && one("#reader article")) close();
    if (event.key === " " && event.target.closest?.("a[data-open]")) {
      event.preventDefault();
      open(event.target.closest("a[data-open]").dataset.open, event.target);
    }
  });

  function ask(question) {
    const box = one("#question input, #question textarea");
    const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(box, question);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    window.setTimeout(() => one("#go")?.click(), 0);
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const label = button.textContent;
    try {
      await window.navigator.clipboard.writeText(source.textContent);
    } catch {
      // Without https or permission: the old way.
      const range = document.createRange();
      range.selectNodeContents(source);
      const selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      document.execCommand("copy");
    }
    button.textContent = button.dataset.copied;
    window.setTimeout(() => { button.textContent = label; }, 1500);
  }

  // gradio replaces what a component shows: then the release scrolls to its passage.
  let shown = "";
  new MutationObserver(() => {
    dress();
    const article = one("#reader article");
    const now = article ? article.dataset.shown : "";
    one("#results-row")?.classList.toggle("reading", Boolean(article));
    if (now === shown) return;
    shown = now;
    if (!article) return;
    const passage = one(".passage", article);
    const body = one(".body", article);
    if (passage && body) {
      body.scrollTop = passage.offsetTop - body.offsetTop - body.clientHeight / 4;
    }
    one("h2", article)?.focus({ preventScroll: window.innerWidth > 900 });
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", dress);
})();
