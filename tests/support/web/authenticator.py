"""A passkey in software, as a phone holds it: makes and uses keys by the rules of WebAuthn."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url

PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Authenticator:
    """One passkey; `verifies`: whether it asks for finger, face or code."""

    origin: str
    verifies: bool = True
    counter: int = 0
    identifier: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def makes(self, options: dict[str, object]) -> str:
        """Return the answer to options to add a passkey, as a browser sends it."""
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        made = bytes(16) + len(self.identifier).to_bytes(2) + self.identifier + cbor2.dumps(public)
        data = self._data(HAS_KEY) + made
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", str(options["challenge"]))
        return self._answer(clientDataJSON=client, attestationObject=attestation)

    def uses(self, options: dict[str, object], counts: int = 1) -> str:
        """Return the answer to options to use a passkey."""
        self.counter += counts
        client, data = self._client("webauthn.get", str(options["challenge"])), self._data(0)
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=data, signature=signed)

    def _data(self, more: int) -> bytes:
        host = self.origin.partition("://")[2].partition(":")[0]
        flags = PRESENT | more | (VERIFIED if self.verifies else 0)
        return hashlib.sha256(host.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4)

    def _client(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _answer(self, **response: bytes) -> str:
        name = bytes_to_base64url(self.identifier)
        sent = {key: bytes_to_base64url(value) for key, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": sent})
