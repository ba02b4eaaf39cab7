// Copies the address of one's own. Without this script one selects it.
"use strict";
(() => {
  const button = document.getElementById("copy");
  const address = document.getElementById("address");
  const said = document.getElementById("copied");
  if (!button || !address || !said) return;
  button.hidden = false;

  // where pages travel without encryption browsers only know this way
  function copySelected() {
    getSelection().selectAllChildren(address);
    return document.execCommand("copy");
  }

  async function copied() {
    try {
      await navigator.clipboard.writeText(address.textContent);
      return true;
    } catch {
      return copySelected();
    }
  }

  button.addEventListener("click", async () => {
    if (await copied()) said.textContent = button.dataset.copied;
  });
})();
