"""A device that makes and shows passkeys, as a browser would: for tests without one."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

SEEN, VERIFIED, MADE = 0x01, 0x04, 0x40
MAKE, SECOND, HERE = "/sign-in/ways/passkey/", "/sign-in/second/", {"HTTP_HOST": "localhost:8000"}


@dataclass
class Device:
    """Somebody's phone, at one address of the web."""

    origin: str = "http://localhost:8000"
    flags: int = SEEN | VERIFIED
    counter: int = 0
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def makes(self, asked: str) -> str:
        """What the browser sends when a passkey was made."""
        said = json.loads(asked)
        public = ES256.from_cryptography_key(self.key.public_key())
        made = bytes(AttestedCredentialData.create(b"\0" * 16, self.id, public))
        data = self._data(said["rp"]["id"], MADE, made)
        client = self._client("webauthn.create", said)
        return self._answer(client, attestationObject=bytes(AttestationObject.create("none", data, {})))

    def shows(self, asked: str) -> str:
        """What the browser sends when it was shown."""
        said = json.loads(asked)
        data, client = self._data(said["rpId"], 0), self._client("webauthn.get", said)
        signature = self.key.sign(bytes(data) + sha256(client), ec.ECDSA(SHA256()))
        return self._answer(client, authenticatorData=bytes(data), signature=signature)

    def _data(self, name: str, flag: int, made: bytes = b"") -> AuthenticatorData:
        self.counter += 1
        flags = AuthenticatorData.FLAG(self.flags | flag)
        return AuthenticatorData.create(sha256(name.encode()), flags, self.counter, made)

    def _client(self, kind: str, said: dict[str, Any]) -> bytes:
        return bytes(CollectedClientData.create(kind, said["challenge"], self.origin))

    def _answer(self, client: bytes, **parts: bytes) -> str:
        response = {name: websafe_encode(part) for name, part in {"clientDataJSON": client, **parts}.items()}
        mine = websafe_encode(self.id)
        return json.dumps({"id": mine, "rawId": mine, "type": "public-key", "response": response})


def asked(browser: Client, page: str) -> str:
    """What the page asks of the device."""
    return str(browser.get(page, **HERE).context["asked"])  # type: ignore[arg-type]


def makes(browser: Client, device: Device, called: str = "my phone") -> Any:
    """Make a passkey on this device."""
    answer = device.makes(asked(browser, MAKE))
    return browser.post(MAKE, {"called": called, "answer": answer}, **HERE)  # type: ignore[arg-type]


def shows(browser: Client, device: Device) -> Any:
    """Show it."""
    return browser.post(SECOND, {"answer": device.shows(asked(browser, SECOND))}, **HERE)  # type: ignore[arg-type]
