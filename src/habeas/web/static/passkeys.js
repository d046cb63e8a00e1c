// Passkeys. A form marked data-passkey="create" or "get" asks the device before it is sent, and sends what it answered.
// The options stand in the page (#passkey-options) or are asked for at the address of the form.
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withIds = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

  async function options(form) {
    const kept = document.getElementById("passkey-options");
    const said = kept
      ? JSON.parse(kept.textContent)
      : await (await fetch(form.action, { headers: { Accept: "application/json" } })).json();
    return (said.creation_options || said.request_options).publicKey;
  }

  async function create(asked) {
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: withIds(asked.excludeCredentials),
      },
    });
    const { clientDataJSON, attestationObject } = made.response;
    return told(made, { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) });
  }

  async function get(asked) {
    const given = await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: withIds(asked.allowCredentials) },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = given.response;
    return told(given, {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    });
  }

  const told = (key, response) =>
    JSON.stringify({
      id: key.id,
      rawId: text(key.rawId),
      type: key.type,
      response,
      clientExtensionResults: key.getClientExtensionResults(),
    });

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const complaint = form.querySelector("[role=alert][hidden], [data-complaint]");
      try {
        const asked = await options(form);
        form.elements.credential.value = await (form.dataset.passkey === "create" ? create : get)(asked);
        HTMLFormElement.prototype.submit.call(form);
      } catch {
        complaint.hidden = false;
        complaint.dataset.complaint = "";
      }
    });
  }
})();
