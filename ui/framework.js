// What Streamlit has no option for: the language of the document, its own words in that language, which link
// leads to where one is, what is wrong with a field, Enter that presses the button of a form, and the focus
// that goes along to another screen and to what a button made come up.
// The server says what it should be in keys of containers and in data-* attributes.
if (!window.msFramework) {
  // where words of Streamlit stand; no other text of a page is touched
  const PLACES = [
    'stFileUploader', 'InputInstructions', 'stTextInput', 'stNumberInput', 'stDateInput',
    'stDateInputCalendar', 'stSelectbox', 'stSelectboxVirtualDropdown', 'stHeaderActionElements',
    'stDownloadButtonError', 'stMultiSelect', 'stMultiSelectDropdown', 'stTimeInput',
    'stCode', 'stHeader', 'stSidebar', 'stDialog', 'stSkipToContent',
    'stConnectionStatus', 'stStatusWidget', 'stTooltipContent',
  ].map(name => `[data-testid="${name}"]`).concat('[data-react-aria-top-layer]').join();
  const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'placeholder', 'title'];
  const CURRENT = '[class*="st-key-current-"] a';
  const LINK = '[data-testid="stPageLink"] a';
  const DROP_ZONE = '[data-testid="stFileUploaderDropzone"][role="presentation"]';
  let rules = [];

  // a sentence with {name} in it fits every text that has something in that place
  const rule = (from, to) => {
    const parts = from.split(/\{(\w+)\}/).map(
      (part, n) => n % 2 ? `(?<${part}>.+?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return {
      fits: new RegExp(`^(\\s*)${parts.join('')}(\\s*)$`),
      text: found => found[1] + to.replace(/\{(\w+)\}/g, (_, name) => found.groups[name])
        + found[found.length - 1],
    };
  };

  const said = text => {
    for (const one of rules) {
      const found = text && one.fits.exec(text);
      if (found) return one.text(found);
    }
    return text;
  };

  const translateAttribute = (element, name) => {
    const text = element.getAttribute(name), other = said(text);
    if (other !== text) element.setAttribute(name, other);
  };

  const translateText = node => {
    const other = said(node.data);
    if (other !== node.data) node.data = other;
  };

  const translate = place => {
    for (const element of [place, ...place.querySelectorAll('*')])
      for (const name of ATTRIBUTES) translateAttribute(element, name);
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translateText(texts.currentNode);
  };

  const mark = links => links.forEach(link => link.matches(CURRENT)
    ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current'));

  // a field with a message about it points at the message; without one it is well again
  const tie = () => {
    document.querySelectorAll('[data-field-error]').forEach(field => {
      if (document.querySelector(`[data-error-of="${field.dataset.fieldError}"]`)) return;
      for (const name of ['aria-invalid', 'aria-describedby', 'data-field-error'])
        field.removeAttribute(name);
    });
    document.querySelectorAll('[data-error-of]').forEach(message => {
      const key = message.dataset.errorOf;
      const field = document.querySelector(`.st-key-${key} input`);
      if (!field || field.dataset.fieldError) return;
      message.id = `ms-error-${key}`;
      field.dataset.fieldError = key;
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', message.id);
      field.focus();
    });
  };

  // the focus goes along with what somebody did: to what a button made come up, and to the heading of another
  // screen, which is read from there on
  const PATIENCE = 10000;  // ms in which it has its effect
  let done = null;  // what was pressed or followed last: when, on which screen, by which link, awaiting a sign
  let present = new Set();

  const screen = () => `${location.pathname} ${document.querySelector('.stMain h1')?.textContent ?? ''}`;
  const isBusy = () => document.querySelector(
    '[data-test-script-state=running], .stMain [data-stale=true]') !== null;

  const cameUp = () => {
    const signs = [...document.querySelectorAll('[data-came-up]')];
    const name = sign => sign.dataset.cameUp + sign.textContent;
    const fresh = signs.find(sign => !present.has(name(sign)));
    const target = fresh && (fresh.dataset.target ? document.querySelector(fresh.dataset.target) : fresh);
    if (!fresh || target) present = new Set(signs.map(name));  // else its place is not drawn yet
    return target;
  };

  const isNowhere = () => {
    const focused = document.activeElement;
    return !focused || focused.matches('body, .stMain') || focused === done.link;
  };

  const focus = (element, options) => {
    element.tabIndex = -1;
    element.focus(options);
  };

  const goAlong = () => {
    const target = cameUp();  // also when nobody did anything: it is there from now on
    if (done && performance.now() - done.at > PATIENCE) done = null;
    if (target && done?.awaitsSign) {
      done.awaitsSign = false;
      focus(target);
    }
    const heading = done && !isBusy() && screen() !== done.screen && document.querySelector('.stMain h1');
    if (!heading) return;
    if (isNowhere()) {
      focus(heading, {preventScroll: true});
      document.querySelector('.stMain')?.scrollTo({top: 0});
    }
    done = null;
  };

  const mend = root => {
    const inside = selector => [
      ...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];
    if (rules.length) {
      if (root.closest(PLACES)) translate(root);
      else inside(PLACES).forEach(translate);
    }
    mark(inside(LINK));
    // it says that a file could not be made, and nobody looks there
    inside('[data-testid="stDownloadButtonError"]').forEach(
      trouble => trouble.setAttribute('role', 'alert'));
    // Streamlit names its drop zone and says that it has no role; the name is the one to keep
    inside(DROP_ZONE).forEach(zone => zone.removeAttribute('role'));
  };

  // a page whose login ended tries for ever to connect: it says so, and leads to where one signs in
  const ASKED_EVERY = 3000;  // ms
  const DIALOG = '[role="dialog"]';  // Streamlit's own, which says no more than a number
  const TROUBLE = `[data-testid="stConnectionStatus"], ${DIALOG}`;
  let asking = false, ended = false;

  const tellEnd = () => {
    const said = JSON.parse(document.getElementById('ms-framework').dataset.ended);
    const line = document.createElement('div'), way = document.createElement('a');
    line.className = 'ms-ended';
    line.setAttribute('role', 'alert');
    way.href = `/account/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
    way.textContent = said.way;
    line.append(`${said.told} `, way);
    (document.querySelector(DIALOG) ?? document.body).append(line);
    ended = true;
  };

  const askEnd = () => {
    if (ended || asking || !document.querySelector(TROUBLE)) return;
    asking = true;
    fetch('/_stcore/host-config', {cache: 'no-store'})
      .then(answer => answer.status === 401 && tellEnd(), () => {})
      .finally(() => setTimeout(() => { asking = false; askEnd(); }, ASKED_EVERY));
  };

  const observe = records => {
    records.forEach(follow);
    askEnd();
    tie();
    goAlong();
  };

  const follow = record => {
    if (record.type === 'childList') {
      record.addedNodes.forEach(node => {
        if (node.nodeType === Node.ELEMENT_NODE) mend(node);
        else if (rules.length && record.target.closest(PLACES)) translateText(node);
      });
    } else if (record.type === 'attributes') {
      if (record.attributeName === 'class') {
        if (record.target.matches('[class*="st-key-"]')) mark(record.target.querySelectorAll(LINK));
      } else if (rules.length && record.target.closest(PLACES))
        translateAttribute(record.target, record.attributeName);
    } else if (rules.length && record.target.parentElement?.closest(PLACES)) {
      translateText(record.target);
    }
  };

  const read = () => {
    const given = document.getElementById('ms-framework').dataset;
    const words = JSON.parse(given.words);
    document.documentElement.lang = given.language;
    rules = window.msFramework.words.map(([from, to]) => rule(to, from));
    mend(document.body); // back to the words of Streamlit
    window.msFramework.words = words;
    rules = words.map(([from, to]) => rule(from, to));
    mend(document.body);
  };

  // Streamlit saves the field first: it hears the key before the document does
  const submit = event => {
    const form = event.target.closest?.('[class*="st-key-submits-"]');
    if (event.key !== 'Enter' || !form || !event.target.matches('[type="text"]')) return;
    form.querySelector('[data-testid="stBaseButton-primary"]')?.click();
  };

  document.addEventListener('keydown', submit);
  document.addEventListener('click', event => {
    const way = event.target.closest?.('.stApp :is(a[href], button)');
    if (!way) return;
    const awaitsSign = way.matches('.stMain button');
    done = {at: performance.now(), screen: screen(), link: way.closest('a'), awaitsSign};
  }, true);
  window.msFramework = {words: [], read};
  new MutationObserver(observe).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: [...ATTRIBUTES, 'class', 'data-test-script-state', 'data-stale'],
  });
}
window.msFramework.read();
