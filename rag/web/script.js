// The part of the page that runs in the browser. The address says what is shown; the server makes
// the HTML. RAG_TEXTS and RAG_LIMIT are put before this file.
(() => {
  "use strict";
  // The page's requests are relative to its address, which must end in a slash.
  if (!window.location.pathname.endsWith("/")) {
    window.location.replace(`${window.location.pathname}/${window.location.search}`);
    return;
  }
  const languages = Object.keys(RAG_TEXTS);  // the default first
  const wanted = [new URLSearchParams(window.location.search).get("ui"),
    ...(window.navigator.languages || []).map((code) => code.slice(0, 2))];
  const ui = wanted.find((code) => languages.includes(code)) || languages[0];
  const texts = RAG_TEXTS[ui];
  // Gradio's own texts use the browser's language; they follow the page's.
  for (const [name, value] of [["language", ui], ["languages", [ui]]]) {
    Object.defineProperty(window.navigator, name, { get: () => value, configurable: true });
  }
  document.documentElement.lang = ui;
  window.ragLanguage = ui;
  const wide = window.matchMedia("(min-width: 1080px)");
  const find = (selector, parent) => (parent || document).querySelector(selector);
  const findAll = (selector, parent) => [...(parent || document).querySelectorAll(selector)];
  const address = () => new URLSearchParams(window.location.search);

  window.ragStart = (element, server, upload) => {
    document.documentElement.lang = ui;
    document.title = texts.page_title;
    const page = find(".page", element);
    const [home, results, corpus, reader, filters, form, told] =
      ["#home", "#results", "#corpus", "#reader", "#filters", "#ask", "#told"]
        .map((selector) => find(selector, page));
    const box = find("textarea", form);
    let turn = 0;         // only the answer to the last request is shown
    let opening = 0;      // the same for a release
    let shown = null;     // the address whose answer is shown, without what is open
    let opener = null;    // what had the focus before a release opened
    let asked = "?";      // the last question's address, to come back to from the releases
    let polling = false;

    // -- the server ----------------------------------------------------------------------------

    async function call(name, values) {
      const got = await server[name]({ ...values, ui });
      if (got !== undefined) return got;
      const alive = await fetch("healthz").then(() => true, () => false);
      throw new Error(alive ? texts.page_failed : texts.page_gone);
    }
    const note = (text) => `<p class="note" role="alert">${text}</p>`;
    const busy = (on) => {
      page.classList.toggle("busy", on);
      results.setAttribute("aria-busy", on);
    };

    // -- the address ---------------------------------------------------------------------------

    function go(search, state = null, replace = false) {
      const target = new URLSearchParams(search);
      if (address().has("ui") && !target.has("ui")) target.set("ui", address().get("ui"));
      const link = target.size ? `?${target}` : window.location.pathname;
      if (replace) window.history.replaceState(state, "", link);
      else window.history.pushState(state, "", link);
    }
    function navigate(search, replace = false) {
      go(search, null, replace);
      window.scrollTo(0, 0);
      show();
    }
    function fillLinks(link) {
      const other = find(".other-language", page);
      link.set("ui", other.lang);
      other.setAttribute("href", `?${link}`);
      const permanent = find("a.permanent", results);
      if (permanent) permanent.setAttribute("href", window.location.href);
      const place = find(".carry .address", results);
      if (place) place.textContent = `\n<${window.location.href}>\n`;
    }

    async function show() {
      const link = address();
      const part = link.get("view") === "corpus" ? "corpus" : link.has("q") ? "answer" : "home";
      page.dataset.view = part;
      if (part === "answer") asked = window.location.search;
      find("[data-part=ask]", page).setAttribute("href", asked);
      for (const one of findAll("[data-part]", page)) {
        const here = (one.dataset.part === "corpus") === (part === "corpus");
        if (here) one.setAttribute("aria-current", "page"); else one.removeAttribute("aria-current");
      }
      fillForm(link);
      fillLinks(address());
      const open = link.get("open") || "";
      link.delete("open");
      const key = link.toString();
      if (key === shown) {
        if (open && open !== find("article", reader)?.dataset.shown) openPlace(open);
        else if (!open && !wide.matches) hideReader();
        return;
      }
      const mine = ++turn;
      hideReader(part === "answer" && shown !== null && wide.matches);
      if (part === "home") {
        shown = null;
        asked = "?";
        results.replaceChildren();
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
        got = await call(part, { search: window.location.search });
      } catch (problem) {
        got = { results: note(problem.message), corpus: note(problem.message), failed: true };
      }
      if (mine !== turn) return;
      busy(false);
      shown = got.failed ? null : key;
      if (part === "corpus") {
        fillCorpus(got.corpus);
        told.textContent = "";
        if (open) openPlace(open);
        poll();
        return;
      }
      results.innerHTML = got.results;
      told.textContent = find(".answer", results)?.innerText.split("\n")[0] || "";
      fillLinks(address());
      if (got.release && (wide.matches || open)) showReader(got.release, false);
      else hideReader();
    }

    // -- the question and its filters ------------------------------------------------------------

    const names = ["from", "to", "lang", "origin"];
    function fillForm(link) {
      box.value = link.get("q") || "";
      for (const one of form.elements) {
        if (!names.includes(one.name)) continue;
        if (one.type === "checkbox") one.checked = link.getAll(one.name).includes(one.value);
        else one.value = link.get(one.name) || "";
      }
      fillChips(link);
    }
    function fillChips(link) {
      const picked = (name) => findAll(`input[name=${name}]:checked`, filters)
        .map((one) => one.dataset.label).join(", ");
      const ends = [link.get("from"), link.get("to")];
      const dates = ends.some(Boolean) ? ends.map((end) => end || "…").join(" – ") : "";
      const within = link.getAll("release").length ? texts.page_one_release : "";
      const all = [["dates", dates, texts.page_all_dates], ["langs", picked("lang"), texts.page_all_languages],
        ["origins", picked("origin"), texts.page_all_origins], ["", within, ""]];
      const chips = find("#chips", page);
      chips.replaceChildren();
      for (const [id, value, none] of all) {
        if (id ? find(`#${id}`, filters)?.hidden !== false : !value) continue;
        const chip = chips.appendChild(document.createElement("button"));
        chip.type = "button";
        chip.className = value ? "chip on" : "chip";
        chip.textContent = value || none;
        if (id) chip.dataset.show = "filters"; else chip.dataset.clear = "";
        if (id) chip.dataset.at = id;
      }
      const count = findAll(".on", chips).length;
      if (count) {
        const clear = chips.appendChild(document.createElement("button"));
        clear.type = "button";
        clear.className = "chip clear";
        clear.dataset.clear = "";
        clear.textContent = texts.page_clear;
      }
      chips.hidden = !chips.children.length;
      chips.classList.toggle("any", count > 0);
      const number = find(".tool .on", form);
      number.hidden = !count;
      number.textContent = count || "";
      for (const bar of findAll(".histogram g", page)) {
        const from = ends[0] || "", to = ends[1] || "", at = bar.dataset.from;
        const inside = dates && at >= from.slice(0, at.length) && (!to || at <= to.slice(0, at.length));
        bar.classList.toggle("in", Boolean(inside));
      }
    }
    function fromForm(asks) {
      const link = address(), given = new FormData(form);
      for (const name of names) {
        link.delete(name);
        for (const value of given.getAll(name)) if (value.trim()) link.append(name, value.trim());
      }
      for (const name of ["open", "view", "more", "find", "by"]) link.delete(name);
      if (asks || link.has("q")) link.set("q", given.get("q"));
      navigate(link.toString(), !link.has("q"));
    }
    function clearFilters() {
      const link = address();
      for (const name of [...names, "release", "open"]) link.delete(name);
      navigate(link.toString());
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (filters.open) filters.close();
      fromForm(true);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    filters.addEventListener("change", (event) => {
      if (event.target.form === form) fromForm(false);
    });

    // A drag over the bars of the histogram chooses a range; a click on the chosen bar ends it.
    let drag = null;
    const bars = (picture) => findAll("g", picture);
    const barAt = (picture, x) => {
      const { left, width } = picture.getBoundingClientRect(), all = bars(picture);
      return Math.max(0, Math.min(all.length - 1, Math.floor(((x - left) / width) * all.length)));
    };
    page.addEventListener("pointerdown", (event) => {
      const picture = event.target.closest(".histogram svg");
      if (!picture || event.button) return;
      const at = barAt(picture, event.clientX);
      drag = { picture, from: at, to: at, before: findAll("g.in", picture).length };
      picture.setPointerCapture(event.pointerId);
    });
    page.addEventListener("pointermove", (event) => {
      if (!drag) return;
      drag.to = barAt(drag.picture, event.clientX);
      const [low, high] = [drag.from, drag.to].sort((a, b) => a - b);
      bars(drag.picture).forEach((bar, n) => bar.classList.toggle("in", low <= n && n <= high));
    });
    page.addEventListener("pointerup", () => {
      if (!drag) return;
      const [low, high] = [drag.from, drag.to].sort((a, b) => a - b);
      const all = bars(drag.picture), again = drag.before === 1 && low === high;
      find("#from", filters).value = again ? "" : all[low].dataset.from;
      find("#to", filters).value = again ? "" : all[high].dataset.from;
      drag = null;
      fromForm(false);
    });

    // -- the release -----------------------------------------------------------------------------

    const hits = () => findAll("[data-hit]", results);
    function hitWith(citation) {  // the hit whose passage contains a citation
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
    let current = "";  // the citation that is open or on its way
    function open(citation, from) {
      if (from) opener = from;
      const link = address();
      link.set("open", citation);
      const sheet = !wide.matches && !reader.open;
      go(link.toString(), sheet ? { sheet } : window.history.state, !sheet);
      fillLinks(address());
      openPlace(citation, true);
    }
    async function openPlace(citation, focus = false) {
      const mine = ++opening;
      current = citation;
      const words = hitWith(citation)?.dataset.words || "";
      let html;
      try {
        html = (await call("release", { search: window.location.search, words })).release;
      } catch (problem) {
        html = `<article class="release">${note(problem.message)}</article>`;
      }
      if (mine === opening) showReader(html, focus);
    }
    function showReader(html, focus) {
      reader.innerHTML = html;
      reader.classList.remove("stale");
      if (!reader.open) {  // on a wide window it stands beside the answer, and takes no focus
        if (wide.matches) reader.setAttribute("open", ""); else reader.showModal();
      }
      page.classList.add("reading");
      const article = find("article", reader);
      current = article.dataset.shown || current;
      const all = hits(), index = all.indexOf(hitWith(current));
      for (const button of findAll("[data-go=previous], [data-go=next]", article)) {
        button.hidden = !all.length;
      }
      if (find(".at", article)) find(".at", article).textContent = index < 0 ? "" : `${index + 1}/${all.length}`;
      for (const hit of all) hit.classList.toggle("open", hit === all[index]);
      toPassage(article);
      if (focus) find("h2, button", article)?.focus({ preventScroll: true });
    }
    function toPassage(article) {
      const asPage = article.dataset.as === "page";
      const scroller = find(asPage ? ".pages" : ".body", article);
      const passage = find(asPage ? ".cited" : ".passage", article);
      if (!scroller || !passage) return;
      const room = Math.max(0, Math.min(scroller.clientHeight / 4, scroller.clientHeight - passage.offsetHeight));
      scroller.scrollTop = passage.offsetTop - (asPage ? 8 : room);
    }
    function hideReader(keep = false) {
      opening += 1;
      if (keep) {  // dimmed until the next answer's release comes
        reader.classList.add("stale");
        return;
      }
      current = "";
      if (reader.open) reader.close();
      reader.replaceChildren();
      page.classList.remove("reading");
      for (const hit of hits()) hit.classList.remove("open");
    }
    function closeReader() {
      const link = address();
      link.delete("open");
      hideReader();
      if (window.history.state?.sheet) window.history.back();
      else go(link.toString(), null, true);
      if (opener?.isConnected) opener.focus();
    }
    reader.addEventListener("cancel", (event) => { event.preventDefault(); closeReader(); });
    wide.addEventListener("change", () => { if (reader.open) closeReader(); });
    function step(by) {
      const all = hits(), index = all.indexOf(hitWith(current));
      if (all.length) open(all[index < 0 ? 0 : (index + by + all.length) % all.length].dataset.hit);
    }

    // Words found in the open release, marked by the browser without a change of the text.
    let found = [], at = -1;
    function findIn(article, text) {
      const wanted = text.trim().toLocaleLowerCase();
      const walker = document.createTreeWalker(find(".body", article), NodeFilter.SHOW_TEXT);
      const nodes = [];
      let whole = "";
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push([whole.length, node]);
        whole += node.data;
      }
      const low = whole.toLocaleLowerCase();
      const place = (offset) => {
        const [start, node] = nodes.findLast((one) => one[0] <= offset);
        return [node, Math.min(offset - start, node.length)];
      };
      found = [];
      at = -1;
      if (wanted && low.length === whole.length) {
        for (let n = low.indexOf(wanted); n >= 0 && found.length < 500; n = low.indexOf(wanted, n + wanted.length)) {
          const range = document.createRange();
          range.setStart(...place(n));
          range.setEnd(...place(n + wanted.length - 1));
          range.setEnd(range.endContainer, range.endOffset + 1);
          found.push(range);
        }
        article.dataset.as = "text";
      }
      window.CSS.highlights?.set("found", new window.Highlight(...found));
      nextFound(article, 1);
    }
    function nextFound(article, by) {
      at = found.length ? (at + by + found.length) % found.length : -1;
      const text = find(".find", article).value.trim();
      find(".found", article).textContent = text ? `${at + 1}/${found.length}` : "";
      if (at < 0) return;
      window.CSS.highlights?.set("current", new window.Highlight(found[at]));
      const body = find(".body", article);
      body.scrollTop += found[at].getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
    }
    reader.addEventListener("input", (event) => {
      if (event.target.matches(".find")) findIn(find("article", reader), event.target.value);
    });
    // A page that cannot be drawn gives way to the text.
    reader.addEventListener("error", () => { find("article", reader).dataset.as = "text"; }, true);

    // -- the releases ------------------------------------------------------------------------------

    function fillCorpus(html) {
      const fresh = document.createElement("template");
      fresh.innerHTML = html;
      const list = find("#list", corpus), next = find("#list", fresh.content);
      if (list && next && find("#work", corpus)) {
        const typed = find("#find", list) === document.activeElement;
        list.replaceChildren(...next.childNodes);
        const search = find("#find", list);
        if (typed && search) {
          search.focus();
          search.setSelectionRange(search.value.length, search.value.length);
        }
      } else corpus.replaceChildren(fresh.content);
      nameLanguages(corpus);
    }
    const work = (part, html) => {
      const place = find(`#work .${part}`, corpus);
      if (place) place.innerHTML = html;
    };
    async function refresh() {
      fillCorpus((await call("corpus", { search: window.location.search })).corpus);
      await fillHome();
    }
    async function poll(started = false) {
      if (polling || !server.work) return;
      polling = true;
      let running = started;
      try {
        do {
          const got = await call("work", {});
          if (running || got.running) work("progress", got.work);
          if (running && !got.running) await refresh();
          running = got.running;
          if (running) await new Promise((done) => { window.setTimeout(done, 250); });
        } while (running);
      } catch (problem) {
        work("progress", note(problem.message));
      }
      polling = false;
    }
    async function add(files) {
      const refused = files.filter((file) => file.size > RAG_LIMIT);
      const accepted = files.filter((file) => file.size <= RAG_LIMIT);
      const list = document.createElement("ul");
      list.className = "additions";
      for (const file of refused) {
        const item = list.appendChild(document.createElement("li"));
        item.className = "refused";
        item.textContent = texts.page_too_large.replace("{name}", () => file.name);
      }
      const told = refused.length ? list.outerHTML : "";
      work("results", told);
      if (!accepted.length) return;
      try {
        const paths = [];
        for (const file of accepted) {
          const bar = `<p class="working"><label>${texts.page_sending} <progress max="${accepted.length}" value="${paths.length}"></progress></label></p>`;
          work("progress", bar);
          paths.push((await upload(file)).path);
        }
        const got = await call("add", { files: paths, names: accepted.map((file) => file.name) });
        work("results", told + got.work);
        work("progress", "");
        poll(got.running);
      } catch (problem) {
        work("progress", note(problem.message));
      }
    }
    corpus.addEventListener("change", (event) => {
      if (!event.target.matches("[type=file]")) return;
      add([...event.target.files]);
      event.target.value = "";
    });
    for (const type of ["dragover", "dragleave", "drop"]) {
      page.addEventListener(type, (event) => {
        const zone = find(".drop", corpus);
        if (!zone || page.dataset.view !== "corpus") return;
        event.preventDefault();
        zone.classList.toggle("over", type === "dragover");
        if (type === "drop" && event.dataTransfer.files.length) add([...event.dataTransfer.files]);
      });
    }
    let typing = 0;
    corpus.addEventListener("input", (event) => {
      if (event.target.id !== "find") return;
      const link = address();
      if (event.target.value) link.set("find", event.target.value); else link.delete("find");
      link.delete("open");
      go(link.toString(), null, true);
      window.clearTimeout(typing);
      typing = window.setTimeout(show, 150);
    });
    page.addEventListener("submit", async (event) => {
      const { correct, said } = event.target.dataset;
      const given = Object.fromEntries(new FormData(event.target));
      if (correct !== undefined) {
        event.preventDefault();
        const got = await call("correct", { release: correct, ...given }).catch((problem) => ({ said: problem.message }));
        find(".said", event.target).textContent = got.said;
        if (got.running) poll(true);
      } else if (said !== undefined) {
        event.preventDefault();
        noteWrong(event.target, said, given.right);
      }
    });
    const removal = find("#removal", page);
    removal.addEventListener("close", async () => {
      if (removal.returnValue !== "remove") return;
      const got = await call("remove", { release: removal.dataset.id }).catch((problem) => ({ work: note(problem.message) }));
      work("results", got.work);
      if (got.running) poll(true);
    });
    async function noteWrong(from, said, right = "") {
      const question = address().get("q");
      const got = await call("wrong", { question, said, right }).catch((problem) => ({ html: note(problem.message) }));
      const fresh = document.createElement("template");
      fresh.innerHTML = got.html;
      const next = fresh.content.firstElementChild;
      from.replaceWith(next);
      find("input", next)?.focus();
    }

    // -- clicks --------------------------------------------------------------------------------------

    page.addEventListener("click", (event) => {
      const target = event.target.closest("[data-open], [data-go], [data-copy], [data-ask], [data-show], [data-hide], [data-clear], [data-wrong], [data-remove], button[data-as], a[href^='?']");
      if (!target) {
        const hit = event.target.closest("[data-hit]");
        if (hit && !event.target.closest("summary, a, button") && window.getSelection().isCollapsed) open(hit.dataset.hit, find("button", hit));
        return;
      }
      const data = target.dataset;
      if (target.matches("a[href^='?']")) {
        if (target.matches(".other-language, .permanent") || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        navigate(target.getAttribute("href").slice(1));
        return;
      }
      event.preventDefault();
      if (data.open) open(data.open, target);
      else if (data.go === "close") closeReader();
      else if (data.go) step(data.go === "next" ? 1 : -1);
      else if (data.as) { find("article", reader).dataset.as = data.as; toPassage(find("article", reader)); }
      else if (data.ask) { box.value = data.ask; form.requestSubmit(); }
      else if (data.show) { filters.showModal(); find(`#${data.at} input`, filters)?.focus(); }
      else if (data.hide) filters.close();
      else if (data.clear !== undefined) clearFilters();
      else if (data.copy) copy(target);
      else if (data.wrong !== undefined) noteWrong(target, data.wrong);
      else if (data.remove) {
        removal.dataset.id = data.remove;
        find(".named", removal).textContent = data.named;
        removal.returnValue = "";
        removal.showModal();
      }
    });
    for (const sheet of [filters, removal, reader]) {  // a click beside a sheet closes it
      sheet.addEventListener("click", (event) => {
        if (event.target !== sheet) return;
        if (sheet === reader) { if (!wide.matches) closeReader(); } else sheet.close();
      });
    }
    document.addEventListener("keydown", (event) => {
      const field = event.target.closest?.(".find");
      if (field && event.key === "Enter") nextFound(find("article", reader), event.shiftKey ? -1 : 1);
      if (event.key === "Escape" && reader.open && !filters.open && !removal.open) closeReader();
      if (event.key === " " && event.target.closest?.("a[data-open]")) {
        event.preventDefault();
        open(event.target.closest("a[data-open]").dataset.open, event.target);
      }
    });
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
    function nameLanguages(parent) {
      const known = new Intl.DisplayNames(ui, { type: "language" });
      for (const one of findAll("[data-language]", parent)) one.textContent = known.of(one.dataset.language);
      for (const one of findAll("input[name=lang]", parent)) {
        one.dataset.label = one.nextElementSibling.textContent = known.of(one.value);
      }
    }

    // -- the beginning ---------------------------------------------------------------------------------

    async function fillHome() {
      let got = await call("start", {}).catch((problem) => ({ home: note(problem.message) }));
      if (got.loading) {
        home.innerHTML = got.home;
        got = await call("start", { wait: true }).catch((problem) => ({ home: note(problem.message) }));
      }
      home.innerHTML = got.home;
      filters.innerHTML = got.filters || "";
      find("#held", page).textContent = got.held || "";
      nameLanguages(filters);
      fillForm(address());
      if (got.empty && !address().has("q") && server.add) navigate("view=corpus", true);
    }
    window.addEventListener("popstate", show);
    if (wide.matches) box.focus();
    show();
    fillHome();
  };
})();
