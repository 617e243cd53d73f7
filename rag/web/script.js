// What the page does by itself: its language, its address, and opening a release where it is cited.
(() => {
  "use strict";
  // Without its last slash nothing that the page asks for would be found.
  if (!window.location.pathname.endsWith("/")) {
    window.location.replace(`${window.location.pathname}/${window.location.search}`);
    return;
  }
  const given = new URLSearchParams(window.location.search);
  const languages = Object.keys(RAG_TEXTS);  // the default first
  const ui = languages.includes(given.get("ui")) ? given.get("ui") : languages[0];
  // gradio's I18n goes by the browser's language; this page's is stated in its address.
  for (const [name, value] of [["language", ui], ["languages", [ui]]]) {
    Object.defineProperty(window.navigator, name, { get: () => value, configurable: true });
  }
  const texts = RAG_TEXTS[ui];
  const next = languages[(languages.indexOf(ui) + 1) % languages.length];
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
      if (next === languages[0]) there.delete("ui"); else there.set("ui", next);
      const href = "?" + there.toString();
      if (other.getAttribute("href") !== href) other.setAttribute("href", href);
      const name = RAG_TEXTS[next].page_this_language;
      if (other.textContent !== name) {
        other.textContent = name;
        other.lang = next;
      }
    }
    const here = window.location.href;
    const permanent = one("a.permanent");
    if (permanent && permanent.getAttribute("href") !== here) permanent.setAttribute("href", here);
    const address = one(".carry .address");
    if (address && address.textContent !== `\n<${here}>\n`) address.textContent = `\n<${here}>\n`;
    for (const box of all(":is(#question, #find) :is(input, textarea)")) {
      if (box.dir !== "auto") box.dir = "auto";
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

  // What is asked shows at once, in the place of what was asked before.
  const note = (text) => `<p class="note" role="status">${text}</p>`;
  window.ragAsked = (something) => {
    wanted = "";
    return [something ? note(texts.page_searching) : "", ""];
  };
  window.ragFailed = () => note(texts.page_failed);

  // A citation, a passage, a point of the timeline: each opens its release beside the results.
  let opener = null;
  let wanted = "";  // what is to be read, which may still be under way; "" when closed
  window.ragOpen = () => [wanted, holder(wanted)?.dataset.words || ""];
  function open(citation, from) {
    if (from) opener = from;
    wanted = citation;
    one("#open")?.click();
  }
  const hits = () => all("#results [data-hit]");
  // The passage that a citation stands in.
  function holder(citation) {
    const place = (id) => {
      const parts = /^(.*):(\d+)-(\d+):[0-9a-f]{8}$/s.exec(id);
      return parts ? [parts[1], Number(parts[2]), Number(parts[3])] : ["", 0, 0];
    };
    const [release, start, end] = place(citation);
    return hits().find((item) => {
      const [r, s, e] = place(item.dataset.hit);
      return r === release && s <= start && end <= e;
    });
  }
  function go(step) {
    const items = hits();
    if (!items.length) return;
    const at = items.indexOf(holder(wanted));
    open(items[at < 0 ? 0 : (at + step + items.length) % items.length].dataset.hit);
  }
  function close() {
    wanted = "";
    one("#close")?.click();
    if (opener?.isConnected) opener.focus();
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest(
      "[data-open], [data-cited], [data-go], [data-copy], [data-ask]");
    if (!target) return;
    const data = target.dataset;
    event.preventDefault();
    if (data.open) open(data.open, target);
    else if (data.cited) lead(one(`#${data.cited} button`));
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

  function lead(button) {
    button?.scrollIntoView({ block: "center" });
    button?.focus({ preventScroll: true });
  }

  function ask(question) {
    const box = one("#question input, #question textarea");
    const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(box, question);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    window.setTimeout(() => one("#go")?.click(), 0);
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
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
    button.textContent = texts.page_copied;
    window.setTimeout(() => { button.textContent = texts.page_copy; }, 1500);
  }

  // Files that are too large are told here and kept back; gradio would tell it in English.
  function keepBack(event) {
    const input = event.target.closest?.("#files") && one("#files input[type=file]");
    const files = [...((event.dataTransfer || event.target).files || [])];
    const large = files.filter((file) => file.size > RAG_LIMIT);
    if (!input || !large.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const list = document.createElement("ul");
    for (const file of large) {
      const item = list.appendChild(document.createElement("li"));
      item.className = "refused";
      item.textContent = texts.page_too_large.replace("{name}", () => file.name);
    }
    window.ragTold = `<section class="additions" role="status">${list.outerHTML}</section>`;
    one("#tell").click();
    const kept = new DataTransfer();
    for (const file of files) if (!large.includes(file)) kept.items.add(file);
    input.files = kept.files;
    if (kept.files.length) input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const type of ["change", "drop"]) document.addEventListener(type, keepBack, true);

  // Which of the passages is read; without any there is none before or after it.
  function count(article) {
    const items = hits();
    const at = items.indexOf(holder(article.dataset.shown || ""));
    for (const button of all("[data-go=previous], [data-go=next]", article)) {
      if (button.hidden === Boolean(items.length)) button.hidden = !items.length;
    }
    const place = one(".at", article);
    const text = at < 0 ? "" : `${at + 1}/${items.length}`;
    if (place && place.textContent !== text) place.textContent = text;
  }

  // gradio changes what a component shows: then the release scrolls to its passage.
  let shown = "";
  new MutationObserver(() => {
    dress();
    const article = one("#reader article");
    one("#desk")?.classList.toggle("reading", Boolean(article && wanted));
    if (article) count(article);
    const now = article ? article.dataset.shown || "problem" : "";
    if (now === shown) return;
    shown = now;
    if (!article) return;
    if (!wanted) {  // closed before it came
      one("#close")?.click();
      return;
    }
    const passage = one(".passage", article);
    if (passage) {
      const body = one(".body", article);
      const above = Math.max(0, Math.min(body.clientHeight / 4, body.clientHeight - passage.offsetHeight));
      body.scrollTop = passage.offsetTop - above;
    }
    one("h2, button", article)?.focus({ preventScroll: true });
    article.scrollIntoView({ block: "nearest" });
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", dress);
})();
