"""How long a login lasts, and what it needs (ASVS 7.3.1, 7.3.2, 6.3.3)."""

from datetime import timedelta

import pytest

from assessment.access.accounts import SignInFactor
from assessment.access.logins import (
    IDLE,
    LONGEST,
    LONGEST_OF_ADMIN,
    UNFINISHED,
    ends_at,
    is_enough,
    is_login_token,
)
from tests.support.access import a_login
from tests.support.builders import NOW

PASSKEY = frozenset({SignInFactor.PASSKEY})


def test_asvs_7_3_1_a_login_ends_when_nobody_uses_it() -> None:
    assert not a_login().is_over(NOW + IDLE - timedelta(seconds=1))
    assert a_login().is_over(NOW + IDLE)


def test_asvs_7_3_2_a_login_ends_by_its_age() -> None:
    used = a_login(seen_at=NOW + timedelta(days=30))

    assert ends_at(NOW, PASSKEY, is_admin=False) == NOW + LONGEST
    assert ends_at(NOW, PASSKEY, is_admin=True) == NOW + LONGEST_OF_ADMIN
    assert used.is_over(NOW + LONGEST)


def test_a_login_that_misses_a_factor_ends_soon() -> None:
    assert ends_at(NOW, frozenset({SignInFactor.PASSWORD}), is_admin=False) == NOW + UNFINISHED


@pytest.mark.parametrize(
    ("factors", "lets_in"),
    [
        ({SignInFactor.PASSKEY}, True),
        ({SignInFactor.PROVIDER}, True),
        ({SignInFactor.PASSWORD, SignInFactor.CODE}, True),
        ({SignInFactor.PASSWORD, SignInFactor.RECOVERY}, True),
        ({SignInFactor.PASSWORD}, False),
        ({SignInFactor.CODE}, False),
        ({SignInFactor.RECOVERY}, False),
        ({SignInFactor.LINK}, False),
        (set(), False),
    ],
)
def test_asvs_6_3_3_two_factors_let_somebody_in(factors: set[SignInFactor], lets_in: bool) -> None:
    assert is_enough(frozenset(factors)) == lets_in
    assert a_login(factors=tuple(factors)).is_complete == lets_in


def test_that_a_login_is_in_use_is_written_now_and_then() -> None:
    assert not a_login().needs_mark(NOW + timedelta(minutes=4))
    assert a_login().needs_mark(NOW + timedelta(minutes=5))


def test_ways_in_are_changed_soon_after_signing_in_alone() -> None:
    assert a_login().is_fresh(NOW + timedelta(minutes=14))
    assert not a_login().is_fresh(NOW + timedelta(minutes=15))


def test_the_token_of_a_login_has_32_bytes_and_no_other_sign() -> None:
    assert is_login_token("aZ09-_" * 7 + "a")
    for text in ("a" * 32, "a" * 42, "a" * 44, "a" * 42 + " ", "a" * 43 + "\n", ""):
        assert not is_login_token(text)
