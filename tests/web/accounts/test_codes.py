"""Codes of an app and recovery codes."""

from datetime import timedelta

import pyotp
import pytest

from tests.support.access import an_account
from tests.support.builders import NOW
from web.accounts import codes

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.mark.parametrize(
    ("seconds", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)]
)
def test_a_code_fits_around_its_own_half_minute(seconds: int, fits: bool) -> None:
    code = pyotp.TOTP(SECRET).at(NOW + timedelta(seconds=seconds))

    assert (codes.period_of(SECRET, f" {code[:3]} {code[3:]}", NOW) is not None) == fits


@pytest.mark.parametrize("code", ["", "x", "12345", "é" * 6])
def test_what_is_no_code_fits_never(code: str) -> None:
    assert codes.period_of(SECRET, code, NOW) is None


@pytest.mark.parametrize("secret", ["", "short", "no base32 at all! 01"])
def test_what_is_no_secret_has_no_codes(secret: str) -> None:
    assert codes.period_of(secret, "123456", NOW) is None


def test_a_code_is_looked_at_and_noted_once() -> None:
    used: list[tuple[str, int]] = []
    code = pyotp.TOTP(SECRET).at(NOW)
    fits = codes.verifier(code, NOW, lambda account, period: used.append((account, period)) is None)

    assert fits(an_account(code_secret=SECRET))
    assert not fits(an_account())
    assert used == [("U1", int(NOW.timestamp()) // 30)]


def test_asvs_6_5_2_recovery_codes_are_not_to_be_guessed_and_all_different() -> None:
    made = codes.new_recovery_codes()

    assert len(set(made)) == len(made) == 10
    assert all(len(code) == 9 for code in made)


def test_an_app_reads_the_secret_from_the_picture() -> None:
    address = codes.app_address(SECRET, an_account(), "Mentorspiegel")

    assert pyotp.parse_uri(address).secret == SECRET
    assert codes.picture(address).startswith("<svg")
    assert len(codes.new_secret()) == 32
