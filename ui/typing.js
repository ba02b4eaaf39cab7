// Nothing that somebody types gets lost.
//
// Streamlit sends a text when its field is left. Here it is sent while somebody types, and before every
// way out. What the database does not hold yet stays on this device, and is put back after a reload.
// The truth is in the save lines that the server draws (ui/widgets/save_line.py): per field a digest of
// what is stored, and of what the server saw in the field. As long as a field shows something else, its
// line says so, whatever stood there.
if (!window.msTyping) window.msTyping = (() => {
  const PAUSE = 600, LONGEST = 3000;  // ms without a key, or typing without a pause, before a text is sent
  const SETTLED = 200;  // ms until a field that came on the screen can be written into
  const LATE = 5000;  // ms without an answer before the line says that it is not saved
  const AT_ONCE = 1000, LOADS = 10000;  // ms until the lock of a closed tab is had, and a tab has loaded again
  const KEPT = 7 * 24 * 3600 * 1000;  // ms that a text stays on the device
  const TEXTS = '.stTextArea textarea, .stTextInput input, .stNumberInput input';
  const CONTROL = `${TEXTS}, .stDateInput, .stRadio, .stCheckbox, .stSelectbox, .stButtonGroup`;
  const SEGMENT = '.stDateInput [role=spinbutton]';

  const fields = new Map();  // what is known of a field, by its name
  const lines = new WeakMap();  // what a line says, by its element
  const dead = new WeakSet();  // lines of forms that did what they were filled in for
  let words = {}, wasConnected = true, sentAgain = 0, held = null, letThrough = false, timers = new Map();

  // ---- the same digest as in save_line.py
  const EDGE = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;
  const TABLE = Array.from({length: 256}, (_, n) => {
    for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
  });
  let lastText = null, lastDigest = '';
  function digest(text) {
    if (text === lastText) return lastDigest;
    const data = new TextEncoder().encode(stripped(text));
    let sum = 0xffffffff;
    for (const byte of data) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    lastText = text;
    lastDigest = `${data.length}:${((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')}`;
    return lastDigest;
  }
  function stripped(text) {  // as Python does: a byte order mark is no space there
    return text.replace(/\ufeff/g, '\ue000').replace(EDGE, '').replace(/\ue000/g, '\ufeff');
  }

  // ---- what a field shows
  const part = (box, type) => box.querySelector(`[role=spinbutton][data-type=${type}]`);
  function dateIn(box) {
    const [day, month, year] = ['day', 'month', 'year'].map(type => part(box, type));
    if (!day || !month || !year) return null;
    const filled = [day, month, year].filter(one => one.dataset.placeholder !== 'true');
    if (filled.length === 0) return '';
    if (filled.length < 3) return null;
    const two = one => one.getAttribute('aria-valuenow').padStart(2, '0');
    const long = year.getAttribute('aria-valuenow');
    return long.length === 4 ? `${long}-${two(month)}-${two(day)}` : null;
  }
  // returns the text, null when it is not complete, undefined while somebody looks for an option
  function shownIn(box) {
    const area = box.querySelector('.stTextArea textarea, .stTextInput input');
    if (area) return area.value;
    const number = box.querySelector('.stNumberInput input');
    if (number) return !number.validity.valid ? null : number.value && String(Number(number.value));
    if (box.querySelector('.stDateInput')) return dateIn(box);
    const radios = [...box.querySelectorAll('.stRadio input')];
    if (radios.length) return String(radios.findIndex(one => one.checked)).replace('-1', '');
    const tick = box.querySelector('.stCheckbox input');
    if (tick) return tick.checked ? '1' : '0';
    const list = box.querySelector('.stSelectbox input');
    if (list) return list.getAttribute('aria-expanded') === 'true' ? undefined : list.value;
    const pills = [...box.querySelectorAll('.stButtonGroup button')];
    return pills.flatMap((one, n) => isOn(one) ? [n] : []).join(',');
  }
  const isOn = pill => ['aria-checked', 'aria-pressed', 'aria-selected'].some(
    name => pill.getAttribute(name) === 'true');
  const isTyped = box => box.querySelector(`${TEXTS}, ${SEGMENT}`) !== null;

  // ---- texts on this device, each under the tab in which it is typed: an open tab keeps its own
  const PREFIX = 'mentorspiegel:', TAB = 'mentorspiegel-tab';
  const gone = new Set(), watched = new Set();  // other tabs: closed ones left their texts to any tab
  let me = '';
  const place = (name, tab) => `${PREFIX}${name}@${tab}`;
  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch { return null; }
  }
  function keep(name, text, base) {
    try {
      localStorage.setItem(place(name, me), JSON.stringify({text, base, at: Date.now()}));
    } catch { /* no room, or not allowed: the text still stands in the field */ }
  }
  function kept(name) {  // the newest text of this tab and of closed ones
    const found = [me, ...gone].map(tab => read(place(name, tab))).filter(one => one);
    return found.sort((one, other) => other.at - one.at)[0] ?? null;
  }
  function drop(name) {
    try {
      for (const tab of [me, ...gone]) localStorage.removeItem(place(name, tab));
    } catch { /* nothing was kept either */ }
  }
  function all() {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).map(key => {
        const end = key.lastIndexOf('@');
        return {key, name: key.slice(PREFIX.length, end), tab: key.slice(end + 1)};
      });
    } catch { return []; }
  }
  function dropAll(isWanted) {
    for (const one of all()) if (isWanted(one)) localStorage.removeItem(one.key);
  }
  const isMine = tab => tab === me || gone.has(tab);

  // a tab holds a lock as long as it is open, and a reload keeps its name
  function claim() {
    const fresh = () => Math.random().toString(36).slice(2);
    const take = name => {
      me = name;
      try { sessionStorage.setItem(TAB, name); } catch { /* a reload gets another name */ }
    };
    try { me = sessionStorage.getItem(TAB) ?? ''; } catch { /* not allowed */ }
    if (!me) take(fresh());
    const hold = () => new Promise(() => {});
    navigator.locks?.request(place('tab', me), {ifAvailable: true}, lock => {
      if (lock) return hold();
      take(fresh());  // this tab is the copy of one that is open
      watchAll();
      return void navigator.locks.request(place('tab', me), hold);
    }).catch(() => {});
  }
  function watch(tab) {  // the lock of a tab is free once that tab is closed, and while it loads again
    if (tab === me || watched.has(tab)) return;
    watched.add(tab);
    if (!navigator.locks) return void gone.add(tab);
    const asked = Date.now();
    navigator.locks.request(place('tab', tab), () => {
      if (Date.now() - asked > AT_ONCE) return void setTimeout(watchAnew, LOADS, tab);
      gone.add(tab);
      inherit();
    }).catch(() => {});
  }
  function watchAnew(tab) {
    watched.delete(tab);
    watch(tab);
  }
  const watchAll = () => all().forEach(({tab}) => watch(tab));
  function inherit() {  // what a tab left that closed while this one shows the same field
    for (const one of fields.values()) {
      if (!one.box?.isConnected || !one.isReady || one.isTouched || !isTyped(one.box)) continue;
      one.base = kept(one.name)?.base ?? one.stored;
      returned(one);
    }
    look();
  }
  addEventListener('storage', event => {
    if (event.key?.startsWith(PREFIX)) watch(event.key.slice(event.key.lastIndexOf('@') + 1));
  });

  // ---- sending
  function leave(box) {  // what React takes for leaving a field; the focus and the caret stay
    const typed = box.querySelector(TEXTS);
    const out = relatedTarget => new FocusEvent('focusout', {bubbles: true, relatedTarget});
    if (typed) typed.dispatchEvent(out(null));
    else box.querySelector(SEGMENT)?.dispatchEvent(out(document.body));  // closes the calendar
  }
  function send(one) {
    clearTimeout(timers.get(one.name));
    timers.delete(one.name);
    if (!one.box?.isConnected || !isTyped(one.box)) return;
    const now = shownIn(one.box);
    if (now === null || now === one.sent || digest(now) === one.shown && !one.waiting) return;
    one.sent = now;
    waitFor(one);
    leave(one.box);
  }
  function waitFor(one) {
    one.waiting = true;
    one.since = Date.now();
    setTimeout(look, LATE + 100);
  }
  function sendSoon(one) {
    one.typing ??= Date.now();
    clearTimeout(timers.get(one.name));
    const rest = Math.max(0, LONGEST - (Date.now() - one.typing));
    timers.set(one.name, setTimeout(() => { one.typing = null; send(one); look(); },
      Math.min(PAUSE, rest)));
  }
  function sendAll() {
    look();
    for (const one of fields.values()) if (one.isUnseen) send(one);
    const active = document.activeElement;
    if (active?.matches?.(TEXTS) && !known(active)) leave(active.closest('.stElementContainer'));
  }
  const known = element => [...fields.values()].some(one => one.box?.contains(element));
  const isWaiting = () => [...fields.values()].some(one => one.box?.isConnected
    && (one.waiting || one.isUnseen && one.last !== null && isTyped(one.box)));

  // Streamlit throws away what it could not send; this button sends everything that stands in the fields
  function sendAgain() {
    const isRunning = document.querySelector('[data-test-script-state=running]') !== null;
    if (!isConnected() || isRunning || Date.now() - sentAgain < LATE) return;
    sendAll();
    const isMissing = one => one.box?.isConnected && one.isReady
      && (one.waiting || one.isUnseen && one.last !== null);
    if (![...fields.values()].some(isMissing)) return;
    sentAgain = Date.now();
    document.querySelector('.st-key-send_again button')?.click();
  }
  const isConnected = () => document.querySelector('[data-test-connection-state]')
    ?.dataset.testConnectionState === 'CONNECTED';

  // ---- putting back what did not arrive
  function putBack(box, text) {
    const typed = box.querySelector(TEXTS);
    if (typed) {
      const kind = typed instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(typed, text);
      typed.dispatchEvent(new Event('input', {bubbles: true}));
    } else if (text) {
      const data = new DataTransfer();
      data.setData('text', text.split('-').reverse().join('-'));
      box.querySelector(SEGMENT)?.dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    }
  }
  // React puts a field on the screen first, gives it its value later, and only then listens to it
  function hasCome(one) {
    const now = shownIn(one.box) ?? '';
    const isSettled = Date.now() - one.came >= SETTLED && digest(now) === one.shown;
    one.isReady = isSettled || one.isTouched || !isTyped(one.box);
    if (!one.isReady) return false;
    one.last = now;
    one.base = kept(one.name)?.base ?? one.stored;
    if (isTyped(one.box) && !one.isTouched) returned(one);
    return true;
  }
  function returned(one) {
    const draft = kept(one.name);
    if (typeof draft?.text !== 'string' || draft.text === shownIn(one.box)) return;
    // the server was told, and shows another text: somebody chose that
    const isOver = one.told === draft.text || digest(draft.text) === one.stored;
    if (isOver || !draft.text) forgetText(one);
    else if (one.back !== draft.text && (one.form || draft.base === one.stored)) {
      one.back = draft.text;  // once: it may be drawn anew because it cannot be kept
      putBack(one.box, draft.text);
    } else offer(one, draft);
  }
  function forgetText(one) {
    drop(one.name);
    one.base = one.stored;
    one.offered = false;
  }
  function offer(one, draft) {
    one.box.querySelector('.ms-draft')?.remove();
    const box = document.createElement('div');
    box.className = 'ms-draft';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', words.found);
    const add = (tag, text, action) => {
      const made = document.createElement(tag);
      made.textContent = text;
      if (action) made.addEventListener('click', () => { box.remove(); action(); });
      box.append(made);
    };
    add('p', words.found);
    add('blockquote', draft.text);
    add('button', words.mine, () => { forgetText(one); putBack(one.box, draft.text); look(); });
    add('button', words.away, () => forgetText(one));
    one.offered = true;
    one.box.append(box);
  }

  // ---- looking: what do the fields show beside what the lines say
  function look() {
    if (isConnected() !== wasConnected) {
      wasConnected = !wasConnected;
      sentAgain = 0;
      setTimeout(sendAgain, SETTLED);
    }
    for (const line of document.querySelectorAll('.ms-save[data-line]')) {
      if (dead.has(line)) continue;
      const isNew = !lines.has(line);
      if (isNew) lines.set(line, JSON.parse(line.dataset.line));
      const said = lines.get(line);
      const modes = said.fields.map(parts => see(parts, said, isNew));
      const mode = ['late', 'unfinished', 'busy'].find(one => modes.includes(one)) ?? '';
      if (!said.form) tell(line, mode);
    }
    pressAgain();
    if (held && !isWaiting()) release();
  }
  function see([name, key, stored, shown], said, isNew) {
    const one = fields.get(name) ?? {name, waiting: false};
    fields.set(name, one);
    one.form = said.form;
    if (isNew) {
      if (one.sent !== undefined && shown === digest(one.sent)) one.told = one.sent;
      if (stored === one.base || stored === digest(one.sent ?? '')) one.base = stored;
      Object.assign(one, {stored, shown, waiting: false, sent: undefined});
    }
    const box = document.querySelector(`.st-key-${CSS.escape(key)}`);
    const control = box?.querySelector(CONTROL);
    if (!control) return '';
    if (one.control !== control) {
      Object.assign(one, {box, control, isReady: false, isTouched: false, came: Date.now()});
      setTimeout(look, SETTLED);
    }
    if (!one.isReady && !hasCome(one)) return '';
    const now = shownIn(box) ?? (isTyped(box) ? null : one.last ?? '');
    if (now !== one.last && !isTyped(box)) waitFor(one);
    const isChanged = now !== one.last;
    one.last = now;
    one.isUnseen = now === null || digest(now) !== shown;
    one.isUnsaved = now === null || digest(now) !== stored;
    if (isTyped(box)) {
      if (isChanged && one.isUnseen) sendSoon(one);
      if (!one.isUnsaved && !one.offered) forgetText(one);
      else if (now !== null && !one.offered) remember(one, now);
    }
    if (!one.isUnseen && !one.waiting) return '';
    if (!isConnected()) return 'late';
    if (one.waiting && Date.now() - one.since > LATE) {
      setTimeout(sendAgain);
      return 'late';
    }
    return now === null && !one.box.contains(document.activeElement) ? 'unfinished' : 'busy';
  }
  function remember(one, text) {
    const draft = kept(one.name);
    if (draft?.text !== text || draft?.base !== one.base) keep(one.name, text, one.base);
  }
  function tell(line, mode) {
    if ((line.dataset.mode ?? '') === mode) return;
    line.dataset.mode = mode;
    line.querySelector('.ms-here')?.remove();
    line.firstElementChild.hidden = mode !== '';
    if (!mode) return;
    const here = document.createElement('span');
    here.className = `ms-here ${mode === 'busy' ? 'ms-soft' : 'ms-unsaved'}`;
    here.textContent = mode === 'busy' ? words.busy : `⚠ ${words[mode]}`;
    line.append(here);
  }
  function pressAgain() {  // what never arrived is sent again, unless somebody else wrote meanwhile
    if (document.querySelector('[data-test-script-state=running]')) return;
    for (const sign of document.querySelectorAll('[data-again]')) {
      if (lines.has(sign)) continue;
      const {button, fields: names} = JSON.parse(sign.dataset.again);
      const mine = names.map(name => fields.get(name)).filter(one => one?.box?.isConnected);
      if (mine.length && mine.every(one => !one.isUnsaved || one.base === one.stored)) {
        lines.set(sign, true);
        document.querySelector(`.st-key-${CSS.escape(button)} button`)?.click();
      }
    }
  }

  // ---- ways out: what was typed goes first, and the way goes on when the server has answered
  function hold(action) {
    held = action;
    setTimeout(() => { if (held === action) release(); }, LATE);
  }
  function release() {
    const action = held;
    held = null;
    setTimeout(() => {
      letThrough = true;
      try { action(); } finally { letThrough = false; }
    });
  }
  addEventListener('click', event => {
    if (letThrough || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const way = event.target.closest?.('.stButton button, .stApp a[href]');
    if (!way || way.closest('.st-key-send_again')) return setTimeout(look);
    sendAll();
    if (!isWaiting()) return setTimeout(look);
    event.preventDefault();
    event.stopImmediatePropagation();
    hold(() => way.click());
  }, true);
  window.navigation?.addEventListener('navigate', event => {  // back and forward
    if (letThrough || event.navigationType !== 'traverse') return;
    sendAll();
    if (!isWaiting() || !event.cancelable) return;
    event.preventDefault();
    hold(() => navigation.traverseTo(event.destination.key));
  });
  addEventListener('pointerdown', event => {
    if (![...fields.values()].some(one => one.box?.contains(event.target))) sendAll();
  }, true);
  addEventListener('pagehide', sendAll);
  document.addEventListener('visibilitychange', () => { if (document.hidden) sendAll(); });
  addEventListener('beforeunload', event => {
    sendAll();
    look();
    const isOpen = one => one.box?.isConnected && (one.isUnsaved || one.waiting);
    const forms = new Set([...document.querySelectorAll('.ms-save[data-line]')].flatMap(
      line => lines.get(line)?.form ? lines.get(line).fields.map(([name]) => name) : []));
    if ([...fields.values()].some(one => isOpen(one) && !forms.has(one.name))) event.preventDefault();
  });

  // ---- fields that no line names, such as a search: sent while somebody types, kept nowhere
  addEventListener('input', event => {
    if (!event.target.matches?.(TEXTS)) return;
    for (const one of fields.values()) if (one.box?.contains(event.target)) one.isTouched = true;
    look();
    const box = event.target.closest('.stElementContainer');
    if (known(event.target) || !box || !event.target.validity.valid) return;
    clearTimeout(timers.get(box));
    timers.set(box, setTimeout(() => leave(box), PAUSE));
  }, true);
  addEventListener('change', () => setTimeout(look), true);

  let isPlanned = false;
  const seen = new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => { isPlanned = false; look(); });
  });
  seen.observe(document.body, {
    subtree: true, childList: true, attributes: true,
    attributeFilter: ['aria-valuenow', 'aria-checked', 'aria-pressed', 'data-selected',
      'data-test-connection-state', 'data-test-script-state'],
  });
  claim();
  dropAll(({key}) => !(Date.now() - read(key)?.at < KEPT));
  watchAll();

  return {
    // what to say in the language of the page, and the forms that did what they were filled in for
    start() {
      const given = JSON.parse(document.getElementById('ms-typing').dataset.given);
      words = given.words;
      dropAll(({name, tab}) => isMine(tab) && given.made.some(form => name.startsWith(`${form}:`)));
      for (const line of document.querySelectorAll('.ms-save[data-line]')) {
        if (given.made.includes(JSON.parse(line.dataset.line).form)) dead.add(line);
      }
      look();
    },
  };
})();
msTyping.start();
