// Brings a site to life: addresses, search, filters and keys. Without it everything can be read all the same.
"use strict";
(() => {
  const root = document.documentElement;
  const main = document.getElementById("main");
  const parts = [...main.querySelectorAll(":scope > .part")];
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const title = document.title;
  root.classList.add("js");
  document.getElementById("tools").hidden = false;
  document.getElementById("filters").open = matchMedia("(min-width: 40.01rem)").matches;

  const placeOf = (screen) => (screen.id ? screen : screen.querySelector(":scope > [id]:not(.former)"));
  const addressOf = (screen) => placeOf(screen).id;
  const headOf = (screen) => screen.querySelector(":scope > h3, :scope > summary");

  /** Shows what an address names: all text, a part, or one screen with the headings above it. */
  function show(address, isFirst) {
    if (address === "main" && !isFirst) {
      main.focus();
      return;
    }
    // What is not there, such as an address of an older page, leads to the beginning.
    const named = document.getElementById(address)?.closest(".screen, .part") ?? parts[0];
    const isAll = address === "t" || !named;
    const screen = isAll ? null : named;
    for (const element of main.querySelectorAll(".on, .up")) element.classList.remove("on", "up");
    for (const chip of main.querySelectorAll(".chip[open]")) chip.open = false;
    for (const opened of main.querySelectorAll("details.routed")) {
      opened.open = false;
      opened.classList.remove("routed");
    }
    root.classList.toggle("overview", screen === parts[0]);
    if (isAll) {
      parts.forEach((part) => part.classList.add("on"));
      main.querySelectorAll("details").forEach(open);
    } else if (screen) {
      screen.classList.add("on");
      for (let above = screen.parentElement; above !== main; above = above.parentElement) above.classList.add("up");
      for (let fold = screen; fold && fold !== main; fold = fold.parentElement) if (fold.tagName === "DETAILS") open(fold);
      screen.querySelectorAll(":scope > details.more").forEach(open);
      deepen(screen);
    }
    const part = isAll ? "t" : screen.closest(".part").id;
    for (const link of document.querySelectorAll("nav a")) {
      if (link.hash === `#${part}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const head = screen && screen.classList.contains("screen") ? headOf(screen) : null;
    document.title = head ? `${head.textContent.trim()} – ${title}` : title;
    // The browser goes to the place itself; above it stands whose it is.
    if (isFirst) {
      addEventListener("load", () => setTimeout(() => head && main.scrollIntoView()));
      return;
    }
    if (head) main.scrollIntoView();
    else scrollTo(0, 0);
    (head ? (head.querySelector("a") ?? head) : main).focus({ preventScroll: true });
  }

  function open(details) {
    if (details.open) return;
    details.open = true;
    details.classList.add("routed");
  }

  /** Adds to a statement what other screens have of it: its reasons' reasons, what it is a reason for, and its name as text. */
  function deepen(screen) {
    if (screen.tagName !== "DETAILS" || placeOf(screen).tagName !== "P" || screen.dataset.deep) return;
    screen.dataset.deep = "1";
    const name = document.createElement("code");
    name.textContent = addressOf(screen).slice(2);
    placeOf(screen).append(" · ", name);
    for (const item of reasons(screen)?.children ?? []) {
      const premise = document.getElementById(nameIn(item.querySelector("a")?.hash ?? ""));
      const below = premise && reasons(premise.closest(".screen"));
      if (below) item.append(copy(below));
    }
    const ends = (screen.dataset.ends ?? "").split(" ").filter(Boolean);
    if (ends.length === 0) return;
    statements ??= [...main.querySelectorAll(".screen")].filter((it) => placeOf(it).tagName === "P");
    const [head, list] = ["h4", "ul"].map((tag) => document.createElement(tag));
    head.textContent = main.dataset.ends;
    for (const end of ends) {
      const other = statements[Number.parseInt(end, 10)];
      const [item, link] = ["li", "a"].map((tag) => document.createElement(tag));
      link.href = `#${addressOf(other)}`;
      link.textContent = headOf(other).textContent;
      item.append(link, end.endsWith("~") ? "~" : "");
      list.append(item);
    }
    screen.append(head, list);
  }

  let statements;
  function reasons(screen) {
    const head = [...screen.querySelectorAll(":scope > h4")].find((it) => it.textContent === main.dataset.reasons);
    return head?.nextElementSibling;
  }

  function copy(list) {
    const copied = list.cloneNode(true);
    copied.querySelectorAll("ul").forEach((deeper) => deeper.remove());
    return copied;
  }

  function nameIn(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  }

  // Search: all words have to be there, in the line or the name of a screen.
  let index;
  function indexed() {
    index ??= [...main.querySelectorAll(".screen")].map((screen) => {
      const [text, address] = [headOf(screen).textContent, addressOf(screen)];
      const quoted = [...screen.querySelectorAll(":scope > ul > li > i")].map((it) => it.textContent);
      return { text, address, all: `${text} ${address} ${quoted.join(" ")}`.toLowerCase() };
    });
    return index;
  }

  const MOST = 40;
  function look() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    found.replaceChildren();
    found.hidden = words.length === 0;
    if (words.length === 0) return;
    const hits = indexed().filter((it) => words.every((word) => it.all.includes(word)));
    for (const hit of hits.slice(0, MOST)) {
      const [item, link, name] = ["li", "a", "small"].map((tag) => document.createElement(tag));
      link.href = `#${hit.address}`;
      link.append(hit.text);
      name.textContent = hit.address;
      link.append(name);
      item.append(link);
      found.append(item);
    }
    const last = document.createElement("li");
    last.className = "note";
    if (hits.length === 0) last.textContent = "Nothing has all of these words.";
    if (hits.length > MOST) last.textContent = `and ${hits.length - MOST} more`;
    if (last.textContent) found.append(last);
  }

  // Filters: a question is left out with its heading where nothing of it is left.
  const [author, tag, clash, stated] = ["author", "tag", "clash", "stated"].map((id) => document.getElementById(id));
  function filter() {
    let shown = 0;
    const questions = main.querySelectorAll(".question");
    for (const question of questions) {
      for (const chip of question.querySelectorAll(".chip")) {
        chip.classList.toggle("out", stated.checked && chip.classList.contains("read"));
      }
      for (const lane of question.querySelectorAll(".lanes > li")) {
        lane.classList.toggle("out", !lane.querySelector(".chip:not(.out)"));
      }
      const speaks = (chip) => chip.dataset.a.split(" ").includes(author.value);
      const isIn =
        (!author.value || [...question.querySelectorAll(".chip:not(.out)")].some(speaks)) &&
        (!tag?.value || question.dataset.tags.split(" ").includes(tag.value)) &&
        (!clash.checked || "clash" in question.dataset) &&
        (!stated.checked || question.querySelector(".chip:not(.out)"));
      question.classList.toggle("out", !isIn);
      if (isIn) shown += 1;
    }
    for (const group of questions.length ? parts[0].querySelectorAll(".group") : []) {
      group.classList.toggle("out", !group.querySelector(".question:not(.out)"));
    }
    const isAsked = author.value || tag?.value || clash.checked || stated.checked;
    document.getElementById("left").textContent = isAsked ? `${shown} of ${questions.length} questions are shown.` : "";
  }

  function closeSheets(except) {
    for (const chip of main.querySelectorAll(".chip[open]")) if (chip !== except) chip.open = false;
  }

  addEventListener("hashchange", () => show(nameIn(location.hash)));
  search.addEventListener("input", look);
  for (const control of [author, tag, clash, stated]) control?.addEventListener("change", filter);
  found.addEventListener("click", (event) => {
    if (!event.target.closest("a")) return;
    found.hidden = true;
    search.value = "";
  });
  document.addEventListener("click", (event) => {
    const summary = event.target.closest(".chip > summary");
    if (summary) closeSheets(summary.parentElement);
    else if (!event.target.closest(".chip")) closeSheets();
    if (!event.target.closest("[role=search]")) found.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      const chip = main.querySelector(".chip[open]");
      chip?.querySelector("summary").focus();
      closeSheets();
      found.hidden = true;
    } else if (!found.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const links = [search, ...found.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
      links[Math.max(0, Math.min(at, links.length - 1))].focus();
    }
  });
  // On paper everything is there.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...main.querySelectorAll("details:not([open])")];
    closed.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((details) => (details.open = false)));
  show(nameIn(location.hash), true);
})();
