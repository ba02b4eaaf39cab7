// The page of a question: saves what is chosen, and once it has all questions goes to another one without
// a new page. Without this script "Next" and "Back" save, and each question is a page.
"use strict";
(() => {
  const form = document.getElementById("answer");
  const state = document.getElementById("state");
  const parts = document.getElementById("parts");
  if (!form || !state || !parts) return;
  const say = state.dataset;
  const AWAY = 30000; // ms after which another device may well have answered meanwhile
  const heading = form.querySelector("h1");
  const place = document.querySelector(".where strong");
  const progress = document.querySelector("progress");
  const [back, next] = ["back", "next"].map((name) => form.querySelector(`[value="${name}"]`));
  const options = [...form.querySelectorAll("fieldset > .option > span")];
  let questions = []; // empty as long as each is a page
  let current = decodeURIComponent(form.action.split("/q/")[1]);
  let left = new URLSearchParams(location.search).get("saved") || ""; // the question before this one
  let leaving = false;
  let hiddenAt = 0;

  // What a page of one question lacks: it has these only where there is something to say.
  function part(id, add) {
    if (!document.getElementById(id)) add(parts.content.getElementById(id));
    return document.getElementById(id);
  }
  const before = part("before", (one) => document.querySelector("progress").after(one));
  const careBefore = part("care-before", (one) => before.after(one));
  const elsewhere = part("elsewhere", (one) => state.before(one));
  const care = part("care", (one) => state.before(one));
  const conflict = parts.content.getElementById("conflict");

  const at = (question) => `${outbox.base}/q/${question}`;
  const indexOf = (address) => questions.findIndex((one) => at(one.id) === address);
  const read = () => Object.fromEntries(new FormData(form));

  // What the page came with: somebody may have chosen before this script ran.
  function asDrawn() {
    const drawn = {};
    for (const field of form.elements) {
      if (field.type === "textarea") drawn[field.name] = field.defaultValue;
      else if (field.type === "radio" && field.defaultChecked) drawn[field.name] = field.value;
    }
    return { ...outbox.clean(drawn), version: Number(form.elements.version.value) };
  }

  function fill(answer) {
    for (const field of form.querySelectorAll("textarea")) field.value = answer[field.name] || "";
    for (const field of form.querySelectorAll("[type=radio]")) field.checked = field.value === answer.choice;
    const hasWords = Boolean(answer.comment || answer.evidence);
    form.querySelectorAll("details").forEach((one) => { one.open = hasWords && one.querySelector("textarea") !== null; });
  }

  const isUnsent = (question) => outbox.waiting.has(question);
  const isSaved = (question) => !isUnsent(question) && (outbox.known.get(question)?.version || 0) > 0;

  function needsCare(question, answer) {
    const asked = questions.find((one) => one.id === question);
    if (!asked || !answer) return Boolean(answer && answer.care);
    return Boolean(asked.levels[Number(answer.choice || NaN)]?.[2]);
  }

  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  // ---- what the page says of what is saved
  function tell() {
    const unsent = outbox.waiting.get(current);
    const [text, isWrong] = stateOf(unsent);
    write(state, text);
    state.classList.toggle("wrong", isWrong);
    care.hidden = !needsCare(current, unsent || outbox.known.get(current));
    if (questions.length) tellOfLeft();
    form.elements.version.value = unsent ? unsent.version : outbox.known.get(current)?.version || 0;
    tellOfOthers();
    ask(unsent);
  }

  function tellOfLeft() {
    const asked = questions.find((one) => one.id === left);
    write(before, asked && isSaved(left) ? asked.saved : "");
    before.hidden = !asked;
    const answer = outbox.waiting.get(left) || outbox.known.get(left);
    careBefore.hidden = !asked || !needsCare(left, answer);
  }

  function stateOf(unsent) {
    if (unsent?.problem) return [unsent.problem, true];
    const failed = outbox.hasFailed() ? [...outbox.waiting.values()] : [];
    if (failed.length === 1 && unsent) return [say.unsaved, true];
    if (failed.length) return [say.waiting.replace("{numbers}", outbox.numbers()), true];
    if (unsent) return [say.saving, false];
    return [isSaved(current) ? say.saved : "", false];
  }

  // An answer to another question that needs a decision of the person.
  function tellOfOthers() {
    const [question] = stuck().filter((one) => one !== current);
    const link = elsewhere.querySelector("a");
    if (question) {
      write(link, elsewhere.dataset.question.replace("{n}", outbox.waiting.get(question).number));
      link.href = at(question);
    }
    elsewhere.hidden = !question;
  }

  const stuck = () => [...outbox.waiting.keys()].filter((one) => {
    const { theirs, problem } = outbox.waiting.get(one);
    return theirs || problem;
  });

  // ---- another device answered this question too: both texts, and the person chooses
  function ask(unsent) {
    const isAsked = Boolean(unsent?.theirs);
    if (isAsked) {
      show(conflict.querySelector(".theirs"), unsent.theirs);
      show(conflict.querySelector(".mine"), unsent);
    }
    if (isAsked === conflict.isConnected) return;
    form.classList.toggle("asks", isAsked);
    if (!isAsked) return conflict.remove();
    form.querySelector("legend").after(conflict);
    conflict.querySelector("h2").focus();
  }

  function show(card, answer) {
    const chosen = form.querySelector(`[name=choice][value="${answer.choice}"]`);
    write(card.querySelector("b"), chosen ? chosen.closest("label").querySelector("strong").textContent : say.none);
    write(card.querySelector(".words"), [answer.comment, answer.evidence].filter(Boolean).join("\n\n"));
  }

  conflict.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    outbox.choose(current, button.value === "mine");
    fill(outbox.waiting.get(current) || outbox.known.get(current));
    tell();
    heading.focus();
    outbox.flush();
  });

  // ---- another question, without another page
  function open(index, isNew) {
    const asked = questions[index];
    left = asked.id === current ? left : current;
    current = asked.id;
    if (isNew) history.pushState(null, "", at(current));
    document.title = `${asked.title} · Mentorspiegel`;
    place.textContent = asked.title;
    progress.value = index + 1;
    progress.setAttribute("aria-label", asked.title);
    heading.textContent = asked.question;
    options.forEach((span, number) => drawLevel(span, asked.levels[number]));
    back.dataset.to = index ? at(questions[index - 1].id) : `${outbox.base}/about`;
    next.dataset.to = index + 1 < questions.length ? at(questions[index + 1].id) : `${outbox.base}/review`;
    form.action = at(current);
    for (const link of document.querySelectorAll('a[href*="/help?from="]'))
      link.href = link.href.replace(/from=.*/, `from=q/${current}`);
    fill(outbox.waiting.get(current) || outbox.known.get(current) || {});
    tell();
    (conflict.isConnected ? conflict.querySelector("h2") : heading).focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function drawLevel(span, [label, meaning]) {
    const name = document.createElement("strong");
    name.textContent = label;
    span.textContent = "";
    span.append(name);
    if (!meaning) name.className = "own";
    else span.append(Object.assign(document.createElement("span"), { textContent: meaning }));
  }

  async function load() {
    const asked = ["questions", "answers"].map(async (name) => {
      const response = await fetch(`${outbox.base}/${name}`, { headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(response.status);
      return response.json();
    });
    const [texts, { answers }] = await Promise.all(asked);
    if (texts.language !== document.documentElement.lang) return;
    if (!texts.questions.some((one) => one.id === current)) return;
    questions = texts.questions;
    place.id = "where";
    heading.tabIndex = -1;
    heading.setAttribute("aria-describedby", "where");
    history.scrollRestoration = "manual";
    learn(answers);
  }

  function learn(answers) {
    const isUntouched = !isUnsent(current);
    outbox.learn(answers);
    const stored = outbox.known.get(current);
    if (isUntouched && stored && !outbox.same(stored, outbox.clean(read()))) fill(stored);
    tell();
    form.dataset.questions = questions.length;
  }

  // ---- what the person does
  function change() {
    outbox.put(current, progress.value, read());
    tell();
    outbox.soon();
  }

  function leave(how) {
    leaving = true;
    how();
  }

  // Go to a page of the server, once it has everything.
  async function leaveBy(button, to) {
    if (!(await outbox.flush())) {
      const [question] = stuck();
      if (question && question !== current) go(at(question));
      return;
    }
    const after = isSaved(current) ? `?saved=${current}` : "";
    if (navigator.onLine === false) {
      write(state, say.offline);
      state.classList.add("wrong");
    } else if (to) leave(() => location.assign(to + after));
    else leave(() => button.click());
  }

  function go(address) {
    const index = indexOf(address);
    if (index >= 0) open(index, true);
    else leave(() => location.assign(address));
  }

  form.addEventListener("change", change);
  form.addEventListener("input", (event) => { if (event.target.type !== "radio") change(); });
  form.addEventListener("submit", (event) => {
    const button = event.submitter; // an old browser does not tell: then the form itself goes
    if (leaving || !button) return;
    event.preventDefault();
    const { to } = button.dataset;
    if (to && indexOf(to) >= 0) go(to);
    else leaveBy(button, to);
  });
  // the second of two quick taps is no wish to pass over a question
  form.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest(".go button")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href*="/a/"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = indexOf(new URL(link.href).pathname);
    if (index >= 0) {
      event.preventDefault();
      open(index, true);
    } else if (outbox.isKept()) leaving = true; // the next page sends what is kept here
  });
  window.addEventListener("popstate", () => {
    const index = indexOf(location.pathname);
    if (index >= 0) open(index, false);
    else if (questions.length) leave(() => location.reload());
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      hiddenAt = Date.now();
      outbox.sendAll();
    } else if (questions.length && Date.now() - hiddenAt > AWAY) load().catch(() => {});
  });
  window.addEventListener("pagehide", () => outbox.sendAll());
  window.addEventListener("online", () => outbox.tryNow());
  window.addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted && questions.length) load().catch(() => {});
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && outbox.waiting.size) event.preventDefault();
  });

  outbox.heard.changed = tell;
  outbox.heard.saved = (question, stored) => {
    if (question === current && !isUnsent(current) && !outbox.same(stored, outbox.clean(read()))) fill(stored);
  };
  outbox.heard.refused = () => leave(() => form.submit()); // the server has something to say
  const drawn = asDrawn();
  outbox.learn([{ criterion: current, ...drawn, care: !care.hidden }]);
  if (isUnsent(current)) fill(outbox.waiting.get(current));
  else outbox.put(current, progress.value, read());
  tell();
  outbox.flush();
  load().catch(() => {}); // then each question stays a page
})();
