// The other pages: what this device has and the server does not is sent, or at least named.
"use strict";
(() => {
  const anew = document.querySelector("form[data-anew]");
  if (anew) anew.addEventListener("submit", () => outbox.forgetAll()); // another person goes on here
  const note = document.getElementById("unsent");
  if (!note) return;
  const say = note.dataset;
  let isLate = !say.text; // on the page that says that it is closed

  function tell() {
    note.hidden = !outbox.waiting.size;
    if (note.hidden) return;
    note.textContent = (isLate ? say.late : say.text).replace("{numbers}", outbox.numbers());
    const [stuck] = [...outbox.waiting].filter(([, entry]) => entry.theirs || entry.problem);
    if (!stuck || isLate) return;
    const link = document.createElement("a");
    link.href = `${outbox.base}/q/${stuck[0]}`;
    link.textContent = say.question.replace("{n}", stuck[1].number);
    note.append(" ", link);
  }

  function onSubmit(page, react) {
    const form = document.querySelector(`form[action="${outbox.base}/${page}"]`);
    if (form) form.addEventListener("submit", react);
  }

  tell();
  if (isLate) return;
  outbox.heard.changed = () => {
    tell();
    const showsAnswers = document.querySelector('.given, .button[href*="/q/"]');
    if (showsAnswers && !outbox.waiting.size) location.reload();
  };
  outbox.heard.refused = (status) => { isLate = status === 410; };
  onSubmit("finish", (event) => {
    if (outbox.waiting.size) event.preventDefault();
    else outbox.forgetOwn();
    outbox.tryNow();
  });
  onSubmit("delete", () => outbox.forgetOwn());
  window.addEventListener("online", () => outbox.tryNow());
  if (outbox.waiting.size) outbox.flush();
})();
