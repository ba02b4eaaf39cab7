"""The key with which this program signs what it sends, and the check of what others signed.

A signature says that two files come from the same program, not whose program that is.
"""

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_FILE = "share-key"
Key = Ed25519PrivateKey


def own_key(folder: Path) -> Key:
    """Return the key in a data folder, made there at the first use; nobody else may read it."""
    path = folder / KEY_FILE
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        kept = _made(path)
    return Ed25519PrivateKey.from_private_bytes(kept)


def _made(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = Ed25519PrivateKey.generate().private_bytes_raw()
    unique = path.with_name(f"{KEY_FILE}-{os.getpid()}")
    handle = os.open(unique, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(new)
    try:
        os.link(unique, path)  # whole or not at all, and never over another one
    except FileExistsError:
        return path.read_bytes()
    finally:
        unique.unlink()
    return new


def public_part(key: Key) -> str:
    """Return what others know a key by, as hexadecimal digits."""
    return key.public_key().public_bytes_raw().hex()


def sign(key: Key, content: bytes) -> str:
    """Return the signature of a content, as hexadecimal digits."""
    return key.sign(content).hex()


def is_signed(content: bytes, signature: str, public: str) -> bool:
    """Return whether a content was signed by the key with this public part."""
    try:
        known = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        known.verify(bytes.fromhex(signature), content)
    except (ValueError, InvalidSignature):
        return False
    return True
