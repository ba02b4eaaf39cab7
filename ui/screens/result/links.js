// a link within the result changes the address without loading the program again
if (!window.msResultLinks) {
  window.msResultLinks = true;
  document.addEventListener('click', event => {
    const link = event.target.closest('a.ms-link');
    const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    dispatchEvent(new PopStateEvent('popstate'));
    const main = document.querySelector('[data-testid="stMain"]');
    main?.scrollTo(0, 0);
    main?.focus({preventScroll: true});  // what was clicked is gone; the next Tab starts at the top
  });
}
