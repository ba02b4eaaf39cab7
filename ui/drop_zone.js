// Streamlit gives its drop zone a name and says that it has none; the name is the one to keep
if (!window.msDropZones) {
  const tell = () => document.querySelectorAll(
    '[data-testid="stFileUploaderDropzone"][role="presentation"]').forEach(
    zone => zone.removeAttribute('role'));
  window.msDropZones = new MutationObserver(tell);
  window.msDropZones.observe(document.body, {childList: true, subtree: true});
  tell();
}
