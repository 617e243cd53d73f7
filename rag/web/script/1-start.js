// The page in the browser: its language, and what its parts share. The address says what is shown;
// the server makes the HTML. RAG_TEXTS and RAG_LIMIT are put before these files.
"use strict";
const ragLanguages = Object.keys(RAG_TEXTS);  // the default first
const ragWanted = [new URLSearchParams(window.location.search).get("ui"),
  ...(window.navigator.languages || []).map((code) => code.slice(0, 2))];
const ui = ragWanted.find((code) => ragLanguages.includes(code)) || ragLanguages[0];
const texts = RAG_TEXTS[ui];
const find = (selector, parent) => (parent || document).querySelector(selector);
const findAll = (selector, parent) => [...(parent || document).querySelectorAll(selector)];
const address = () => new URLSearchParams(window.location.search);
const note = (text) => `<p class="note" role="alert">${text}</p>`;

// The page's requests are relative to its address, which must end in a slash.
if (!window.location.pathname.endsWith("/")) {
  window.location.replace(`${window.location.pathname}/${window.location.search}`);
}
// Gradio's own texts use the browser's language; they follow the page's.
for (const [name, value] of [["language", ui], ["languages", [ui]]]) {
  Object.defineProperty(window.navigator, name, { get: () => value, configurable: true });
}
document.documentElement.lang = ui;

// Gradio calls this once the frame of the page is there. Each file adds its functions to ``app``.
window.ragStart = (element, server, upload) => {
  document.documentElement.lang = ui;
  document.title = texts.page_title;
  const app = { server, upload, wide: window.matchMedia("(min-width: 1080px)") };
  app.page = find(".page", element);
  for (const id of ["home", "results", "corpus", "reader", "filters", "removal", "ask", "told"]) {
    app[id] = find(`#${id}`, app.page);
  }
  app.box = find("textarea", app.ask);
  // The release beside the answer stands below the bar, which a long question makes higher.
  const bar = find(".top", app.page);
  new ResizeObserver(() => app.page.style.setProperty("--top", `${bar.offsetHeight}px`)).observe(bar);

  // What a function of the server returns. An error is a sentence: the server is at fault or gone.
  app.call = async (name, values) => {
    const got = await server[name]({ ...values, ui });
    if (got !== undefined) return got;
    const alive = await fetch("healthz").then(() => true, () => false);
    throw new Error(alive ? texts.page_failed : texts.page_gone);
  };
  for (const add of [addAddress, addFilters, addReader, addCorpus, addClicks, addNear]) add(app);
  window.addEventListener("popstate", app.show);
  if (app.wide.matches) app.box.focus();
  app.show();
  app.fillHome();
};
