// What a click or a key does, by what the element says of itself.
function addClicks(app) {
  const { page, reader, filters, removal, box, wide } = app, form = app.ask;
  app.noteWrong = async (from, said, right = "") => {
    const question = find("[data-asked]", app.results)?.dataset.asked || address().get("q");
    const got = await app.call("wrong", { question, said, right }).catch((problem) => ({ html: note(problem.message) }));
    const fresh = document.createElement("template");
    fresh.innerHTML = got.html;
    const next = fresh.content.firstElementChild;
    from.replaceWith(next);
    find("input", next)?.focus();
  };

  page.addEventListener("click", (event) => {
    const target = event.target.closest("[data-open], [data-go], [data-copy], [data-ask], [data-show], [data-hide], [data-clear], [data-wrong], [data-remove], [data-change], button[data-as], a[href^='?']");
    if (!target) {
      const hit = event.target.closest("[data-hit]");
      if (hit && !event.target.closest("summary, a, button") && window.getSelection().isCollapsed) app.open(hit.dataset.hit, find("button", hit));
      return;
    }
    const data = target.dataset;
    if (target.matches("a[href^='?']")) {
      if (target.matches(".other-language, .permanent") || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      app.navigate(target.getAttribute("href").slice(1));
      return;
    }
    event.preventDefault();
    if (data.open) app.open(data.open, target);
    else if (data.go === "close") app.closeReader();
    else if (data.go) app.step(data.go === "next" ? 1 : -1);
    else if (data.as) { find("article", reader).dataset.as = data.as; app.toPassage(find("article", reader)); }
    else if (data.ask) { box.value = data.ask; form.requestSubmit(); }
    else if (data.change !== undefined) {
      box.value = data.change;
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    }
    else if (data.show) { filters.showModal(); find(`#${data.at} input`, filters)?.focus(); }
    else if (data.hide) filters.close();
    else if (data.clear !== undefined) app.clearFilters();
    else if (data.copy) copy(target);
    else if (data.wrong !== undefined) app.noteWrong(target, data.wrong);
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
      if (sheet === reader) { if (!wide.matches) app.closeReader(); } else sheet.close();
    });
  }
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.(".find");
    if (field && event.key === "Enter") app.nextFound(find("article", reader), event.shiftKey ? -1 : 1);
    if (event.key === "Escape" && reader.open && !filters.open && !removal.open) app.closeReader();
    if (event.key === " " && event.target.closest?.("a[data-open]")) {
      event.preventDefault();
      app.open(event.target.closest("a[data-open]").dataset.open, event.target);
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
}
