// The keys of the question page, and where the focus goes when another question comes up.
if (!window.msQuestion) window.msQuestion = (() => {
  const OWN_ARROWS = '[role=combobox], [role=listbox], [role=grid], [role=spinbutton], [role=slider], '
    + '[role=radiogroup], [role=tablist]';
  const PATIENCE = 8000;  // ms that keys wait for the next question
  const SETTLED = 250;  // ms until a question that came on the screen listens
  let present = null, came = 0;
  let leaving = null, waiting = [], timer = 0;  // the question that is left, and the keys for the one after it

  const here = () => {
    const sign = document.querySelector('[data-here]');
    return sign ? JSON.parse(sign.dataset.here) : null;
  };
  const isTyping = element => element.matches?.(
    'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], [role=spinbutton]');
  const press = name => {
    const button = document.querySelector(`.st-key-way_${name} button`);
    button?.click();
    return button !== null;
  };
  const choices = page => document.querySelector(`.st-key-${CSS.escape(page.choice)}`);

  const options = page => choices(page)?.querySelectorAll('input[type=radio]') ?? [];

  const isSettled = () => Date.now() - came >= SETTLED;

  function leave(page) {
    leaving = page.question;
    clearTimeout(timer);
    timer = setTimeout(() => { leaving = null; waiting = []; }, PATIENCE);
  }
  function move(way, page) {
    const isPressed = press(way);
    if (isPressed) leave(page);
    return isPressed;
  }
  function choose(place, page) {
    const option = options(page)[place];
    option?.click();
    return Boolean(option);
  }
  function action({altKey, code, key, target}, page) {  // what a key does here; it returns whether it did
    if (altKey) {
      const way = {ArrowDown: 'next', ArrowUp: 'back', KeyO: 'next_open'}[code];
      return way && !target.closest('[role=combobox], [role=spinbutton]') ? () => move(way, page) : null;
    }
    if (isTyping(target) || document.querySelector('[role=dialog], [role=listbox]')) return null;
    const place = page.keys.indexOf(key.toLowerCase());
    if (place >= 0) return () => choose(place, page);
    const way = page.moves && {ArrowRight: 'next', ArrowLeft: 'back'}[key];
    const owner = target.closest(OWN_ARROWS);
    return way && (!owner || choices(page)?.contains(owner)) ? () => move(way, page) : null;
  }
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const page = here();
    const act = page && action(event, page);
    if (!act) return;
    if (leaving === page.question || waiting.length || !isSettled()) {  // meant for what is not here yet
      const {altKey, code, key} = event;
      waiting.push({altKey, code, key, target: document.body});
      setTimeout(goOn, SETTLED);
    } else if (!act()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  addEventListener('click', event => {
    const page = here();
    if (page && event.target.closest?.('[class*="st-key-way_"] button')) leave(page);
  }, true);

  function goOn() {  // the keys that waited, as soon as the question they were meant for can be answered
    const page = here();
    if (!page || leaving === page.question) return;
    leaving = null;
    if (!waiting.length || !options(page).length) return;
    if (!isSettled()) return setTimeout(goOn, SETTLED);
    while (waiting.length && leaving === null) action(waiting.shift(), page)?.();
  }

  function follow() {
    const page = here();
    const before = present;
    present = page && page.question;
    if (before !== present) came = Date.now();
    goOn();
    if (!before || !present || before === present) return;
    const heading = document.querySelector('.st-key-question h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});  // a reader reads the new question
    document.querySelector('.stMain')?.scrollTo({top: 0});
  }
  new MutationObserver(follow).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['data-here']});
  follow();
  return true;
})();
