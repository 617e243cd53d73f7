// The releases: adding, correcting and removing them, and how far the index is.
function addCorpus(app) {
  const { page, corpus, removal, server, upload } = app;
  let polling = false;
  app.fillCorpus = (html) => {
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
    app.nameLanguages(corpus);
  };
  const work = (part, html) => {
    const place = find(`#work .${part}`, corpus);
    if (place) place.innerHTML = html;
  };
  async function refresh() {
    app.fillCorpus((await app.call("corpus", { search: window.location.search })).corpus);
    await app.fillHome();
    if (page.dataset.view !== "corpus") app.forget();
  }
  app.poll = async (started = false) => {
    if (polling || !server.work) return;
    polling = true;
    let running = started;
    try {
      do {
        const got = await app.call("work", {});
        if (running || got.running) work("progress", got.work);
        if (running && !got.running) await refresh();
        running = got.running;
        if (running) await new Promise((done) => { window.setTimeout(done, 250); });
      } while (running);
    } catch (problem) {
      work("progress", note(problem.message));
    }
    polling = false;
  };
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
      const got = await app.call("add", { files: paths, names: accepted.map((file) => file.name) });
      work("results", told + got.work);
      work("progress", "");
      app.poll(got.running);
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
    app.go(link.toString(), null, true);
    window.clearTimeout(typing);
    typing = window.setTimeout(app.show, 150);
  });
  page.addEventListener("submit", async (event) => {
    const { correct, said } = event.target.dataset;
    const given = Object.fromEntries(new FormData(event.target));
    if (correct !== undefined) {
      event.preventDefault();
      const got = await app.call("correct", { release: correct, ...given }).catch((problem) => ({ said: problem.message }));
      find(".said", event.target).textContent = got.said;
      if (got.running) app.poll(true);
    } else if (said !== undefined) {
      event.preventDefault();
      app.noteWrong(event.target, said, given.right);
    }
  });
  removal.addEventListener("close", async () => {
    if (removal.returnValue !== "remove") return;
    const got = await app.call("remove", { release: removal.dataset.id }).catch((problem) => ({ work: note(problem.message) }));
    work("results", got.work);
    if (got.running) app.poll(true);
  });
}
