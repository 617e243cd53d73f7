// The part of the page that runs in the browser: its language, its address, and opening a release
// at a citation.
(() => {
  "use strict";
  // The page's requests are relative to its address, which must end in a slash.
  if (!window.location.pathname.endsWith("/")) {
    window.location.replace(`${window.location.pathname}/${window.location.search}`);
    return;
  }
  const parameters = new URLSearchParams(window.location.search);
  const languages = Object.keys(RAG_TEXTS);  // the default first
  const ui = languages.includes(parameters.get("ui")) ? parameters.get("ui") : languages[0];
  // Gradio's I18n uses the browser's language; this page's language is in its address.
  for (const [name, value] of [["language", ui], ["languages", [ui]]]) {
    Object.defineProperty(window.navigator, name, { get: () => value, configurable: true });
  }
  const texts = RAG_TEXTS[ui];
  const otherLanguage = languages[(languages.indexOf(ui) + 1) % languages.length];
  const find = (selector, parent) => (parent || document).querySelector(selector);
  const findAll = (selector, parent) => [...(parent || document).querySelectorAll(selector)];

  // Completes what the server sent: texts in the page's language, links, accessibility. It runs
  // after every change of the page, and changes only what differs, or it would run for ever.
  function completePage() {
    document.documentElement.lang = ui;
    if (document.title !== texts.page_title) document.title = texts.page_title;
    for (const element of findAll("[data-i18n]")) {
      const text = texts["page_" + element.dataset.i18n];
      if (element.textContent !== text) element.textContent = text;
    }
    const switcher = find(".other-language");
    if (switcher) {
      const target = new URLSearchParams(window.location.search);
      if (otherLanguage === languages[0]) target.delete("ui"); else target.set("ui", otherLanguage);
      const href = "?" + target.toString();
      if (switcher.getAttribute("href") !== href) switcher.setAttribute("href", href);
      const name = RAG_TEXTS[otherLanguage].page_this_language;
      if (switcher.textContent !== name) {
        switcher.textContent = name;
        switcher.lang = otherLanguage;
      }
    }
    const url = window.location.href;
    const permanent = find("a.permanent");
    if (permanent && permanent.getAttribute("href") !== url) permanent.setAttribute("href", url);
    const address = find(".carry .address");
    if (address && address.textContent !== `\n<${url}>\n`) address.textContent = `\n<${url}>\n`;
    for (const box of findAll(":is(#question, #find) :is(input, textarea)")) {
      if (box.dir !== "auto") box.dir = "auto";
    }
    // Gradio's label is in English and hides the button's own text from screen readers.
    find("#files button[aria-label]")?.removeAttribute("aria-label");
    const results = find("#results");
    if (results && !results.hasAttribute("aria-live")) results.setAttribute("aria-live", "polite");
  }

  // Each question gets an entry in the browser's history; back and forward restore it.
  window.ragPushLink = (link) => {
    const address = link || window.location.pathname;
    if ((link || "") !== window.location.search) window.history.pushState(null, "", address);
    completePage();
  };
  window.addEventListener("popstate", () => find("#restore")?.click());

  // A note replaces the old results at once, before the server answers.
  const note = (text) => `<p class="note" role="status">${text}</p>`;
  window.ragSearching = (question) => {
    openCitation = "";
    return [question ? note(texts.page_searching) : "", ""];
  };
  window.ragFailed = () => note(texts.page_failed);

  // A click on a citation, a passage or a point of the timeline opens its release beside the results.
  let opener = null;
  let openCitation = "";  // the citation that is open or on its way; "" when closed
  window.ragOpen = () => [openCitation, hitWith(openCitation)?.dataset.words || ""];
  function open(citation, from) {
    if (from) opener = from;
    openCitation = citation;
    find("#open")?.click();
  }
  const hits = () => findAll("#results [data-hit]");
  // The hit whose passage contains a citation.
  function hitWith(citation) {
    const place = (id) => {
      const parts = /^(.*):(\d+)-(\d+):[0-9a-f]{8}$/s.exec(id);
      return parts ? [parts[1], Number(parts[2]), Number(parts[3])] : ["", 0, 0];
    };
    const [release, start, end] = place(citation);
    return hits().find((hit) => {
      const [hitRelease, hitStart, hitEnd] = place(hit.dataset.hit);
      return hitRelease === release && hitStart <= start && end <= hitEnd;
    });
  }
  function go(step) {
    const all = hits();
    if (!all.length) return;
    const index = all.indexOf(hitWith(openCitation));
    open(all[index < 0 ? 0 : (index + step + all.length) % all.length].dataset.hit);
  }
  function close() {
    openCitation = "";
    find("#close")?.click();
    if (opener?.isConnected) opener.focus();
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest(
      "[data-open], [data-cited], [data-go], [data-copy], [data-ask]");
    if (!target) return;
    const data = target.dataset;
    event.preventDefault();
    if (data.open) open(data.open, target);
    else if (data.cited) scrollToButton(find(`#${data.cited} button`));
    else if (data.go === "close") close();
    else if (data.go) go(data.go === "next" ? 1 : -1);
    else if (data.ask) ask(data.ask);
    else if (data.copy) copy(target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && find("#reader article")) close();
    if (event.key === " " && event.target.closest?.("a[data-open]")) {
      event.preventDefault();
      open(event.target.closest("a[data-open]").dataset.open, event.target);
    }
  });

  function scrollToButton(button) {
    button?.scrollIntoView({ block: "center" });
    button?.focus({ preventScroll: true });
  }

  // Types a question into its box, as a user would, and clicks the button.
  function ask(question) {
    const box = find("#question input, #question textarea");
    const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(box, question);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    window.setTimeout(() => find("#go")?.click(), 0);
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    try {
      await window.navigator.clipboard.writeText(source.textContent);
    } catch {
      // The clipboard needs https and permission; execCommand needs neither.
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

  // Keeps back files that are too large, with a message in the page's language. Gradio's own
  // message would be in English.
  function rejectLargeFiles(event) {
    const input = event.target.closest?.("#files") && find("#files input[type=file]");
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
    window.ragRejected = `<section class="additions" role="status">${list.outerHTML}</section>`;
    find("#tell").click();
    const accepted = new DataTransfer();
    for (const file of files) if (!large.includes(file)) accepted.items.add(file);
    input.files = accepted.files;
    if (accepted.files.length) input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const type of ["change", "drop"]) document.addEventListener(type, rejectLargeFiles, true);

  // Shows which of the hits is open ("2/5"). Without hits there is no previous and no next one.
  function showPosition(article) {
    const all = hits();
    const index = all.indexOf(hitWith(article.dataset.shown || ""));
    for (const button of findAll("[data-go=previous], [data-go=next]", article)) {
      if (button.hidden === Boolean(all.length)) button.hidden = !all.length;
    }
    const position = find(".at", article);
    const text = index < 0 ? "" : `${index + 1}/${all.length}`;
    if (position && position.textContent !== text) position.textContent = text;
  }

  // When Gradio shows another release, it is scrolled to the cited passage.
  let shown = "";
  new MutationObserver(() => {
    completePage();
    const article = find("#reader article");
    find("#desk")?.classList.toggle("reading", Boolean(article && openCitation));
    if (article) showPosition(article);
    const now = article ? article.dataset.shown || "problem" : "";
    if (now === shown) return;
    shown = now;
    if (!article) return;
    if (!openCitation) {  // closed before the release arrived
      find("#close")?.click();
      return;
    }
    const passage = find(".passage", article);
    if (passage) {
      const body = find(".body", article);
      const above = Math.max(0, Math.min(body.clientHeight / 4, body.clientHeight - passage.offsetHeight));
      body.scrollTop = passage.offsetTop - above;
    }
    find("h2, button", article)?.focus({ preventScroll: true });
    article.scrollIntoView({ block: "nearest" });
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", completePage);
})();
