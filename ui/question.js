// The keys of the question page, and where the focus goes when another question comes up.
if (!window.msQuestion) window.msQuestion = (() => {
  const OWN_ARROWS = '[role=combobox], [role=listbox], [role=grid], [role=spinbutton], [role=slider], '
    + '[role=radiogroup], [role=tablist]';
  let present = null;

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

  function moved(event, page) {
    if (event.altKey) {
      const way = {ArrowDown: 'next', ArrowUp: 'back', KeyO: 'next_open'}[event.code];
      return way && !event.target.closest('[role=combobox], [role=spinbutton]') && press(way);
    }
    if (isTyping(event.target) || document.querySelector('[role=dialog], [role=listbox]')) return false;
    const place = page.keys.indexOf(event.key.toLowerCase());
    if (place >= 0) {
      const option = choices(page)?.querySelectorAll('input[type=radio]')[place];
      option?.click();
      return Boolean(option);
    }
    const way = page.moves && {ArrowRight: 'next', ArrowLeft: 'back'}[event.key];
    const owner = event.target.closest(OWN_ARROWS);
    return way && (!owner || choices(page)?.contains(owner)) && press(way);
  }
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const page = here();
    if (!page || !moved(event, page)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  function follow() {
    const page = here();
    const before = present;
    present = page && page.question;
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
