// What the address says is asked of the server and shown.
function addAddress(app) {
  const { server, page, home, results, reader, told, filters, wide } = app;
  let turn = 0;      // only the answer to the last request is shown
  let shown = null;  // the address whose answer is shown, without what is open
  let stale = false; // whether it is to be asked again
  let asked = "?";   // the last question's address, to come back to from the releases
  const busy = (on) => {
    page.classList.toggle("busy", on);
    results.setAttribute("aria-busy", on);
  };

  app.go = (search, state = null, replace = false) => {
    const target = new URLSearchParams(search);
    if (address().has("ui") && !target.has("ui")) target.set("ui", address().get("ui"));
    const link = target.size ? `?${target}` : window.location.pathname;
    const same = link === window.location.pathname + window.location.search || link === window.location.search;
    if (replace || (same && !state)) window.history.replaceState(state, "", link);
    else window.history.pushState(state, "", link);
  };
  app.navigate = (search, replace = false) => {
    app.go(search, null, replace);
    window.scrollTo(0, 0);
    app.show();
  };
  function fillOtherLanguage() {
    const other = find(".other-language", page), link = address();
    link.set("ui", other.lang);
    other.setAttribute("href", `?${link}`);
  }
  app.fillLinks = () => {  // of the answer that is shown
    fillOtherLanguage();
    const permanent = find("a.permanent", results);
    if (permanent) permanent.setAttribute("href", window.location.href);
    const place = find(".carry .address", results);
    if (place) place.textContent = `\n<${window.location.href}>\n`;
  };

  // A question of its own has an address of its own: without the question before.
  function forgetBefore() {
    const link = address();
    if (!link.has("after")) return;
    for (const name of ["after", "of", "said"]) link.delete(name);
    app.go(link.toString(), window.history.state, true);
    asked = window.location.search;
    link.delete("open");
    shown = link.toString();
  }

  // The bars of the filters are those of the search; before one, of all releases.
  let allMonths = "", foundMonths = null;
  function showMonths(bars) {
    foundMonths = bars;
    const place = find("#months", filters);
    if (!place) return;
    place.innerHTML = bars ?? allMonths;
    app.markBars(address());
  }

  app.forget = () => { stale = true; };
  app.show = async () => {
    const link = address();
    const part = link.get("view") === "corpus" ? "corpus" : link.has("q") ? "answer" : "home";
    page.dataset.view = part;
    if (part === "answer") asked = window.location.search;
    find("[data-part=ask]", page).setAttribute("href", asked);
    for (const one of findAll("[data-part]", page)) {
      const here = (one.dataset.part === "corpus") === (part === "corpus");
      if (here) one.setAttribute("aria-current", "page"); else one.removeAttribute("aria-current");
    }
    app.fillForm(link);
    fillOtherLanguage();
    const open = link.get("open") || "";
    link.delete("open");
    const key = link.toString();
    if (key === shown && !stale) {
      if (open && open !== find("article", reader)?.dataset.shown) app.openPlace(open);
      else if (!open && !wide.matches) app.hideReader();
      return;
    }
    const mine = ++turn;
    stale = false;
    app.hideReader(part === "answer" && shown !== null && wide.matches);
    if (part === "home") {
      shown = null;
      asked = "?";
      results.replaceChildren();
      showMonths(null);
      busy(false);
      return;
    }
    if (part === "answer" && !results.children.length) {
      results.innerHTML = `<p class="note" role="status">${texts.page_searching}</p>`;
    }
    told.textContent = texts.page_searching;
    busy(true);
    let got;
    try {
      got = await app.call(part, { search: window.location.search });
    } catch (problem) {
      got = { results: note(problem.message), corpus: note(problem.message), failed: true };
    }
    if (mine !== turn) return;
    busy(false);
    shown = got.failed ? null : key;
    if (part === "corpus") {
      app.fillCorpus(got.corpus);
      told.textContent = "";
      if (open) app.openPlace(open);
      app.poll();
      return;
    }
    results.innerHTML = got.results;
    showMonths(got.histogram ?? null);
    if (!got.failed && !find(".understood", results)) forgetBefore();
    told.textContent = find(".answer", results)?.innerText.split("\n")[0] || "";
    app.fillLinks();
    if (got.release && (wide.matches || open)) app.showReader(got.release, false);
    else app.hideReader();
  };

  app.fillHome = async () => {
    const start = (values) => app.call("start", values).catch((problem) => ({ home: note(problem.message) }));
    let got = await start({});
    home.innerHTML = got.home;
    if (got.loading && !got.filters) {
      got = await start({ wait: true });
      home.innerHTML = got.home;
    } else if (got.loading) {
      start({ wait: true }).then((more) => { home.innerHTML = more.home; }); // the examples
    }
    filters.innerHTML = got.filters || "";
    allMonths = find("#months", filters)?.innerHTML || "";
    showMonths(foundMonths);
    find("#held", page).textContent = got.held || "";
    app.nameLanguages(filters);
    app.fillForm(address());
    if (got.empty && !address().has("q") && server.add) app.navigate("view=corpus", true);
  };
  app.nameLanguages = (parent) => {
    const known = new Intl.DisplayNames(ui, { type: "language" });
    for (const one of findAll("[data-language]", parent)) one.textContent = known.of(one.dataset.language);
    for (const one of findAll("input[name=lang]", parent)) {
      one.dataset.label = one.nextElementSibling.textContent = known.of(one.value);
    }
  };
}
