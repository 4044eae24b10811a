// Makes and shows passkeys. A form says what is asked of the device, and takes its answer with it.
// Without this file, or in a browser that knows no passkeys, the form stays hidden: other ways stand beside it.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

function toMake(asked) {
  const user = { ...asked.user, id: bytes(asked.user.id) };
  const excludeCredentials = known(asked.excludeCredentials);
  return { ...asked, user, excludeCredentials, challenge: bytes(asked.challenge) };
}

function toShow(asked) {
  return { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
}

function answerOf(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  const rawId = text(credential.rawId);
  return JSON.stringify({ id: rawId, rawId, type: credential.type, response, clientExtensionResults: {} });
}

async function ask(form) {
  const asked = JSON.parse(form.dataset.asked);
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: toMake(asked) })
      : await navigator.credentials.get({ publicKey: toShow(asked) });
  form.elements.answer.value = answerOf(credential);
  form.submit();
}

function ready(form) {
  const said = form.querySelector("[data-passkey-said]");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = "";
    ask(form).catch(() => {
      said.textContent = said.dataset.passkeySaid;
    });
  });
}

if (window.PublicKeyCredential && navigator.credentials) {
  document.querySelectorAll("form[data-passkey]").forEach(ready);
  document.querySelectorAll("[data-passkey-not]").forEach((words) => words.remove());
}
