// The question and its filters: the form, the chips and the histogram follow the address.
function addFilters(app) {
  const { page, filters, box } = app, form = app.ask;
  const names = ["from", "to", "lang", "origin"];
  app.fillForm = (link) => {
    box.value = link.get("q") || "";
    for (const one of form.elements) {
      if (!names.includes(one.name)) continue;
      if (one.type === "checkbox") one.checked = link.getAll(one.name).includes(one.value);
      else one.value = link.get(one.name) || "";
    }
    fillChips(link);
  };
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
    app.markBars(link);
  }
  app.markBars = (link) => {
    const from = link.get("from") || "", to = link.get("to") || "";
    for (const bar of findAll(".histogram g", page)) {
      const at = bar.dataset.from;
      const inside = (from || to) && at >= from.slice(0, at.length) && (!to || at <= to.slice(0, at.length));
      bar.classList.toggle("in", Boolean(inside));
    }
  };
  function fromForm(asks) {
    const link = address(), given = new FormData(form);
    for (const name of names) {
      link.delete(name);
      for (const value of given.getAll(name)) if (value.trim()) link.append(name, value.trim());
    }
    for (const name of ["open", "view", "more", "find", "by"]) link.delete(name);
    if (asks || link.has("q")) link.set("q", given.get("q"));
    if (asks) followAnswer(link);
    if (asks) app.forget();
    app.navigate(link.toString(), !link.has("q"));
  }
  // A question may follow the one whose answer is shown; the server decides whether it does.
  function followAnswer(link) {
    for (const name of ["after", "of", "said"]) link.delete(name);
    const before = app.page.dataset.view === "answer" && find("[data-asked]", app.results)?.dataset;
    if (!before || before.asked === link.get("q")) return;
    link.set("after", before.asked);
    if (before.of) link.set("of", before.of);
    if (before.said) link.set("said", before.said);
  }
  app.clearFilters = () => {
    const link = address();
    for (const name of [...names, "release", "open"]) link.delete(name);
    app.navigate(link.toString());
  };
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
}
