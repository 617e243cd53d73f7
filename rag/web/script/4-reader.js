// The open release: beside the answer on a wide window, as a sheet on a narrow one.
function addReader(app) {
  const { page, results, reader, wide } = app;
  let opening = 0;    // only the last release that was asked for is shown
  let opener = null;  // what had the focus before a release opened
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
  app.open = (citation, from) => {
    if (from) opener = from;
    const link = address();
    link.set("open", citation);
    const sheet = !wide.matches && !reader.open;
    app.go(link.toString(), sheet ? { sheet } : window.history.state, !sheet);
    app.fillLinks();
    app.openPlace(citation, true);
  };
  app.openPlace = async (citation, focus = false) => {
    const mine = ++opening;
    current = citation;
    const words = hitWith(citation)?.dataset.words || "";
    let html;
    try {
      html = (await app.call("release", { search: window.location.search, words })).release;
    } catch (problem) {
      html = `<article class="release">${note(problem.message)}</article>`;
    }
    if (mine === opening) app.showReader(html, focus);
  };
  app.showReader = (html, focus) => {
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
    app.toPassage(article);
    if (focus) find("h2, button", article)?.focus({ preventScroll: true });
  };
  app.toPassage = (article) => {
    const asPage = article.dataset.as === "page";
    const scroller = find(asPage ? ".pages" : ".body", article);
    const passage = find(asPage ? ".cited" : ".passage", article);
    if (!scroller || !passage) return;
    const room = Math.max(0, Math.min(scroller.clientHeight / 4, scroller.clientHeight - passage.offsetHeight));
    const down = asPage ? Number(passage.dataset.at) * find("img", passage).offsetHeight : 0;
    scroller.scrollTop = passage.offsetTop + down - (asPage ? scroller.clientHeight / 4 : room);
  };
  app.hideReader = (keep = false) => {
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
  };
  app.closeReader = () => {
    const link = address();
    link.delete("open");
    app.hideReader();
    if (window.history.state?.sheet) window.history.back();
    else app.go(link.toString(), null, true);
    if (opener?.isConnected) opener.focus();
  };
  reader.addEventListener("cancel", (event) => { event.preventDefault(); app.closeReader(); });
  wide.addEventListener("change", () => { if (reader.open) app.closeReader(); });
  app.step = (by) => {
    const all = hits(), index = all.indexOf(hitWith(current));
    if (all.length) app.open(all[index < 0 ? 0 : (index + by + all.length) % all.length].dataset.hit);
  };

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
    app.nextFound(article, 1);
  }
  app.nextFound = (article, by) => {
    at = found.length ? (at + by + found.length) % found.length : -1;
    const text = find(".find", article).value.trim();
    find(".found", article).textContent = text ? `${at + 1}/${found.length}` : "";
    if (at < 0) return;
    window.CSS.highlights?.set("current", new window.Highlight(found[at]));
    const body = find(".body", article);
    body.scrollTop += found[at].getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
  };
  reader.addEventListener("input", (event) => {
    if (event.target.matches(".find")) findIn(find("article", reader), event.target.value);
  });
  reader.addEventListener("load", (event) => {  // its height is known now
    if (event.target.closest(".cited")) app.toPassage(find("article", reader));
  }, true);
  // A page that cannot be drawn gives way to the text.
  reader.addEventListener("error", () => { find("article", reader).dataset.as = "text"; }, true);
}
