// Passkeys: ask the server what to sign, let the browser sign it, and send the answer back.
"use strict";
for (const button of document.querySelectorAll("[data-passkey]")) {
  const told = document.getElementById(button.dataset.told);
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    told.textContent = "";
    button.disabled = true;
    try {
      const options = await ask(button.dataset.options, {});
      const made = button.dataset.passkey === "add"
        ? await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)})
        : await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});
      const done = await ask(button.dataset.passkeyAction, {answer: JSON.stringify(made.toJSON()), next: button.dataset.next || "/"});
      location.assign(done.next);
    } catch (error) {
      told.textContent = button.dataset.failed;
      button.disabled = false;
    }
  });
}
async function ask(address, fields) {
  const response = await fetch(address, {
    method: "POST", credentials: "same-origin", redirect: "error",
    headers: {"accept": "application/json"}, body: new URLSearchParams(fields),
  });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}
