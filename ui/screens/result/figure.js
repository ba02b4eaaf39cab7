// a finger on a figure scrolls the page, and a tap tells the figure: without this the library takes both
if (!window.msFigures) {
  window.msFigures = true;
  document.addEventListener('touchstart', event => {
    if (event.target.closest('.js-plotly-plot .drag')) event.stopPropagation();
  }, {capture: true, passive: true});
}
