"""Passwords (ASVS 6.2.1 - 6.2.12)."""

import pytest

from assessment.access.passwords import LONGEST, SHORTEST, check_password, normalised
from assessment.errors import InvalidInput

COMMON = frozenset({"welkom01", "password1"})


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("1234567", "too_short"),
        ("x" * (LONGEST + 1), "too_long"),
        ("Welkom01", "common"),
        ("aaaaaaaaaaaa", "common"),
        ("kim.jansen", "common"),
        ("kim.jansen@example.org", "common"),
    ],
)
def test_asvs_6_2_1_and_6_2_4_weak_passwords_are_refused(password: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as error:
        check_password(password, COMMON, "Kim.Jansen", "kim.jansen@example.org")

    assert error.value.rule == rule


@pytest.mark.parametrize(
    "password",
    ["x7" * (SHORTEST // 2), "één zin met spaties", "ab" * 32, "密码密码密码密码", "only letters"],
)
def test_asvs_6_2_5_and_6_2_9_every_composition_and_64_signs_are_fine(password: str) -> None:
    check_password(password, COMMON)


def test_a_password_is_the_same_from_every_keyboard() -> None:
    assert normalised("e\u0301e\u0301n") == "één"
