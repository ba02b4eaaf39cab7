"""Agreed values."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput
from assessment.session.agreed_values import AgreedValue, checked_agreed_value, judged

AGREED = AgreedValue("S1", "rate", "MC-01", "3", reason=" omdat ", for_it=9, dissent=" te snel ")


def test_a_level_is_read_from_the_value_and_other_values_are_none() -> None:
    assert AGREED.level == 3
    assert [replace(AGREED, value=v).level for v in ("", "5", "minimal", "²")] == [None] * 4


def test_reason_and_dissent_are_kept_without_space_around_them() -> None:
    checked = checked_agreed_value(AGREED)

    assert (checked.reason, checked.dissent) == ("omdat", "te snel")


@pytest.mark.parametrize(
    ("field", "value"),
    [("for_it", -1), ("not_yet", 1_001), ("reason", "x" * 10_001), ("dissent", "\0")],
)
def test_what_cannot_be_is_refused(field: str, value: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_agreed_value(replace(AGREED, **{field: value}))

    assert caught.value.field == field


@pytest.mark.parametrize(
    ("value", "in_scope", "requirement"),
    [
        ("minimal", True, "minimal"),
        ("desirable", True, "growth"),
        ("not_needed_now", False, None),
        ("does_not_apply", False, None),
        ("", None, None),
    ],
)
def test_what_was_judged_says_what_it_is_for_the_profile(
    value: str, in_scope: bool | None, requirement: str | None
) -> None:
    found = judged(replace(AGREED, value=value))

    assert (found.in_scope, found.requirement) == (in_scope, requirement)


def test_nothing_else_can_be_agreed_on_what_was_judged() -> None:
    with pytest.raises(InvalidInput):
        judged(replace(AGREED, value="3"))
