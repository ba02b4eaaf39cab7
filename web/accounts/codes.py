"""Codes of an app (TOTP), and recovery codes."""

import secrets
from collections.abc import Callable
from datetime import datetime

import pyotp
import segno

from assessment.access.accounts import Account

PERIOD = 30  # seconds that a code lasts
NEXT_TO = 1  # periods that a clock may be off
RECOVERY_CODES = 10
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that look alike
_GROUP = 4


def new_secret() -> str:
    """Return a secret for an app that makes codes: 160 bits."""
    return pyotp.random_base32()


def app_address(secret: str, account: Account, issuer: str) -> str:
    """Return the address that such an app reads from a picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=account.address, issuer_name=issuer)


def picture(address: str) -> str:
    """Return an address as a QR code, an SVG to stand in a page."""
    drawn: str = segno.make(address, error="m").svg_inline(scale=5, border=2, omitsize=True)
    return drawn


def period_of(secret: str, code: str, now: datetime) -> int | None:
    """Return the period of which a code is, None if it is of none that is near.

    A secret comes back from a form: one that cannot be one has no codes.
    """
    typed = "".join(code.split())
    current = int(now.timestamp()) // PERIOD
    for period in range(current - NEXT_TO, current + NEXT_TO + 1):
        try:
            made = pyotp.TOTP(secret).at(period * PERIOD)
        except ValueError:
            return None
        if secrets.compare_digest(made.encode(), typed.encode()):
            return period
    return None


def verifier(
    code: str, now: datetime, use: Callable[[str, int], bool]
) -> Callable[[Account], bool]:
    """Return what looks whether a code is one of an account; `use` notes that it was used."""

    def fits(account: Account) -> bool:
        period = None if account.code_secret is None else period_of(account.code_secret, code, now)
        return period is not None and use(account.id, period)

    return fits


def new_recovery_codes() -> list[str]:
    """Return codes to write down, each of two groups: 39 bits."""
    return ["-".join(_group() for _ in range(2)) for _ in range(RECOVERY_CODES)]


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_GROUP))
