"""What an agreement may hold, and when nothing is left to do."""

import pytest

from assessment.agreements import AgreementStatus, checked_agreement
from assessment.errors import InvalidInput
from tests.support.builders import an_agreement


@pytest.mark.parametrize(
    ("status", "expected"), [("open", False), ("busy", False), ("done", True), ("dropped", True)]
)
def test_what_is_done_or_dropped_is_settled(status: str, expected: bool) -> None:
    assert an_agreement(status=AgreementStatus(status)).is_settled is expected


def test_texts_are_trimmed_and_the_rest_stays() -> None:
    agreement = an_agreement(text="  doen ", owner=" de coördinator ", outcome=" zo ", version=3)

    checked = checked_agreement(agreement)

    assert checked == an_agreement(text="doen", owner="de coördinator", outcome=" zo ", version=3)


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"text": " \n"}, "text", "missing"),
        ({"text": "x" * 10_001}, "text", "too_long"),
        ({"outcome": "x" * 10_001}, "outcome", "too_long"),
        ({"owner": "x" * 201}, "owner", "too_long"),
        ({"text": "a\0b"}, "text", "characters"),
        ({"outcome": "\ud83d"}, "outcome", "characters"),
        ({"owner": "a\0b"}, "owner", "characters"),
    ],
)
def test_what_cannot_be_kept_is_refused(fields: dict[str, str], field: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_agreement(an_agreement(**fields))

    assert (caught.value.field, caught.value.rule) == (field, rule)


def test_a_text_of_the_greatest_length_is_kept() -> None:
    checked = checked_agreement(an_agreement(text="x" * 10_000, owner="y" * 200))

    assert (len(checked.text), len(checked.owner)) == (10_000, 200)
