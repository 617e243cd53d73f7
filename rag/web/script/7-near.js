// What is filled when it is opened: similar releases, their changes, and counts of a search.
function addNear(app) {
  const { page } = app;
  const fill = async (place, name, values) => {
    place.innerHTML = `<p class="note" role="status">${texts.page_searching}</p>`;
    const got = await app.call(name, values).catch((problem) => ({ html: note(problem.message) }));
    place.innerHTML = got.html;
    app.nameLanguages(place);
    app.markBars(new URLSearchParams(window.location.search));
  };
  page.addEventListener("toggle", (event) => {
    const details = event.target, place = find(".filled", details);
    if (!details.open || !place || place.children.length) return;
    if (details.dataset.near) fill(place, "similar", { release: details.dataset.near });
    else if (details.dataset.facets !== undefined) fill(place, "facets", { search: window.location.search });
  }, true);
  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-changes]");
    if (!button) return;
    fill(button.closest(".filled"), "changes", { before: button.dataset.of, after: button.dataset.changes });
  });
}
