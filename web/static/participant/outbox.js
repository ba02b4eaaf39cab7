// What somebody answered and the server has not confirmed yet: in memory and on this device. It is sent a
// few answers at a time, and again after a cut, a reload or a restart of the server.
"use strict";
const outbox = (() => {
  const MOST = 4; // answers in one post
  const LARGEST = 30000; // bytes of one post
  const PAUSE = 1.5; // seconds after the last change, unless so many wait
  const KEPT = 7 * 24 * 3600 * 1000; // ms that an answer stays on the device
  const TRIED = 5; // of what was sent and not confirmed: the server may have it all the same
  const NAMES = ["choice", "comment", "evidence"];
  const EDGE = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g; // what the server takes off as well
  const ALL = "mentorspiegel-answers:";
  const base = location.pathname.split("/").slice(0, 3).join("/");
  const own = `${ALL}${base.slice(-8)}:`; // enough to tell links apart, and not the address
  const waiting = new Map(); // by question: what is not confirmed
  const known = new Map(); // by question: what the server has
  const sending = new Map(); // by question: what is under way
  const heard = { changed() {}, saved() {}, refused() {} }; // set by the page
  let busy = null;
  let pause = 1; // seconds until the next try
  let timer = 0;
  let failed = false;
  let keeps = true; // whether this device keeps what is not confirmed

  const pick = (answer) => Object.fromEntries(NAMES.map((name) => [name, answer[name] || ""]));
  const same = (one, other) => NAMES.every((name) => (one[name] || "") === (other[name] || ""));

  // As the server will have it, so that what it confirms can be compared letter by letter.
  function clean(values) {
    return Object.fromEntries(NAMES.map((name) => {
      const text = new URLSearchParams({ text: values[name] || "" }).get("text");
      return [name, text.replace(/\r\n?/g, "\n").replace(EDGE, "")];
    }));
  }

  function keep(question) {
    const { theirs, ...entry } = waiting.get(question);
    try {
      localStorage.setItem(own + question, JSON.stringify({ ...entry, at: Date.now() }));
    } catch {
      keeps = false;
    }
  }

  function remove(question) {
    const entry = waiting.get(question);
    waiting.delete(question);
    try {
      const kept = JSON.parse(localStorage.getItem(own + question));
      // another window may have written something newer
      if (kept && (!entry || same(kept, entry))) localStorage.removeItem(own + question);
    } catch {
      keeps = false;
    }
  }

  function forget(beginning) {
    try {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith(beginning)) localStorage.removeItem(name);
      }
    } catch {
      keeps = false;
    }
  }

  // What an earlier page could not send.
  function restore() {
    try {
      for (const [name, text] of Object.entries(localStorage)) {
        if (!name.startsWith(ALL)) continue;
        const { at, ...entry } = JSON.parse(text);
        if (!(Date.now() - at < KEPT)) localStorage.removeItem(name);
        else if (name.startsWith(own)) waiting.set(name.slice(own.length), entry);
      }
    } catch {
      keeps = false;
    }
  }

  function put(question, number, given) {
    const values = clean(given);
    const stored = known.get(question) || { version: 0 };
    const entry = waiting.get(question);
    if (entry && same(entry, values)) return;
    // once something was sent the server may have that, whatever was known before
    if (!entry?.tried.length && !entry?.theirs && same(values, stored)) return remove(question);
    const { problem, ...before } = entry || { version: stored.version, tried: [] };
    waiting.set(question, { ...before, number, ...values });
    keep(question);
  }

  const isReady = ([question, entry]) => !entry.theirs && !entry.problem && !sending.has(question);

  function nextPost() {
    const chosen = [];
    let size = 0;
    for (const [question, entry] of [...waiting].filter(isReady).slice(0, MOST)) {
      size += fieldsOf([[question, entry]]).toString().length;
      if (chosen.length && size > LARGEST) break;
      chosen.push([question, entry]);
    }
    return chosen;
  }

  function fieldsOf(chosen) {
    const fields = new URLSearchParams();
    chosen.forEach(([question, entry], index) => {
      const all = { criterion: question, ...pick(entry), version: entry.version };
      for (const [name, value] of Object.entries(all)) if (value !== "") fields.set(`${index + 1}-${name}`, value);
    });
    return fields;
  }

  async function post(chosen) {
    for (const [question, entry] of chosen) {
      sending.set(question, pick(entry));
      entry.tried = [...entry.tried, pick(entry)].slice(-TRIED);
      keep(question);
    }
    const { status, told } = await ask(fieldsOf(chosen));
    for (const [question] of chosen) sending.delete(question);
    if (told) {
      failed = false;
      pause = 1;
      const moved = told.map(settle).some(Boolean);
      heard.changed();
      return moved;
    }
    failed = true;
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) heard.refused(status);
    else later(pause);
    pause = Math.min(pause * 2, 30);
    heard.changed();
    return false;
  }

  async function ask(fields) {
    try {
      const response = await fetch(`${base}/answers`, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
        body: fields.toString(),
        credentials: "same-origin",
        keepalive: true, // arrives also when the page is put away meanwhile
        signal: AbortSignal.timeout ? AbortSignal.timeout(15000) : undefined,
      });
      return { status: response.status, told: response.ok ? (await response.json()).answers : null };
    } catch {
      return { status: 0, told: null };
    }
  }

  // Take in what became of one answer; return whether that brings things further.
  function settle({ criterion: question, result, problem, care, ...stored }) {
    const entry = waiting.get(question);
    if (!entry) return true;
    if (result === "not asked") {
      remove(question);
      heard.refused(404);
    } else if (result === "refused") {
      entry.problem = problem;
      keep(question);
    } else if (result === "conflict") {
      settleConflict(question, entry, stored);
    } else {
      confirm(question, entry, { ...stored, care });
    }
    return true;
  }

  function settleConflict(question, entry, stored) {
    known.set(question, stored);
    // the reply to what was sent from here got lost
    if (entry.tried.some((one) => same(one, stored))) entry.version = stored.version;
    else entry.theirs = stored;
  }

  function confirm(question, entry, stored) {
    const isAsSent = same(entry, entry.tried[entry.tried.length - 1]);
    known.set(question, stored);
    if (isAsSent) remove(question);
    else {
      Object.assign(entry, { version: stored.version, tried: [] });
      if (same(entry, stored)) remove(question);
      else keep(question);
    }
    heard.saved(question, stored);
  }

  function later(seconds) {
    clearTimeout(timer);
    timer = setTimeout(flush, seconds * 1000);
  }

  function soon() {
    if ([...waiting].filter(isReady).length >= MOST) flush();
    else later(PAUSE);
  }

  // Return true once the server has everything.
  async function flush() {
    clearTimeout(timer);
    for (;;) {
      if (busy && !(await busy)) return false;
      const chosen = nextPost();
      if (!chosen.length) break;
      busy = busy || post(chosen).finally(() => { busy = null; });
    }
    return waiting.size === 0;
  }

  // A phone may end a page that is put away, without a word.
  function sendAll() {
    for (let chosen = nextPost(); chosen.length; chosen = nextPost()) post(chosen);
  }

  // What the server has, as read at some moment; what was confirmed since then is newer.
  function learn(answers) {
    for (const { criterion: question, ...stored } of answers) {
      if ((known.get(question)?.version || 0) > stored.version) continue;
      known.set(question, { ...known.get(question), ...stored });
      const entry = waiting.get(question);
      if (entry && !sending.has(question) && same(entry, stored)) remove(question);
    }
  }

  // Keep one of two answers to a question.
  function choose(question, isMine) {
    const entry = waiting.get(question);
    known.set(question, entry.theirs);
    Object.assign(entry, { version: entry.theirs.version, theirs: undefined, tried: [] });
    if (isMine && !same(entry, known.get(question))) keep(question);
    else remove(question);
  }

  restore();
  return {
    base, known, waiting, heard, put, soon, flush, sendAll, learn, choose, clean, same,
    hasFailed: () => failed,
    numbers: () => [...waiting.values()].map((one) => one.number).sort((a, b) => a - b).join(", "),
    isKept: () => keeps,
    tryNow() { pause = 1; return flush(); },
    forgetOwn() { waiting.clear(); forget(own); },
    forgetAll() { waiting.clear(); forget(ALL); },
  };
})();
